package ui

import "strings"

// completion is what a part of a line may become.
type completion struct {
	from, to int      // the bytes that are replaced
	texts    []string // the best first
	needed   bool     // what stands there is not whole: it means nothing as it is
}

// completeTerm completes a prompt and ends the term, unless its value is to be typed yet.
func (p *prompt) completeTerm(c completion) bool {
	changed := p.complete(c)
	if changed && p.at == len(p.text) && !strings.HasSuffix(p.text, ":") {
		p.text += " "
		p.at++
	}
	return changed
}

// complete completes a prompt by the first text and tells whether there was one.
func (p *prompt) complete(c completion) bool {
	if len(c.texts) == 0 || c.to > len(p.text) {
		return false
	}
	text := c.texts[0]
	changed := p.text[c.from:c.to] != text
	p.text = p.text[:c.from] + text + p.text[c.to:]
	p.at = c.from + len(text)
	return changed
}
