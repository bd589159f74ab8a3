package export

import (
	"strings"

	"github.com/clipperhouse/displaywidth"

	"lede/model/script"
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
// Newlines in text are kept. Words that are too long are cut between characters, but for addresses. The result has no
// last newline.
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
	w.bare = cellsOf(prefix)
	w.used = w.bare
}

func (w *wrapper) newline() {
	w.b.WriteByte('\n')
	w.begin(w.rest)
}

func (w *wrapper) word(word string) {
	cells := cellsOf(word)
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
	case isAddress(word):
		if gap > 0 {
			w.newline()
		}
		w.put(word, 0, cells)
	default:
		w.pieces(word, gap)
	}
}

// isAddress reports whether a word holds an address, which broken over lines could neither be followed nor copied.
func isAddress(word string) bool {
	return strings.Contains(word, "http://") || strings.Contains(word, "https://")
}

func (w *wrapper) put(s string, gap, cells int) {
	if gap > 0 {
		w.b.WriteByte(' ')
	}
	w.b.WriteString(s)
	w.used += gap + cells
}

// pieces writes a word that no line can hold: text without spaces fills the present line first. Lines end between the
// words of Thai, elsewhere between characters.
func (w *wrapper) pieces(word string, gap int) {
	for word != "" {
		n := pieceOf(word)
		cells := cellsOf(word[:n])
		if w.used+gap+cells > w.width && w.used > w.bare {
			w.newline()
			gap = 0
		}
		if n, cells = w.fitting(word, n, cells); n > 0 {
			w.put(word[:n], gap, cells)
		}
		gap, word = 0, word[n:]
	}
}

// fitting returns how much of a piece of n bytes fits on an empty line: at least a character.
func (w *wrapper) fitting(word string, n, cells int) (int, int) {
	if w.used+cells <= w.width {
		return n, cells
	}
	g := displaywidth.StringGraphemes(word)
	g.Next()
	return len(g.Value()), script.Cells(g.Value(), g.Width())
}

// pieceOf returns the length of the first part of a text that a line may end behind: a word of Thai, or a character.
func pieceOf(text string) int {
	end := strings.IndexFunc(text, func(r rune) bool { return !script.IsThai(r) })
	if end < 0 {
		end = len(text)
	}
	if end > 0 {
		if breaks := script.ThaiBreaks(text[:end]); len(breaks) > 0 {
			return breaks[0].At
		}
		return end
	}
	g := displaywidth.StringGraphemes(text)
	g.Next()
	return len(g.Value())
}

// cellsOf returns how many cells a terminal draws for a text.
func cellsOf(text string) int {
	if strings.IndexFunc(text, func(r rune) bool { return r >= 0x900 }) < 0 {
		return displaywidth.String(text)
	}
	n := 0
	for g := displaywidth.StringGraphemes(text); g.Next(); {
		n += script.Cells(g.Value(), g.Width())
	}
	return n
}
