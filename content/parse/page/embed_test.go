package page

import (
	"encoding/base64"
	"html"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

// around is a page with an element between its paragraphs.
func pageWith(element string) string {
	prose := strings.Repeat(
		"<p>The water came up through the drains first, and by six it stood across the lower quay, flat and grey.</p>", 5)
	return `<html><head><title>The tide</title></head><body><main><article><h1>The tide</h1>` + prose + element + prose +
		`</article></main></body></html>`
}

// embedded reads a page with an element between its paragraphs and returns the blocks that are no prose.
func embedded(t *testing.T, element string) []model.Block {
	t.Helper()
	a := pageAt(pageWith(element), "https://courier.example/tide")
	var blocks []model.Block
	for _, b := range a.Blocks() {
		if p, ok := b.(model.Prose); !ok || !strings.HasPrefix(p.Source, "The water came up") {
			blocks = append(blocks, b)
		}
	}
	return blocks
}

func TestPageKeepsQuotedPosts(t *testing.T) {
	for _, c := range []struct {
		name, element string
		want          model.Post
	}{
		{
			"X",
			`<blockquote class="twitter-tweet"><p lang="en" dir="ltr">Water over the quay<br>since six. <a ` +
				`href="https://t.co/abcdefghij">pic.twitter.com/abcdefghij</a></p>&mdash; Harbour Watch (@harbourwatch) ` +
				`<a href="https://twitter.com/harbourwatch/status/1234567890?ref_src=twsrc%5Etfw">May 3, 2026</a></blockquote>` +
				`<script async src="https://platform.twitter.com/widgets.js"></script>`,
			model.Post{
				Network: model.X, Author: "Harbour Watch", Handle: "@harbourwatch", Posted: "May 3, 2026",
				URL:    "https://twitter.com/harbourwatch/status/1234567890",
				Source: "Water over the quay\nsince six.", Links: []model.Link{{Title: "media", URL: "https://t.co/abcdefghij"}},
			},
		},
		{
			"X, taken back",
			`<blockquote class="twitter-tweet"><a href="https://twitter.com/harbourwatch/status/1234567890">This tweet may ` +
				`be gone <span>(opens in a new tab)</span></a></blockquote>`,
			model.Post{
				Network: model.X, Handle: "@harbourwatch", URL: "https://twitter.com/harbourwatch/status/1234567890",
				Missing: true,
			},
		},
		{
			"X, empty",
			`<figure><blockquote class="twitter-tweet"><a href="https://x.com/harbourwatch/status/1234567890"></a>` +
				`</blockquote></figure>`,
			model.Post{
				Network: model.X, Handle: "@harbourwatch", URL: "https://x.com/harbourwatch/status/1234567890",
				Missing: true,
			},
		},
		{
			"X, AMP", `<amp-twitter width="375" height="472" layout="responsive" data-tweetid="1234567890"></amp-twitter>`,
			model.Post{Network: model.X, URL: "https://twitter.com/i/status/1234567890", Missing: true},
		},
		{
			"X, framed",
			`<div><iframe src="https://platform.twitter.com/embed/Tweet.html?dnt=true&id=1234567890&theme=light"></iframe>` +
				`</div>`,
			model.Post{Network: model.X, URL: "https://twitter.com/i/status/1234567890", Missing: true},
		},
		{
			"X, to be filled", `<div class="c-embed" data-tweet-id="1234567890"><span>Loading</span></div>`,
			model.Post{Network: model.X, URL: "https://twitter.com/i/status/1234567890", Source: "Loading"},
		},
		{
			"X, drawn already",
			`<div class="twitter-tweet twitter-tweet-rendered"><iframe title="X Post" src="page_files/Tweet.htm" ` +
				`data-tweet-id="1234567890"></iframe></div>`,
			model.Post{Network: model.X, URL: "https://twitter.com/i/status/1234567890", Missing: true},
		},
		{
			"X, by its attribution only",
			`<blockquote class="lazy"><p>Water over the quay.</p>&mdash; Harbour Watch (@harbourwatch) <a ` +
				`href="https://twitter.com/harbourwatch/status/1234567890">May 3, 2026</a></blockquote>`,
			model.Post{
				Network: model.X, Author: "Harbour Watch", Handle: "@harbourwatch", Posted: "May 3, 2026",
				URL: "https://twitter.com/harbourwatch/status/1234567890", Source: "Water over the quay.",
			},
		},
		{
			"Truth Social",
			`<iframe src="https://truthsocial.com/@harbour/posts/1142857/embed" class="truthsocial-embed" width="600">` +
				`</iframe>`,
			model.Post{
				Network: model.TruthSocial, Handle: "@harbour", URL: "https://truthsocial.com/@harbour/posts/1142857",
				Missing: true,
			},
		},
		{
			"Bluesky",
			`<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:abc/app.bsky.feed.post/3kxyz"><p lang="en">` +
				`The slip is clear again.<br><br><a href="https://bsky.app/profile/did:plc:abc/post/3kxyz?ref_src=embed">` +
				`[image or embed]</a></p>` +
				`&mdash; Ines Okafor (<a href="https://bsky.app/profile/did:plc:abc?ref_src=embed">@ines.example</a>) <a ` +
				`href="https://bsky.app/profile/did:plc:abc/post/3kxyz?ref_src=embed">May 3, 2026 at 8:00 AM</a></blockquote>`,
			model.Post{
				Network: model.Bluesky, Author: "Ines Okafor", Handle: "@ines.example", Posted: "May 3, 2026 at 8:00 AM",
				URL:    "https://bsky.app/profile/did:plc:abc/post/3kxyz",
				Source: "The slip is clear again.",
			},
		},
		{
			"Mastodon",
			`<blockquote class="mastodon-embed" data-embed-url="https://example.social/@ines/113829/embed"><a ` +
				`href="https://example.social/@ines/113829"><div>Post by @ines@example.social</div><div>View on Mastodon</div>` +
				`</a></blockquote>`,
			model.Post{
				Network: model.Mastodon, Handle: "@ines@example.social", URL: "https://example.social/@ines/113829",
				Missing: true,
			},
		},
		{
			"Mastodon, framed", `<iframe src="https://example.social/@ines/113829/embed" class="mastodon-embed"></iframe>`,
			model.Post{
				Network: model.Mastodon, Handle: "@ines@example.social", URL: "https://example.social/@ines/113829",
				Missing: true,
			},
		},
		{
			"Threads",
			`<blockquote class="text-post-media" data-text-post-permalink="https://www.threads.net/@ines/post/Cabc" ` +
				`id="ig-tp-Cabc"><a href="https://www.threads.net/@ines/post/Cabc"><div>Post by @ines</div><div>View on ` +
				`Threads</div></a></blockquote>`,
			model.Post{Network: model.Threads, Handle: "@ines", URL: "https://www.threads.net/@ines/post/Cabc", Missing: true},
		},
		{
			"Instagram",
			`<blockquote class="instagram-media" ` +
				`data-instgrm-permalink="https://www.instagram.com/p/Cabc/?utm_source=ig_embed"><div><a ` +
				`href="https://www.instagram.com/p/Cabc/?utm_source=ig_embed"><div>View this post on Instagram</div></a>` +
				`<p><a href="https://www.instagram.com/p/Cabc/?utm_source=ig_embed">A post shared by Ines Okafor (@ines)</a>` +
				`</p></div></blockquote>`,
			model.Post{
				Network: model.Instagram, Author: "Ines Okafor", Handle: "@ines",
				URL: "https://www.instagram.com/p/Cabc/", Missing: true,
			},
		},
		{
			"Facebook",
			`<div class="fb-post" data-href="https://www.facebook.com/harbour/posts/123"><blockquote ` +
				`cite="https://www.facebook.com/harbour/posts/123" class="fb-xfbml-parse-ignore"><p>The slip is clear again.</p>` +
				`Posted by <a href="#">Harbour Watch</a> on&nbsp;<a href="https://www.facebook.com/harbour/posts/123">Monday, ` +
				`May 4, 2026</a></blockquote></div>`,
			model.Post{
				Network: model.Facebook, Author: "Harbour Watch", Posted: "Monday, May 4, 2026",
				URL: "https://www.facebook.com/harbour/posts/123", Source: "The slip is clear again.",
			},
		},
		{
			"Facebook, framed",
			`<iframe ` +
				`src="https://www.facebook.com/plugins/` +
				`post.php?href=https%3A%2F%2Fwww.facebook.com%2Fharbour%2Fposts%2F123&width=500"></iframe>`,
			model.Post{Network: model.Facebook, URL: "https://www.facebook.com/harbour/posts/123", Missing: true},
		},
		{
			"TikTok",
			`<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@ines/video/7380087564788714795" ` +
				`data-video-id="7380087564788714795"><section><a title="@ines" ` +
				`href="https://www.tiktok.com/@ines?refer=embed">@ines</a> <p>High water ` +
				`<a title="tide" href="https://www.tiktok.com/tag/tide?refer=embed">#tide</a></p> <a title="♬ original sound ` +
				`- Ines" href="https://www.tiktok.com/music/1?refer=embed">♬ original sound - Ines</a></section></blockquote>`,
			model.Post{
				Network: model.TikTok, Handle: "@ines", URL: "https://www.tiktok.com/@ines/video/7380087564788714795",
				Source: "High water #tide",
				Links:  []model.Link{{Title: "♬ original sound - Ines", URL: "https://www.tiktok.com/music/1?refer=embed"}},
			},
		},
		{
			"Reddit",
			`<blockquote class="reddit-embed-bq" data-embed-height="316"><a ` +
				`href="https://www.reddit.com/r/tides/comments/abc/high_water/">High water again</a><br> by<a ` +
				`href="https://www.reddit.com/user/ines/">u/ines</a> in<a href="https://www.reddit.com/r/tides/">tides</a>` +
				`</blockquote>`,
			model.Post{
				Network: model.Reddit, Author: "r/tides", Handle: "@ines",
				URL: "https://www.reddit.com/r/tides/comments/abc/high_water/", Source: "High water again",
			},
		},
		{
			"Telegram",
			`<script async src="https://telegram.org/js/telegram-widget.js?22" data-telegram-post="harbour/68" ` +
				`data-width="100%"></script>`,
			model.Post{Network: model.Telegram, Handle: "@harbour", URL: "https://t.me/harbour/68", Missing: true},
		},
		{
			"LinkedIn",
			`<iframe src="https://www.linkedin.com/embed/feed/update/urn:li:share:123" title="Embedded post"></iframe>`,
			model.Post{Network: model.LinkedIn, URL: "https://www.linkedin.com/feed/update/urn:li:share:123", Missing: true},
		},
		{
			"held back until the reader agrees",
			`<div class="consent"><textarea hidden><blockquote class="twitter-tweet"><p>Water over the quay.</p>&mdash; ` +
				`Harbour Watch (@harbourwatch) <a href="https://twitter.com/harbourwatch/status/1234567890">May 3, 2026</a>` +
				`</blockquote></textarea></div>`,
			model.Post{
				Network: model.X, Author: "Harbour Watch", Handle: "@harbourwatch", Posted: "May 3, 2026",
				URL: "https://twitter.com/harbourwatch/status/1234567890", Source: "Water over the quay.",
			},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff([]model.Block{c.want}, embedded(t, c.element)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.element, diff)
			}
		})
	}
}

