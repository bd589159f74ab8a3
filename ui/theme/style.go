package theme

import (
	"fmt"
	"strconv"
	"strings"
)

// Style is how a piece of text looks: the parameters of one SGR sequence, made once when the theme is
// built. The zero value is the terminal's own look.
//
// Colours are 24-bit; the program's output is taken down to what the terminal can show when it is written.
type Style struct{ sgr string }

// Attributes that a style may have besides its colours.
const (
	bold      = "1"
	italic    = "3"
	underline = "4"
	reverse   = "7"
	strike    = "9"
)

// Reset ends every style.
const Reset = "\x1b[m"

// style joins attributes and a colour, "#rrggbb" or "" for the terminal's own.
func style(color string, attributes ...string) Style {
	if color != "" {
		attributes = append(attributes, "38;2;"+rgb(color))
	}
	return Style{sgr: strings.Join(attributes, ";")}
}

// on gives the style a background.
func (s Style) on(color string) Style { return s.With(Style{sgr: "48;2;" + rgb(color)}) }

func rgb(color string) string {
	c := channels(color)
	return fmt.Sprintf("%d;%d;%d", c[0], c[1], c[2])
}

// channels are red, green and blue, 0–255. A colour that is not "#rrggbb" is black.
func channels(color string) [3]int {
	n, err := strconv.ParseUint(strings.TrimPrefix(color, "#"), 16, 24)
	if err != nil {
		return [3]int{}
	}
	return [3]int{int(n >> 16 & 0xff), int(n >> 8 & 0xff), int(n & 0xff)}
}

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
