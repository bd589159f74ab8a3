package ui

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"

	"lede/model"
)

// web is a library of pages that answer when the test says so, and that counts how often each is asked for.
type web struct {
	pages map[string][]model.Opening
	held  map[string]chan model.Opening // pages that the test answers by hand
	asked map[string]int
}

func (w *web) Open(_ context.Context, ref string) <-chan model.Opening {
	w.asked[ref]++
	if ch, ok := w.held[ref]; ok {
		return ch
	}
	ch := make(chan model.Opening, len(w.pages[ref]))
	for _, o := range w.pages[ref] {
		ch <- o
	}
	close(ch)
	return ch
}

func (w *web) List(context.Context) <-chan model.Batch {
	ch := make(chan model.Batch)
	close(ch)
	return ch
}

const wall, quay = "https://courier.example/wall", "https://courier.example/quay"

// webPage is an article at an address, with a link to another one.
func webPage(url, title, next string) model.Article {
	a := long(6000)
	a.Entry = model.Entry{ID: model.NewID(url), Ref: url, URL: url, Title: title, Site: "North Coast Courier"}
	a.Sections[0].Blocks = append([]model.Block{model.Related{Label: "ALSO READ", Links: []model.Link{{Title: "To " + next, URL: next}}}},
		a.Sections[0].Blocks...)
	return a
}

// surfing is an app with a page that leads to the wall, which leads to the quay.
func surfing(w, h int) (*App, *web) {
	first := harbour()
	lib := &web{
		pages: map[string][]model.Opening{
			first.Ref: {{Article: first}},
			wall:      {{Article: webPage(wall, "Who pays for the sea wall?", quay)}},
			quay:      {{Article: webPage(quay, "The quay is closed", wall)}},
		},
		held: map[string]chan model.Opening{}, asked: map[string]int{},
	}
	o := one(first)
	o.Library = lib
	o.Opens = func(url string) bool { return strings.HasPrefix(url, "https://courier.example/") }
	return started(o, w, h), lib
}

func TestALinkIsOpenedInTheReaderAndTheTrailLeadsBack(t *testing.T) {
	a, lib := surfing(80, 24)
	drive(a, press("]", "j", "j")...)
	before := place(a)
	drive(a, press("a", "enter")...)
	r := a.stack[0].(*reader)
	if r.title() != "Who pays for the sea wall?" {
		t.Fatalf("the shelf leads to %q", r.title())
	}
	golden(t, a, "trail/followed-80x24")
	drive(a, press("d")...)
	second := place(a)
	golden(t, a, "trail/scrolled-80x24")
	drive(a, press("a", "enter", "h")...)
	golden(t, a, "trail/menu-80x24")
	drive(a, press("esc", "H")...)
	if r.title() != "Who pays for the sea wall?" || place(a) != second {
		t.Errorf("back leads to %q at %v, want %v", r.title(), place(a), second)
	}
	drive(a, press("H")...)
	if place(a) != before || !strings.HasPrefix(screenText(a), "  1 forward ›") && r.title() != harbour().Title {
		t.Errorf("back leads to %v, want %v:\n%s", place(a), before, screenText(a))
	}
	drive(a, press("h", "j", "j", "enter")...)
	if r.title() != "The quay is closed" {
		t.Errorf("the last stop of the trail is %q", r.title())
	}
	for ref, n := range lib.asked {
		if n != 1 {
			t.Errorf("%s was opened %d times", ref, n)
		}
	}
}

func TestTheTrailKnowsThePlaceBehindTheSourceText(t *testing.T) {
	a, _ := surfing(80, 24)
	drive(a, press("a", "enter", "space", "space")...)
	want := place(a)
	drive(a, press("r", "space", "H", "L")...)
	if got := place(a); got != want {
		t.Errorf("forward leads to %v, want %v", got, want)
	}
}

func TestTheOldPageStaysWhileTheNextOneLoads(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a, lib := surfing(80, 24)
		defer a.Close()
		lib.held[wall] = make(chan model.Opening)
		r := a.stack[0].(*reader)
		drive(a, press("a", "enter")...)
		drive(a, slowMsg{r.trip.coming.request}, articleOpenedMsg{request: r.trip.coming.request, opening: model.Opening{Read: 120_000, Size: 400_000}})
		golden(t, a, "trail/loading-80x24")
		drive(a, press("j", "j")...)
		if r.text.doc.top == (spot{}) {
			t.Error("the old page cannot be scrolled while the next one loads")
		}
		drive(a, press("esc")...)
		if !strings.Contains(lastLine(a), "Stopped.") || r.title() != harbour().Title || len(a.stack) != 1 {
			t.Errorf("after esc:\n%s", screenText(a))
		}
		if drive(a, press("j")...); strings.Contains(lastLine(a), "Opening") {
			t.Errorf("it is still on its way: %q", lastLine(a))
		}
	})
}

