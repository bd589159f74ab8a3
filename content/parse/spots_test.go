package parse

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

func TestSpotsNeverNameAllParagraphsAlone(t *testing.T) {
	const page = `<html><body><div><p>The water rose by four metres.</p><p>"Our clerks" wear rubber boots now.</p>` +
		`<p class=pull>Rubber boots sell well.</p><p class=pull>They are green.</p></div></body></html>`
	for _, c := range []struct {
		element int
		want    []model.Spot
	}{
		{5, []model.Spot{{Selector: `p:contains("The water rose by")`, Matches: 1}, {Selector: "div", Matches: 1}}},
		{6, []model.Spot{{Selector: `p:contains("wear rubber boots now.")`, Matches: 1}, {Selector: "div", Matches: 1}}},
		{7, []model.Spot{
			{Selector: "p.pull", Matches: 2},
			{Selector: `p.pull:contains("Rubber boots sell well.")`, Matches: 1},
			{Selector: "div", Matches: 1},
		}},
	} {
		if diff := cmp.Diff(c.want, Decoded(page, Options{}).Spots(c.element, "")); diff != "" {
			t.Errorf("element %d (-want +got)\n%s", c.element, diff)
		}
	}
}
