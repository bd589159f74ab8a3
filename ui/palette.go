package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/ui/action"
	"lede/ui/render"
	"lede/ui/widget"
)

// Palette is the overlay that finds what can be done, gone to and set, by typing what it is called.
type Palette struct {
	widget.Picker
	app     *App
	fixed   []Offer // of the sources, whatever is typed
	Shown   []Offer
	near    string   // what was meant perhaps, when nothing is found
	nothing []string // says so, in lines
	tried   string   // the offer that is shown as it would be, or ""
}

func newPalette(a *App) *Palette {
	p := &Palette{app: a, Picker: widget.Picker{
		Env: &a.Env, Head: "Commands", Hint: "a command, a section, width 80, 50%",
	}}
	for _, s := range sources() {
		if s.fixed == nil {
			continue
		}
		for _, o := range s.fixed(a) {
			p.fixed = append(p.fixed, o.folded())
		}
	}
	p.Over, p.Size = p, maxPalette
	return p
}

// maxPalette is how many rows the box has room for: what is meant is among the first ones.
const maxPalette = 16

// Start shows what there is. The palette is on the stack by then.
func (p *Palette) Start() tea.Cmd {
	p.Narrow()
	return nil
}

// Narrow gathers the offers that match what is typed: those that are called so first, then the best ones.
func (p *Palette) Narrow() {
	typed := p.typed()
	all := slices.Clone(p.fixed)
	for _, s := range sources() {
		if s.typed == nil {
			continue
		}
		for _, o := range s.typed(p.app, typed) {
			all = append(all, o.folded())
		}
	}
	p.Shown, p.near = p.Shown[:0:0], ""
	pattern := widget.NewPattern(typed)
	if len(pattern.Words) == 0 && strings.TrimSpace(typed) != "" {
		pattern.Words = nil // signs only: what is called so, and no more
		all = slices.DeleteFunc(all, func(o Offer) bool { return !o.is(strings.TrimSpace(typed)) && o.Aside != typed })
	}
	p.Shown = sorted(all, pattern, strings.TrimSpace(typed))
	if len(p.Shown) == 0 {
		p.near = nearest(all, typed)
	}
	p.Bare, p.nothing = len(p.Shown) == 0, nil
	if p.Bare {
		p.nothing = render.Wrap(p.unknown(), p.Own().W-boxSides-2)
	}
	p.Fit(len(p.Shown) + len(p.nothing))
}

// typed is what is typed, in the palette's own words: vim's "set width=80" is "width 80".
func (p *Palette) typed() string {
	text := strings.TrimLeft(p.Prompt.Text, " ")
	text = strings.TrimPrefix(text, "set ")
	for _, s := range settings() {
		if value, ok := strings.CutPrefix(text, s.name+"="); ok {
			return s.name + " " + value
		}
	}
	return text
}

// sorted are the offers that match, the best first, and of those that match alike the first.
func sorted(all []Offer, pattern widget.Pattern, typed string) []Offer {
	const exact = -1
	ranks := make([][]Offer, widget.Unmatched-exact)
	for i := range all {
		rank := pattern.Match(all[i].hay)
		switch {
		case all[i].is(typed):
			rank = exact
		case rank == widget.Unmatched:
			continue
		}
		ranks[rank-exact] = append(ranks[rank-exact], all[i])
	}
	return slices.Concat(ranks...)
}

// nearest is the name that is most like the first word that is typed, with the rest behind it; "" for none.
func nearest(all []Offer, typed string) string {
	word, rest, _ := strings.Cut(strings.TrimSpace(typed), " ")
	var names []string
	for _, o := range all {
		names = append(names, o.Names...)
	}
	if name := action.Nearest(word, names); name != "" {
		return strings.TrimSpace(name + " " + rest)
	}
	return ""
}

