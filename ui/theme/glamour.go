package theme

import "charm.land/glamour/v2/ansi"

// Glamour returns the style sheet for the words inside a paragraph.
//
// Paragraph and document have no style, margin or colour: wrapping is ours, and body text keeps the terminal's own
// foreground.
func (t *Theme) Glamour() ansi.StyleConfig {
	yes := true
	code := t.Palette.Code
	return ansi.StyleConfig{
		Emph:          ansi.StylePrimitive{Italic: &yes},
		Strong:        ansi.StylePrimitive{Bold: &yes},
		Strikethrough: ansi.StylePrimitive{CrossedOut: &yes},
		Code:          ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: &code}},
	}
}
