package reader

import (
	"testing"

	"lede/ui"
	"lede/ui/reader/text"
	"lede/ui/uitest"
)

// keysOf is the names of the keys that type a text.
func keysOf(text string) []string {
	var names []string
	for _, r := range text {
		name := string(r)
		if r == ' ' {
			name = "space"
		}
		names = append(names, name)
	}
	return names
}

func TestAPercentageIsAPlace(t *testing.T) {
	for name, a := range map[string]*ui.App{
		"short": showing(uitest.One(uitest.Harbour()), 80, 24), "long": showing(uitest.One(uitest.Long(200_000)), 80, 24),
	} {
		p := &a.Stack[0].(*reader).text
		for _, c := range []struct {
			line string
			want int
		}{{"50%", 50}, {"0%", 0}, {"100%", 100}, {"7%", 7}} {
			uitest.Drive(a, uitest.Press(append(append([]string{":"}, keysOf(c.line)...), "enter")...)...)
			got := text.ProgressOf(p.Doc, p.Sums, p.Flow().Real).Percent
			if got < c.want-8 || got > c.want+8 || name == "long" && got != c.want {
				t.Errorf("%s: %s leads to %d %%", name, c.line, got)
			}
		}
	}
}

func TestASectionIsFoundByItsWordsAndItsNumber(t *testing.T) {
	a := showing(uitest.One(uitest.Harbour()), 80, 24)
	p := &a.Stack[0].(*reader).text
	for line, want := range map[string]int{"council": 2, "3": 2, "gauges": 1, "after summ": 3} {
		uitest.Drive(a, uitest.Press(append(append([]string{"g", ":"}, keysOf(line)...), "enter")...)...)
		if got := p.Section(); got != want {
			t.Errorf(":%s leads to section %d, want %d", line, got, want)
		}
	}
}
