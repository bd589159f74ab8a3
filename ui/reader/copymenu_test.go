package reader

import (
	"strings"
	"testing"

	"lede/ui/uitest"
)

func TestACopyRowNamesItsKeyBesideALongTitle(t *testing.T) {
	long := uitest.Harbour()
	long.Title = strings.Repeat("Harbour towns brace for the spring tides ", 4)
	a := showing(uitest.One(long), 80, 24)
	uitest.Drive(a, uitest.Press("y")...)
	if got := uitest.ScreenText(a); !strings.Contains(got, "t  title") || !strings.Contains(got, "Harbour towns brace") {
		t.Errorf("got\n%s", got)
	}
}

func TestAMarkInTheReaderIsToldInAWord(t *testing.T) {
	for keys, want := range map[string]string{"s": "Starred. U takes it back.", "m": "Marked read. U takes it back."} {
		a := showingKept(uitest.Kept(), 80, 24)
		uitest.Drive(a, uitest.Press("enter", keys)...)
		if got := strings.TrimSpace(uitest.LastLine(a)); got != want {
			t.Errorf("%s: the notice is %q, want %q", keys, got, want)
		}
	}
}
