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
)

// Reset ends every style.
const Reset = "\x1b[m"

// style joins attributes and a colour of a palette, "" for the terminal's own.
func style(color string, attributes ...string) Style {
	if color != "" {
		attributes = append(attributes, foreground(color))
	}
	return Style{sgr: strings.Join(attributes, ";")}
}

// on gives the style a background.
func (s Style) on(color string) Style { return s.With(Style{sgr: background(color)}) }

// foreground is a colour's SGR parameters, "" for none or one that cannot be read.
func foreground(color string) string { return sgr(color, "38;2;", 30, 90) }

// background is foreground for the colour behind the words.
func background(color string) string { return sgr(color, "48;2;", 40, 100) }

func sgr(color, full string, basic, bright int) string {
	if hex, ok := strings.CutPrefix(color, "#"); ok {
		n, err := strconv.ParseUint(hex, 16, 24)
		if err != nil {
			return ""
		}
		return fmt.Sprintf("%s%d;%d;%d", full, n>>16, n>>8&0xff, n&0xff)
	}
	n, err := strconv.Atoi(color)
	switch {
	case err != nil || n < 0 || n > 15:
		return ""
	case n < 8:
		return strconv.Itoa(basic + n)
	}
	return strconv.Itoa(bright + n - 8)
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
