package draft

import (
	"fmt"
	"strings"
	"testing"

	"lede/model"
)

// TestATextOfMoreWordsThanTheIndexTakesStaysItself leaves out words beyond those that the index takes.
func TestATextOfMoreWordsThanTheIndexTakesStaysItself(t *testing.T) {
	for form, most := range map[string]int{"a%d ": mostDistinct, "%d ": mostNumbers} {
		many := func(end string) Folded {
			var b strings.Builder
			for i := range most {
				fmt.Fprintf(&b, form, i)
			}
			return FoldedOf(model.Article{Sections: []model.Section{{Blocks: []model.Block{
				model.Prose{Kind: model.Paragraph, Source: b.String() + end},
			}}}})
		}
		last := strings.TrimSpace(fmt.Sprintf(form, most-1))
		one, two := many("900001 900002 "+last), many("900001 900003 "+last)
		if !strings.HasSuffix(one.Texts.Body, strings.Join([]string{last, leftOut, leftOut, last}, " ")) ||
			len(one.Texts.Words) != most {
			t.Errorf("%q: the body ends in %q, of %d words", form, one.Texts.Body[len(one.Texts.Body)-40:],
				len(one.Texts.Words))
		}
		if one.Same == two.Same || one.Same != many("900001 900002 "+last).Same {
			t.Errorf("%q: a text that differs in a word that is left out is taken for another, or one for two", form)
		}
	}
}
