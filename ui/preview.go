package ui

import (
	"context"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui/render"
)

// previewRest is how long the selection rests before its text is fetched.
const previewRest = 150 * time.Millisecond

// previewBytes is how much of one block a preview draws: the screen ends long before.
const previewBytes = 6000

// preview shows the beginning of the selected article beside the list: at once what the entry tells, the text when the
// selection has rested. It never draws in View.
type preview struct {
	app     *App
	of      *model.Entry // the entry shown, nil for none
	article model.Article
	err     error
	number  int // of the rest that is waited for
	request int // of the article that is waited for
	ctx     context.Context
	cancel  context.CancelFunc
	area    rect
	drawn   []string // nil until it has been drawn for the area and the theme
}

// previewRestedMsg says that the selection has rested.
type previewRestedMsg struct{ number int }

// show turns to an entry, nil for none, in an area of the screen. It returns what waits for the selection to rest, when the
// entry is another one.
func (p *preview) show(e *model.Entry, area rect) tea.Cmd {
	if e == p.of && area == p.area {
		return nil
	}
	same := e != nil && p.of != nil && e.Ref == p.of.Ref
	p.of, p.area = e, area
	p.forget()
	if same {
		return nil
	}
	p.close()
	p.article, p.err, p.request = model.Article{}, nil, 0
	p.number++
	if e == nil {
		return nil
	}
	return p.app.After(previewRest, previewRestedMsg{p.number})
}

func (p *preview) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case previewRestedMsg:
		if msg.number != p.number || p.of == nil || p.request != 0 {
			return nil
		}
		p.request = p.app.nextRequest()
		p.ctx, p.cancel = context.WithCancel(context.Background())
		return openArticle(p.ctx, p.app.Library, p.request, p.of.Ref)
	case articleOpenedMsg:
		if msg.request != p.request || p.request == 0 {
			return nil
		}
		return p.opened(msg)
	}
	return nil
}

// opened takes the first step that has text, and wants no other.
func (p *preview) opened(msg articleOpenedMsg) tea.Cmd {
	if len(msg.opening.Article.Sections) == 0 && !msg.done {
		return awaitArticle(p.ctx, msg.request, msg.steps)
	}
	p.close()
	p.article, p.err = msg.opening.Article, msg.opening.Err
	p.forget()
	return nil
}

// forget draws again when the preview is next looked at.
func (p *preview) forget() { p.drawn = nil }

// close ends what is under way.
func (p *preview) close() {
	if p.cancel != nil {
		p.cancel()
		p.cancel = nil
	}
}

// draw lays the preview out for its area, as far as it is seen, unless that has been done.
func (p *preview) draw() {
	if p.of == nil || p.drawn != nil {
		return
	}
	r := render.New(p.app.theme, p.area.w)
	p.drawn = styled(nil, r.TitleBlock(*p.of))
	switch {
	case p.err != nil:
		p.add(r, model.Notice{Source: model.Escape(p.err.Error())})
	case p.article.Sections == nil && p.of.Summary != "":
		p.add(r, model.Prose{Kind: model.Paragraph, Source: model.Escape(p.of.Summary)})
	}
	for _, s := range p.article.Sections {
		p.drawn = styled(append(p.drawn, ""), r.Heading(s))
		for _, b := range s.Blocks {
			if p.add(r, short(b)); len(p.drawn) >= p.area.h {
				return
			}
		}
	}
}

// add draws a block under a blank line.
func (p *preview) add(r *render.Renderer, b model.Block) {
	if n := len(p.drawn); n > 0 && p.drawn[n-1] != "" {
		p.drawn = append(p.drawn, "")
	}
	p.drawn = styled(p.drawn, r.Block(b))
}

// beside joins the preview to the lines of a screen.
func (p *preview) beside(lines []string) {
	if p.of == nil {
		return
	}
	rule := p.app.theme.Border.Render("│")
	for i := range p.area.h {
		text := ""
		if i < len(p.drawn) {
			text = p.drawn[i]
		}
		y := p.area.y + i
		lines[y] = render.Pad(lines[y], p.area.x-3) + rule + "  " + text
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
