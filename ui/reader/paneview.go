package reader

import (
	"strings"

	"lede/model"
	"lede/ui/render"
)

// lines draws the rows of the document, with the outline beside them.
func (p *pane) lines(lines []string) {
	l := p.layout
	left := render.Spaces(l.text.X)
	if l.outline.W > 0 {
		beside := p.drawn.outline.lines(p)
		left = render.Spaces(l.outline.X)
		rule := p.app.Theme.Border.Render("│") + render.Spaces(l.text.X-l.outline.X-l.outline.W-1)
		for row, line := range beside {
			if l.text.Y+row < len(lines) {
				lines[l.text.Y+row] = left + line + rule
			}
		}
		left = ""
	}
	p.doc.rows(func(row int, s spot, it *drawn) bool {
		y := l.text.Y + row
		if y >= len(lines) {
			return false
		}
		if s.line >= it.gap {
			lines[y] += left + p.line(s, it)
		}
		return true
	})
}

// line is one drawn line, its matches lit.
func (p *pane) line(s spot, it *drawn) string {
	if p.search != nil && p.search.total() > 0 {
		return p.search.lit(s.item, it)[s.line-it.gap]
	}
	return it.lines[s.line-it.gap].Styled
}

// headline names what is shown, "" while the article's own title is in view.
func (p *pane) headline() string {
	switch {
	case p.view == rawView:
		return "Source text"
	case p.view == postsView:
		return "Posts only"
	case p.doc.top.item == 0 && p.doc.top.line == 0:
		return ""
	}
	return p.items.article.Title
}

// progress is how far the view has come; ok is false when that is not known yet.
func (p *pane) progress() (far progress, ok bool) {
	switch f := p.flow(); {
	case f == nil && p.doc.flow.len() > 0:
		return percentOf(p.doc), true
	case f == nil || p.sums == nil || f.len() == 0 || p.view != wholeView:
		return progress{}, false
	default:
		return progressOf(p.doc, p.sums, f.real), true
	}
}

// ruleOf is what the line of progress depends on.
type ruleOf struct{ done, w int }

// progressLine is a rule of w cells, thick as far as the view has come.
func (p *pane) progressLine(w int) string {
	of := ruleOf{0, w}
	if far, ok := p.progress(); ok && !far.whole {
		of.done = w * far.percent / 100
	}
	if p.drawn.ruled != of || p.drawn.rule == "" {
		t := p.app.Theme
		p.drawn.ruled = of
		p.drawn.rule = t.Accent.Render(strings.Repeat("━", of.done)) + t.Border.Render(strings.Repeat("─", w-of.done))
	}
	return p.drawn.rule
}

// visibleLinks are the links in view, each by its first row.
func (p *pane) visibleLinks() []visibleLink {
	var links []visibleLink
	article := p.flow()
	p.doc.rows(func(row int, s spot, it *drawn) bool {
		if s.line < it.gap {
			return true
		}
		line := it.lines[s.line-it.gap]
		var block model.Block
		if article != nil {
			block = article.all[article.real(s.item)].block
		}
		for _, l := range render.Links(line) {
			words := render.Plain(render.Slice(line.Styled, l.From, l.To))
			links = append(links, visibleLink{l, row, words, leadsOutside(block, l.URL)})
		}
		links = append(links, headlines(block, line, row)...)
		return true
	})
	return links
}

// firstPart is the first item in view that is part of the article, below its title block; 0 when there is none.
func (p *pane) firstPart() int {
	at, f := 0, p.flow()
	p.doc.rows(func(_ int, s spot, it *drawn) bool {
		if i := f.real(s.item); s.line >= it.gap && i > 0 {
			at = i
		}
		return at == 0
	})
	return at
}

// sectionUnder is the section of the outline under a cell of the terminal. It reports false beside the outline; the
// section is -1 where there is none.
func (p *pane) sectionUnder(x, y int) (section int, ok bool) {
	if o := p.layout.outline; o.Contains(x, y) {
		return p.drawn.outline.sectionAt(y - o.Y), true
	}
	return -1, false
}

// linkUnder is the link under a cell of the terminal.
func (p *pane) linkUnder(x, y int) (visibleLink, bool) {
	l := p.layout.text
	for _, link := range p.visibleLinks() {
		if link.row == y-l.Y && link.From <= x-l.X && x-l.X < link.To {
			return link, true
		}
	}
	return visibleLink{}, false
}

// quote is the paragraph with the present match, or else the first one in view.
func (p *pane) quote() string {
	if s := p.search; s != nil && s.now >= 0 {
		item, _ := s.at(s.now)
		if p.doc.sees(s.spot(s.now)) {
			return p.doc.flow.text(item)
		}
	}
	text := ""
	p.doc.rows(func(_ int, s spot, it *drawn) bool {
		f := p.flow()
		if s.line >= it.gap && (f == nil || f.all[f.real(s.item)].block != nil) {
			text = p.doc.flow.text(s.item)
		}
		return text == ""
	})
	return text
}

// quoted is the beginning of the quote, for the menu.
func (p *pane) quoted() string {
	const short = 41
	return render.Truncate(strings.Join(strings.Fields(p.quote()), " "), short)
}
