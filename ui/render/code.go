package render

func (r *Renderer) code(language, source string, width int) []Line {
	return r.plain(source, width)
}
