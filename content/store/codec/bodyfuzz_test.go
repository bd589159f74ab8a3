package codec_test

import (
	"errors"
	"testing"

	"lede/content/store/codec"
	"lede/content/store/db"
	"lede/model"
	"lede/model/clean"
)

// FuzzBody holds that a body which a damaged file made up is an error or sections that can be read, and that sound
// ones come back.
func FuzzBody(f *testing.F) {
	sound, err := codec.EncodeSections([]model.Section{{Title: "Tides", Level: 2, Blocks: []model.Block{
		model.Prose{Kind: model.Paragraph, Source: "The *water* came.", Plain: "The water came."},
		model.Post{Network: model.Mastodon, Author: "Harbour Watch", Source: "Closed."},
		model.Related{Links: []model.Link{{Title: "Who pays?"}}},
		model.Code{Source: "x"},
		model.Image{Alt: "a quay"},
		model.Notice{Kind: model.Credit, Source: "(With inputs)"},
	}}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(sound, true)
	for _, s := range []string{
		`[{"t":"a","b":[{"k":"post"}]}]`, `[{"b":[{"k":"prose","x":"a"},null]}]`, `{}`, `null`, `[[`, "\x00",
	} {
		f.Add([]byte(s), false)
	}
	f.Fuzz(func(t *testing.T, data []byte, packed bool) {
		if !packed {
			var err error
			if data, err = codec.Deflate(data); err != nil {
				t.Fatal(err)
			}
		}
		sections, err := codec.DecodeSections(codec.BodyVersion, data)
		if err != nil {
			if !errors.Is(err, db.ErrDamaged) {
				t.Fatalf("the error is %v, and not that the file is damaged", err)
			}
			return
		}
		for _, s := range sections {
			for _, b := range s.Blocks {
				_ = clean.Text(b.Text() + b.Markdown())
			}
		}
		again, err := codec.EncodeSections(sections)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := codec.DecodeSections(codec.BodyVersion, again); err != nil || len(back) != len(sections) {
			t.Fatalf("%d sections come back as %d: %v", len(sections), len(back), err)
		}
	})
}
