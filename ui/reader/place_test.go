package reader

import (
	"strings"
	"testing"

	"lede/model"
	"lede/model/query"
	"lede/ui"
	"lede/ui/reader/text"
	"lede/ui/uitest"
)

func TestPlaceLeadsBackToTheSameLine(t *testing.T) {
	for _, c := range []struct{ w, h int }{{80, 24}, {40, 15}, {120, 6}} {
		for _, keys := range [][]string{{}, {"p"}} {
			a := showing(uitest.One(uitest.Harbour()), c.w, c.h)
			uitest.Drive(a, uitest.Press(keys...)...)
			r := a.Stack[0].(*reader)
			for i := range r.text.Doc.Flow.Len() {
				for line := range r.text.Doc.Item(i).Height() {
					s := text.Spot{Item: i, Line: line}
					r.text.Doc.To(s)
					first := r.text.Place()
					r.text.ToPlace(first)
					got := r.text.Doc.Top
					again := r.text.Place()
					r.text.ToPlace(again)
					if gone := r.text.Doc.Top; gone != got || r.text.Place() != again {
						t.Errorf("%d×%d %v: %v drifts to %v, then to %v", c.w, c.h, keys, s, got, gone)
					}
					if first.Line != -1 && got != s {
						t.Errorf("%d×%d %v: %v is %+v, which leads to %v", c.w, c.h, keys, s, first, got)
					}
				}
			}
		}
	}
}

// searched returns an app with a list that was searched for a paragraph far down in its long article, and the place at
// which that article was left.
func searched(t *testing.T) (*ui.App, *uitest.FakeStore, model.Status) {
	t.Helper()
	f, id := uitest.Begun()
	a := showingKept(f, 80, 24)
	toLong(a)
	uitest.Drive(a, uitest.Press("space", "space", "space", "q")...)
	left := statusOf(t, f, id)
	if left.Place == (model.Place{}) || left.Percent == 0 {
		t.Fatalf("the article was left at %+v", left)
	}
	a.Stack[0].(*below).words = []query.Phrase{{Words: []string{"paragraph", "170"}}}
	return a, f, left
}

func TestAnArticleOpenedFromASearchKeepsItsPlace(t *testing.T) {
	id := model.NewID("long")
	for name, c := range map[string]struct {
		keys []string
		kept bool // the place is the one from before
	}{
		"left at once":                {[]string{"q"}, true},
		"looked at":                   {[]string{"due", "q"}, true},
		"the program is ended":        {[]string{"ctrl+c"}, true},
		"from match to match":         {[]string{"n", "n", "N", "due", "q"}, true},
		"another search":              {[]string{"/", "1", "2", "0", "enter", "due", "q"}, true},
		"made wider":                  {[]string{"+", "+", "due", "q"}, true},
		"the source text":             {[]string{"r", "q", "due", "q"}, true},
		"the next article, and back":  {[]string{"J", "H", "due", "q"}, true},
		"read on":                     {[]string{"j", "j", "due", "q"}, false},
		"read on, and left":           {[]string{"space", "q"}, false},
		"back, and to the match":      {[]string{"'", "due", "'", "due", "q"}, true},
		"back":                        {[]string{"'", "due", "q"}, true},
		"back, and read on":           {[]string{"'", "space", "due", "q"}, false},
		"read on, back, and on again": {[]string{"space", "'", "'", "due", "q"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			a, f, left := searched(t)
			r := toLong(a)
			if !strings.Contains(uitest.ScreenText(a), "Paragraph 170 ") {
				t.Fatalf("it does not open at the match:\n%s", uitest.ScreenText(a))
			}
			for _, key := range c.keys {
				if key == "due" {
					uitest.Drive(a, keepDueMsg{r.loading.request})
					continue
				}
				uitest.Drive(a, uitest.Press(key)...)
			}
			got := statusOf(t, f, id)
			if kept := got.Place == left.Place && got.Percent == left.Percent; kept != c.kept || got.Read {
				t.Errorf("after %v it is at %+v, was left at %+v", c.keys, got, left)
			}
		})
	}
}

func TestAQuoteLeadsBackToWhereYouWere(t *testing.T) {
	a, _, left := searched(t)
	r := toLong(a)
	match := r.text.Doc.Top
	uitest.Drive(a, uitest.Press("'")...)
	if got := r.text.Place(); got != left.Place {
		t.Errorf("it leads to %+v, want %+v", got, left.Place)
	}
	uitest.Drive(a, uitest.Press("'")...)
	if got := r.text.Doc.Top; got != match {
		t.Errorf("again it leads to %+v, want the match at %+v", got, match)
	}
}

func TestAQuoteLeadsBackFromAFind(t *testing.T) {
	a := showing(uitest.One(uitest.Long(40_000)), 80, 24)
	r := a.Stack[0].(*reader)
	uitest.Drive(a, uitest.Press("'")...)
	if r.text.Doc.Top != (text.Spot{}) || !strings.Contains(uitest.LastLine(a), "No search has moved you") {
		t.Errorf("before a search it leads to %+v: %q", r.text.Doc.Top, uitest.LastLine(a))
	}
	uitest.Drive(a, uitest.Press("space", "space")...)
	from := r.text.Doc.Top
	uitest.Drive(a, uitest.Press("/", "1", "5", "0", "enter", "'")...)
	if got := r.text.Doc.Top; got != from {
		t.Errorf("it leads to %+v, want %+v", got, from)
	}
}

func TestAMatchAtTheEndDoesNotMakeAnArticleRead(t *testing.T) {
	f, id := uitest.Begun()
	a := showingKept(f, 80, 24)
	all := f.Record(id).Article.Sections
	last := model.Section{Blocks: []model.Block{uitest.Paragraph("Nobody knows who wrote the last entry.")}}
	f.Record(id).Article.Sections = append(all[:len(all):len(all)], last)
	a.Stack[0].(*below).words = []query.Phrase{{Words: []string{"nobody", "knows"}}}
	r := toLong(a)
	if _, ended := r.text.Doc.Bottom(); !ended {
		t.Fatalf("the match is not at the end:\n%s", uitest.ScreenText(a))
	}
	uitest.Drive(a, keepDueMsg{r.loading.request})
	uitest.Drive(a, uitest.Press("n", "q")...)
	if s := statusOf(t, f, id); s.Read || s.Percent != 0 {
		t.Errorf("a glance at its end leaves it at %+v", s)
	}
}
