package render

import (
	"strings"
	"testing"

	"lede/model"
	"lede/ui/theme"
)

func TestWordsThatNobodyReadsAreShortened(t *testing.T) {
	x, wide := strings.Repeat("x", 40_000), strings.Repeat("日", 20_000)
	address := "[here](<https://a.example/" + x + ">)"
	for name, c := range map[string]struct {
		b    model.Block
		want string // "" when nothing is shortened
	}{
		"word": {model.Prose{Source: "before " + x + " after"}, "before " + x[:shownWord] +
			"… (39000 characters more) after"},
		"wide":         {model.Prose{Source: wide}, strings.Repeat("日", shownWord) + "… (19000 characters more)"},
		"emphasis":     {model.Prose{Source: "*" + x + "*"}, "*" + x[:shownWord] + "… (39000 characters more)*"},
		"line of code": {model.Code{Source: "a\n" + x + "\nb"}, "a\n" + x[:shownWord] + "… (39000 characters more)\nb"},
		"address":      {model.Prose{Source: address}, ""},
		"words":        {model.Prose{Source: strings.Repeat("water ", 9000)}, ""},
		"paragraph":    {model.Prose{Source: wide[:3*9_000]}, ""},
		"code":         {model.Code{Source: strings.Repeat("x = 1\n", 9000)}, ""},
	} {
		want := c.want
		source := func(b model.Block) string {
			if code, ok := b.(model.Code); ok {
				return code.Source
			}
			return b.(model.Prose).Source
		}
		if want == "" {
			want = source(c.b)
		}
		if got := source(shortened(c.b)); got != want {
			t.Errorf("%s: got %d bytes, want %d", name, len(got), len(want))
		}
		if lines := New(theme.New(true), 72).Block(c.b); c.want != "" && len(lines) > 40 {
			t.Errorf("%s: it takes %d lines", name, len(lines))
		}
	}
}