func TestAFailureLeavesTheOldPage(t *testing.T) {
	a, lib := surfing(80, 24)
	lib.pages[wall] = []model.Opening{{Err: errors.New("no answer in 15 s")}}
	drive(a, press("j")...)
	before := screenText(a)
	drive(a, press("a", "enter")...)
	if got := lastLine(a); got != " Cannot open Who pays for the sea wall?: no answer in 15 s." {
		t.Errorf("the notice is %q", got)
	}
	above := func(s string) string { return s[:strings.LastIndex(strings.TrimRight(s, "\n"), "\n")] }
	if got := screenText(a); above(got) != above(before) {
		t.Errorf("the page has changed:\n%s", got)
	}
	if r := a.stack[0].(*reader); len(r.trip.trail.stops) != 1 {
		t.Errorf("the trail has %d stops", len(r.trip.trail.stops))
	}
}

func TestAFailureIsToldToItsEnd(t *testing.T) {
	for _, s := range [][2]int{{80, 24}, {40, 15}} {
		a, lib := surfing(s[0], s[1])
		lib.pages[wall] = []model.Opening{{Err: problemAt(wall)}}
		drive(a, press("a", "enter")...)
		golden(t, a, fmt.Sprintf("trail/failure-%dx%d", s[0], s[1]))
	}
}

// problemAt is a sentence of the library about an address.
type problemAt string

func (p problemAt) Error() string {
	return "Cannot open " + string(p) + ": courier.example has no such page (404). Check the address, or look for the title in the library."
}

// TestAPageThatWasReadIsNotFetchedAgain follows a link to a page of the trail.
func TestAPageThatWasReadIsNotFetchedAgain(t *testing.T) {
	a, lib := surfing(80, 24)
	drive(a, press("a", "enter", "a", "enter", "a", "enter")...)
	r := a.stack[0].(*reader)
	if r.title() != "Who pays for the sea wall?" || len(r.trip.trail.stops) != 4 || lib.asked[wall] != 1 {
		t.Errorf("%q after %d stops, asked %d times", r.title(), len(r.trip.trail.stops), lib.asked[wall])
	}
}

func TestAPageThatComesUnderAnOverlayWaitsForIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a, lib := surfing(80, 24)
		defer a.Close()
		lib.held[wall] = make(chan model.Opening)
		r := a.stack[0].(*reader)
		drive(a, press("a", "enter", "t")...)
		msg := articleOpenedMsg{request: r.trip.coming.request, opening: lib.pages[wall][0], done: true}
		drive(a, msg)
		if r.title() != harbour().Title {
			t.Fatalf("the page turned under the outline, to %q", r.title())
		}
		drive(a, press("down", "enter")...)
		if r.title() != "Who pays for the sea wall?" {
			t.Errorf("after the outline the page is %q", r.title())
		}
		if back := r.trip.trail.ahead(-1); back == nil || back.place.Block != 2 {
			t.Errorf("the outline did not lead on in the old page: %+v", back.place)
		}
	})
}

func TestEndingTheReaderEndsWhatIsOnItsWay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a, lib := surfing(80, 24)
		defer a.Close()
		lib.held[wall] = make(chan model.Opening)
		r := a.stack[0].(*reader)
		drive(a, press("a", "enter")...)
		ctx := r.trip.coming.ctx
		a.Close()
		if ctx.Err() == nil {
			t.Error("the opening goes on")
		}
	})
}

func TestTheTrailLetsGoOfWhatIsFar(t *testing.T) {
	tr := trail{stops: []stop{{ref: "0"}}}
	for i := range 60 {
		a := long(2000)
		if i == 58 {
			a.Source = strings.Repeat("x", keptBytes) // too much beside anything else
		}
		tr.remember(&a)
		tr.add(stop{ref: fmt.Sprint(i + 1)})
		kept := 0
		for _, s := range tr.stops {
			if s.article != nil {
				kept++
			}
		}
		if want := min(i+1, keptStops); i < 58 && kept != want || i == 58 && kept != 1 || i == 59 && kept != 1 {
			t.Fatalf("%d articles are remembered after %d stops", kept, i+1)
		}
	}
}
