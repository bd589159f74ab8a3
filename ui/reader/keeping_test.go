package reader

import (
	"errors"
	"strings"
	"testing"

	"lede/model"
	"lede/ui"
	"lede/ui/reader/text"
	"lede/ui/uitest"
)

func statusOf(t *testing.T, f *uitest.FakeStore, id model.ID) model.Status {
	t.Helper()
	s, err := f.Status(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// toLong opens the long article.
func toLong(a *ui.App) *reader {
	a.Stack[0].(*below).to(string(model.NewID("long")))
	uitest.Drive(a, uitest.Press("enter")...)
	return a.Top().(*reader)
}

func TestPlaceIsKeptWhenAnArticleIsLeft(t *testing.T) {
	f, id := uitest.Begun()
	a := showingKept(f, 80, 24)
	toLong(a)
	uitest.Drive(a, uitest.Press("space", "space", "space", "space", "space", "space")...)
	want := toTop(a)
	uitest.Drive(a, uitest.Press("q")...)
	s := statusOf(t, f, id)
	if s.Place == (model.Place{}) || s.Percent <= 0 || s.Read {
		t.Fatalf("the status is %+v", s)
	}
	toLong(a)
	if got := toTop(a); got != want {
		t.Errorf("the article opens at %q, want %q", got, want)
	}
}

// toTop is the first line of the text on screen.
func toTop(a *ui.App) string {
	for _, line := range strings.Split(uitest.ScreenText(a), "\n")[2:] {
		if strings.TrimSpace(line) != "" {
			return line
		}
	}
	return ""
}

func TestPlaceIsKeptWhileReadingAndOnlyWhenItChanges(t *testing.T) {
	f, id := uitest.Begun()
	a := showingKept(f, 80, 24)
	r := toLong(a)
	uitest.Drive(a, keepDueMsg{r.loading.request}, keepDueMsg{r.loading.request})
	if f.Places != 0 {
		t.Errorf("%d writes before the reader has moved", f.Places)
	}
	uitest.Drive(a, uitest.Press("space")...)
	uitest.Drive(a, keepDueMsg{r.loading.request}, keepDueMsg{r.loading.request})
	if s := statusOf(t, f, id); f.Places != 1 || s.Percent == 0 {
		t.Errorf("%d writes, %+v", f.Places, s)
	}
	uitest.Drive(a, uitest.Press("J")...)
	if f.Places != 1 {
		t.Errorf("%d writes, and nothing has changed", f.Places)
	}
	uitest.Drive(a, uitest.Press("K", "G")...)
	a.Close()
	if s := statusOf(t, f, id); !s.Read || s.Percent != 100 {
		t.Errorf("after the end was seen and the program was stopped: %+v", s)
	}
}

func TestShortArticlesAreReadWhenTheyHaveBeenSeen(t *testing.T) {
	f, _ := uitest.Begun()
	a := showingKept(f, 80, 24)
	id := f.Records[0].Article.ID
	for _, keys := range [][]string{{"enter", "q"}, {"enter", "j", "q"}, {"enter", "?", "esc", "r", "r", "q"}} {
		uitest.Drive(a, uitest.Press(keys...)...)
		if s := statusOf(t, f, id); s.Read || s.Percent != 0 || a.Top() != a.Stack[0] {
			t.Errorf("after %v an article that was passed over is %+v", keys, s)
		}
	}
	uitest.Drive(a, uitest.Press("enter")...)
	uitest.Drive(a, keepDueMsg{a.Top().(*reader).loading.request})
	if !statusOf(t, f, id).Read {
		t.Error("an article that was seen whole does not count as read")
	}
	uitest.Drive(a, uitest.Press("m")...)
	uitest.Drive(a, keepDueMsg{a.Top().(*reader).loading.request})
	if statusOf(t, f, id).Read {
		t.Error("what was marked as unread counts as read again")
	}
	uitest.Drive(a, uitest.Press("s", "U", "U")...)
	if s := statusOf(t, f, id); s.Starred || !s.Read {
		t.Errorf("after two undos: %+v", s)
	}
}

func TestSKeepsAFileAndStarsItThen(t *testing.T) {
	f := uitest.NewFakeStore(nil)
	article := uitest.Harbour()
	article.ID = model.NewID(article.URL)
	o := uitest.One(article)
	o.Store = f
	a := showing(o, 80, 24)
	uitest.Drive(a, uitest.Press("s")...)
	s := statusOf(t, f, article.ID)
	if !s.Saved || s.Starred || !strings.Contains(uitest.ScreenText(a), "Kept in your library.") {
		t.Errorf("s leaves %+v:\n%s", s, uitest.ScreenText(a))
	}
	uitest.Drive(a, uitest.Press("s")...)
	if s := statusOf(t, f, article.ID); !s.Starred {
		t.Errorf("s again leaves %+v", s)
	}
}

func TestAFileOpensWhereItWasLeft(t *testing.T) {
	f := uitest.NewFakeStore(nil)
	article := uitest.Long(20_000)
	article.ID = model.NewID("long")
	o := uitest.One(article)
	o.Store = f
	a := showing(o, 80, 24)
	uitest.Drive(a, uitest.Press("space", "space", "space")...)
	want := toTop(a)
	uitest.Drive(a, uitest.Press("q")...)
	if a = showing(o, 80, 24); toTop(a) != want {
		t.Errorf("it opens at %q, want %q", toTop(a), want)
	}
}

func TestOnlyAReaderAtTheStartIsTakenToThePlace(t *testing.T) {
	left := model.Status{Place: model.Place{Block: 40}, Percent: 30}
	read := left
	read.Read = true
	for name, c := range map[string]struct {
		keys   []string
		trail  model.Place
		status model.Status
		goes   bool
	}{
		"at the start":        {nil, model.Place{}, left, true},
		"read before":         {nil, model.Place{}, read, false},
		"never opened before": {nil, model.Place{}, model.Status{}, false},
		"has moved":           {[]string{"j"}, model.Place{}, left, false},
		"has searched":        {[]string{"/", "g", "r", "enter"}, model.Place{}, left, false},
		"in the source text":  {[]string{"r"}, model.Place{}, left, false},
		"came back":           {nil, model.Place{Block: 3}, left, false},
	} {
		a := showing(uitest.One(uitest.Long(40_000)), 80, 24)
		r := a.Stack[0].(*reader)
		uitest.Drive(a, uitest.Press(c.keys...)...)
		r.trip.trail.Here().Place = c.trail
		before := r.text.Doc.Top
		uitest.Drive(a, statusKnownMsg{request: r.loading.request, status: c.status})
		if goes := r.text.Doc.Top != before; goes != c.goes {
			t.Errorf("%s: from %v to %v", name, before, r.text.Doc.Top)
		}
		uitest.Drive(a, uitest.Press("g")...)
		uitest.Drive(a, statusKnownMsg{request: r.loading.request, status: left}) // news of an article that is being read
		if r.text.Doc.Top != (text.Spot{}) {
			t.Errorf("%s: is taken to %v later", name, r.text.Doc.Top)
		}
	}
}

func TestThePlaceIsKeptFromTheSourceTextToo(t *testing.T) {
	f, id := uitest.Begun()
	a := showingKept(f, 80, 24)
	r := toLong(a)
	uitest.Drive(a, uitest.Press("space", "space", "space")...)
	want := r.text.Place()
	uitest.Drive(a, uitest.Press("r")...)
	if got := statusOf(t, f, id).Place; got != want {
		t.Errorf("the place is %+v, want %+v", got, want)
	}
	uitest.Drive(a, uitest.Press("q", "space")...)
	want = r.text.Place()
	uitest.Drive(a, uitest.Press("r", "space")...)
	f.Record(id).Status.Place = model.Place{}
	r.keeping.status.Place = model.Place{} // as if that had not been kept
	uitest.Drive(a, uitest.Press("ctrl+c")...)
	if got := statusOf(t, f, id).Place; got != want {
		t.Errorf("at the end the place is %+v, want %+v", got, want)
	}
}

func TestThatPlacesCannotBeKeptIsToldOnce(t *testing.T) {
	a := showing(uitest.One(uitest.Harbour()), 80, 24)
	for i, want := range []bool{true, false} {
		uitest.Drive(a, uitest.Press("j")...) // takes the notice away
		uitest.Drive(a, ui.PlaceKeptMsg{Err: errors.New("the disk is full")})
		if got := strings.Contains(uitest.LastLine(a), "the disk is full"); got != want {
			t.Errorf("failure %d: told: %t", i+1, got)
		}
	}
}
