package parse

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"lede/model"
)

// addressAttrs are the attributes in which pages keep the address of what they embed, the surest first.
var addressAttrs = []string{
	"data-instgrm-permalink", "data-text-post-permalink", "data-embed-url", "data-tweet-url", "data-permalink", "data-post-url", "data-status-url", "data-url", "data-href",
	"data-embed", "data-oembed-url", "data-oembed", "data-src", "data-lazy-src", "data-link", "cite", "src", "href", "url",
}

// embedAddress returns the address of the post that an element's attributes name, or "".
func embedAddress(n *html.Node, base string) string {
	for _, name := range addressAttrs {
		if raw := attr(n, name); raw != "" {
			if url, err := address(raw, base); err == nil {
				if post, ok := postAddress(url); ok {
					return post.URL
				}
			}
		}
	}
	if uri, ok := strings.CutPrefix(attr(n, "data-bluesky-uri"), "at://"); ok {
		return blueskyAddress(uri)
	}
	for _, name := range []string{"data-tweet-id", "data-tweetid", "data-twitter-id", "tweet-id", "tweetid", "data-twitter-tweet-id"} {
		if id := attr(n, name); len(id) > 4 && isNumber(id) {
			return "https://twitter.com/i/status/" + id
		}
	}
	return shortcodeAddress(n)
}

// shortcodeAddress reads the attributes of the AMP elements, which give only the number of a post.
func shortcodeAddress(n *html.Node) string {
	switch n.Data {
	case "amp-instagram":
		if code := attr(n, "data-shortcode"); code != "" {
			return checked("https://www.instagram.com/p/" + code + "/")
		}
	case "amp-tiktok":
		if id := attr(n, "data-src"); isNumber(id) {
			return "https://www.tiktok.com/@/video/" + id
		}
	}
	return ""
}

// checked returns an address when it may be opened, else "".
func checked(raw string) string {
	url, err := address(raw, "")
	if err != nil {
		return ""
	}
	return url
}

// blueskyAddress makes the address of a post of its name in the network: "did:plc:abc/app.bsky.feed.post/3k".
func blueskyAddress(uri string) string {
	did, rest, ok := strings.Cut(uri, "/app.bsky.feed.post/")
	if !ok || strings.ContainsAny(did+rest, "/?#") {
		return ""
	}
	return checked("https://bsky.app/profile/" + did + "/post/" + rest)
}

// postAddress reads the address of a post, or of the frame that shows one. The post has its network, its handle where the address tells it,
// and the address under which people read it, without what only counts readers.
func postAddress(raw string) (model.Post, bool) {
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
	network, handle := statusURL(u.String())
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
	at := checked(u.String())
	return model.Post{Network: network, Handle: handle, URL: at}, at != ""
}

// embedHost returns the host of an address, small and without "www.".
func embedHost(u *url.URL) string {
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// framedPost returns the address of the post that a frame shows, "" when the address is none of a frame.
func framedPost(u *url.URL) string {
	path := strings.Split(strings.Trim(u.Path, "/"), "/")
	q := u.Query()
	switch host := embedHost(u); host {
	case "platform.twitter.com", "platform.x.com":
		if id := q.Get("id"); isNumber(id) {
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
			return blueskyAddress(path[1] + "/" + path[2] + "/" + path[3])
		}
	case "embed.reddit.com", "redditmedia.com", "embed.redditmedia.com":
		return "https://www.reddit.com" + u.Path
	case "tiktok.com":
		if path[0] == "embed" && isNumber(path[len(path)-1]) {
			return "https://www.tiktok.com/@/video/" + path[len(path)-1]
		}
		if path[0] == "player" && isNumber(path[len(path)-1]) {
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

// isFacebook tells whether an address is that of a single post there, in the forms that statusURL leaves out.
func isFacebook(u *url.URL) bool {
	switch embedHost(u) {
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
