package fold

import (
	"strings"
	"testing"
)

func TestLineIsTheWordsWithSingleSpaces(t *testing.T) {
	texts := []string{
		"", " ", "a", "a b", " a", "a ", "a  b", "a\tb", "a\u00a0b", "a\u2003 b", "é ü", "\n", "a\u200bb",
		"\xff \xfe", "\xff  x",
	}
	for _, s := range texts {
		if got, want := Line(s), strings.Join(strings.Fields(s), " "); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
	if s := "one text of several words"; testing.AllocsPerRun(10, func() { Line(s) }) > 0 {
		t.Error("a line that is one is copied")
	}
}
