package theme

import "charm.land/glamour/v2/ansi"

// HrefMark is what glamour writes in the place of a link's address, after a space; the renderer takes both away. It
// cannot stand in clean text.
const HrefMark = "\x00"

// Glamour returns the style sheet for the words inside a paragraph.
//
// Paragraph and document have no style, margin or colour: wrapping is ours, and body text keeps the terminal's own
// foreground.
func (t *Theme) Glamour() ansi.StyleConfig {
	yes := true
	link, code := t.Palette.Link, t.Palette.Code
	return ansi.StyleConfig{
		Emph:          ansi.StylePrimitive{Italic: &yes},
		Strong:        ansi.StylePrimitive{Bold: &yes},
		Strikethrough: ansi.StylePrimitive{CrossedOut: &yes},
		LinkText:      ansi.StylePrimitive{Color: &link, Underline: &yes},
		Link:          ansi.StylePrimitive{Format: `{{"\x00"}}`},
		Code:          ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: &code}},
	}
}
