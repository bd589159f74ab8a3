package reader

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"

	"lede/model"
	"lede/ui"
	"lede/ui/reader/text"
	"lede/ui/uitest"
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

// webPage is an article at an address, with a link to another one.
func webPage(url, title, next string) model.Article {
	a := uitest.Long(6000)
	a.Entry = model.Entry{ID: model.NewID(url), Ref: url, URL: url, Title: title, Site: "North Coast Courier"}
	a.Sections[0].Blocks = append(
		[]model.Block{model.Related{Label: "ALSO READ", Links: []model.Link{{Title: "To " + next, URL: next}}}},
		a.Sections[0].Blocks...)
	return a
}

// surfing is an app with a page that leads to the wall, which leads to the quay.
func surfing(w, h int) (*ui.App, *web) {
	first := uitest.Harbour()
	lib := &web{
		pages: map[string][]model.Opening{
			first.Ref:   {{Article: first}},
			uitest.Wall: {{Article: webPage(uitest.Wall, "Who pays for the sea wall?", uitest.Quay)}},
			uitest.Quay: {{Article: webPage(uitest.Quay, "The quay is closed", uitest.Wall)}},
		},
		held: map[string]chan model.Opening{}, asked: map[string]int{},
	}
	o := uitest.One(first)
	o.Library = lib
	o.Opens = func(url string) bool { return strings.HasPrefix(url, "https://courier.example/") }
	return showing(o, w, h), lib
}

func TestALinkIsOpenedInTheReaderAndTheTrailLeadsBack(t *testing.T) {
	a, lib := surfing(80, 24)
	uitest.Drive(a, uitest.Press("]", "j", "j")...)
	before := place(a)
	uitest.Drive(a, uitest.Press("a", "enter")...)
	r := a.Stack[0].(*reader)
	if r.Title() != "Who pays for the sea wall?" {
		t.Fatalf("the shelf leads to %q", r.Title())
	}
	uitest.Golden(t, a, "trail/followed-80x24")
	uitest.Drive(a, uitest.Press("d")...)
	second := place(a)
	uitest.Golden(t, a, "trail/scrolled-80x24")
	uitest.Drive(a, uitest.Press("a", "enter", "h")...)
	uitest.Golden(t, a, "trail/menu-80x24")
	uitest.Drive(a, uitest.Press("esc", "H")...)
	if r.Title() != "Who pays for the sea wall?" || place(a) != second {
		t.Errorf("back leads to %q at %v, want %v", r.Title(), place(a), second)
	}
	uitest.Drive(a, uitest.Press("H")...)
	if place(a) != before || !strings.HasPrefix(uitest.ScreenText(a), "  1 forward ›") &&
		r.Title() != uitest.Harbour().Title {
		t.Errorf("back leads to %v, want %v:\n%s", place(a), before, uitest.ScreenText(a))
	}
	uitest.Drive(a, uitest.Press("h", "j", "j", "enter")...)
	if r.Title() != "The quay is closed" {
		t.Errorf("the last stop of the trail is %q", r.Title())
	}
	for ref, n := range lib.asked {
		if n != 1 {
			t.Errorf("%s was opened %d times", ref, n)
		}
	}
}

func TestTheTrailKnowsThePlaceBehindTheSourceText(t *testing.T) {
	a, _ := surfing(80, 24)
	uitest.Drive(a, uitest.Press("a", "enter", "space", "space")...)
	want := place(a)
	uitest.Drive(a, uitest.Press("r", "space", "H", "L")...)
	if got := place(a); got != want {
		t.Errorf("forward leads to %v, want %v", got, want)
	}
}

func TestTheOldPageStaysWhileTheNextOneLoads(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a, lib := surfing(80, 24)
		defer a.Close()
		lib.held[uitest.Wall] = make(chan model.Opening)
		r := a.Stack[0].(*reader)
		uitest.Drive(a, uitest.Press("a", "enter")...)
		uitest.Drive(a, slowMsg{r.trip.coming.request},
			ui.ArticleOpenedMsg{Request: r.trip.coming.request, Opening: model.Opening{Read: 120_000, Size: 400_000}})
		uitest.Golden(t, a, "trail/loading-80x24")
		uitest.Drive(a, uitest.Press("j", "j")...)
		if r.text.Doc.Top == (text.Spot{}) {
			t.Error("the old page cannot be scrolled while the next one loads")
		}
		uitest.Drive(a, uitest.Press("esc")...)
		if !strings.Contains(uitest.LastLine(a), "Stopped.") || r.Title() != uitest.Harbour().Title || len(a.Stack) != 1 {
			t.Errorf("after esc:\n%s", uitest.ScreenText(a))
		}
		if uitest.Drive(a, uitest.Press("j")...); strings.Contains(uitest.LastLine(a), "Opening") {
			t.Errorf("it is still on its way: %q", uitest.LastLine(a))
		}
	})
}

