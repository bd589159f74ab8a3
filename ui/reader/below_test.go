package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/query"
	"lede/ui"
	"lede/ui/action"
	"lede/ui/uitest"
	"lede/ui/widget"
)

// showing returns an app that has been started at a size with the article of the options.
func showing(o ui.Options, w, h int) *ui.App {
	o.First, o.Screens = func(a *ui.App) ui.Screen { return NewReader(a, o.Ref) }, ReaderRows()
	return uitest.Start(o, w, h)
}

// below is a list of articles under a reader: it opens the one that its cursor is on, and knows what was done with
// it.
type below struct {
	app  *ui.App
	refs []string
	at   int
	f    *uitest.FakeStore // or nil

	words []query.Phrase // what the list was searched for
}

// showingFrom returns an app whose first screen is a list.
func showingFrom(o ui.Options, f *uitest.FakeStore, w, h int, refs ...string) *ui.App {
	o.First, o.Screens = func(a *ui.App) ui.Screen { return &below{app: a, refs: refs, f: f} }, ReaderRows()
	return uitest.Start(o, w, h)
}

// showingKept returns an app with a list of what a store holds.
func showingKept(f *uitest.FakeStore, w, h int) *ui.App {
	var refs []string
	for _, r := range f.Records {
		refs = append(refs, string(r.Article.ID))
	}
	return showingFrom(uitest.HomeOptions(f), f, w, h, refs...)
}

func (b *below) Update(msg tea.Msg) tea.Cmd {
	if chosen, ok := msg.(action.Bound); ok {
		return chosen.Do()
	}
	return nil
}

func (b *below) Actions() []action.Set {
	return []action.Set{action.Table[*below]{
		action.Open(func(b *below) tea.Cmd { return b.app.Push(NewReader(b.app, b.refs[b.at])) }),
		{Name: "down", Keys: []string{"j"}, Do: func(b *below) tea.Cmd { b.Sibling(1); return nil }},
		action.Back(func(b *below) tea.Cmd { return b.app.Pop() }),
	}.For(b)}
}

func (b *below) Lines(r widget.Rect) []string { return make([]string, r.H) }

func (b *below) Title() string { return "" }

func (b *below) Close() {}

func (b *below) NextFeed() (tea.Cmd, bool) { return nil, false }

func (b *below) NextUnread() (string, bool) {
	for i := b.at + 1; b.f != nil && i < len(b.refs); i++ {
		if !b.f.Records[i].Status.Read {
			b.at = i
			return b.refs[i], true
		}
	}
	return "", false
}

// to puts the cursor on an article.
func (b *below) to(ref string) { b.at = slices.Index(b.refs, ref) }

func (b *below) Sibling(step int) (string, bool) {
	to := b.at + step
	if to < 0 || to >= len(b.refs) {
		return "", false
	}
	b.at = to
	return b.refs[to], true
}

func (b *below) About(ref string) (model.Status, []query.Phrase, bool) {
	if b.f == nil {
		return model.Status{}, nil, false
	}
	b.f.Lock()
	defer b.f.Unlock()
	r := b.f.Record(model.ID(ref))
	if r == nil {
		return model.Status{}, nil, false
	}
	return r.Status, b.words, true
}
