package reader

import (
	"slices"
	"strings"
	"testing"

	"lede/model"
	"lede/ui"
	"lede/ui/uitest"
)

// seeking is an app at the shelf of the harbour article, on the headline without an address, with articles of such
// titles kept.
func seeking(t *testing.T, titles ...string) (*ui.App, *[]string) {
	t.Helper()
	f := uitest.HeldStore()
	for i, title := range titles {
		r := f.Records[0]
		r.Article.Entry = model.Entry{
			ID: model.NewID(title), Title: title, Site: "North Coast Courier",
			Published: uitest.Harbour().Published.AddDate(0, 0, i),
		}
		f.Records = append(f.Records, r)
	}
	o := uitest.WithStore(f)
	o.Search = "https://search.example/?q=%s&s=news"
	openings := map[string][]model.Opening{}
	for ref, steps := range o.Library.(uitest.FakeLibrary).Openings {
		openings[ref] = steps
	}
	for _, r := range f.Records {
		openings[string(r.Article.ID)] = []model.Opening{{Article: r.Article}}
	}
	o.Library = uitest.FakeLibrary{Openings: openings}
	a, opened := browsing(t, o)
	uitest.Drive(a, uitest.Press("a", "j")...)
	return a, opened
}

func TestAHeadlineWithoutAnAddressIsFoundByItsTitle(t *testing.T) {
	a, _ := seeking(t, "Another bus that never came at all", "A Bus That Never Came!")
	uitest.Drive(a, uitest.Press("enter")...)
	if got := a.Stack[0].(*reader).Title(); got != "A Bus That Never Came!" {
		t.Errorf("it leads to %q", got)
	}
}

func TestAHeadlineThatIsNotKeptOffersWhatIsLikeIt(t *testing.T) {
	a, opened := seeking(t, "The night bus that never came, and a school")
	uitest.Drive(a, uitest.Press("enter")...)
	uitest.Golden(t, a, "follow/like-80x24")
	uitest.Drive(a, uitest.Press("j", "enter")...)
	if want := "https://search.example/?q=A+bus+that+never+came&s=news"; len(*opened) != 1 || (*opened)[0] != want {
		t.Errorf("opened %q, want %q", *opened, want)
	}
	uitest.Drive(a, uitest.Press("a", "j", "enter", "enter")...)
	if got := a.Stack[0].(*reader).Title(); !strings.HasPrefix(got, "The night bus") {
		t.Errorf("the first row leads to %q", got)
	}
}

// TestTheFirstFewTitlesLikeAHeadlineAreOffered keeps more of them than are offered, and the article that names the
// headline.
func TestTheFirstFewTitlesLikeAHeadlineAreOffered(t *testing.T) {
	here := model.NewID("here")
	var entries []model.Entry
	for _, name := range []string{"here", "1", "2", "3", "4", "5", "6", "7", "8"} {
		entries = append(entries,
			model.Entry{Ref: name, Title: "The bus came at night, part " + name, Published: uitest.Harbour().Published})
	}
	f := uitest.NewFakeStore(entries)
	rows, exact, err := findTitle(t.Context(), f, "Night bus", here)
	if err != nil || exact || len(rows) != 6 ||
		slices.ContainsFunc(rows, func(r model.Row) bool { return r.ID == here }) {
		t.Errorf("got %d rows, exact %v (%v), want 6 without the article itself", len(rows), exact, err)
	}
}

func TestAHeadlineWithoutALibraryOrASearchTellsSo(t *testing.T) {
	a, opened := browsing(t, uitest.One(uitest.Harbour()))
	uitest.Drive(a, uitest.Press("a", "j", "enter")...)
	if got := uitest.LastLine(a); !strings.Contains(got, "The source gives no address for it") || len(*opened) > 0 {
		t.Errorf("the last line is %q, opened %q", got, *opened)
	}
}

// TestAHeadlineInTheTextHasALabel follows one without the shelf.
func TestAHeadlineInTheTextHasALabel(t *testing.T) {
	a, _ := seeking(t, "A bus that never came")
	uitest.Drive(a, uitest.Press("esc", "G", "enter")...)
	if got := uitest.LastLine(a); !strings.HasPrefix(got, " It has no address; enter looks for it.") {
		t.Errorf("the last line is %q:\n%s", got, uitest.ScreenText(a))
	}
	uitest.Drive(a, uitest.Press("enter")...)
	if got := a.Stack[0].(*reader).Title(); got != "A bus that never came" {
		t.Errorf("it leads to %q", got)
	}
}
