package library

import (
	"strings"
	"testing"

	"lede/ui/uitest"
)

func TestASlashInTheTopicsTakesSpaces(t *testing.T) {
	a := home(uitest.Kept(), 120, 40)
	uitest.Drive(a, uitest.Press("T", "/", "c", "o", "a", "s", "t", "a", "l", "space", "d")...)
	if got := uitest.ScreenText(a); !strings.Contains(got, "› coastal d") {
		t.Fatalf("the space was not typed:\n%s", got)
	}
	if uitest.Drive(a, uitest.Press("enter")...); !theLibrary(a).ask.wants("coastal defence") {
		t.Errorf("enter asks for %+v", theLibrary(a).ask)
	}
}

func TestTopicsThatNothingMatchesAreSaidToBeNone(t *testing.T) {
	a := home(uitest.Kept(), 80, 24)
	if uitest.Drive(a, uitest.Press("T", "z", "z")...); !strings.Contains(uitest.ScreenText(a), "Nothing matches.") {
		t.Errorf("nothing is said:\n%s", uitest.ScreenText(a))
	}
}

func TestTheTopicsStandBesideTheRowsWithWhatAFilterLeavesOfThem(t *testing.T) {
	a := home(uitest.Kept(), 80, 24)
	uitest.Drive(a, uitest.Press("T", "c", "o", "u", "n", "space")...)
	got := uitest.ScreenText(a)
	for _, want := range []string{"✓ council  3", "Westhaven  4 → 1", "● What a quiet election"} {
		if !strings.Contains(got, want) {
			t.Errorf("there is no %q:\n%s", want, got)
		}
	}
}
