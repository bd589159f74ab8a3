package ui

import (
	"errors"
	"strings"
	"testing"
	"testing/synctest"

	"lede/model"
)

// newerText is an app that shows the kept text of a page, scrolled down, while the page itself is on its way.
func newerText(t *testing.T) (*App, *reader) {
	t.Helper()
	a, lib := surfing(80, 24)
	lib.held[wall] = make(chan model.Opening)
	drive(a, press("a", "enter")...)
	r := a.stack[0].(*reader)
	drive(a, articleOpenedMsg{request: r.trip.coming.request, opening: model.Opening{Article: webPage(wall, "Who pays for the sea wall?", quay), Kept: true}})
	if r.title() != "Who pays for the sea wall?" || r.loading.more {
		t.Fatalf("the kept text is not whole:\n%s", screenText(a))
	}
	drive(a, press("d", "d")...)
	return a, r
}

func TestNewerTextTakesThePlaceOfTheKeptOne(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a, r := newerText(t)
		defer a.Close()
		place := r.text.place()
		newer := webPage(wall, "Who pays for the sea wall now?", quay)
		drive(a, articleOpenedMsg{request: r.loading.request, opening: model.Opening{Article: newer, Note: "The page has changed."}})
		if r.title() != newer.Title || r.text.place() != place {
			t.Errorf("%q at %v, want %q at %v", r.title(), r.text.place(), newer.Title, place)
		}
		if !strings.Contains(lastLine(a), "The page has changed.") {
			t.Errorf("the last line is %q", lastLine(a))
		}
		drive(a, articleOpenedMsg{request: r.loading.request, done: true})
		if r.loading.err != nil || r.text.place() != place {
			t.Errorf("the end of the opening changes the page: %v at %v", r.loading.err, r.text.place())
		}
	})
}

func TestKeptTextStaysWhereThereIsNoNewerOne(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a, r := newerText(t)
		defer a.Close()
		before := r.text.place()
		drive(a, articleOpenedMsg{request: r.loading.request, opening: model.Opening{Note: "This is the text in your library."}, done: true})
		if r.loading.err != nil || r.text.place() != before || !strings.Contains(lastLine(a), "in your library") {
			t.Errorf("%v at %v, the last line is %q", r.loading.err, r.text.place(), lastLine(a))
		}
	})
}

func TestPageThatCannotBeHadOpensInTheBrowser(t *testing.T) {
	opened := ""
	o := Options{
		Ref: wall, Library: fakeLibrary{openings: map[string][]model.Opening{wall: {{Err: errors.New("Cannot open it: it is a PDF document")}}}},
		Open: func(url string) error { opened = url; return nil },
	}
	a := started(o, 80, 24)
	if got := screenText(a); !strings.Contains(got, "Press r to try again, o to open it in the browser, q to quit.") {
		t.Errorf("the screen says:\n%s", got)
	}
	if drive(a, press("o")...); opened != wall {
		t.Errorf("the browser was given %q", opened)
	}
}
