package ui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lede/model"
	"lede/ui/theme"
)

// named are parts that each leave their number when they are taken off.
func named(names ...string) []filterPart[int] {
	parts := make([]filterPart[int], len(names))
	for i, n := range names {
		parts[i] = filterPart[int]{joint: joint(true), not: i%2 == 1, name: n, without: i}
	}
	parts[0].joint = ""
	return parts
}

func TestChipsAndThePromptBehindThemFitTheirLine(t *testing.T) {
	look := theme.New(true)
	parts := named("Unread", "北岸の町、大潮に備える新聞", "Westhaven", strings.Repeat("e\u0301", 60), "Kirkness")
	for w := 20; w < 160; w++ {
		var c chips[int]
		if line := c.draw(look, parts, w); ansi.StringWidth(line) > w || ansi.StringWidth(line) != c.end || len(c.all) == 0 {
			t.Errorf("%d cells: the chips take %d, and say %d: %q", w, ansi.StringWidth(line), c.end, ansi.Strip(line))
		}
		for _, typed := range []string{"", "tide", strings.Repeat("界", 200)} {
			p := prompt{text: typed, at: len(typed)}
			line := c.draw(look, parts, w-promptLeft) + c.typed(look, &p, "words, topic:ferries, is:unread", w)
			if ansi.StringWidth(line) > w || c.cursor(&p, w) >= w || c.room(w) < 4 {
				t.Errorf("%d cells, typed %.9q: %d are taken, the cursor is at %d: %q", w, typed, ansi.StringWidth(line), c.cursor(&p, w), ansi.Strip(line))
			}
		}
	}
}

func TestAChipIsWhereItIsDrawn(t *testing.T) {
	var c chips[int]
	line := []rune(ansi.Strip(c.draw(theme.New(true), named("one", "two", "three"), 80)))
	if got := string(line); got != "  one × or  not two × or  three ×" {
		t.Fatalf("got %q", got)
	}
	got := ""
	for x := range line {
		if n, ok := c.at(x); ok {
			got += fmt.Sprint(n)
		} else {
			got += "."
		}
	}
	if want := "..00000.....111111111.....2222222"; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	c.clear()
	if _, ok := c.at(3); ok {
		t.Error("a chip that is not shown is taken off by a click")
	}
}

func TestAClickTakesNoChipOffThatHasGone(t *testing.T) {
	a := home(newFakeStore(courier()), 60, 7) // so low that the head stands where the chips were
	l := theLibrary(a)
	drive(a, press("1", "/", "t", "enter")...)
	a.View()
	if len(l.chips.all) != 2 {
		t.Fatalf("%d chips", len(l.chips.all))
	}
	x := l.chips.all[0].from
	for !l.ask.empty() {
		drive(a, press("esc")...)
	}
	a.View()
	drive(a, click(x, 0))
	if !l.ask.empty() {
		t.Errorf("a click asks for %+v", l.ask)
	}
}

func TestEveryPartOfWhatIsAskedForIsAChip(t *testing.T) {
	a := ask{
		view: unread, saved: model.NamedQuery{Name: "Long reads", Query: "minutes:>6"}, with: []topicTerm{{"rail", "Rail"}, {"roads", "Roads"}}, either: true,
		without: []topicTerm{{"trade", "Trade"}}, sites: []string{"Courier", "Post"}, words: " sea wall ", sort: model.ByTitle,
	}
	var c chips[ask]
	const want = "  Unread ×  Long reads ×  Rail × or  Roads ×  not Trade ×  Courier × or  Post ×  “sea wall” ×"
	if got := ansi.Strip(c.draw(theme.New(true), a.parts(), 120)); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	for !a.empty() { // from the last to the first
		parts := len(a.parts())
		if a = a.back(); len(a.parts()) != parts-1 || a.sort != model.ByTitle {
			t.Fatalf("%d parts become %+v", parts, a)
		}
	}
}
