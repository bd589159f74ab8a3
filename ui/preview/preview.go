// Package preview shows the beginning of an article beside the list that it is in.
package preview

import (
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui"
	"lede/ui/render"
	"lede/ui/widget"
)

// previewRest is how long the selection rests before its text is fetched.
const previewRest = 150 * time.Millisecond

// previewBytes is how much of one block a preview draws: the screen ends long before.
const previewBytes = 6000

// Preview shows the beginning of the selected article beside the list: at once what the entry tells, the text when
// the selection has rested. It never draws in View.
type Preview struct {
	App     *ui.App
	Of      *model.Entry // the entry shown, nil for none
	article model.Article
	err     error
	number  int // of the rest that is waited for
	Request int // of the article that is waited for
	ctx     context.Context
	cancel  context.CancelFunc
	area    widget.Rect
	drawn   []string // nil until it has been drawn for the area and the theme
}

// RestedMsg says that the selection has rested.
type RestedMsg struct{ number int }

// Show turns to an entry, nil for none, in an area of the screen. It returns what waits for the selection to rest,
// when the entry is another one.
func (p *Preview) Show(e *model.Entry, area widget.Rect) tea.Cmd {
	if e == p.Of && area == p.area {
		return nil
	}
	same := e != nil && p.Of != nil && e.Ref == p.Of.Ref
	p.Of, p.area = e, area
	p.Forget()
	if same {
		return nil
	}
	p.Close()
	p.article, p.err, p.Request = model.Article{}, nil, 0
	p.number++
	if e == nil {
		return nil
	}
	return p.App.After(previewRest, RestedMsg{p.number})
}

// Update takes a message.
func (p *Preview) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case RestedMsg:
		if msg.number != p.number || p.Of == nil || p.Request != 0 {
			return nil
		}
		p.Request = p.App.NextRequest()
		p.ctx, p.cancel = context.WithCancel(context.Background())
		return ui.OpenArticle(p.ctx, p.App.Library, p.Request, p.Of.Ref)
	case ui.ArticleOpenedMsg:
		if msg.Request != p.Request || p.Request == 0 {
			return nil
		}
		return p.opened(msg)
	}
	return nil
}

// opened takes the first step that has text, and wants no other.
func (p *Preview) opened(msg ui.ArticleOpenedMsg) tea.Cmd {
	if len(msg.Opening.Article.Sections) == 0 && !msg.Done {
		return ui.AwaitArticle(p.ctx, msg.Request, msg.Steps)
	}
	p.Close()
	p.article, p.err = msg.Opening.Article, msg.Opening.Err
	p.Forget()
	return nil
}

// Forget draws again when the preview is next looked at.
func (p *Preview) Forget() { p.drawn = nil }

// Close ends what is under way.
func (p *Preview) Close() {
	if p.cancel != nil {
		p.cancel()
		p.cancel = nil
	}
}

// Draw lays the preview out for its area, as far as it is seen, unless that has been done.
func (p *Preview) Draw() {
	if p.Of == nil || p.drawn != nil {
		return
	}
	r := render.New(p.App.Theme, p.area.W).In(p.App.Language)
	p.drawn = styled(nil, r.TitleBlock(*p.Of))
	switch {
	case p.err != nil:
		p.add(r, model.Notice{Source: model.Escape(p.err.Error())})
	case p.article.Sections == nil && p.Of.Summary != "":
		p.add(r, model.Prose{Kind: model.Paragraph, Source: model.Escape(p.Of.Summary)})
	}
	for _, s := range p.article.Sections {
		p.drawn = styled(append(p.drawn, "", ""), r.Heading(s))
		for _, b := range s.Blocks {
			if p.add(r, short(b)); len(p.drawn) >= p.area.H {
				return
			}
		}
	}
}

// add draws a block under a blank line.
func (p *Preview) add(r *render.Renderer, b model.Block) {
	if n := len(p.drawn); n > 0 && p.drawn[n-1] != "" {
		p.drawn = append(p.drawn, "")
	}
	p.drawn = styled(p.drawn, r.Block(b))
}

// Beside joins the preview to the lines of a screen.
func (p *Preview) Beside(lines []string) {
	if p.Of == nil {
		return
	}
	rule := p.App.Theme.Border.Render("│")
	for i := range p.area.H {
		text := ""
		if i < len(p.drawn) {
			text = p.drawn[i]
		}
		y := p.area.Y + i
		lines[y] = render.Pad(lines[y], p.area.X-3) + rule + "  " + text
	}
}

func styled(to []string, lines []render.Line) []string {
	for _, l := range lines {
		to = append(to, l.Styled)
	}
	return to
}

// short is the beginning of a block that is too long to be drawn whole.
func short(b model.Block) model.Block {
	text := b.Text()
	if len(text) <= previewBytes && len(b.Markdown()) <= 4*previewBytes {
		return b
	}
	text = strings.ToValidUTF8(text[:min(len(text), previewBytes)], "")
	if c, ok := b.(model.Code); ok {
		return model.Code{Language: c.Language, Source: text}
	}
	return model.Prose{Kind: model.Paragraph, Source: model.Escape(text)}
}

// Rested is the message that the selection has rested.
func (p *Preview) Rested() RestedMsg { return RestedMsg{p.number} }