func TestPageShowsWhatIsHeldBack(t *testing.T) {
	const frame = `<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>`
	want := []model.Block{model.Image{URL: "https://www.youtube.com/watch?v=abcdefghijk"}}
	for _, element := range []string{
		`<div class="blocker"><script type="text/template">` + base64.StdEncoding.EncodeToString([]byte(frame)) +
			`</script></div>`,
		`<div data-embed-code="` + html.EscapeString(frame) + `"></div>`,
		`<div class="wp-block-embed__wrapper">https://www.youtube.com/watch?v=abcdefghijk</div>`,
	} {
		if diff := cmp.Diff(want, embedded(t, element)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", element, diff)
		}
	}
}

func TestPageGivesAPostOnce(t *testing.T) {
	const quote = `<blockquote class="twitter-tweet"><p>Water over the quay.</p>&mdash; Harbour Watch ` +
		`(@harbourwatch) <a href="https://twitter.com/harbourwatch/status/1234567890">May 3, 2026</a></blockquote>`
	got := embedded(t,
		`<div><a href="https://twitter.com/harbourwatch/status/1234567890"></a><div class="tweet" `+
			`data-tweet-url="https://twitter.com/harbourwatch/status/1234567890"></div><noscript>`+quote+`</noscript></div>`)
	if len(got) != 1 || got[0].Text() != "Water over the quay." {
		t.Errorf("got %+v, want the post once and with its words", got)
	}
}

