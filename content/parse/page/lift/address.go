package lift

import (
	"strings"

	"golang.org/x/net/html"

	"lede/content/lang"
	"lede/content/parse/network"
	"lede/content/parse/page/dom"
	"lede/model/address"
)

// addressAttrs are the attributes in which pages keep the address of what they embed, the surest first.
var addressAttrs = []string{
	"data-instgrm-permalink", "data-text-post-permalink", "data-embed-url", "data-tweet-url", "data-permalink",
	"data-post-url", "data-status-url", "data-url", "data-href",
	"data-embed", "data-oembed-url", "data-oembed", "data-src", "data-lazy-src", "data-link", "cite", "src",
	"href", "url",
}

// embedAddress returns the address of the post that an element's attributes name, or "".
func embedAddress(n *html.Node, base string) string {
	for _, name := range addressAttrs {
		if raw := dom.Attr(n, name); raw != "" {
			if url, err := address.Check(raw, base); err == nil {
				if post, ok := network.Post(url); ok {
					return post.URL
				}
			}
		}
	}
	if uri, ok := strings.CutPrefix(dom.Attr(n, "data-bluesky-uri"), "at://"); ok {
		return network.Bluesky(uri)
	}
	for _, name := range []string{
		"data-tweet-id", "data-tweetid", "data-twitter-id", "tweet-id", "tweetid", "data-twitter-tweet-id",
	} {
		if id := dom.Attr(n, name); len(id) > 4 && lang.IsNumber(id) {
			return "https://twitter.com/i/status/" + id
		}
	}
	return shortcodeAddress(n)
}

// shortcodeAddress reads the attributes of the AMP elements, which give only the number of a post.
func shortcodeAddress(n *html.Node) string {
	switch n.Data {
	case "amp-instagram":
		if code := dom.Attr(n, "data-shortcode"); code != "" {
			return address.Checked("https://www.instagram.com/p/" + code + "/")
		}
	case "amp-tiktok":
		if id := dom.Attr(n, "data-src"); lang.IsNumber(id) {
			return "https://www.tiktok.com/@/video/" + id
		}
	}
	return ""
}
