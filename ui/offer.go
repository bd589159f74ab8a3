package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/ui/action"
	"lede/ui/widget"
)

// Offer is a row of the palette: something to do, to go to, or to set.
type Offer struct {
	Words string         // what is matched and shown, clean, one line
	Names []string       // what it is called when it is typed in full
	Kind  string         // what it is, dimmed: "section"; "" for an action
	Aside string         // at the right: a key, or the present value
	Line  string         // what tab writes into the palette; "" for Words
	Take  func() tea.Cmd // does it, after the palette has gone; nil for what needs a value yet
	Try   func() tea.Cmd // shows what it would be like, while it is selected; nil for nothing
	Here  bool           // it is there only while its screen is the one that is seen

	hay widget.Haystack
}

// offering is a screen with more to offer to the palette than its actions.
type offering interface {
	// Offers returns places to go to, and what may be asked for.
	Offers() []Offer
	// Places returns the places that what is typed stands for: a number, a percentage.
	Places(typed string) []Offer
}

// source is a part of the palette's rows. Either function may be nil.
type source struct {
	fixed func(a *App) []Offer               // what is there whatever is typed
	typed func(a *App, typed string) []Offer // what is there because of what is typed
}

// sources are where the palette's rows come from. Those of the first go first when they match as well.
func sources() []source {
	return []source{
		{fixed: actionOffers},
		{fixed: settingOffers},
		{
			fixed: func(a *App) []Offer { return screenOffers(a, offering.Offers) },
			typed: func(a *App, typed string) []Offer {
				return screenOffers(a, func(s offering) []Offer { return s.Places(strings.TrimSpace(typed)) })
			},
		},
		{typed: valueOffers},
	}
}

// actionOffers are the actions of the screen that is seen, and the app's own.
func actionOffers(a *App) []Offer {
	var all []Offer
	for _, b := range a.offered() {
		if b.Numbered || b.Bare() {
			continue
		}
		o := Offer{
			Words: b.Words, Names: []string{b.Name, b.Where + "." + b.Name}, Aside: b.Key(), Line: b.Name,
			Take: func() tea.Cmd { return a.doNamed(b.Where + "." + b.Name) },
		}
		for _, key := range b.Keys {
			if len(key) > 1 {
				o.Names = append(o.Names, key)
			}
		}
		if b.Name == quitAction {
			o.Names = append(o.Names, "q", "q!", "qa", "wq") // as other programs are left
		}
		o.hay = widget.NewHaystack(b.Words, strings.ReplaceAll(b.Name, "-", " "))
		all = append(all, o)
	}
	return all
}

// doNamed does the action of a name as it is now, or says why it is of no use.
func (a *App) doNamed(name string) tea.Cmd {
	b, ok := action.Named(append(a.actions(), a.always()...), name)
	if !ok {
		_, name, _ = strings.Cut(name, ".")
		return a.Notify("“" + name + "” is of no use here.")
	}
	return a.do(b)
}

// offered returns what can be done now, each action once and with the keys that stand for it here: another one may be
// before it.
func (a *App) offered() []action.Bound {
	sets := append(a.actions(), a.always()...)
	var all []action.Bound
	for b := range action.Join(sets...) {
		if !b.Offered() {
			continue
		}
		b.Keys = slices.DeleteFunc(slices.Clone(b.Keys), func(key string) bool {
			first, _ := action.Find(sets, key)
			return first.Name != b.Name
		})
		same := func(o action.Bound) bool { return o.Name == b.Name && o.Words == b.Words }
		if !slices.ContainsFunc(all, same) {
			all = append(all, b)
		}
	}
	return all
}

// screenOffers are what the screens have to offer. One of a screen below another takes away what covers it.
func screenOffers(a *App, of func(offering) []Offer) []Offer {
	var all []Offer
	pages := a.Stack
	if _, open := a.Top().(*Palette); open {
		pages = pages[:len(pages)-1] // below the palette
	}
	for i, s := range slices.Backward(pages) {
		screen, ok := s.(offering)
		if !ok {
			continue
		}
		seen := pages.page() <= i
		for _, o := range of(screen) {
			if o.Here && !seen {
				continue
			}
			if i < len(pages)-1 {
				above, take := pages[i+1], o.Take
				o.Take = func() tea.Cmd { return tea.Batch(a.Drop(above), take()) }
			}
			all = append(all, o)
		}
	}
	return all
}

// is reports whether an offer is called by what is typed.
func (o Offer) is(typed string) bool {
	return slices.ContainsFunc(o.Names, func(name string) bool { return strings.EqualFold(name, typed) })
}

// line is what the palette holds to say the same.
func (o Offer) line() string {
	if o.Line != "" {
		return o.Line
	}
	return o.Words
}

// folded returns an offer that is ready to be matched.
func (o Offer) folded() Offer {
	if o.hay.Text == "" {
		o.hay = widget.NewHaystack(append([]string{o.Words, o.Kind}, o.Names...)...)
	}
	return o
}
