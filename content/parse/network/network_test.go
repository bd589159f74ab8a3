package network

import (
	"strings"
	"testing"

	"lede/model"
)

func TestPostReadsTheAddressesOfEachNetwork(t *testing.T) {
	for address, want := range map[string]model.Post{
		"https://x.com/agna/status/12?s=20": {
			Network: model.X, Handle: "@agna", URL: "https://x.com/agna/status/12",
		},
		"https://platform.twitter.com/embed/Tweet.html?id=34": {
			Network: model.X, URL: "https://twitter.com/i/status/34",
		},
		"https://truthsocial.com/@agna/posts/56": {
			Network: model.TruthSocial, Handle: "@agna", URL: "https://truthsocial.com/@agna/posts/56",
		},
		"https://bsky.app/profile/agna.example/post/3k": {
			Network: model.Bluesky, Handle: "@agna.example", URL: "https://bsky.app/profile/agna.example/post/3k",
		},
		"https://embed.bsky.app/embed/did:plc:a/app.bsky.feed.post/3k": {
			Network: model.Bluesky, URL: "https://bsky.app/profile/did:plc:a/post/3k",
		},
		"https://toot.example/@agna/110000000000000001/embed": {
			Network: model.Mastodon, Handle: "@agna@toot.example", URL: "https://toot.example/@agna/110000000000000001",
		},
		"https://www.threads.net/@agna/post/Ab": {
			Network: model.Threads, Handle: "@agna", URL: "https://www.threads.net/@agna/post/Ab",
		},
		"https://www.instagram.com/p/Ab/embed/captioned/": {
			Network: model.Instagram, URL: "https://www.instagram.com/p/Ab",
		},
		"https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fagna%2Fposts%2F7": {
			Network: model.Facebook, URL: "https://www.facebook.com/agna/posts/7",
		},
		"https://www.tiktok.com/embed/v2/78": {
			Network: model.TikTok, Handle: "@", URL: "https://www.tiktok.com/@/video/78",
		},
		"https://embed.reddit.com/r/hops/comments/a1/drying/": {
			Network: model.Reddit, URL: "https://www.reddit.com/r/hops/comments/a1/drying/",
		},
		"https://t.me/agna/9": {
			Network: model.Telegram, Handle: "@agna", URL: "https://t.me/agna/9",
		},
		"https://www.linkedin.com/embed/feed/update/urn:li:share:1": {
			Network: model.LinkedIn, URL: "https://www.linkedin.com/feed/update/urn:li:share:1",
		},
		"https://x.com/agna":             {},
		"https://www.reddit.com/r/hops/": {}, "https://www.linkedin.com/in/agna/": {},
	} {
		got, ok := Post(address)
		if got.Network != want.Network || got.Handle != want.Handle || got.URL != want.URL || ok != (want.URL != "") {
			t.Errorf("%s: %+v, want %+v", address, got, want)
		}
	}
}

func TestTableHasTheLongerNameFirst(t *testing.T) {
	for i, n := range Names {
		for _, after := range Names[i+1:] {
			if strings.HasPrefix(after.Name, n.Name) {
				t.Errorf("%q stands before %q and hides it", n.Name, after.Name)
			}
		}
	}
}

func TestRowsOfTheTableAreWhole(t *testing.T) {
	for _, r := range table {
		if r.network == "" || len(r.names) == 0 || (r.post == nil) != (len(r.hosts) == 0) ||
			(r.framed == nil) != (len(r.frames) == 0) {
			t.Errorf("%+v", r)
		}
		for _, c := range r.classes {
			if OfClass(c) != r.network {
				t.Errorf("class %q is of %q, want %q", c, OfClass(c), r.network)
			}
		}
	}
}
