package store

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

func TestKeptPostOfAThreadHasItsBlocks(t *testing.T) {
	want := []model.Section{{Blocks: []model.Block{
		model.Post{Own: true, Author: "Agna", Answers: "Wenzel", Depth: 2, Body: []model.Block{
			model.Prose{Kind: model.Paragraph, Source: "One *drop*.", Plain: "One drop."}, model.Code{Language: "txt", Source: "pivot 1"},
		}},
		model.Post{Own: true, Posted: "14:05"},
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
