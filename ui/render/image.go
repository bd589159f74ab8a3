package render

import "lede/model"

// imageSign stands before what is known of a picture.
const imageSign = "▣"

// image draws a picture as a line: its sign and caption, which lead to it, and its credit.
func (r *Renderer) image(b model.Image) []Line {
	words := b.Caption
	if words == "" {
		words, b.Alt = b.Alt, ""
	}
	if words == "" {
		words = short(b.URL)
	}
	if words == "" {
		words, b.Credit = b.Credit, ""
	}
	if words == "" {
		return nil
	}
	runs := []run{{text: words}}
	if b.URL != "" {
		runs[0] = linked(words, b.URL, r.theme.Link)
	}
	if b.Credit != "" {
		runs = append(runs, styled(" — "+b.Credit, r.theme.Dim))
	}
	if b.Alt != "" && b.Alt != words {
		runs = append(runs, styled(" ("+b.Alt+")", r.theme.Dim))
	}
	sign := r.theme.Dim.Render(imageSign) + " "
	return indent(layout(runs, r.width-2), sign, "  ")
}
