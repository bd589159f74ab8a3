package render

import (
	"github.com/yuin/goldmark/text"

	"lede/model"
)

// notice draws what belongs to the page and not to the story, set back.
func (r *Renderer) notice(n model.Notice) []Line {
	if !readable(n.Source) {
		return layout([]run{styled(n.Text(), r.theme.Notice)}, r.width)
	}
	if words, ok := unmarked(n.Source); ok {
		return trimmed(layout([]run{styled(words, r.theme.Notice)}, r.width))
	}
	source := []byte(n.Source)
	d := drawing{Renderer: r, source: source}
	var lines []Line
	for p := r.paragraphs().Parse(text.NewReader(source)).FirstChild(); p != nil; p = p.NextSibling() {
		lines = append(lines, layout(over(d.runs(p), r.theme.Notice), r.width)...)
	}
	return trimmed(lines)
}
