package library

import (
	"strings"
	"testing"

	"lede/ui"
	"lede/ui/uitest"
)

func TestTheWayOutStaysInTheFooter(t *testing.T) {
	for name, a := range map[string]*ui.App{
		"reader": started(uitest.One(uitest.Harbour()), 80, 24), "library": home(uitest.Kept(), 80, 24),
		"list": shelf(uitest.NewFakeSession(uitest.Courier()), 80, 24),
	} {
		for w := 30; w < 140; w++ {
			if uitest.Drive(a, uitest.Size(w, 24)); !strings.Contains(uitest.LastLine(a), "q quit  ? help") {
				t.Errorf("%s, %d cells: %q", name, w, uitest.LastLine(a))
			}
		}
	}
}
