package render

import (
	"strings"

	"lede/model"
	"lede/model/address"
)

// What is before what is known of a picture, and of a player.
const (
	imageSign  = "▣"
	playerSign = "▶"
)

// image draws a picture as a line: its sign and caption, which lead to it, and its credit. A player names the host
// where it plays.
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
	runs := []run{styled(words, r.theme.Text)}
	if b.URL != "" {
		runs[0] = linked(words, b.URL, r.theme.Link)
	}
	if b.Credit != "" {
		runs = append(runs, styled(" — "+b.Credit, r.theme.Dim))
	}
	sign := imageSign
	if b.Plays() {
		sign = playerSign
		if host := address.Name(b.URL); !strings.Contains(words, host) {
			runs = append(runs, styled(" · "+host, r.theme.Dim))
		}
	}
	if !strings.Contains(words, b.Alt) {
		runs = append(runs, styled(" ("+b.Alt+")", r.theme.Dim))
	}
	return indent(layout(runs, r.width-2), r.theme.Dim.Render(sign)+" ", "  ")
}
