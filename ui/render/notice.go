package render

import "lede/model"

// notice draws what belongs to the page and not to the story, set back.
func (r *Renderer) notice(n model.Notice) []Line {
	where := place{}.in(inNotice)
	if !readable(n.Source) {
		return layout(in(r.press.pen(where), n.Text()), r.width)
	}
	if words, ok := unmarked(n.Source); ok {
		return trimmed(layout(in(r.press.pen(where), words), r.width))
	}
	return r.markdown(r.parsers.inlines(), model.Prose{Source: n.Source}, where)
}