func TestPageKeepsPlayers(t *testing.T) {
	for _, c := range []struct{ name, element, url, title string }{
		{
			"YouTube",
			`<iframe width="560" src="https://www.youtube.com/embed/abcdefghijk?feature=oembed" title="High water at ` +
				`Westhaven" allowfullscreen></iframe>`, "https://www.youtube.com/watch?v=abcdefghijk", "High water at Westhaven",
		},
		{
			"YouTube without cookies",
			`<p><iframe src="//www.youtube-nocookie.com/embed/abcdefghijk" title="YouTube video player"></iframe></p>`,
			"https://www.youtube.com/watch?v=abcdefghijk", "",
		},
		{
			"YouTube, loaded late",
			`<div class="video"><iframe src="about:blank" data-src="https://www.youtube.com/embed/abcdefghijk"></iframe></div>`,
			"https://www.youtube.com/watch?v=abcdefghijk", "",
		},
		{
			"YouTube, light", `<lite-youtube videoid="abcdefghijk" playlabel="High water"></lite-youtube>`,
			"https://www.youtube.com/watch?v=abcdefghijk", "High water",
		},
		{
			"YouTube, AMP", `<amp-youtube data-videoid="abcdefghijk" layout="responsive"></amp-youtube>`,
			"https://www.youtube.com/watch?v=abcdefghijk", "",
		},
		{
			"YouTube, object",
			`<object><param name="movie" value="https://www.youtube.com/v/abcdefghijk&hl=en"><embed ` +
				`src="https://www.youtube.com/v/abcdefghijk&hl=en"></object>`, "https://www.youtube.com/watch?v=abcdefghijk", "",
		},
		{
			"Vimeo", `<iframe src="https://player.vimeo.com/video/1234567?h=a1b2"></iframe>`,
			"https://vimeo.com/1234567/a1b2", "",
		},
		{
			"Dailymotion", `<iframe src="https://www.dailymotion.com/embed/video/x8abcd"></iframe>`,
			"https://www.dailymotion.com/video/x8abcd", "",
		},
		{
			"Spotify",
			`<iframe src="https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk?utm_source=generator"></iframe>`,
			"https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk", "",
		},
		{
			"YouTube in another's frame",
			`<iframe data-src="/embed?url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3Dabcdefghijk&id=7"></iframe>`,
			"https://www.youtube.com/watch?v=abcdefghijk", "",
		},
		{
			"a player that is not known",
			`<iframe src="https://video.example/e/7" title="High water" allowfullscreen></iframe>`, "https://video.example/e/7",
			"High water",
		},
		{
			"Brightcove", `<iframe src="https://players.brightcove.net/1/default_default/index.html?videoId=42"></iframe>`,
			"https://players.brightcove.net/1/default_default/index.html?videoId=42", "",
		},
		{
			"video", `<video controls title="High water"><source src="/tide.mp4" type="video/mp4">Your browser is old.</video>`,
			"https://courier.example/tide.mp4", "High water",
		},
		{
			"noscript", `<noscript><iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe></noscript>`,
			"https://www.youtube.com/watch?v=abcdefghijk", "",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := []model.Block{model.Image{URL: c.url, Alt: c.title}}
			if diff := cmp.Diff(want, embedded(t, c.element)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.element, diff)
			}
		})
	}
}

