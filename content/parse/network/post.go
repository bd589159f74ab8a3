package network

import (
	"net/url"
	"strings"

	"lede/content/lang"
	"lede/model"
	"lede/model/address"
)

// Bluesky makes the address of a post of its name in the network: "did:plc:abc/app.bsky.feed.post/3k".
func Bluesky(uri string) string {
	did, rest, ok := strings.Cut(uri, "/app.bsky.feed.post/")
	if !ok || strings.ContainsAny(did+rest, "/?#") {
		return ""
	}
	return address.Checked("https://bsky.app/profile/" + did + "/post/" + rest)
}

// Post reads the address of a post, or of the frame that shows one. The post has its network, its handle where the address tells it,
// and the address under which people read it, without what only counts readers.
func Post(raw string) (model.Post, bool) {
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" {
		return model.Post{}, false
	}
	if at := framedPost(u); at != "" {
		u, err = url.Parse(at)
		if err != nil {
			return model.Post{}, false
		}
	}
	network, handle := Status(u.String())
	if network == "" && isFacebook(u) {
		network = model.Facebook
	}
	if network == "" {
		return model.Post{}, false
	}
	if network != model.Facebook || u.Query().Get("id") == "" && u.Query().Get("v") == "" && u.Query().Get("fbid") == "" && u.Query().Get("story_fbid") == "" {
		u.RawQuery = ""
	}
	u.Fragment = ""
	if strings.HasPrefix(handle, "@did:") {
		handle = ""
	}
	at := address.Checked(u.String())
	return model.Post{Network: network, Handle: handle, URL: at}, at != ""
}

// framedPost returns the address of the post that a frame shows, "" when the address is none of a frame.
func framedPost(u *url.URL) string {
	path := strings.Split(strings.Trim(u.Path, "/"), "/")
	q := u.Query()
	switch host := address.NameOf(u); host {
	case "platform.twitter.com", "platform.x.com":
		if id := q.Get("id"); lang.IsNumber(id) {
			return "https://twitter.com/i/status/" + id
		}
	case "twitframe.com":
		return q.Get("url")
	case "facebook.com", "m.facebook.com", "web.facebook.com":
		if path[0] == "plugins" || len(path) > 1 && path[1] == "plugins" {
			return q.Get("href")
		}
	case "embed.bsky.app":
		if len(path) >= 4 && path[0] == "embed" {
			return Bluesky(path[1] + "/" + path[2] + "/" + path[3])
		}
	case "embed.reddit.com", "redditmedia.com", "embed.redditmedia.com":
		return "https://www.reddit.com" + u.Path
	case "tiktok.com":
		if path[0] == "embed" && lang.IsNumber(path[len(path)-1]) {
			return "https://www.tiktok.com/@/video/" + path[len(path)-1]
		}
		if path[0] == "player" && lang.IsNumber(path[len(path)-1]) {
			return "https://www.tiktok.com/@/video/" + path[len(path)-1]
		}
	case "linkedin.com":
		if path[0] == "embed" {
			return "https://www.linkedin.com/" + strings.Join(path[1:], "/")
		}
	default:
		if at, ok := strings.CutSuffix(strings.TrimSuffix(u.Path, "/"), "/embed"); ok || strings.HasSuffix(u.Path, "/embed/captioned/") {
			return "https://" + u.Host + strings.TrimSuffix(at, "/embed/captioned")
		}
	}
	return ""
}

// isFacebook reports whether an address is that of a single post there, in the forms that statusURL leaves out.
func isFacebook(u *url.URL) bool {
	switch address.NameOf(u) {
	case "facebook.com", "m.facebook.com", "web.facebook.com":
	default:
		return false
	}
	q := u.Query()
	for _, part := range strings.Split(u.Path, "/") {
		switch part {
		case "posts", "videos", "photos", "reel", "permalink":
			return true
		case "photo.php", "photo", "permalink.php", "story.php", "watch", "video.php":
			return q.Has("fbid") || q.Has("story_fbid") || q.Has("v") || q.Has("id")
		}
	}
	return false
}
