package recognise

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/content/parse/network"
	"lede/model"
)

// linesOf makes a unit of each line.
func linesOf(lines ...string) []block.Unit {
	units := make([]block.Unit, len(lines))
	for i, l := range lines {
		units[i] = block.Unit{Text: l}
	}
	return units
}

const (
	before = "The council of Westhaven met on Monday to talk about the wall once more, and nobody in the hall expected " +
		"that the vote would come so soon after the flood."
	after = "By the evening the water had gone back, and the market opened again on the upper quay."
)

func TestRecogniseFindsPosts(t *testing.T) {
	media := []model.Link{{Title: "media", URL: "https://pic.twitter.com/Ab1"}}
	quay := model.Post{
		Network: model.X, Author: "Harbour Watch", Handle: "@harbourwatch", Posted: "May 3, 2026",
		Source: "Water over the lower quay since six.",
	}
	with := func(change func(*model.Post)) model.Post {
		p := quay
		change(&p)
		return p
	}
	for _, c := range []struct {
		name     string
		lines    []string
		from, to int
		want     model.Block
	}{
		{
			"text and attribution in a line",
			[]string{before, "Water over the lower quay since six. — Harbour Watch (@harbourwatch) May 3, 2026", after},
			1, 2,
			quay,
		},
		{
			"the dash glued to the word",
			[]string{before, "Water over the lower quay since six.— Harbour Watch (@harbourwatch) May 3, 2026", after},
			1, 2,
			quay,
		},
		{"attribution on its own line", []string{
			before, "Water over the lower quay since six.",
			"— Harbour Watch (@harbourwatch) May 3, 2026", after,
		}, 1, 3, quay},
		{
			"short links leave the text",
			[]string{
				before,
				"Water over the lower quay since six. https://t.co/Zz9 pic.twitter.com/Ab1— Harbour Watch (@harbourwatch) May " +
					"3, 2026",
			},
			1, 2, with(func(p *model.Post) {
				p.Links = []model.Link{{Title: "link", URL: "https://t.co/Zz9"}, media[0]}
			}),
		},
		{
			"media alone on a line needs the text above",
			[]string{
				before, "Water over the lower quay since six.", "pic.twitter.com/Ab1",
				"— Harbour Watch (@harbourwatch) May 3, 2026",
			},
			1, 4, with(func(p *model.Post) { p.Links = media }),
		},
		{
			"several lines after an announcement",
			[]string{
				"The watch wrote on X:", "Water over the lower quay.", "Keep the slip clear.", "Thank you.",
				"— Harbour Watch (@harbourwatch) May 3, 2026",
			},
			1, 5, with(func(p *model.Post) {
				p.Source = "Water over the lower quay.\nKeep the slip clear.\nThank you."
			}),
		},
		{
			"several lines in another language",
			[]string{
				before, "Das Wasser steht über dem Kai und die Boote sind nicht mehr zu sehen.",
				"Bitte haltet die Rampe frei, die Helfer kommen nicht durch und es ist eng.",
				"— Hafenwacht (@hafenwacht) 3. Mai 2026",
			},
			1, 4,
			model.Post{
				Network: model.X, Author: "Hafenwacht", Handle: "@hafenwacht", Posted: "3. Mai 2026",
				Source: "Das Wasser steht über dem Kai und die Boote sind nicht mehr zu sehen.\nBitte haltet die Rampe " +
					"frei, die " +
					"Helfer kommen nicht durch und es ist eng.",
			},
		},
		{
			"a list in a post",
			[]string{before, "Closed today:", "• Pier Road", "• Fish Lane", "— Harbour Watch (@harbourwatch) May 3, 2026"},
			1,
			5, with(func(p *model.Post) { p.Source = "Closed today:\n• Pier Road\n• Fish Lane" }),
		},
		{"prose before stays prose", []string{
			before, "It rained.", "Water over the lower quay since six.",
			"— Harbour Watch (@harbourwatch) May 3, 2026",
		}, 2, 4, quay},
		{
			"names with signs",
			[]string{"Grüße vom Kai! — Ines 🏳️‍🌈 O'Neill-Roth (Hafen) (@i_oneill) 14. Juni 2018"},
			0,
			1,
			model.Post{
				Network: model.X, Author: "Ines 🏳️‍🌈 O'Neill-Roth (Hafen)", Handle: "@i_oneill", Posted: "14. Juni 2018",
				Source: "Grüße vom Kai!",
			},
		},
		{
			"Japanese",
			[]string{"岸壁の上まで水が来ています。— 港の見張り (@minato_m) 2026年5月3日"},
			0, 1,
			model.Post{
				Network: model.X, Author: "港の見張り", Handle: "@minato_m",
				Posted: "2026年5月3日", Source: "岸壁の上まで水が来ています。",
			},
		},
		{
			"Arabic",
			[]string{"المياه فوق الرصيف منذ السادسة", "— حارس الميناء (@harbour_ar) 3 مايو 2026"},
			0, 2,
			model.Post{
				Network: model.X, Author: "حارس الميناء", Handle: "@harbour_ar", Posted: "3 مايو 2026",
				Source: "المياه فوق الرصيف منذ السادسة",
			},
		},
		{
			"a language that is not known, with a year",
			[]string{"Vatn yfir bryggjuna. — Höfn (@hofnin) 3. maímánaðar 2026"},
			0, 1,
			model.Post{
				Network: model.X, Author: "Höfn", Handle: "@hofnin", Posted: "3. maímánaðar 2026",
				Source: "Vatn yfir bryggjuna.",
			},
		},
		{
			"the post's own address",
			[]string{
				"Water over the lower quay since six. — Harbour Watch (@harbourwatch) May 3, 2026",
				"https://x.com/harbourwatch/status/123", after,
			},
			0, 2,
			with(func(p *model.Post) { p.URL = "https://x.com/harbourwatch/status/123" }),
		},
		{
			"Bluesky",
			[]string{
				"Water over the lower quay since six. [image or embed]— Harbour Watch (@harbourwatch.bsky.social) May 3, 2026 " +
					"at 4:05 PM",
			},
			0, 1,
			model.Post{
				Network: model.Bluesky, Author: "Harbour Watch", Handle: "@harbourwatch.bsky.social",
				Posted: "May 3, 2026 at 4:05 PM", Source: "Water over the lower quay since six.",
				Links: []model.Link{{Title: "media"}},
			},
		},
		{
			"Mastodon",
			[]string{"Water over the lower quay since six. — Harbour Watch (@watch@social.example) May 3, 2026"},
			0,
			1, with(func(p *model.Post) { p.Network, p.Handle = model.Mastodon, "@watch@social.example" }),
		},
		{
			"a mirror in brackets",
			[]string{
				before, "( @mayorofwesthaven – Truth Social Post )",
				"( Ada Quill – May 2, 2026, 9:15 AM ET )The wall will stand. We have the money… pic.twitter.com/Ab1",
				"— Ada Quill Copies (@quillcopies) May 3, 2026",
			},
			1, 4,
			model.Post{
				Network: model.X, Author: "Ada Quill Copies", Handle: "@quillcopies", Posted: "May 3, 2026",
				Source: "The wall will stand. We have the money…", Links: media,
				Mirror: model.Mirror{
					Network: model.TruthSocial, Author: "Ada Quill", Handle: "@mayorofwesthaven",
					Posted: "May 2, 2026, 9:15 AM ET",
				},
			},
		},
		{"a mirror in a line", []string{
			before, "Ada Quill Truth Social 05.02.26 09:15 AM EST", "The wall will stand.",
			"— Ada Quill Copies (@quillcopies) May 3, 2026",
		}, 1, 4, model.Post{
			Network: model.X, Author: "Ada Quill Copies", Handle: "@quillcopies", Posted: "May 3, 2026",
			Source: "The wall will stand.",
			Mirror: model.Mirror{Network: model.TruthSocial, Author: "Ada Quill", Posted: "05.02.26 09:15 AM EST"},
		}},
		{"Instagram", []string{
			before, "View this post on Instagram", "Blue hour #quay",
			"A post shared by Ines O. (@ines.okafor) on May 3, 2026 at 9:10am PDT", after,
		}, 1, 4, model.Post{
			Network: model.Instagram, Author: "Ines O.", Handle: "@ines.okafor", Posted: "May 3, 2026 at 9:10am PDT",
			Source: "Blue hour #quay",
		}},
		{
			"Instagram without words",
			[]string{before, "Voir cette publication sur Instagram Une publication partagée par Ines O. (@ines.okafor)", after},
			1, 2,
			model.Post{Network: model.Instagram, Author: "Ines O.", Handle: "@ines.okafor", Missing: true},
		},
		{
			"Instagram in Korean",
			[]string{before, "Instagram에서 이 게시물 보기", "이네스(@ines.okafor)님의 공유 게시물"},
			1, 3,
			model.Post{Network: model.Instagram, Author: "이네스", Handle: "@ines.okafor", Missing: true},
		},
		{
			"Facebook",
			[]string{before, before, "The ferry is out of service.", "Posted by Harbour Watch on Monday, May 4, 2026", after},
			2, 4,
			model.Post{
				Network: model.Facebook, Author: "Harbour Watch", Posted: "Monday, May 4, 2026",
				Source: "The ferry is out of service.",
			},
		},
		{
			"TikTok",
			[]string{before, "@ferry_fan the new ferry #ferry ♬ original sound - ferry_fan"},
			1, 2,
			model.Post{
				Network: model.TikTok, Handle: "@ferry_fan", Source: "the new ferry #ferry",
				Links: []model.Link{{Title: "♬ original sound - ferry_fan"}},
			},
		},
		{
			"Reddit",
			[]string{before, "Who pays for the wall?", "byu/gullwing inWesthaven"},
			1, 3,
			model.Post{Network: model.Reddit, Author: "r/Westhaven", Handle: "@gullwing", Source: "Who pays for the wall?"},
		},
		{
			"Threads",
			[]string{before, "Post by @ines.okafor", "View on Threads"},
			1, 3,
			model.Post{Network: model.Threads, Handle: "@ines.okafor", Missing: true},
		},
		{
			"an address",
			[]string{before, "https://twitter.com/harbourwatch/status/123?s=20"},
			1, 2,
			model.Post{
				Network: model.X, Handle: "@harbourwatch", URL: "https://twitter.com/harbourwatch/status/123?s=20",
				Missing: true,
			},
		},
		{
			"an address without scheme",
			[]string{"t.me/harbourwatch/77"},
			0, 1,
			model.Post{Network: model.Telegram, Handle: "@harbourwatch", URL: "https://t.me/harbourwatch/77", Missing: true},
		},
		{"attribution after an announcement only", []string{
			before + " She wrote on X:",
			"— Harbour Watch (@harbourwatch) May 3, 2026",
		}, 1, 2, with(func(p *model.Post) { p.Source, p.Missing = "", true })},
	} {
		got := Units(linesOf(c.lines...), lang.Labels{})
		if len(got) == 0 {
			t.Errorf("%s: nothing found", c.name)
			continue
		}
		if got[0].From != c.from || got[0].To != c.to {
			t.Errorf("%s: units %d to %d; want %d to %d", c.name, got[0].From, got[0].To, c.from, c.to)
		}
		if diff := cmp.Diff([]model.Block{c.want}, got[0].Blocks); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.name, diff)
		}
	}
}

