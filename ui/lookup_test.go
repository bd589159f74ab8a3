package ui

import (
	"slices"
	"strings"
	"testing"

	"lede/model"
)

// seeking is an app at the shelf of the harbour article, on the headline without an address, with articles of such titles kept.
func seeking(t *testing.T, titles ...string) (*App, *[]string) {
	t.Helper()
	f := heldStore()
	for i, title := range titles {
		r := f.records[0]
		r.Article.Entry = model.Entry{ID: model.NewID(title), Title: title, Site: "North Coast Courier", Published: harbour().Published.AddDate(0, 0, i)}
		f.records = append(f.records, r)
	}
	o := withStore(f)
	o.Search = "https://search.example/?q=%s&s=news"
	openings := map[string][]model.Opening{}
	for ref, steps := range o.Library.(fakeLibrary).openings {
		openings[ref] = steps
	}
	for _, r := range f.records {
		openings[string(r.Article.ID)] = []model.Opening{{Article: r.Article}}
	}
	o.Library = fakeLibrary{openings: openings}
	a, opened := browsing(t, o)
	drive(a, press("a", "j")...)
	return a, opened
}

func TestAHeadlineWithoutAnAddressIsFoundByItsTitle(t *testing.T) {
	a, _ := seeking(t, "Another bus that never came at all", "A Bus That Never Came!")
	drive(a, press("enter")...)
	if got := a.stack[0].(*reader).title(); got != "A Bus That Never Came!" {
		t.Errorf("it leads to %q", got)
	}
}

func TestAHeadlineThatIsNotKeptOffersWhatIsLikeIt(t *testing.T) {
	a, opened := seeking(t, "The night bus that never came, and a school")
	drive(a, press("enter")...)
	golden(t, a, "follow/like-80x24")
	drive(a, press("j", "enter")...)
	if want := "https://search.example/?q=A+bus+that+never+came&s=news"; len(*opened) != 1 || (*opened)[0] != want {
		t.Errorf("opened %q, want %q", *opened, want)
	}
	drive(a, press("a", "j", "enter", "enter")...)
	if got := a.stack[0].(*reader).title(); !strings.HasPrefix(got, "The night bus") {
		t.Errorf("the first row leads to %q", got)
	}
}

// TestTheFirstFewTitlesLikeAHeadlineAreOffered keeps more of them than are offered, and the article that names the headline.
func TestTheFirstFewTitlesLikeAHeadlineAreOffered(t *testing.T) {
	here := model.NewID("here")
	var entries []model.Entry
	for _, name := range []string{"here", "1", "2", "3", "4", "5", "6", "7", "8"} {
		entries = append(entries, model.Entry{Ref: name, Title: "The bus came at night, part " + name, Published: harbour().Published})
	}
	f := newFakeStore(entries)
	rows, exact, err := findTitle(t.Context(), f, "Night bus", here)
	if err != nil || exact || len(rows) != 6 || slices.ContainsFunc(rows, func(r model.Row) bool { return r.ID == here }) {
		t.Errorf("got %d rows, exact %v (%v), want 6 without the article itself", len(rows), exact, err)
	}
}

func TestAHeadlineWithoutALibraryOrASearchTellsSo(t *testing.T) {
	a, opened := browsing(t, one(harbour()))
	drive(a, press("a", "j", "enter")...)
	if got := lastLine(a); !strings.Contains(got, "The source gives no address for it") || len(*opened) > 0 {
		t.Errorf("the last line is %q, opened %q", got, *opened)
	}
}

// TestAHeadlineInTheTextHasALabel follows one without the shelf.
func TestAHeadlineInTheTextHasALabel(t *testing.T) {
	a, _ := seeking(t, "A bus that never came")
	drive(a, press("esc", "G", "enter")...)
	if got := lastLine(a); !strings.HasPrefix(got, " It leads to courier.example") {
		t.Errorf("the last line is %q", got)
	}
	drive(a, press("tab")...)
	if got := lastLine(a); !strings.HasPrefix(got, " It has no address; enter looks for it.") {
		t.Errorf("the last line is %q:\n%s", got, screenText(a))
	}
	drive(a, press("enter")...)
	if got := a.stack[0].(*reader).title(); got != "A bus that never came" {
		t.Errorf("it leads to %q", got)
	}
}

func TestATitleIsFoundWhereItBegins(t *testing.T) {
	for _, c := range []struct {
		line, title string
		from, to    int
	}{
		{"ALSO READ → A bus that", "A bus that never came", len("ALSO READ → "), len("ALSO READ → A bus that")},
		{"A bus that never came", "A bus that never came", 0, 21},
		{"never came", "A bus that never came", 0, 0},
		{"A bus of another kind", "A bus that never came", 0, 0},
	} {
		if from, to := beginning(c.line, c.title); from != c.from || to != c.to {
			t.Errorf("%q in %q: got %d, %d, want %d, %d", c.title, c.line, from, to, c.from, c.to)
		}
	}
}
