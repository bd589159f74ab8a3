package codec_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/content/store/codec"
	"lede/model"
)

func TestWhatIsKeptIsReadAsItWas(t *testing.T) {
	for name, block := range map[string]model.Block{
		"a post of a thread": model.Post{Own: true, Author: "Agna", Answers: "Wenzel", Depth: 2, Body: []model.Block{
			model.Prose{Kind: model.Paragraph, Source: "One *drop*.", Plain: "One drop."},
			model.Code{Language: "txt", Source: "pivot 1"},
		}},
		"a time alone": model.Post{Own: true, Posted: "14:05"},
		"a call-out": model.Prose{
			Kind: model.Quote, Source: "> Use *goose* fat.", Plain: "Use goose fat.",
			Callout: model.Callout{Kind: "tip", Title: "For the axle"},
		},
		"a quotation": model.Prose{Kind: model.Quote, Source: "> No head."},
	} {
		want := []model.Section{{Blocks: []model.Block{block}}}
		data, err := codec.EncodeSections(want)
		if err != nil {
			t.Fatal(err)
		}
		got, err := codec.DecodeSections(codec.BodyVersion, data)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
}