func TestRecogniseLeavesProseAlone(t *testing.T) {
	for _, line := range []string{
		"— Anna Smith (@asmith) is the author of three books about the sea.",
		"Anna Smith — the mayor (@asmith) — said on May 3, 2026 that the wall stands.",
		"Write to the harbour (@harbourwatch) before May 3, 2026.",
		"The wall – built in 1998 – was raised (@harbourwatch told us) in May 2026.",
		"By Ines Okafor (@inesokafor)",
		"@harbourwatch is the account to follow.",
		"See https://x.com/harbourwatch/status/1 for the whole list.",
		"https://x.com/harbourwatch",
		"He posted by the pier on Monday.",
		"View on the harbour from above",
		"The song ♬ was heard on the quay.",
		"Written in by u/the side of the road.",
	} {
		if got := Units(linesOf(before, line, after), lang.Labels{}); len(got) > 0 {
			t.Errorf("%q: found %+v", line, got)
		}
	}
}

func TestRecognisePartsProseFromPosts(t *testing.T) {
	post := "Das Wasser steht über dem Kai und die Boote sind nicht mehr zu sehen. #Hafen"
	attribution := "— Hafenwacht (@hafenwacht) 3. Mai 2026"
	text := before + " " + after + post + attribution +
		"The mayor came at noon. — Ada Quill (@adaquill) May 4, 2026 " + after
	got := Units(linesOf(text), lang.Labels{})
	want := []block.Found{{From: 0, To: 1, Blocks: []model.Block{
		model.Prose{Kind: model.Paragraph, Source: before + " " + after},
		model.Post{Network: model.X, Author: "Hafenwacht", Handle: "@hafenwacht", Posted: "3. Mai 2026", Source: post},
		model.Post{
			Network: model.X, Author: "Ada Quill", Handle: "@adaquill", Posted: "May 4, 2026",
			Source: "The mayor came at noon.",
		},
		model.Prose{Kind: model.Paragraph, Source: after},
	}}}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(block.Found{}, "Why")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestStatusURLNamesNetworkAndHandle(t *testing.T) {
	for _, c := range []struct {
		address string
		network model.Network
		handle  string
	}{
		{"https://x.com/harbourwatch/status/1", model.X, "@harbourwatch"},
		{"https://mobile.twitter.com/harbourwatch/status/1/photo/1", model.X, "@harbourwatch"},
		{"https://x.com/i/status/1", model.X, ""},
		{"https://truthsocial.com/@adaquill/posts/115", model.TruthSocial, "@adaquill"},
		{"https://bsky.app/profile/watch.example/post/3k4", model.Bluesky, "@watch.example"},
		{"https://www.threads.net/@ines/post/C1", model.Threads, "@ines"},
		{"https://www.instagram.com/p/B1x/", model.Instagram, ""},
		{"https://www.tiktok.com/@ines/video/7", model.TikTok, "@ines"},
		{"https://www.reddit.com/r/Westhaven/comments/1a/title/", model.Reddit, ""},
		{"https://t.me/s/harbourwatch/77", model.Telegram, "@harbourwatch"},
		{"https://www.facebook.com/watch/posts/1", model.Facebook, ""},
		{"https://social.example/@ines/1123", model.Mastodon, "@ines@social.example"},
		{"https:///@ines/1123", "", ""},
		{"https://social.example/@/1123", "", ""},
		{"/@ines/1123", "", ""},
		{"https://x.com/harbourwatch", "", ""},
		{"https://news.example/a/status/1", "", ""},
		{"javascript:alert(1)/a/b", "", ""},
		{"https://news.example/2026/05", "", ""},
	} {
		if network, handle := network.Status(c.address); network != c.network || handle != c.handle {
			t.Errorf("statusURL(%q) = %q, %q; want %q, %q", c.address, network, handle, c.network, c.handle)
		}
	}
}
