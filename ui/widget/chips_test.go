package widget

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lede/ui/theme"
)

// named are parts that each leave their number when they are taken off.
func named(names ...string) []FilterPart[int] {
	parts := make([]FilterPart[int], len(names))
	for i, n := range names {
		parts[i] = FilterPart[int]{Joint: Joint(true), Not: i%2 == 1, Name: n, Without: i}
	}
	parts[0].Joint = ""
	return parts
}

func TestChipsAndThePromptBehindThemFitTheirLine(t *testing.T) {
	look := theme.New(true)
	parts := named("Unread", "北岸の町、大潮に備える新聞", "Westhaven", strings.Repeat("e\u0301", 60), "Kirkness")
	for w := 20; w < 160; w++ {
		var c Chips[int]
		if line := c.Draw(look, parts, w); ansi.StringWidth(line) > w || ansi.StringWidth(line) != c.end || len(c.All) == 0 {
			t.Errorf("%d cells: the chips take %d, and say %d: %q", w, ansi.StringWidth(line), c.end, ansi.Strip(line))
		}
		for _, typed := range []string{"", "tide", strings.Repeat("界", 200)} {
			p := Prompt{Text: typed, At: len(typed)}
			line := c.Draw(look, parts, w-PromptLeft) + c.Typed(look, &p, "words, topic:ferries, is:unread", w)
			if ansi.StringWidth(line) > w || c.Cursor(&p, w) >= w || c.room(w) < 4 {
				t.Errorf("%d cells, typed %.9q: %d are taken, the cursor is at %d: %q", w, typed, ansi.StringWidth(line),
					c.Cursor(&p, w), ansi.Strip(line))
			}
		}
	}
}

func TestAChipIsWhereItIsDrawn(t *testing.T) {
	var c Chips[int]
	line := []rune(ansi.Strip(c.Draw(theme.New(true), named("one", "two", "three"), 80)))
	if got := string(line); got != "  one × or  not two × or  three ×" {
		t.Fatalf("got %q", got)
	}
	got := ""
	for x := range line {
		if n, ok := c.At(x); ok {
			got += fmt.Sprint(n)
		} else {
			got += "."
		}
	}
	if want := "..00000.....111111111.....2222222"; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	c.Clear()
	if _, ok := c.At(3); ok {
		t.Error("a chip that is not shown is taken off by a click")
	}
}
