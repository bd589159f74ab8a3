package render

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"lede/model/script"
	"lede/ui/theme"
)

// Width is how many cells a line takes, sequences not counted. A user-perceived character (a letter with its
// marks, an emoji family) is measured as one.
func Width(s string) int {
	width := 0
	for i := 0; i < len(s); {
		n, w := next(s[i:])
		width += w
		i += n
	}
	return width
}

// Truncate cuts a line to at most width cells, the last of them "…" when something was cut off.
func Truncate(s string, width int) string {
	if len(s) <= width || Width(s) <= width {
		return s
	}
	if width <= 0 {
		return ""
	}
	var p painter
	for c := range cells(s) {
		if c.col+c.width > width-1 {
			p.put("…", c.pen, c.url)
			break
		}
		p.put(c.text, c.pen, c.url)
	}
	return p.end()
}

// Pad makes a line exactly width cells wide: with spaces, or by Truncate.
func Pad(s string, width int) string {
	s = Truncate(s, width)
	return s + Spaces(width-Width(s))
}

// Spaces returns n spaces; none when n is negative.
func Spaces(n int) string { return strings.Repeat(" ", max(n, 0)) }

// Slice returns the cells from up to, but not including, to, styled as they are in the line. Half of a wide
// character becomes a space.
func Slice(s string, from, to int) string {
	var p painter
	for c := range cells(s) {
		end := c.col + c.width
		switch {
		case c.width == 0 && (c.col > from || from == 0) && c.col <= to, c.width > 0 && c.col >= from && end <= to:
			p.put(c.text, c.pen, c.url)
		case c.col >= to:
			return p.end()
		case end > from:
			p.put(Spaces(min(end, to)-max(c.col, from)), c.pen, c.url)
		}
	}
	return p.end()
}

// Highlight lays a style over the cells from up to, but not including, to of a line.
func Highlight(line Line, from, to int, style theme.Style) Line {
	var p painter
	over := style.Open()
	for c := range cells(line.Styled) {
		if c.col < to && c.col+c.width > from {
			c.pen += over
		}
		p.put(c.text, c.pen, c.url)
	}
	line.Styled = p.end()
	return line
}

// Overlay writes text over the cells of a line that begin at col. A line that ends before is filled with spaces.
func Overlay(styled string, col int, text string) string {
	left := Slice(styled, 0, col)
	left += Spaces(col - Width(left))
	return left + text + Slice(styled, col+Width(text), maxColumns)
}

// maxColumns is wider than any line.
const maxColumns = 1 << 30

// LinkSpan is a link on a line: its address and the cells that it takes, from up to, but not including, To.
type LinkSpan struct {
	URL      string
	From, To int
}

// Links returns the links on a line from left to right.
func Links(line Line) []LinkSpan {
	if !strings.Contains(line.Styled, hyperlink) {
		return nil
	}
	var links []LinkSpan
	for c := range cells(line.Styled) {
		if c.url == "" {
			continue
		}
		url, end := linkOf(c.url), c.col+c.width
		if n := len(links) - 1; n >= 0 && links[n].To == c.col && links[n].URL == url {
			links[n].To = end
			continue
		}
		links = append(links, LinkSpan{URL: url, From: c.col, To: end})
	}
	return links
}

// next measures what s begins with: a sequence, or one user-perceived character.
func next(s string) (size, width int) {
	switch {
	case s[0] == esc:
		return sequence(s), 0
	case s[0] < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf):
		return 1, printable(s[0])
	}
	if size, width := alone(s); size > 0 {
		return size, width
	}
	cluster, width := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	return max(len(cluster), 1), script.Cells(cluster, width)
}

func printable(c byte) int {
	if c < ' ' || c == 0x7f {
		return 0
	}
	return 1
}

// alone measures a letter of the common scripts that nothing joins, which needs no segmentation. size is 0 for
// anything else.
func alone(s string) (size, width int) {
	r, size := utf8.DecodeRuneInString(s)
	width = letter(r)
	if width == 0 {
		return 0, 0
	}
	if size == len(s) || s[size] < utf8.RuneSelf && s[size] != '\r' {
		return size, width
	}
	if after, _ := utf8.DecodeRuneInString(s[size:]); letter(after) == 0 {
		return 0, 0
	}
	return size, width
}

// letter is the width of a letter that begins a character and joins none before it, 0 when that is not certain.
func letter(r rune) int {
	switch {
	case r >= 0xc0 && r <= 0x2af, r >= 0x388 && r <= 0x482, r >= 0x48a && r <= 0x52f:
		return 1
	case r >= 0x4e00 && r <= 0x9fff, r >= 0x3041 && r <= 0x3096, r >= 0x30a1 && r <= 0x30fa,
		r == '、', r == '。', r == '，':
		return 2
	}
	return 0
}