// Update implements Screen. Whatever is selected then is tried.
func (p *Palette) Update(msg tea.Msg) tea.Cmd {
	cmd := p.Picker.Update(msg)
	switch msg.(type) {
	case action.Bound, tea.KeyPressMsg, tea.PasteMsg, tea.MouseMsg:
		if len(p.app.Stack) > 0 && p.app.Top() == Screen(p) {
			return tea.Batch(cmd, p.try())
		}
	}
	return cmd
}

// try shows what the selected offer would be like, and ends what was tried before.
func (p *Palette) try() tea.Cmd {
	var o Offer
	if len(p.Shown) > 0 {
		o = p.Shown[p.Rows.At]
	}
	if o.Try == nil {
		return p.untry()
	}
	if p.tried == o.Words {
		return nil
	}
	p.tried = o.Words
	return o.Try()
}

// untry shows everything as it is set.
func (p *Palette) untry() tea.Cmd {
	if p.tried == "" {
		return nil
	}
	p.tried = ""
	return p.app.showTheme()
}

// Part implements parting: what was tried goes with the palette.
func (p *Palette) Part() tea.Cmd { return p.untry() }

// Choose does what is selected. One that needs a value is written out, for the value to be typed.
func (p *Palette) Choose() tea.Cmd {
	if len(p.Shown) == 0 {
		return p.complete()
	}
	o := p.Shown[p.Rows.At]
	if o.Take == nil {
		return p.complete()
	}
	return tea.Batch(p.Env.Pop(), o.Take())
}

// complete writes out what is selected, or what was meant perhaps.
func (p *Palette) complete() tea.Cmd {
	text := p.near
	if len(p.Shown) > 0 {
		text = p.Shown[p.Rows.At].line()
	}
	if text == "" || text == p.Prompt.Text {
		return nil
	}
	p.Prompt = widget.Prompt{Text: text, At: len(text)}
	p.Rows.To(0)
	p.Narrow()
	return p.try()
}

// Lines draws the box.
func (p *Palette) Lines(r widget.Rect) []string { return p.Draw(r, p.row) }

func (p *Palette) row(i, w int) string {
	t := p.Env.Theme
	if len(p.Shown) == 0 {
		return "  " + t.Dim.Render(p.nothing[i])
	}
	o := p.Shown[i]
	aside := render.Truncate(o.Aside, w/3)
	if o.Kind != "" {
		aside = strings.TrimSpace(o.Kind + "  " + aside)
	}
	return widget.Spread(p.Mark(i)+lit(p, o.Words), t.Dim.Render(aside), w)
}

// lit are the words of an offer with what is typed lit in them.
func lit(p *Palette, words string) string {
	spans := widget.NewPattern(p.Prompt.Text).Spans(words)
	var b strings.Builder
	at := 0
	for _, s := range spans {
		b.WriteString(words[at:s.From])
		b.WriteString(p.Env.Theme.Strong.Render(words[s.From:s.To]))
		at = s.To
	}
	return b.String() + words[at:]
}

// unknown says that nothing is called as what is typed, and what was meant perhaps.
func (p *Palette) unknown() string {
	text := "Nothing is called “" + strings.TrimSpace(p.Prompt.Text) + "”."
	if p.near != "" {
		text += " Did you mean " + p.near + "? enter writes it."
	}
	return text
}

// Actions returns what can be done in the box.
func (p *Palette) Actions() []action.Set {
	return widget.OverlayActions(p, append(paletteTable(), widget.Stepping[*Palette]()...))
}

// paletteGroup is the group of what can be done in the palette.
const paletteGroup = "palette"

// paletteRows are the palette's own actions for the help.
func paletteRows() []action.Row {
	return slices.DeleteFunc(paletteTable().Rows(), func(r action.Row) bool { return r.Where != paletteGroup })
}

func paletteTable() action.Table[*Palette] {
	return action.Table[*Palette]{
		widget.Choosing[*Palette]("do it"),
		{
			Name: "complete", Words: "complete", Keys: []string{"tab"}, Where: paletteGroup, Under: action.Text,
			Do: (*Palette).complete,
		},
		widget.Closing[*Palette]("close"),
	}
}
