package reader

import (
	"strings"
	"testing"

	"lede/model"
	"lede/ui"
	"lede/ui/reader/text"
	"lede/ui/uitest"
)

func TestLinksToWhatTheLibraryHoldsAreMarked(t *testing.T) {
	f := uitest.HeldStore()
	a := showing(uitest.WithStore(f), 80, 40)
	got := uitest.ScreenText(a)
	for _, want := range []string{"The tide tables✓ leave", "Who pays for the sea wall?✓"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not on the screen:\n%s", want, got)
		}
	}
	if f.Looked != 1 {
		t.Errorf("the library was asked %d times", f.Looked)
	}
	uitest.Drive(a, uitest.Press("/", "t", "a", "b", "l", "e", "s", "space", "l", "e", "a", "v", "e", "enter")...)
	if got := uitest.LastLine(a); !strings.Contains(got, "1 of 1") {
		t.Errorf("words on both sides of a mark are not found: %q", got)
	}
	_, _ = f.Mark(t.Context(), "", []model.ID{f.Records[1].Article.ID}, model.StatusChange{Removed: uitest.Ptr(true)})
	uitest.Drive(a, ui.LibraryChangedMsg{})
	if got := uitest.ScreenText(a); strings.Contains(got, "sea wall?✓") || !strings.Contains(got, "tables✓") {
		t.Errorf("after one was removed:\n%s", got)
	}
}

func TestLabelsStayOnTheirLinksWhenMarksCome(t *testing.T) {
	article := uitest.Harbour()
	article.Sections = []model.Section{{Blocks: []model.Block{model.Prose{
		Kind:   model.Paragraph,
		Source: "See [the tables](https://tides.example/north) and [the wall](https://courier.example/wall).",
		Plain:  "See the tables and the wall.",
	}}}}
	a := showing(uitest.One(article), 80, 24)
	r := a.Stack[0].(*reader)
	uitest.Drive(a, uitest.Press("f")...)
	uitest.Drive(a, linksHeldMsg{items: r.text.Items, held: text.Holdings{"https://tides.example/north": {}}})
	if r.links.hints == nil || len(r.links.hints.Links) != 2 || r.links.hints.Links[1] != r.text.VisibleLinks()[1] {
		t.Errorf("the labels are %+v:\n%s", r.links.hints, uitest.ScreenText(a))
	}
	uitest.Drive(a,
		ui.ArticleOpenedMsg{Request: r.loading.request, Opening: model.Opening{Article: *uitest.AllIsWell()}, Done: true})
	if r.links.hints != nil {
		t.Errorf("the labels stay on another text: %+v", r.links.hints)
	}
}
