package export

import (
	"testing"

	"lede/model"
)

func TestJSONHasAPostsShortAddressesWhereTheyStood(t *testing.T) {
	link := func(title, url string, at int) model.Link { return model.Link{Title: title, URL: url, At: at} }
	for _, c := range []struct {
		words, want string
		links       []model.Link
	}{
		{"Water over the quay.", "Water over the quay. pic.twitter.com/a1", []model.Link{link("media", "https://t.co/a1", 0)}},
		{"Ten walks here by Ines", "Ten walks here https://t.co/b2 by Ines pic.twitter.com/a1", []model.Link{link("link", "https://t.co/b2", len("Tenwalkshere")), link("media", "https://pic.twitter.com/a1", 0)}},
		{"Closed.\nOpen soon", "Closed. https://t.co/b2\nOpen soon", []model.Link{link("link", "https://t.co/b2", len("Closed."))}},
		{"", "pic.x.com/a1", []model.Link{link("media", "https://pic.x.com/a1", 0)}},
		{"High water", "High water", []model.Link{link("♬ original sound", "https://sound.example", 0)}},
		{"Two", "Two https://t.co/b2", []model.Link{link("link", "https://t.co/b2", 99)}},
	} {
		if got := JSONBlock(model.Post{Source: c.words, Links: c.links}).Text; got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
