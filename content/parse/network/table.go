package network

import (
	"net/url"
	"strings"

	"lede/content/lang"
	"lede/model"
	"lede/model/address"
)

// row is all that is known of one network; its colour is in the themes.
type row struct {
	network model.Network
	names   []string // that it goes by in text, folded
	classes []string // by which its own script finds a post in a page
	hosts   []string // of the pages of its posts
	// post reads the path of such a page, of at least two parts: the handle, "" when the path has none, and whether it
	// is that of a single post.
	post func(path []string) (handle string, ok bool)
	// frames are the hosts of frames that show a post, and framed returns the address of that post, or "".
	frames []string
	framed func(u *url.URL, path []string) string
}

// table has a row a network. Where the name of one begins with that of another, the longer stands first.
var table = []row{
	{
		network: model.TruthSocial, names: []string{"truth social", "truthsocial"}, classes: []string{"truthsocial-embed"},
		hosts: []string{"truthsocial.com"},
		post: func(path []string) (string, bool) {
			return path[0], strings.HasPrefix(path[0], "@") && lang.IsNumber(path[len(path)-1])
		},
	},
	{
		network: model.Bluesky, names: []string{"bluesky"}, classes: []string{"bluesky-embed"}, hosts: []string{"bsky.app"},
		post: func(path []string) (string, bool) {
			return at(path[1]), len(path) >= 4 && path[0] == "profile" && path[2] == "post"
		},
		frames: []string{"embed.bsky.app"},
		framed: func(_ *url.URL, path []string) string {
			if len(path) >= 4 && path[0] == "embed" {
				return Bluesky(path[1] + "/" + path[2] + "/" + path[3])
			}
			return ""
		},
	},
	// on any host: see statusPath
	{network: model.Mastodon, names: []string{"mastodon"}, classes: []string{"mastodon-embed", "toot-blockquote"}},
	{
		network: model.Threads, names: []string{"threads"}, classes: []string{"text-post-media"},
		hosts: []string{"threads.net", "threads.com"},
		post:  func(path []string) (string, bool) { return at(path[0]), len(path) >= 3 && path[1] == "post" },
	},
	{
		network: model.Instagram, names: []string{"instagram"}, classes: []string{"instagram-media"},
		hosts: []string{"instagram.com"},
		post:  instagramPost,
	},
	{
		network: model.Facebook, names: []string{"facebook"},
		classes: []string{"fb-post", "fb-video", "fb-comment-embed", "fb-xfbml-parse-ignore"},
		hosts:   []string{"facebook.com", "m.facebook.com"},
		post: func(path []string) (string, bool) {
			return "", len(path) >= 3 && (path[1] == "posts" || path[1] == "videos")
		},
		frames: []string{"facebook.com", "m.facebook.com", "web.facebook.com"},
		framed: func(u *url.URL, path []string) string {
			if path[0] == "plugins" || len(path) > 1 && path[1] == "plugins" {
				return u.Query().Get("href")
			}
			return ""
		},
	},
	{
		network: model.TikTok, names: []string{"tiktok"}, classes: []string{"tiktok-embed"}, hosts: []string{"tiktok.com"},
		post:   func(path []string) (string, bool) { return at(path[0]), len(path) >= 3 && path[1] == "video" },
		frames: []string{"tiktok.com"},
		framed: func(_ *url.URL, path []string) string {
			if id := path[len(path)-1]; (path[0] == "embed" || path[0] == "player") && lang.IsNumber(id) {
				return "https://www.tiktok.com/@/video/" + id
			}
			return ""
		},
	},
	{
		network: model.Reddit, names: []string{"reddit"},
		classes: []string{"reddit-embed-bq", "reddit-card", "reddit-embed"},
		hosts:   []string{"reddit.com", "old.reddit.com"},
		post: func(path []string) (string, bool) {
			return "", len(path) >= 4 && path[0] == "r" && path[2] == "comments"
		},
		frames: []string{"embed.reddit.com", "redditmedia.com", "embed.redditmedia.com"},
		framed: func(u *url.URL, _ []string) string { return "https://www.reddit.com" + u.Path },
	},
	{
		network: model.Telegram, names: []string{"telegram"}, hosts: []string{"t.me", "telegram.me"},
		post: func(path []string) (string, bool) { return at(path[len(path)-2]), lang.IsNumber(path[len(path)-1]) },
	},
	{
		network: model.LinkedIn, names: []string{"linkedin"}, hosts: []string{"linkedin.com"},
		post: func(path []string) (string, bool) {
			return "", path[0] == "posts" || path[0] == "feed" && path[1] == "update"
		},
		frames: []string{"linkedin.com"},
		framed: func(_ *url.URL, path []string) string {
			if path[0] == "embed" {
				return "https://www.linkedin.com/" + strings.Join(path[1:], "/")
			}
			return ""
		},
	},
	{network: model.YouTube, names: []string{"youtube"}}, // what it shows is played: see player.go
	{
		network: model.X, names: []string{"twitter", "x"},
		classes: []string{"twitter-tweet", "twitter-video", "twitter-tweet-rendered"},
		hosts:   []string{"twitter.com", "x.com", "fxtwitter.com", "vxtwitter.com", "nitter.net", "m.twitter.com"},
		post:    xPost,
		frames:  []string{"platform.twitter.com", "platform.x.com", "twitframe.com"},
		framed: func(u *url.URL, _ []string) string {
			if address.NameOf(u) == "twitframe.com" {
				return u.Query().Get("url")
			}
			if id := u.Query().Get("id"); lang.IsNumber(id) {
				return "https://twitter.com/i/status/" + id
			}
			return ""
		},
	},
}

// at returns a name as a handle.
func at(name string) string { return "@" + strings.TrimPrefix(name, "@") }

func instagramPost(path []string) (handle string, ok bool) {
	switch {
	case path[0] == "p" || path[0] == "reel" || path[0] == "tv":
		return "", true
	case len(path) >= 3 && (path[1] == "p" || path[1] == "reel"):
		return at(path[0]), true
	}
	return "", false
}

func xPost(path []string) (handle string, ok bool) {
	switch {
	case len(path) < 3 || path[1] != "status" && path[1] != "statuses" || !lang.IsNumber(path[2]):
		return "", false
	case path[0] == "i":
		return "", true
	}
	return at(path[0]), true
}

// The table by what a network is found by.
var (
	byHost  = index(func(r row) []string { return r.hosts })
	byFrame = index(func(r row) []string { return r.frames })
	byClass = index(func(r row) []string { return r.classes })
)

func index(keys func(row) []string) map[string]*row {
	rows := map[string]*row{}
	for i := range table {
		for _, key := range keys(table[i]) {
			rows[key] = &table[i]
		}
	}
	return rows
}

// OfClass returns the network whose own script finds a post in a page by a class, or "".
func OfClass(class string) model.Network {
	if r := byClass[class]; r != nil {
		return r.network
	}
	return ""
}
