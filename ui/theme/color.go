package theme

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// A colour of a theme is "#rrggbb", "#rgb", or a number: "0" to "15" for the colours that the terminal's own settings
// name, up to "255" for the others that it numbers.

// checkColor returns an error for what is not a colour.
func checkColor(c string) error {
	if hex, ok := strings.CutPrefix(c, "#"); ok {
		if _, err := strconv.ParseUint(hex, 16, 24); err == nil && (len(hex) == 3 || len(hex) == 6) {
			return nil
		}
		return fmt.Errorf("%q is not a colour: write #rrggbb", c)
	}
	if n, err := strconv.ParseUint(c, 10, 8); err != nil || strconv.FormatUint(n, 10) != c {
		return fmt.Errorf("%q is not a colour: write #rrggbb, or a number from 0 to 255", c)
	}
	return nil
}

// basic reports whether a colour is one of the 16 that the terminal's own settings name.
func basic(c string) bool { return len(c) == 1 || len(c) == 2 && c[0] == '1' && c[1] <= '5' }

// codes are the SGR parameters of a colour, in the foreground and in the background.
func codes(color string) (fore, back string) {
	c := lipgloss.Color(color)
	return ansi.Style{}.ForegroundColor(c)[0], ansi.Style{}.BackgroundColor(c)[0]
}

// rgb is a colour by its parts, from 0 to 1.
type rgb [3]float64

func rgbOf(color string) rgb {
	r, g, b, _ := lipgloss.Color(color).RGBA()
	return rgb{float64(r) / math.MaxUint16, float64(g) / math.MaxUint16, float64(b) / math.MaxUint16}
}

func (c rgb) String() string {
	part := func(f float64) int { return int(math.Round(f * math.MaxUint8)) }
	return fmt.Sprintf("#%02x%02x%02x", part(c[0]), part(c[1]), part(c[2]))
}

// toward is the colour that lies a part of the way from c to another.
func (c rgb) toward(to rgb, part float64) rgb {
	for i := range c {
		c[i] += (to[i] - c[i]) * part
	}
	return c
}

// luminance is how bright a colour is, as WCAG 2 defines it.
func (c rgb) luminance() float64 {
	for i, v := range c {
		if v <= 0.04045 {
			c[i] = v / 12.92
			continue
		}
		c[i] = math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2]
}

// contrast is the contrast of two colours as WCAG 2 defines it, from 1 to 21.
func contrast(a, b rgb) float64 {
	x, y := a.luminance(), b.luminance()
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// readable is the contrast that words need with their ground.
const readable = 4.5

// opposite is black or white, whichever is better read on a ground.
func opposite(ground rgb) rgb {
	white := rgb{1, 1, 1}
	if contrast(white, ground) > contrast(rgb{}, ground) {
		return white
	}
	return rgb{}
}

// legible is a colour moved away from its ground until words in it can be read.
func legible(c, ground rgb) rgb {
	for part := 0.0; part < 1; part += 0.1 {
		if moved := c.toward(opposite(ground), part); contrast(moved, ground) >= readable {
			return moved
		}
	}
	return opposite(ground)
}
