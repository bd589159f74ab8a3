package export

import (
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// wrapper fills lines of at most width cells; 0 cells means no limit.
type wrapper struct {
	b     strings.Builder
	width int
	rest  string // stands before every line but the first
	bare  int    // cells of the prefix of the present line
	used  int    // cells on the present line
}

// wrap fills text into lines of at most width cells, the first after the prefix first, the others after rest.
// Newlines in text are kept. Words that are too long are cut between characters. The result has no last newline.
func wrap(text string, width int, first, rest string) string {
	w := wrapper{width: width, rest: rest}
	w.b.Grow(len(text) + len(text)/20)
	w.begin(first)
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			w.newline()
		}
		for word := range strings.FieldsSeq(line) {
			w.word(word)
		}
	}
	return w.b.String()
}

// wrapParts fills lines with parts that are parted by dots and not broken themselves, unless one is wider than a line.
func wrapParts(parts []string, width int) string {
	var w wrapper
	w.width = width
	for i, part := range parts {
		if i < len(parts)-1 {
			part += " ·"
		}
		w.word(part)
	}
	return w.b.String()
}

func (w *wrapper) begin(prefix string) {
	w.b.WriteString(prefix)
	w.bare = displaywidth.String(prefix)
	w.used = w.bare
}

func (w *wrapper) newline() {
	w.b.WriteByte('\n')
	w.begin(w.rest)
}

func (w *wrapper) word(word string) {
	cells := displaywidth.String(word)
	gap := 0
	if w.used > w.bare {
		gap = 1
	}
	switch {
	case w.width <= 0 || w.used+gap+cells <= w.width:
		w.put(word, gap, cells)
	case w.bare+cells <= w.width:
		w.newline()
		w.put(word, 0, cells)
	default:
		w.pieces(word, gap)
	}
}

func (w *wrapper) put(s string, gap, cells int) {
	if gap > 0 {
		w.b.WriteByte(' ')
	}
	w.b.WriteString(s)
	w.used += gap + cells
}

// pieces writes a word that no line can hold: text without spaces fills the present line first.
func (w *wrapper) pieces(word string, gap int) {
	g := displaywidth.StringGraphemes(word)
	for g.Next() {
		if w.used+gap+g.Width() > w.width && w.used > w.bare {
			w.newline()
			gap = 0
		}
		w.put(g.Value(), gap, g.Width())
		gap = 0
	}
}
