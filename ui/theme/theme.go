// Package theme turns a style sheet of Glamour's and a palette into the styles of the program, built once a change.
//
// Start with Theme. A theme is one JSON file: a style sheet as Glamour reads it, for the words of articles, and an
// object "lede" with the colours of what lede draws round them, each derived from the style sheet where
// it is not named. No meaning rests on a colour alone, so that a terminal without colours shows the same page by
// weight, slant, underline and signs.
package theme

import (
	"slices"
	"sync"

	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"

	"lede/model"
)

// Theme holds every style that lede draws with. It is not changed once built, and safe to share.
type Theme struct {
	Dark    bool
	Palette Palette
	Sheet   ansi.StyleConfig // of the words of articles, without margins and blank lines

	Text     Style // words of an article that are not Markdown: posts, captions
	Title    Style // an article's title
	Strong   Style // names, labels, heads of tables
	Dim      Style // dates, handles, counts
	Notice   Style // what belongs to the page and not to the story
	Border   Style // rules, bars, borders
	Accent   Style // labels and arrows that lead on, the present place
	Link     Style
	Site     Style // the site that an article is from
	Ground   Style // laid under the selected row of a page, and under topics; the zero style where the palette has none
	Match    Style // laid over a match
	MatchNow Style // laid over the present match
	Selected Style // laid over a selected row
	Hint     Style // the letters of a link hint
	Error    Style

	Bar   string          // before a line of a quote
	Table lipgloss.Border // of which Middle is where the lines cross

	code     func() Code
	networks map[model.Network]Style
	codes    []string // SGR parameters of all colours, sorted
}

// build makes the styles of a complete palette and a style sheet.
func build(p Palette, s ansi.StyleConfig) *Theme {
	t := &Theme{
		Dark: *p.Dark, Palette: p, Sheet: s,
		Text:     frozen(ink(p.Text)),
		Title:    frozen(ink(p.Title).Bold(true)),
		Strong:   frozen(ink(p.Text).Bold(true)),
		Dim:      frozen(ink(p.Dim)),
		Notice:   frozen(ink(p.Dim).Italic(true)),
		Border:   frozen(ink(p.Border)),
		Accent:   frozen(ink(p.Accent).Bold(true)),
		Link:     frozen(primitive(s.LinkText).Foreground(lipgloss.Color(p.Link)).Underline(true)),
		Site:     frozen(ink(p.Link)),
		Ground:   frozen(ground(p)),
		Match:    frozen(lipgloss.NewStyle().Underline(true).Background(lipgloss.Color(p.Match))),
		MatchNow: frozen(ink(p.MatchInk).Bold(true).Background(lipgloss.Color(p.MatchNow))),
		Hint:     frozen(ink(p.MatchInk).Bold(true).Background(lipgloss.Color(p.MatchNow))),
		Selected: frozen(selected(p)),
		Error:    frozen(ink(p.Error).Bold(true)),
		Bar:      lipgloss.NormalBorder().Left,
		Table:    grid(s.Table),
		code:     sync.OnceValue(func() Code { return newCode(s.CodeBlock) }),
		networks: map[model.Network]Style{},
	}
	for n, c := range p.Networks {
		t.networks[n] = frozen(ink(c))
	}
	t.codes = allCodes(slices.Concat(p.colors(), sheetColors(&s), codeColors(s.CodeBlock)))
	return t
}

// selected sets a row apart by its ground, or by changing ground and words over when the palette has none.
func selected(p Palette) lipgloss.Style {
	if p.Selected == "" {
		return lipgloss.NewStyle().Reverse(true)
	}
	return ground(p).Bold(true)
}

// ground is the ground of a selected row, none when the palette has none.
func ground(p Palette) lipgloss.Style {
	if p.Selected == "" {
		return lipgloss.NewStyle()
	}
	return lipgloss.NewStyle().Background(lipgloss.Color(p.Selected))
}

// grid is the lines between the columns and below the head of a table, as Glamour takes them from a style sheet.
func grid(t ansi.StyleTable) lipgloss.Border {
	b := lipgloss.NormalBorder()
	if t.ColumnSeparator != nil && t.RowSeparator != nil {
		b.Left, b.Top = *t.ColumnSeparator, *t.RowSeparator
		b.Middle = b.Top
		if t.CenterSeparator != nil {
			b.Middle = *t.CenterSeparator
		}
	}
	return b
}

// allCodes are the SGR parameters of colours.
func allCodes(colors []string) []string {
	var all []string
	for _, c := range colors {
		if c != "" {
			fore, back := codes(c)
			all = append(all, fore, back)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Code is how code looks. It is made when it is first asked for.
func (t *Theme) Code() Code { return t.code() }

// Network is the style of the border round a network's posts.
func (t *Theme) Network(n model.Network) Style {
	if s, ok := t.networks[n]; ok {
		return s
	}
	return t.networks[""]
}

// Has reports whether SGR parameters, such as "38;2;1;2;3" or "33", set one of the theme's colours.
func (t *Theme) Has(parameters string) bool {
	_, found := slices.BinarySearch(t.codes, parameters)
	return found
}
