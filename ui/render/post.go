package render

import (
	"net/url"
	"strings"

	"lede/model"
	"lede/ui/theme"
)

// cardBar stands before the lines of a post.
const cardBar = "┃ "

// cardSides is the cells of a card beside what is in it.
const cardSides = 2

// post draws a quoted post as a card: a bar in its network's colour, who and when, the words, and what hangs on it.
func (r *Renderer) post(p model.Post) []Line {
	if p.Own {
		return r.turn(p)
	}
	inner := r.width - cardSides
	lines := r.signature(p, inner)
	switch {
	case p.Missing:
		lines = append(lines, r.missing(p, inner)...)
	default:
		lines = append(lines, trimmed(layout([]run{styled(p.Source, r.theme.Text)}, inner))...)
		lines = r.chips(lines, p.Links, inner)
	}
	lines = append(lines, r.parts(mirrored(p.Mirror), inner)...)
	return r.card(lines, r.theme.Network(p.Network))
}

func network(n model.Network) string {
	if n == "" {
		return "Post"
	}
	return string(n)
}

// signature is where the post is from, who wrote it and when: on as few lines as they need.
func (r *Renderer) signature(p model.Post, width int) []Line {
	from := linked(network(p.Network), p.URL, r.theme.Network(p.Network).With(r.theme.Strong))
	head := append([]run{from}, r.holding(p.URL)...)
	used := Width(join(head))
	var lines []Line
	for _, part := range []run{
		styled(p.Author, r.theme.Strong),
		styled(joined(" · ", p.Handle, p.Posted), r.theme.Dim),
	} {
		wide := len(cardGap) + Width(part.text)
		switch {
		case part.text == "":
			continue
		case used+wide <= width:
			head = append(head, run{text: cardGap})
		default:
			lines = append(lines, layout(head, width)...)
			head, used, wide = nil, 0, wide-len(cardGap)
		}
		head, used = append(head, part), used+wide
	}
	return append(lines, trimmed(layout(head, width))...)
}

// cardGap stands between the parts of a post's first line.
const cardGap = "  "

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

// card draws a bar before lines.
func (r *Renderer) card(lines []Line, bar theme.Style) []Line {
	sign := bar.Render(strings.TrimRight(cardBar, " "))
	for i := range lines {
		if lines[i].Styled != "" {
			lines[i].Styled = " " + lines[i].Styled
		}
		lines[i].Styled = sign + lines[i].Styled
		lines[i].Col += cardSides
	}
	return lines
}
