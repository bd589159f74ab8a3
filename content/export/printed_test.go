package export

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

func TestJSONHasAPostsShortAddressesWhereTheyStood(t *testing.T) {
	link := func(title, url string, at int) model.Link { return model.Link{Title: title, URL: url, At: at} }
	for _, c := range []struct {
		words, want string
		links       []model.Link
	}{
		{
			"Water over the quay.", "Water over the quay. pic.twitter.com/a1",
			[]model.Link{link("media", "https://t.co/a1", 0)},
		},
		{
			"Ten walks here by Ines", "Ten walks here https://t.co/b2 by Ines pic.twitter.com/a1",
			[]model.Link{link("link", "https://t.co/b2", len("Tenwalkshere")), link("media", "https://pic.twitter.com/a1", 0)},
		},
		{
			"Closed.\nOpen soon", "Closed. https://t.co/b2\nOpen soon",
			[]model.Link{link("link", "https://t.co/b2", len("Closed."))},
		},
		{"", "pic.x.com/a1", []model.Link{link("media", "https://pic.x.com/a1", 0)}},
		{"High water", "High water", []model.Link{link("♬ original sound", "https://sound.example", 0)}},
		{"Two", "Two https://t.co/b2", []model.Link{link("link", "https://t.co/b2", 99)}},
	} {
		if got := JSONBlock(model.Post{Source: c.words, Links: c.links}).Text; got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// TestPostsReadBackWithoutTheirShortAddresses writes posts and reads them again, twice: what is written into the text
// for others is no part of it.
func TestPostsReadBackWithoutTheirShortAddresses(t *testing.T) {
	link := model.Link{Title: "link", URL: "https://t.co/b2", At: 4}
	media := model.Link{Title: "media", URL: "https://t.co/a1"}
	var want model.Record
	want.Article.Sections = []model.Section{{Blocks: []model.Block{
		model.Post{Network: model.X, Source: "Ten walks here by Ines.", Links: []model.Link{link, media}},
		model.Post{Network: model.X, Source: "Open.", Links: []model.Link{link}},
		model.Post{Network: model.X, Links: []model.Link{media}},
		model.Post{Network: model.X, Source: "No links."},
	}}}
	got := want
	for range 2 {
		data, err := json.Marshal(JSONKept(got))
		if err != nil {
			t.Fatal(err)
		}
		var form Kept
		if err := json.Unmarshal(data, &form); err != nil {
			t.Fatal(err)
		}
		got = form.Record()
		if d := cmp.Diff(want.Article.Sections, got.Article.Sections); d != "" {
			t.Fatalf("(-want +got):\n%s", d)
		}
	}
}
