package lift

import (
	"cmp"
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/block"
	"lede/content/parse/network"
	"lede/content/parse/page/dom"
	"lede/model"
	"lede/model/address"
	"lede/model/fold"
)

// frame reads a frame: it shows a post, plays something, or is nothing for a reader.
func (l *lifter) frame(n *html.Node) (Mark, bool) {
	if at := embedAddress(n, l.Base); at != "" {
		post, _ := network.Post(at)
		post.Missing = true
		return Mark{Blocks: []model.Block{post}}, true
	}
	for _, a := range n.Attr {
		raw := strings.TrimSpace(a.Val)
		if !strings.Contains(raw, "//") && !strings.HasSuffix(a.Key, "src") || len(raw) > address.MaxBytes ||
			a.Key == "srcdoc" {
			continue
		}
		at := l.WebAddress(raw)
		if at == "" {
			continue
		}
		if m, ok := framed(at, mediaTitle(n)); ok {
			return m, true
		}
	}
	if at := l.WebAddress(cmp.Or(dom.Attr(n, "src"), dom.Attr(n, "data-src"))); at != "" &&
		dom.HasAttr(n, "allowfullscreen") && mediaTitle(n) != "" {
		// made to be watched, and it has a name
		return Mark{Blocks: []model.Block{model.Image{URL: at, Alt: mediaTitle(n)}}}, true
	}
	if n.DataAtom == atom.Object { // the player of the time before frames
		for d := range n.Descendants() {
			if d.DataAtom == atom.Embed || d.DataAtom == atom.Iframe ||
				d.DataAtom == atom.Param && dom.Attr(d, "name") == "movie" {
				if watch, ok := network.Media(address.Checked(dom.Attr(d, "src") + dom.Attr(d, "value"))); ok {
					return Mark{Blocks: []model.Block{model.Image{URL: watch, Alt: mediaTitle(n)}}}, true
				}
			}
		}
	}
	return Mark{}, false
}

// framed reports what the frame at an address shows. One that only draws what another site gives has the address of
// that in its own.
func framed(at, title string) (Mark, bool) {
	if post, ok := network.Post(at); ok {
		post.Missing = true
		return Mark{Blocks: []model.Block{post}}, true
	}
	if watch, ok := network.Media(at); ok {
		return Mark{Blocks: []model.Block{model.Image{URL: watch, Alt: title}}}, true
	}
	u, err := url.Parse(at)
	if err != nil || u.RawQuery == "" || isButton(u.Path) {
		return Mark{}, false
	}
	for _, name := range [...]string{"url", "src", "href", "u", "embed"} {
		inner := address.Checked(u.Query().Get(name))
		if post, ok := network.Post(inner); ok {
			post.Missing = true
			return Mark{Blocks: []model.Block{post}}, true
		}
		if watch, ok := network.Media(inner); ok {
			return Mark{Blocks: []model.Block{model.Image{URL: watch, Alt: title}}}, true
		}
	}
	return Mark{}, false
}

// isButton reports whether the path of a frame is that of a button, which has the address of the page in its own.
func isButton(path string) bool {
	for _, w := range [...]string{"like", "share", "button", "follow", "subscribe", "comment", "plugins/page", "login"} {
		if strings.Contains(path, w) {
			return true
		}
	}
	return false
}

// mediaTitle returns the title that a player has in the page, "" when it only says that it is one.
func mediaTitle(n *html.Node) string {
	title := ""
	for _, name := range []string{"title", "data-title", "playlabel", "aria-label", "data-video-title", "alt"} {
		if title = fold.Line(block.HTMLText(dom.Attr(n, name))); title != "" {
			break
		}
	}
	switch fold.Text(title) {
	case "youtube video player", "youtube video", "video player", "video", "embedded video", "vimeo video player",
		"vimeo", "youtube", "iframe", "embed", "embedded content", "player", "youtube player", "soundcloud", "spotify",
		"external content", "audio", "audio player", "media", "video embed":
		return ""
	}
	return title
}

// customEmbed reads the elements of AMP and the light players that wait for a click.
func (l *lifter) customEmbed(n *html.Node) (Mark, bool) {
	if strings.Contains(n.Data, "ad") && (n.Data == "amp-ad" || n.Data == "amp-embed") || n.Data == "amp-img" ||
		n.Data == "amp-carousel" {
		return Mark{}, false
	}
	video := func(id string, page func(string) string) (Mark, bool) {
		if at := address.Checked(page(id)); id != "" && at != "" {
			return Mark{Blocks: []model.Block{model.Image{URL: at, Alt: mediaTitle(n)}}}, true
		}
		return Mark{}, false
	}
	switch n.Data {
	case "lite-youtube", "amp-youtube", "youtube-video", "lite-yt", "youtube-embed":
		id := dom.Attr(n, "videoid") + dom.Attr(n, "data-videoid") + dom.Attr(n, "video-id") + dom.Attr(n, "video")
		return video(id, network.YouTube)
	case "lite-vimeo", "amp-vimeo":
		return video(dom.Attr(n, "videoid")+dom.Attr(n, "data-videoid"), func(id string) string {
			return "https://vimeo.com/" + id
		})
	case "amp-dailymotion":
		return video(dom.Attr(n, "data-videoid"), func(id string) string {
			return "https://www.dailymotion.com/video/" + id
		})
	case "amp-soundcloud":
		return video(dom.Attr(n, "data-trackid"), func(id string) string {
			return "https://api.soundcloud.com/tracks/" + id
		})
	case "amp-brightcove":
		return video(dom.Attr(n, "data-video-id"), func(id string) string {
			return "https://players.brightcove.net/" + dom.Attr(n, "data-account") + "/default_default/index.html?videoId=" + id
		})
	case "amp-iframe", "amp-video-iframe":
		return l.frame(n)
	case "amp-video", "amp-audio":
		return l.player(n)
	}
	platform := map[string]model.Network{
		"amp-twitter": model.X, "twitter-widget": model.X, "amp-instagram": model.Instagram, "amp-facebook": model.Facebook,
		"amp-tiktok": model.TikTok,
		"amp-reddit": model.Reddit, "shreddit-embed": model.Reddit,
	}[n.Data]
	if at := embedAddress(n, l.Base); at != "" && platform != "" {
		return l.postMark(n, platform, at) // its words stand there until a script has drawn it
	}
	return Mark{}, false
}

// player reads a <video> or <audio>.
func (l *lifter) player(n *html.Node) (Mark, bool) {
	if dom.HasAttr(n, "muted") && dom.HasAttr(n, "loop") && dom.HasAttr(n, "autoplay") {
		return Mark{}, true // it only moves
	}
	raw := dom.Attr(n, "src")
	for c := n.FirstChild; c != nil && raw == ""; c = c.NextSibling {
		if c.DataAtom == atom.Source {
			raw = dom.Attr(c, "src")
		}
	}
	if raw == "" {
		raw = dom.Attr(n, "data-src")
	}
	at := l.WebAddress(raw)
	if at == "" {
		return Mark{}, true
	}
	return Mark{Blocks: []model.Block{model.Image{URL: at, Alt: mediaTitle(n)}}}, true
}
