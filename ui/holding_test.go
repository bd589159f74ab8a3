package ui

import (
	"strings"
	"testing"

	"lede/model"
)

// heldStore is a store that holds what the harbour article links to: the tide tables, read, and the post's picture.
func heldStore() *fakeStore {
	f := newFakeStore([]model.Entry{
		{Ref: "tables", URL: "https://tides.example/north", Title: "Tide tables of the north", Published: harbour().Published},
		{Ref: "wall", URL: "https://courier.example/wall", Title: "Who pays for the sea wall?", Published: harbour().Published},
	})
	f.records[0].Status.Read = true
	return f
}

func withStore(f *fakeStore) Options {
	article := harbour()
	article.ID = model.NewID(article.URL)
	o := one(article)
	o.Store = f
	return o
}

func TestLinksToWhatTheLibraryHoldsAreMarked(t *testing.T) {
	f := heldStore()
	a := started(withStore(f), 80, 40)
	got := screenText(a)
	for _, want := range []string{"The tide tables✓ leave", "Who pays for the sea wall?✓"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not on the screen:\n%s", want, got)
		}
	}
	if f.looked != 1 {
		t.Errorf("the library was asked %d times", f.looked)
	}
	drive(a, press("/", "t", "a", "b", "l", "e", "s", "space", "l", "e", "a", "v", "e", "enter")...)
	if got := lastLine(a); !strings.Contains(got, "1 of 1") {
		t.Errorf("words on both sides of a mark are not found: %q", got)
	}
	_, _ = f.Mark(t.Context(), "", []model.ID{f.records[1].Article.ID}, model.StatusChange{Removed: ptr(true)})
	drive(a, libraryChangedMsg{})
	if got := screenText(a); strings.Contains(got, "sea wall?✓") || !strings.Contains(got, "tables✓") {
		t.Errorf("after one was removed:\n%s", got)
	}
}

func TestLabelsStayOnTheirLinksWhenMarksCome(t *testing.T) {
	article := harbour()
	article.Sections = []model.Section{{Blocks: []model.Block{model.Prose{
		Kind: model.Paragraph, Source: "See [the tables](https://tides.example/north) and [the wall](https://courier.example/wall).", Plain: "See the tables and the wall.",
	}}}}
	a := started(one(article), 80, 24)
	r := a.stack[0].(*reader)
	drive(a, press("f")...)
	drive(a, linksHeldMsg{items: r.text.items, held: holdings{"https://tides.example/north": {}}})
	if r.links.hints == nil || len(r.links.hints.links) != 2 || r.links.hints.links[1] != r.text.visibleLinks()[1] {
		t.Errorf("the labels are %+v:\n%s", r.links.hints, screenText(a))
	}
	drive(a, articleOpenedMsg{request: r.loading.request, opening: model.Opening{Article: *allIsWell()}, done: true})
	if r.links.hints != nil {
		t.Errorf("the labels stay on another text: %+v", r.links.hints)
	}
}

func ptr[T any](v T) *T { return &v }
