package theme

import (
	"strings"

	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
)

// Style is how a piece of text looks: a Lip Gloss style whose SGR parameters are taken once, when the theme is built.
// Lip Gloss takes 3.6 µs to render a word, which View cannot spend on each of the hundreds on a screen; joining takes
// 0.03 µs. The zero value is the terminal's own look.
//
// Colours are 24-bit; the program's output is taken down to what the terminal can show when it is written.
type Style struct{ sgr string }

// Reset ends every style.
const Reset = "\x1b[m"

// frozen takes the SGR parameters of a Lip Gloss style.
func frozen(s lipgloss.Style) Style {
	before, _, _ := strings.Cut(s.Render("x"), "x")
	sgr := strings.TrimSuffix(strings.TrimPrefix(before, "\x1b["), "m")
	if s.GetUnderline() {
		sgr = strings.TrimSuffix(sgr, ";4") // Lip Gloss writes it a second time
	}
	return Style{sgr: sgr}
}

// ink is the Lip Gloss style of words in a colour, "" for the terminal's own.
func ink(color string) lipgloss.Style {
	if color == "" {
		return lipgloss.NewStyle()
	}
	return lipgloss.NewStyle().Foreground(lipgloss.Color(color))
}

// primitive is the Lip Gloss style of one of Glamour's.
func primitive(p ansi.StylePrimitive) lipgloss.Style {
	s := ink(value(p.Color)).
		Bold(isSet(p.Bold)).Italic(isSet(p.Italic)).Underline(isSet(p.Underline)).
		Strikethrough(isSet(p.CrossedOut)).Reverse(isSet(p.Inverse))
	if p.BackgroundColor != nil {
		s = s.Background(lipgloss.Color(*p.BackgroundColor))
	}
	return s
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func isSet(b *bool) bool { return b != nil && *b }

// With returns the style with another laid over it.
func (s Style) With(over Style) Style {
	if s.sgr == "" || over.sgr == "" {
		return Style{sgr: s.sgr + over.sgr}
	}
	return Style{sgr: s.sgr + ";" + over.sgr}
}

// Open is the sequence that begins the style, "" for the zero style.
func (s Style) Open() string {
	if s.sgr == "" {
		return ""
	}
	return "\x1b[" + s.sgr + "m"
}

// Render returns text in the style. The text must hold no sequences of its own.
func (s Style) Render(text string) string {
	if s.sgr == "" || text == "" {
		return text
	}
	return "\x1b[" + s.sgr + "m" + text + Reset
}
