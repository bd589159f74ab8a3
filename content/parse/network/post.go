package network

import (
	"net/url"
	"strings"

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

// Post reads the address of a post, or of the frame that shows one. The post has its network, its handle where the
// address tells it, and the address under which people read it, without what only counts readers.
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
	if network != model.Facebook || u.Query().Get("id") == "" && u.Query().Get("v") == "" &&
		u.Query().Get("fbid") == "" && u.Query().Get("story_fbid") == "" {
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
	if r := byFrame[address.NameOf(u)]; r != nil {
		return r.framed(u, path)
	}
	if at, ok := strings.CutSuffix(strings.TrimSuffix(u.Path, "/"), "/embed"); ok ||
		strings.HasSuffix(u.Path, "/embed/captioned/") {
		return "https://" + u.Host + strings.TrimSuffix(at, "/embed/captioned")
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