func TestAFailureLeavesTheOldPage(t *testing.T) {
	a, lib := surfing(80, 24)
	lib.pages[uitest.Wall] = []model.Opening{{Err: errors.New("no answer in 15 s")}}
	uitest.Drive(a, uitest.Press("j")...)
	before := uitest.ScreenText(a)
	uitest.Drive(a, uitest.Press("a", "enter")...)
	if got := uitest.LastLine(a); got != " Cannot open Who pays for the sea wall?: no answer in 15 s." {
		t.Errorf("the notice is %q", got)
	}
	above := func(s string) string { return s[:strings.LastIndex(strings.TrimRight(s, "\n"), "\n")] }
	if got := uitest.ScreenText(a); above(got) != above(before) {
		t.Errorf("the page has changed:\n%s", got)
	}
	if r := a.Stack[0].(*reader); len(r.trip.trail.Stops) != 1 {
		t.Errorf("the trail has %d stops", len(r.trip.trail.Stops))
	}
}

func TestAFailureIsToldToItsEnd(t *testing.T) {
	for _, s := range [][2]int{{80, 24}, {40, 15}} {
		a, lib := surfing(s[0], s[1])
		lib.pages[uitest.Wall] = []model.Opening{{Err: problemAt(uitest.Wall)}}
		uitest.Drive(a, uitest.Press("a", "enter")...)
		uitest.Golden(t, a, fmt.Sprintf("trail/failure-%dx%d", s[0], s[1]))
	}
}

// problemAt is a sentence of the library about an address.
type problemAt string

func (p problemAt) Error() string {
	return "Cannot open " + string(p) +
		": courier.example has no such page (404). Check the address, or look for the title in the library."
}

// TestAPageThatWasReadIsNotFetchedAgain follows a link to a page of the trail.
func TestAPageThatWasReadIsNotFetchedAgain(t *testing.T) {
	a, lib := surfing(80, 24)
	uitest.Drive(a, uitest.Press("a", "enter", "a", "enter", "a", "enter")...)
	r := a.Stack[0].(*reader)
	if r.Title() != "Who pays for the sea wall?" || len(r.trip.trail.Stops) != 4 || lib.asked[uitest.Wall] != 1 {
		t.Errorf("%q after %d stops, asked %d times", r.Title(), len(r.trip.trail.Stops), lib.asked[uitest.Wall])
	}
}

func TestAPageThatComesUnderAnOverlayWaitsForIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a, lib := surfing(80, 24)
		defer a.Close()
		lib.held[uitest.Wall] = make(chan model.Opening)
		r := a.Stack[0].(*reader)
		uitest.Drive(a, uitest.Press("a", "enter", "t")...)
		msg := ui.ArticleOpenedMsg{Request: r.trip.coming.request, Opening: lib.pages[uitest.Wall][0], Done: true}
		uitest.Drive(a, msg)
		if r.Title() != uitest.Harbour().Title {
			t.Fatalf("the page turned under the outline, to %q", r.Title())
		}
		uitest.Drive(a, uitest.Press("down", "enter")...)
		if r.Title() != "Who pays for the sea wall?" {
			t.Errorf("after the outline the page is %q", r.Title())
		}
		if back := r.trip.trail.Ahead(-1); back == nil || back.Place.Block != 2 {
			t.Errorf("the outline did not lead on in the old page: %+v", back.Place)
		}
	})
}

func TestEndingTheReaderEndsWhatIsOnItsWay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a, lib := surfing(80, 24)
		defer a.Close()
		lib.held[uitest.Wall] = make(chan model.Opening)
		r := a.Stack[0].(*reader)
		uitest.Drive(a, uitest.Press("a", "enter")...)
		ctx := r.trip.coming.ctx
		a.Close()
		if ctx.Err() == nil {
			t.Error("the opening goes on")
		}
	})
}

// TestTrailMakesRoomForTheSite follows a link from a page with a long title: the line above the text names the site
// in full behind as much of the trail as there is room for.
func TestTrailMakesRoomForTheSite(t *testing.T) {
	for _, w := range []int{60, 80, 120} {
		a, _ := surfing(w, 24)
		uitest.Drive(a, uitest.Press("a", "enter")...)
		head, _, _ := strings.Cut(uitest.ScreenText(a), "\n")
		if !strings.Contains(head, "‹ 1 back") || !strings.Contains(head, "North Coast Courier ") {
			t.Errorf("at %d columns the line above the text is %q", w, head)
		}
	}
}
