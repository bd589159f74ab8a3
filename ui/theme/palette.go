package theme

import (
	"cmp"
	"slices"

	"charm.land/glamour/v2/ansi"

	"lede/model"
)

// Palette is what lede draws beside the words of an article: the object "lede" of a theme's file. What the file does
// not name is derived from its style sheet.
type Palette struct {
	Dark     *bool  `json:"dark"`      // what it is made for; nil where it does not say
	Ground   string `json:"ground"`    // the terminal's background that it is made for; lede does not paint it
	Text     string `json:"text"`      // words of lede's own; "" for the terminal's own colour
	Title    string `json:"title"`     // an article's title; "" for the terminal's own colour
	Accent   string `json:"accent"`    // what asks for a look: labels, arrows, the present place
	Dim      string `json:"dim"`       // secondary words: dates, handles, notices
	Border   string `json:"border"`    // lines that divide: rules, borders, bars
	Link     string `json:"link"`      // captions and titles that lead on
	Match    string `json:"match"`     // the background of a match
	MatchNow string `json:"match_now"` // the background of the present match
	MatchInk string `json:"match_ink"` // the words on it
	Selected string `json:"selected"`  // the background of a selected row; "" for words and ground changed over
	Error    string `json:"error"`

	Networks map[model.Network]string `json:"networks"` // "" for any other network
}

// colors are all colours of the palette.
func (p Palette) colors() []string {
	all := []string{
		p.Ground, p.Text, p.Title, p.Accent, p.Dim, p.Border, p.Link, p.Match, p.MatchNow, p.MatchInk, p.Selected, p.Error,
	}
	for _, c := range p.Networks {
		all = append(all, c)
	}
	return all
}

// completed returns the palette with what it does not name: derived from the style sheet, or else taken from lede's
// own palette for such a ground. A file that names an accent names all that it wants.
func (p Palette) completed(s *ansi.StyleConfig, own func(dark bool) Palette) Palette {
	text := value(Over(Over(s.Document.StylePrimitive, s.Paragraph.StylePrimitive), s.Text).Color)
	heading := Over(s.Heading.StylePrimitive, s.H1.StylePrimitive)
	if heading.BackgroundColor != nil {
		heading = s.Heading.StylePrimitive // its colour is made for that background
	}
	if p.Dark == nil {
		dark := text == "" || rgbOf(text).luminance() > 0.18
		p.Dark = &dark
	}
	p.Networks = p.networks()
	if p.complete() {
		return p
	}
	from := own(*p.Dark)
	ground := cmp.Or(p.Ground, from.Ground)
	if p.Accent == "" {
		p.Text = cmp.Or(p.Text, text)
		p.Title = cmp.Or(p.Title, value(heading.Color))
		p.Accent = cmp.Or(value(heading.Color), value(s.LinkText.Color))
		p.Link = cmp.Or(p.Link, value(s.LinkText.Color), value(s.Link.Color), p.Accent)
		p.Border = cmp.Or(p.Border, value(s.HorizontalRule.Color))
		p = p.toned(ground)
	}
	return p.or(from)
}

// toned derives the tones between text and ground, and the text on the accent, where a palette has these colours.
func (p Palette) toned(ground string) Palette {
	g := rgbOf(ground)
	if p.Text != "" {
		text := rgbOf(p.Text)
		p.Dim = cmp.Or(p.Dim, legible(text.toward(g, 0.4), g).String())
		p.Selected = cmp.Or(p.Selected, g.toward(text, 0.15).String())
	}
	if p.Accent != "" {
		accent := rgbOf(p.Accent)
		p.Match = cmp.Or(p.Match, g.toward(accent, 0.25).String())
		p.MatchNow = cmp.Or(p.MatchNow, p.Accent)
		p.MatchInk = cmp.Or(p.MatchInk, opposite(accent).String())
	}
	return p
}

// needed are the colours that no palette goes without.
func (p *Palette) needed() []*string {
	return []*string{&p.Ground, &p.Accent, &p.Dim, &p.Border, &p.Link, &p.Match, &p.MatchNow, &p.MatchInk, &p.Error}
}

// complete reports whether the palette has all of them.
func (p Palette) complete() bool {
	return !slices.ContainsFunc(p.needed(), func(c *string) bool { return *c == "" })
}

// or fills what a palette has no colour for from another.
func (p Palette) or(q Palette) Palette {
	from := q.needed()
	for i, c := range p.needed() {
		*c = cmp.Or(*c, *from[i])
	}
	return p
}
