package text

import (
	"strings"

	"lede/model"
	"lede/ui/render"
)

// Lines draws the rows of the document, with the outline beside them.
func (p *Pane) Lines(lines []string) {
	l := p.Layout
	left := render.Spaces(l.Text.X)
	if l.Outline.W > 0 {
		beside := p.drawn.outline.lines(p)
		left = render.Spaces(l.Outline.X)
		rule := p.App.Theme.Border.Render("│") + render.Spaces(l.Text.X-l.Outline.X-l.Outline.W-1)
		for row, line := range beside {
			if l.Text.Y+row < len(lines) {
				lines[l.Text.Y+row] = left + line + rule
			}
		}
		left = ""
	}
	p.Doc.rows(func(row int, s Spot, it *drawn) bool {
		y := l.Text.Y + row
		if y >= len(lines) {
			return false
		}
		if s.Line >= it.Gap {
			lines[y] += left + p.line(s, it)
		}
		return true
	})
}

// line is one drawn line, its matches lit.
func (p *Pane) line(s Spot, it *drawn) string {
	if p.Search != nil && p.Search.Total() > 0 {
		return p.Search.lit(s.Item, it)[s.Line-it.Gap]
	}
	return it.Lines[s.Line-it.Gap].Styled
}

// Headline names what is shown, "" while the article's own title is in view.
func (p *Pane) Headline() string {
	switch {
	case p.View == RawView:
		return "Source text"
	case p.View == PostsView:
		return "Posts only"
	case p.Doc.Top.Item == 0 && p.Doc.Top.Line == 0:
		return ""
	}
	return p.Items.Article.Title
}

// Progress is how far the view has come; ok is false when that is not known yet.
func (p *Pane) Progress() (far progress, ok bool) {
	switch f := p.Flow(); {
	case f == nil && p.Doc.Flow.Len() > 0:
		return percentOf(p.Doc), true
	case f == nil || p.Sums == nil || f.Len() == 0 || p.View != WholeView:
		return progress{}, false
	default:
		return ProgressOf(p.Doc, p.Sums, f.Real), true
	}
}

// ruleOf is what the line of progress depends on.
type ruleOf struct{ done, w int }

// ProgressLine is a rule of w cells, thick as far as the view has come.
func (p *Pane) ProgressLine(w int) string {
	of := ruleOf{0, w}
	if far, ok := p.Progress(); ok && !far.whole {
		of.done = w * far.Percent / 100
	}
	if p.drawn.ruled != of || p.drawn.rule == "" {
		t := p.App.Theme
		p.drawn.ruled = of
		p.drawn.rule = t.Accent.Render(strings.Repeat("━", of.done)) + t.Border.Render(strings.Repeat("─", w-of.done))
	}
	return p.drawn.rule
}

// VisibleLinks are the links in view, each by its first row.
func (p *Pane) VisibleLinks() []VisibleLink {
	var links []VisibleLink
	article := p.Flow()
	p.Doc.rows(func(row int, s Spot, it *drawn) bool {
		if s.Line < it.Gap {
			return true
		}
		line := it.Lines[s.Line-it.Gap]
		var block model.Block
		if article != nil {
			block = article.All[article.Real(s.Item)].block
		}
		for _, l := range render.Links(line) {
			words := render.Plain(render.Slice(line.Styled, l.From, l.To))
			links = append(links, VisibleLink{l, row, words, leadsOutside(block, l.URL)})
		}
		links = append(links, headlines(block, line, row)...)
		return true
	})
	return links
}

// FirstPart is the first item in view that is part of the article, below its title block; 0 when there is none.
func (p *Pane) FirstPart() int {
	at, f := 0, p.Flow()
	p.Doc.rows(func(_ int, s Spot, it *drawn) bool {
		if i := f.Real(s.Item); s.Line >= it.Gap && i > 0 {
			at = i
		}
		return at == 0
	})
	return at
}

// SectionUnder is the section of the outline under a cell of the terminal. It reports false beside the outline; the
// section is -1 where there is none.
func (p *Pane) SectionUnder(x, y int) (section int, ok bool) {
	if o := p.Layout.Outline; o.Contains(x, y) {
		return p.drawn.outline.sectionAt(y - o.Y), true
	}
	return -1, false
}

// LinkUnder is the link under a cell of the terminal.
func (p *Pane) LinkUnder(x, y int) (VisibleLink, bool) {
	l := p.Layout.Text
	for _, link := range p.VisibleLinks() {
		if link.Row == y-l.Y && link.From <= x-l.X && x-l.X < link.To {
			return link, true
		}
	}
	return VisibleLink{}, false
}

// Quote is the paragraph with the present match, or else the first one in view.
func (p *Pane) Quote() string {
	if s := p.Search; s != nil && s.now >= 0 {
		item, _ := s.at(s.now)
		if p.Doc.sees(s.spot(s.now)) {
			return p.Doc.Flow.text(item)
		}
	}
	text := ""
	p.Doc.rows(func(_ int, s Spot, it *drawn) bool {
		f := p.Flow()
		if s.Line >= it.Gap && (f == nil || f.All[f.Real(s.Item)].block != nil) {
			text = p.Doc.Flow.text(s.Item)
		}
		return text == ""
	})
	return text
}

// Quoted is the beginning of the quote, for the menu.
func (p *Pane) Quoted() string {
	const short = 41
	return render.Truncate(strings.Join(strings.Fields(p.Quote()), " "), short)
}
