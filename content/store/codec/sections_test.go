package codec

import (
	"strings"
	"testing"

	"lede/model"
)

// TestSectionsAreWrittenAsOneListOfJSON holds the form that libraries have had from the beginning.
func TestSectionsAreWrittenAsOneListOfJSON(t *testing.T) {
	line := func(s string) model.Block { return model.Prose{Kind: model.Paragraph, Source: s} }
	for want, sections := range map[string][]model.Section{
		`[]`:   nil,
		`[{}]`: {{}},
		`[{"t":"One","l":2},{"b":[{"k":"prose","s":"paragraph","x":"a"},{"k":"prose","s":"paragraph","x":"b"}]}]`: {
			{Title: "One", Level: 2}, {Blocks: []model.Block{line("a"), line("b")}},
		},
		`[{"t":"\u003cOne\u003e","b":[{"k":"prose","s":"paragraph","x":"a"}]},{"t":"Two"}]`: {
			{Title: "<One>", Blocks: []model.Block{line("a")}}, {Title: "Two"},
		},
	} {
		var got strings.Builder
		if err := writeSections(&got, sections); err != nil || got.String() != want {
			t.Errorf("got %s (%v), want %s", got.String(), err, want)
		}
	}
}
