package widget

import "strings"

// Completion is what a part of a line may become.
type Completion struct {
	From, To int      // the bytes that are replaced
	Texts    []string // the best first
	Needed   bool     // the word there is incomplete: it means nothing as it is
}

// CompleteTerm completes a prompt and ends the term, unless its value is to be typed yet.
func (p *Prompt) CompleteTerm(c Completion) bool {
	changed := p.Complete(c)
	if changed && p.At == len(p.Text) && !strings.HasSuffix(p.Text, ":") {
		p.Text += " "
		p.At++
	}
	return changed
}

// Complete completes a prompt by the first text and reports whether there was one.
func (p *Prompt) Complete(c Completion) bool {
	if len(c.Texts) == 0 || c.To > len(p.Text) {
		return false
	}
	text := c.Texts[0]
	changed := p.Text[c.From:c.To] != text
	p.Text = p.Text[:c.From] + text + p.Text[c.To:]
	p.At = c.From + len(text)
	return changed
}