func TestPageLeavesFramesThatAreNothingForAReader(t *testing.T) {
	for _, element := range []string{
		`<iframe src="https://ads.example/slot?id=1" width="300" height="250"></iframe>`,
		`<noscript><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-1" height="0" width="0"></iframe>` +
			`</noscript>`,
		`<iframe src="https://www.youtube.com/subscribe_embed?channel=abc"></iframe>`,
		`<iframe src="https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Fcourier.example"></iframe>`,
		`<video autoplay loop muted src="/loop.mp4"></video>`,
	} {
		if got := embedded(t, element); len(got) > 0 {
			t.Errorf("%s: got %+v, want nothing", element, got)
		}
	}
}

func TestPageKeepsAQuotationThatNamesAPost(t *testing.T) {
	got := embedded(t,
		`<blockquote><p>The wall is too low, as <a href="https://twitter.com/harbourwatch/status/1234567890">the `+
			`harbour watch said</a> before the storm, and the council knows it.</p></blockquote>`)
	if len(got) != 1 {
		t.Fatalf("got %+v, want the quotation", got)
	}
	if p, ok := got[0].(model.Prose); !ok || p.Kind != model.Quote {
		t.Errorf("got %+v, want a quotation", got[0])
	}
}

func TestPageLeavesPostsBesideTheArticle(t *testing.T) {
	page := strings.Replace(pageWith(""), "</main>", `</main><div class="comments"><p>`+
		strings.Repeat("A reader says a lot of things here. ", 12)+
		`</p><blockquote class="twitter-tweet"><p>Buy this.</p>&mdash; Shop (@shop) <a `+
		`href="https://twitter.com/shop/status/99">May 3, 2026</a></blockquote></div>`, 1)
	a := pageAt(page, "")
	for _, b := range a.Blocks() {
		if strings.Contains(b.Text(), "Buy this") {
			t.Errorf("got %+v, want no post from below the article", b)
		}
	}
}
