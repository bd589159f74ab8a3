package render

import (
	"cmp"
	"strings"

	"lede/model"
	"lede/model/address"
)

// What is before what is known of a picture, and of a player.
const (
	imageSign  = "▣"
	playerSign = "▶"
)

// image draws a picture as a line: its sign and caption, which lead to it, and its credit. The sign of a picture
// that is not seen (alt) is drawn where it has no caption. A player names the host where it plays.
func (r *Renderer) image(b model.Image) []Line {
	words := cmp.Or(b.Caption, b.Alt, short(b.URL))
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
	return indent(layout(runs, r.width-2), r.theme.Dim.Render(sign)+" ", "  ")
}
