package store

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

func TestKeptCalloutHasItsHead(t *testing.T) {
	want := []model.Section{{Blocks: []model.Block{
		model.Prose{Kind: model.Quote, Source: "> Use *goose* fat.", Plain: "Use goose fat.", Callout: model.Callout{Kind: "tip", Title: "For the axle"}},
		model.Prose{Kind: model.Quote, Source: "> No head."},
	}}}
	data, err := encodeSections(want)
	if err != nil {
		t.Fatal(err)
	}
	got, err := decodeSections(bodyVersion, data)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}
