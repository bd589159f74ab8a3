package render

import (
	"net/url"
	"strings"

	"lede/model"
	"lede/ui/theme"
)

// maxCard is the widest that a post is drawn, in cells.
const maxCard = 64

// post draws a quoted post as a card: its network in the border, who and when, the words, and what hangs on it.
func (r *Renderer) post(p model.Post) []Line {
	if p.Own {
		return r.turn(p)
	}
	width := min(r.width, maxCard)
	inner := width - 4
	lines := r.signature(p, inner)
	switch {
	case p.Missing:
		lines = append(lines, r.missing(p, inner)...)
	default:
		lines = append(lines, trimmed(layout([]run{styled(p.Source, r.theme.Text)}, inner))...)
		lines = r.chips(lines, p.Links, inner)
	}
	lines = append(lines, r.parts(mirrored(p.Mirror), inner)...)
	name := linked(network(p.Network), p.URL, r.theme.Network(p.Network).With(r.theme.Strong))
	return r.card(lines, append([]run{name}, r.holding(p.URL)...), r.theme.Network(p.Network), width)
}

func network(n model.Network) string {
	if n == "" {
		return "Post"
	}
	return string(n)
}

// signature is who wrote the post, and when: on one line when there is room, or else below each other.
func (r *Renderer) signature(p model.Post, width int) []Line {
	name := styled(p.Author, r.theme.Strong)
	small := styled(joined(" · ", p.Handle, p.Posted), r.theme.Dim)
	if Width(name.text)+2+Width(small.text) <= width && name.text != "" && small.text != "" {
		return layout([]run{name, {text: "  "}, small}, width)
	}
	return append(trimmed(layout([]run{name}, width)), r.parts([]string{p.Handle, p.Posted}, width)...)
}

func (r *Renderer) missing(p model.Post, width int) []Line {
	runs := []run{styled("not quoted here", r.theme.Notice)}
	if p.URL != "" {
		runs = append(runs, styled(" · ", r.theme.Dim), linked(short(p.URL), p.URL, r.theme.Link))
	}
	return layout(runs, width)
}

// mirrored says what a post copies.
func mirrored(m model.Mirror) []string {
	if m == (model.Mirror{}) {
		return nil
	}
	from := "copied"
	if m.Network != "" {
		from += " from " + string(m.Network)
	}
	return []string{from, joined(" ", m.Author, m.Handle), m.Posted}
}

// joined is strings.Join without the empty parts.
func joined(between string, parts ...string) string {
	kept := parts[:0:0]
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, between)
}

// chips puts what hangs on a post at the right, on the last line of its words when there is room.
func (r *Renderer) chips(lines []Line, links []model.Link, width int) []Line {
	for n, row := range r.chipRows(links, width) {
		space := width - Width(row)
		if n == 0 && len(lines) > 0 && Width(lines[len(lines)-1].Styled)+2 <= space {
			last := &lines[len(lines)-1]
			last.Styled += Spaces(space-Width(last.Styled)) + row
			continue
		}
		lines = append(lines, Line{Styled: Spaces(space) + row})
	}
	return lines
}

func (r *Renderer) chipRows(links []model.Link, width int) []string {
	var rows []string
	row := ""
	for _, l := range links {
		chip := Truncate(r.chip(l), width)
		switch {
		case row == "":
			row = chip
		case Width(row)+2+Width(chip) <= width:
			row += "  " + chip
		default:
			rows = append(rows, row)
			row = chip
		}
	}
	if row == "" {
		return rows
	}
	return append(rows, row)
}

func (r *Renderer) chip(l model.Link) string {
	words := "↗ " + l.Title
	switch l.Title {
	case "media":
		words = "⧉ media"
	case "":
		words = "↗ " + short(l.URL)
	}
	var p painter
	p.put(untabbed(words), r.theme.Dim.Open(), openLink(l.URL))
	for _, sign := range r.holding(l.URL) {
		p.put(sign.text, sign.pen, sign.url)
	}
	return p.end()
}

// short is an address as a reader knows it: host and path.
func short(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return address
	}
	return strings.TrimPrefix(u.Host, "www.") + strings.TrimSuffix(u.EscapedPath(), "/")
}

// card draws a border round lines, with a name in it. width is that of the whole card.
func (r *Renderer) card(lines []Line, head []run, border theme.Style, width int) []Line {
	name := Truncate(head[0].text, width-7)
	b := r.theme.Card
	var top painter
	top.put(b.TopLeft+" ", border.Open(), "")
	top.put(name, head[0].pen, head[0].url)
	for _, sign := range head[1:] {
		top.put(sign.text, sign.pen, sign.url)
	}
	top.put(" "+strings.Repeat(b.Top, width-3-Width(name)-len(head))+b.TopRight, border.Open(), "")
	card := make([]Line, 0, len(lines)+2)
	card = append(card, Line{Styled: top.end(), Text: name, Col: 2})
	left, right := border.Render(b.Left)+" ", " "+border.Render(b.Right)
	for _, l := range lines {
		l.Styled = left + l.Styled + Spaces(width-4-Width(l.Styled)) + right
		l.Col += 2
		card = append(card, l)
	}
	return append(card, Line{Styled: border.Render(b.BottomLeft + strings.Repeat(b.Bottom, width-2) + b.BottomRight)})
}
