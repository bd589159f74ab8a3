package library

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lede/ui/uitest"
)

func TestAnAddressPastedIntoTheListIsKept(t *testing.T) {
	f := uitest.NewFakeStore(nil)
	a := home(f, 100, 20)
	uitest.Drive(a,
		tea.PasteMsg{Content: "look: https://courier.example/tides,\nhttps://courier.example/tides and a@courier.example"})
	if want := []string{"https://courier.example/tides"}; !slices.Equal(f.Added, want) {
		t.Errorf("added %q, want %q", f.Added, want)
	}
	if got := uitest.LastLine(a); !strings.Contains(got, "Brought in 1 article.") {
		t.Errorf("the footer says %q", got)
	}
	if uitest.Drive(a, tea.PasteMsg{Content: "qxD"}); len(f.Added) != 1 || len(a.Stack) == 0 {
		t.Errorf("a paste without an address did something: %q", f.Added)
	}
}

func TestNothingIsAddedWhileSomethingIsBroughtIn(t *testing.T) {
	f := uitest.NewFakeStore(nil)
	a := home(f, 100, 20)
	a.Add([]string{"https://courier.example/slow"}) // its command is not run: it is under way
	if uitest.Drive(a, tea.PasteMsg{Content: "https://courier.example/tides"}); len(f.Added) != 0 {
		t.Errorf("added %q", f.Added)
	}
}
