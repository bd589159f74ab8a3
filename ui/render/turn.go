package render

import (
	"cmp"

	"lede/model"
)

const (
	answerIndent = 2 // cells that an answer is set in below what it answers
	maxAnswers   = 6 // how many times
)

// turn draws a post that the article is made of as a card: its author, whom it answers and when, and its blocks. An
// answer is set in below what it answers. A post without words is the time of what follows, on a line.
func (r *Renderer) turn(p model.Post) []Line {
	if len(p.Body) == 0 {
		return r.parts([]string{p.Posted, p.Author, p.Handle}, r.width)
	}
	name := linked(cmp.Or(p.Author, p.Handle, "Post"), p.URL, r.theme.Strong)
	room := max(0, r.width-cardSides-minWidth)
	indent := min(answerIndent*min(p.Depth, maxAnswers), r.width/4, room)
	in := *r
	in.width = r.width - indent - cardSides
	lines := append(layout([]run{name}, in.width), in.turnLines(p)...)
	return setIn(r.card(lines, r.theme.Network("")), indent)
}

// turnLines draws what is in a card: a line below the name, and the blocks.
func (r *Renderer) turnLines(p model.Post) []Line {
	to := ""
	if p.Answers != "" {
		to = "to " + p.Answers
	}
	lines := r.parts([]string{p.Handle, to, p.Posted}, r.width)
	for _, b := range p.Body {
		drawn := r.Block(b)
		if len(lines) > 0 && len(drawn) > 0 {
			lines = append(lines, Line{})
		}
		lines = append(lines, drawn...)
	}
	return lines
}

// setIn sets lines in by some cells.
func setIn(lines []Line, cells int) []Line {
	if cells == 0 {
		return lines
	}
	for i := range lines {
		lines[i].Styled = Spaces(cells) + lines[i].Styled
		lines[i].Col += cells
	}
	return lines
}
