package ui

import (
	"strings"
	"testing"
)

func TestACopyRowNamesItsKeyBesideALongTitle(t *testing.T) {
	long := harbour()
	long.Title = strings.Repeat("Harbour towns brace for the spring tides ", 4)
	a := started(one(long), 80, 24)
	drive(a, press("y")...)
	if got := screenText(a); !strings.Contains(got, "t  title") || !strings.Contains(got, "Harbour towns brace") {
		t.Errorf("got\n%s", got)
	}
}

func TestAMarkInTheReaderIsToldInAWord(t *testing.T) {
	for keys, want := range map[string]string{"s": "Starred. U takes it back.", "m": "Marked read. U takes it back."} {
		a := home(kept(), 80, 24)
		drive(a, press("j", "enter", keys)...)
		if got := strings.TrimSpace(lastLine(a)); got != want {
			t.Errorf("%s: the notice is %q, want %q", keys, got, want)
		}
	}
}
