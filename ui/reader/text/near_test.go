package text

import (
	"strings"
	"testing"

	"lede/model"
	"lede/ui/uitest"
)

func TestAPlaceIsFoundAgainInAnotherReading(t *testing.T) {
	reading := func(words string) *Items {
		a := model.Article{Sections: []model.Section{{}}}
		for w := range strings.FieldsSeq(words) {
			a.Sections[0].Blocks = append(a.Sections[0].Blocks, uitest.Paragraph(w))
		}
		return NewItems(&a)
	}
	for _, c := range []struct {
		before, now string
		item, want  int // of the items, of which the first is the title block
		line        int
	}{
		{"a b c", "a b c", 2, 2, 3},
		{"a b c", "b c", 2, 1, 3},
		{"a b c", "a c", 2, 2, 0},
		{"a b c", "a B c", 2, 2, 0},
		{"a b c", "B c", 1, 1, 0},
		{"a b c", "x y", 3, -1, 0},
	} {
		if at, line := reading(c.now).near(reading(c.before), c.item, 3); at != c.want || line != c.line {
			t.Errorf("%q, item %d, in %q: got item %d, line %d; want %d, %d", c.before, c.item, c.now, at, line, c.want, c.line)
		}
	}
}
