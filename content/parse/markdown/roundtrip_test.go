package markdown

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

// TestWrittenMarkdownReadsBackToTheSameBlock holds for what the recognisers find, and for posts and related links
// with an address, as pages give them.
func TestWrittenMarkdownReadsBackToTheSameBlock(t *testing.T) {
	url := "https://x.com/harbourwatch/status/123"
	media := model.Link{Title: "media", URL: "https://pic.twitter.com/Ab1"}
	link := model.Link{Title: "link", URL: "https://t.co/Zz9"}
	post := model.Post{
		Network: model.X, Author: "Harbour Watch", Handle: "@harbourwatch", Posted: "May 3, 2026",
		Source: "Water over the lower quay since six.",
	}
	with := func(change func(*model.Post)) model.Post {
		p := post
		change(&p)
		return p
	}
	blocks := map[string]model.Block{
		"post":    post,
		"address": with(func(p *model.Post) { p.URL = url }),
		"links":   with(func(p *model.Post) { p.URL, p.Links = url, []model.Link{media, link} }),
		"lines": with(func(p *model.Post) {
			p.Source = "Closed *today*:\n- Pier Road\n1. Fish_Lane\n# no heading\n> Thank you & good night"
		}),
		"name with signs": with(func(p *model.Post) { p.Author = "Ines [quay] *O'Neill* 🏳️‍🌈 – Hafen" }),
		"other date":      with(func(p *model.Post) { p.Posted = "16 мая 2018 г." }),
		"Japanese": with(func(p *model.Post) {
			p.Author, p.Posted, p.Source = "港の見張り", "2026年5月3日", "水が来ています。"
		}),
		"Bluesky": with(func(p *model.Post) { p.Network, p.Handle = model.Bluesky, "@watch.example" }),
		"Bluesky media": with(func(p *model.Post) {
			p.Network, p.Handle, p.Links = model.Bluesky, "@watch.example", []model.Link{media}
		}),
		"Mastodon":          with(func(p *model.Post) { p.Network, p.Handle = model.Mastodon, "@watch@social.example" }),
		"Truth Social":      with(func(p *model.Post) { p.Network = model.TruthSocial }),
		"Instagram no date": with(func(p *model.Post) { p.Network, p.Posted = model.Instagram, "" }),
		"Instagram missing": with(func(p *model.Post) {
			p.Network, p.Posted, p.Source, p.Missing = model.Instagram, "", "", true
		}),
		"address without date": with(func(p *model.Post) {
			p.Network, p.Posted, p.URL = model.Instagram, "", "https://www.instagram.com/p/B1x/"
		}),
		"Facebook": with(func(p *model.Post) {
			p.Network, p.Handle, p.Posted = model.Facebook, "", "Monday, May 4, 2026"
		}),
		"no name":      with(func(p *model.Post) { p.Author = "" }),
		"no name of":   with(func(p *model.Post) { p.Author, p.Network = "", model.Threads }),
		"missing":      with(func(p *model.Post) { p.Source, p.Missing = "", true }),
		"bare address": model.Post{Network: model.X, Handle: "@harbourwatch", URL: url, Missing: true},
		"media only":   with(func(p *model.Post) { p.Source, p.Links = "", []model.Link{media} }),
		"mirror": with(func(p *model.Post) {
			p.Mirror = model.Mirror{
				Network: model.TruthSocial, Author: "Ada Quill", Handle: "@adaquill",
				Posted: "May 2, 2026, 9:15 AM ET",
			}
		}),
		"TikTok": model.Post{
			Network: model.TikTok, Handle: "@ferry_fan", Source: "the new ferry #ferry",
			Links: []model.Link{{Title: "♬ original sound - ferry_fan"}},
		},
		"Reddit": model.Post{
			Network: model.Reddit, Author: "r/Westhaven", Handle: "@gullwing",
			Source: "Who pays for the wall?",
		},
		"related": model.Related{
			Label: "ALSO READ",
			Links: []model.Link{{Title: "Who pays for the [sea] wall?"}},
		},
		"related link": model.Related{
			Label: "Read more",
			Links: []model.Link{{Title: "Who pays?", URL: "https://news.example/1"}},
		},
		"related several": model.Related{
			Label: "Related stories",
			Links: []model.Link{{Title: "Who pays?", URL: "https://news.example/1"}, {Title: "The *night* of the flood"}},
		},
		"related label of a page": model.Related{
			Label: "From the quay",
			Links: []model.Link{{Title: "Who pays?", URL: "https://news.example/1"}},
		},
		"related without label": model.Related{Links: []model.Link{{Title: "Who pays?", URL: "https://news.example/1"}}},
		"related Hindi": model.Related{
			Label: "यह भी पढ़ें",
			Links: []model.Link{{Title: "दीवार का खर्च कौन देगा"}},
		},
		"notice":        model.Notice{Kind: model.Disclaimer, Source: "Disclaimer: This is a sample."},
		"credit":        model.Notice{Kind: model.Credit, Source: "(With inputs from the coast desk)"},
		"advertisement": model.Notice{Kind: model.Advertisement, Source: "Advertisement"},
	}
	for name, want := range blocks {
		source := "The council met on Monday to talk about the wall once more.\n\n" + want.Markdown() + "\n\n" +
			"By the evening the water had gone back.\n"
		got := read(source).Blocks()
		if len(got) != 3 {
			t.Errorf("%s: %d blocks of\n%s\n%+v", name, len(got), want.Markdown(), got)
			continue
		}
		if diff := cmp.Diff(want, got[1]); diff != "" {
			t.Errorf("%s: (-want +got)\n%s\nof\n%s", name, diff, want.Markdown())
		}
	}
}
