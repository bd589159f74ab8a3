// Package theme turns a palette into the styles of the program, built once a change.
//
// Start with Theme: its fields are all the looks that lede draws with. No meaning rests on a colour alone, so
// that a terminal without colours shows the same page by weight, slant, underline and signs.
package theme

import (
	"slices"

	"lede/model"
)

// Theme holds every style that lede draws with. It is not changed once built, and safe to share.
type Theme struct {
	Dark    bool
	Palette Palette

	Title    Style // an article's title
	Strong   Style // names, labels, heads of tables
	Dim      Style // dates, handles, counts
	Notice   Style // what belongs to the page and not to the story
	Border   Style // rules, bars, borders
	Accent   Style // labels and arrows that lead on, the present place
	Link     Style
	Match    Style // laid over a match
	MatchNow Style // laid over the present match
	Selected Style // laid over a selected row
	Hint     Style // the letters of a link hint
	Error    Style

	headings [6]Style
	syntax   syntax
	networks [len(networks)]Style
	codes    []string // SGR parameters of all colours, sorted
}

// New returns the built-in theme for a dark or a light terminal.
func New(dark bool) *Theme {
	p := lightPalette()
	if dark {
		p = darkPalette()
	}
	t := fromPalette(p)
	t.Dark = dark
	return t
}

// Basic returns the built-in theme for a terminal of 16 colours, dark or light, which has them from its own settings.
func Basic(dark bool) *Theme {
	t := fromPalette(basicPalette())
	t.Dark = dark
	return t
}

// fromPalette returns the theme that a palette makes.
func fromPalette(p Palette) *Theme {
	t := &Theme{
		Palette:  p,
		Title:    style("", bold),
		Strong:   style("", bold),
		Dim:      style(p.Dim),
		Notice:   style(p.Dim, italic),
		Border:   style(p.Border),
		Accent:   style(p.Accent, bold),
		Link:     style(p.Link, underline),
		Match:    style("", underline).on(p.Match),
		MatchNow: style(p.MatchInk, bold).on(p.MatchNow),
		Selected: selected(p),
		Hint:     style(p.MatchInk, bold).on(p.MatchNow),
		Error:    style(p.Error, bold),
		headings: [6]Style{
			style(p.Accent, bold), style("", bold), style("", bold, italic),
			style("", italic), style(p.Dim, italic), style(p.Dim, italic),
		},
		syntax: newSyntax(p),
		codes:  p.codes(),
	}
	for i, c := range p.Networks {
		t.networks[i] = style(c)
	}
	return t
}

// Heading is the style of a heading of a level, 1–6.
func (t *Theme) Heading(level int) Style {
	return t.headings[min(max(level, 1), len(t.headings))-1]
}

// Network is the style of the border round a network's posts.
func (t *Theme) Network(n model.Network) Style {
	for i, known := range networks {
		if known == n {
			return t.networks[i]
		}
	}
	return t.networks[len(t.networks)-1]
}

// Has tells whether SGR parameters, such as "38;2;1;2;3" or "33", set one of the theme's colours.
func (t *Theme) Has(parameters string) bool {
	_, found := slices.BinarySearch(t.codes, parameters)
	return found
}

// selected tells a row apart by its ground, or by changing ground and words over when the palette has none.
func selected(p Palette) Style {
	if p.Selected == "" {
		return style("", reverse)
	}
	return style("", bold).on(p.Selected)
}
