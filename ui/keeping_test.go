package ui

import (
	"errors"
	"strings"
	"testing"

	"lede/model"
)

// begun is a store with one long article in the middle of others.
func begun() (*fakeStore, model.ID) {
	f := kept()
	a := long(40_000)
	a.ID, a.Title, a.Published = model.NewID("long"), "A long article", f.records[3].Article.Published
	f.records[3].Article = a
	f.records[3].Status.Arrived = a.Published
	return f, a.ID
}

func (f *fakeStore) status(t *testing.T, id model.ID) model.Status {
	t.Helper()
	s, err := f.Status(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// toLong opens the long article.
func toLong(a *App) *reader {
	for drive(a, press("g")...); theLibrary(a).selected().Title != "A long article"; {
		drive(a, press("j")...)
	}
	drive(a, press("enter")...)
	return a.top().(*reader)
}

func TestPlaceIsKeptWhenAnArticleIsLeft(t *testing.T) {
	f, id := begun()
	a := home(f, 80, 24)
	toLong(a)
	drive(a, press("space", "space", "space", "space", "space", "space")...)
	want := toTop(a)
	drive(a, press("q")...)
	s := f.status(t, id)
	if s.Place == (model.Place{}) || s.Percent <= 0 || s.Read {
		t.Fatalf("the status is %+v", s)
	}
	if got := screenText(a); !strings.Contains(got, "Continue · ") || theLibrary(a).selected() == nil || len(theLibrary(a).pages.head) != 2 {
		t.Errorf("nothing to go on with:\n%s", got)
	}
	toLong(a)
	if got := toTop(a); got != want {
		t.Errorf("the article opens at %q, want %q", got, want)
	}
}

// toTop is the first line of the text on screen.
func toTop(a *App) string {
	for _, line := range strings.Split(screenText(a), "\n")[2:] {
		if strings.TrimSpace(line) != "" {
			return line
		}
	}
	return ""
}

func TestPlaceIsKeptWhileReadingAndOnlyWhenItChanges(t *testing.T) {
	f, id := begun()
	a := home(f, 80, 24)
	r := toLong(a)
	drive(a, keepDueMsg{r.loading.request}, keepDueMsg{r.loading.request})
	if f.places != 0 {
		t.Errorf("%d writes before the reader has moved", f.places)
	}
	drive(a, press("space")...)
	drive(a, keepDueMsg{r.loading.request}, keepDueMsg{r.loading.request})
	if s := f.status(t, id); f.places != 1 || s.Percent == 0 {
		t.Errorf("%d writes, %+v", f.places, s)
	}
	drive(a, press("J")...)
	if f.places != 1 {
		t.Errorf("%d writes, and nothing has changed", f.places)
	}
	drive(a, press("K", "G")...)
	a.Close()
	if s := f.status(t, id); !s.Read || s.Percent != 100 {
		t.Errorf("after the end was seen and the program was stopped: %+v", s)
	}
}

func TestShortArticlesAreReadWhenTheyHaveBeenSeen(t *testing.T) {
	f, _ := begun()
	a := home(f, 80, 24)
	id := f.records[0].Article.ID
	drive(a, press("j", "enter", "q")...)
	if f.status(t, id).Read {
		t.Error("an article that was passed over counts as read")
	}
	drive(a, press("enter")...)
	drive(a, keepDueMsg{a.top().(*reader).loading.request})
	if !f.status(t, id).Read {
		t.Error("an article that was seen whole does not count as read")
	}
	drive(a, press("m")...)
	drive(a, keepDueMsg{a.top().(*reader).loading.request})
	if f.status(t, id).Read {
		t.Error("what was marked as unread counts as read again")
	}
	drive(a, press("s", "U", "U")...)
	if s := f.status(t, id); s.Starred || !s.Read {
		t.Errorf("after two undos: %+v", s)
	}
}

func TestSKeepsAFileAndStarsItThen(t *testing.T) {
	f := newFakeStore(nil)
	article := harbour()
	article.ID = model.NewID(article.URL)
	o := one(article)
	o.Store = f
	a := started(o, 80, 24)
	drive(a, press("s")...)
	s := f.status(t, article.ID)
	if !s.Saved || s.Starred || !strings.Contains(screenText(a), "Kept in your library.") {
		t.Errorf("s leaves %+v:\n%s", s, screenText(a))
	}
	drive(a, press("s")...)
	if s := f.status(t, article.ID); !s.Starred {
		t.Errorf("s again leaves %+v", s)
	}
}

func TestAFileOpensWhereItWasLeft(t *testing.T) {
	f := newFakeStore(nil)
	article := long(20_000)
	article.ID = model.NewID("long")
	o := one(article)
	o.Store = f
	a := started(o, 80, 24)
	drive(a, press("space", "space", "space")...)
	want := toTop(a)
	drive(a, press("q")...)
	if a = started(o, 80, 24); toTop(a) != want {
		t.Errorf("it opens at %q, want %q", toTop(a), want)
	}
}

func TestArticleOpensAtTheFirstMatch(t *testing.T) {
	f, _ := begun()
	a := home(f, 80, 24)
	drive(a, press("/", "\"", "r", "o", "s", "e", "space", "b", "y", "space", "3", "0", "\"", "enter", "enter")...)
	r := a.top().(*reader)
	if r.text.search == nil || !strings.Contains(screenText(a), "rose by 30") {
		t.Fatalf("the article does not open at what was searched for:\n%s", screenText(a))
	}
	at := r.text.search.now
	drive(a, press("n")...)
	if r.text.search.now != at+1 {
		t.Errorf("n goes to match %d, want %d", r.text.search.now, at+1)
	}
	drive(a, press("esc", "q")...)
	if len(a.stack) != 1 {
		t.Error("esc and q do not lead back")
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
		a := started(one(long(40_000)), 80, 24)
		r := a.stack[0].(*reader)
		drive(a, press(c.keys...)...)
		r.trip.trail.here().place = c.trail
		before := r.text.doc.top
		drive(a, statusKnownMsg{request: r.loading.request, status: c.status})
		if goes := r.text.doc.top != before; goes != c.goes {
			t.Errorf("%s: from %v to %v", name, before, r.text.doc.top)
		}
		drive(a, press("g")...)
		drive(a, statusKnownMsg{request: r.loading.request, status: left}) // news of an article that is being read
		if r.text.doc.top != (spot{}) {
			t.Errorf("%s: is taken to %v later", name, r.text.doc.top)
		}
	}
}

func TestThePlaceIsKeptFromTheSourceTextToo(t *testing.T) {
	f, id := begun()
	a := home(f, 80, 24)
	r := toLong(a)
	drive(a, press("space", "space", "space")...)
	want := r.text.place()
	drive(a, press("r")...)
	if got := f.status(t, id).Place; got != want {
		t.Errorf("the place is %+v, want %+v", got, want)
	}
	drive(a, press("q", "space")...)
	want = r.text.place()
	drive(a, press("r", "space")...)
	f.record(id).Status.Place = model.Place{}
	r.keeping.status.Place = model.Place{} // as if that had not been kept
	drive(a, press("ctrl+c")...)
	if got := f.status(t, id).Place; got != want {
		t.Errorf("at the end the place is %+v, want %+v", got, want)
	}
}

func TestThatPlacesCannotBeKeptIsToldOnce(t *testing.T) {
	a := started(one(harbour()), 80, 24)
	for i, want := range []bool{true, false} {
		drive(a, press("j")...) // takes the notice away
		drive(a, placeKeptMsg{err: errors.New("the disk is full")})
		if got := strings.Contains(lastLine(a), "the disk is full"); got != want {
			t.Errorf("failure %d: told: %t", i+1, got)
		}
	}
}
