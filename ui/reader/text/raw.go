package text

import (
	"strings"
	"unicode/utf8"

	"lede/ui/render"
)

// maxRawItem is how many bytes of one long line of source are drawn at once.
const maxRawItem = 4 << 10

// rawFlow shows the source of an article as it came, a line an item, long lines wrapped and in several items.
type rawFlow struct {
	source string
	starts []int // where each item starts in source
	width  int
}

// newRawFlow divides source into items. It costs as much as finding the line ends.
func newRawFlow(source string, width int) *rawFlow {
	f := &rawFlow{source: source, width: width, starts: make([]int, 0, len(source)/64+1)}
	for at := 0; at < len(source); {
		f.starts = append(f.starts, at)
		at = f.next(at)
	}
	return f
}

// next is where the item after the one at a byte starts.
func (f *rawFlow) next(at int) int {
	rest := f.source[at:]
	if len(rest) > maxRawItem {
		rest = rest[:maxRawItem]
	}
	if i := strings.IndexByte(rest, '\n'); i >= 0 {
		return at + i + 1
	}
	if at+len(rest) == len(f.source) {
		return len(f.source)
	}
	if i := strings.LastIndexByte(rest, ' '); i > 0 {
		return at + i + 1
	}
	for i := len(rest); i > len(rest)-utf8.UTFMax; i-- {
		if utf8.RuneStart(f.source[at+i]) {
			return at + i
		}
	}
	return at + len(rest)
}

func (f *rawFlow) Len() int { return len(f.starts) }

// text is the source of item i without its line end.
func (f *rawFlow) text(i int) string {
	end := len(f.source)
	if i+1 < len(f.starts) {
		end = f.starts[i+1]
	}
	return strings.TrimSuffix(f.source[f.starts[i]:end], "\n")
}

func (f *rawFlow) draw(i int) []render.Line {
	text := render.ExpandTabs(f.text(i))
	if render.Width(text) <= f.width {
		return []render.Line{{Styled: text, Text: text}}
	}
	wrapped := render.Wrap(text, f.width)
	lines := make([]render.Line, len(wrapped))
	for j, l := range wrapped {
		lines[j] = render.Line{Styled: l, Text: l}
	}
	return lines
}

func (f *rawFlow) gap(int) int { return 0 }
