package reader

import (
	"errors"
	"strings"
	"testing"
	"testing/synctest"

	"lede/model"
	"lede/ui"
	"lede/ui/uitest"
)

// newerText is an app that shows the kept text of a page, scrolled down, while the page itself is on its way.
func newerText(t *testing.T) (*ui.App, *reader) {
	t.Helper()
	a, lib := surfing(80, 24)
	lib.held[uitest.Wall] = make(chan model.Opening)
	uitest.Drive(a, uitest.Press("a", "enter")...)
	r := a.Stack[0].(*reader)
	uitest.Drive(a, ui.ArticleOpenedMsg{
		Request: r.trip.coming.request,
		Opening: model.Opening{Article: webPage(uitest.Wall, "Who pays for the sea wall?", uitest.Quay), Kept: true},
	})
	if r.Title() != "Who pays for the sea wall?" || r.loading.more {
		t.Fatalf("the kept text is not whole:\n%s", uitest.ScreenText(a))
	}
	uitest.Drive(a, uitest.Press("d", "d")...)
	return a, r
}

func TestNewerTextTakesThePlaceOfTheKeptOne(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a, r := newerText(t)
		defer a.Close()
		place := r.text.Place()
		newer := webPage(uitest.Wall, "Who pays for the sea wall now?", uitest.Quay)
		uitest.Drive(a, ui.ArticleOpenedMsg{
			Request: r.loading.request,
			Opening: model.Opening{Article: newer, Note: "The page has changed."},
		})
		if r.Title() != newer.Title || r.text.Place() != place {
			t.Errorf("%q at %v, want %q at %v", r.Title(), r.text.Place(), newer.Title, place)
		}
		if !strings.Contains(uitest.LastLine(a), "The page has changed.") {
			t.Errorf("the last line is %q", uitest.LastLine(a))
		}
		uitest.Drive(a, ui.ArticleOpenedMsg{Request: r.loading.request, Done: true})
		if r.loading.err != nil || r.text.Place() != place {
			t.Errorf("the end of the opening changes the page: %v at %v", r.loading.err, r.text.Place())
		}
	})
}

func TestKeptTextStaysWhereThereIsNoNewerOne(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a, r := newerText(t)
		defer a.Close()
		before := r.text.Place()
		uitest.Drive(a, ui.ArticleOpenedMsg{
			Request: r.loading.request,
			Opening: model.Opening{Note: "This is the text in your library."}, Done: true,
		})
		if r.loading.err != nil || r.text.Place() != before || !strings.Contains(uitest.LastLine(a), "in your library") {
			t.Errorf("%v at %v, the last line is %q", r.loading.err, r.text.Place(), uitest.LastLine(a))
		}
	})
}

func TestPageThatCannotBeHadOpensInTheBrowser(t *testing.T) {
	opened := ""
	o := ui.Options{
		Ref: uitest.Wall,
		Library: uitest.FakeLibrary{
			Openings: map[string][]model.Opening{uitest.Wall: {{Err: errors.New("Cannot open it: it is a PDF document")}}},
		},
		Open: func(url string) error { opened = url; return nil },
	}
	a := showing(o, 80, 24)
	if got := uitest.ScreenText(a); !strings.Contains(got,
		"Press r to try again, o to open it in the browser, q to quit.") {
		t.Errorf("the screen says:\n%s", got)
	}
	if uitest.Drive(a, uitest.Press("o")...); opened != uitest.Wall {
		t.Errorf("the browser was given %q", opened)
	}
}
