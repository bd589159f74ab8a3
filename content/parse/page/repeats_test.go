package page

import (
	"strings"
	"testing"

	"lede/model"
)

// tale is the text of a story in which no paragraph stands twice.
func tale(of string) string {
	text := ""
	for _, hour := range []string{"one", "two", "three", "four", "five"} {
		text += "<p>At " + hour + " the keeper of the " + of +
			" wrote the level down, looked at the sea for a while, and went back to his bread.</p>"
	}
	return text
}

func TestPageHasTheTextForAllScreensOnce(t *testing.T) {
	page := `<html><body><main><article><h1>The tide</h1><div class="wide">` + tale("lamp") +
		`</div><div class="narrow">` + tale("lamp") + `</div><div class="hand">` + tale("lamp") +
		`</div></article></main></body></html>`
	if n := len(pageAt(page, "").Blocks()); n != 5 {
		t.Errorf("%d blocks, want the 5 of the text", n)
	}
}

func TestNextStoryIsALink(t *testing.T) {
	for name, page := range map[string]string{
		"articles": `<title>The tide at the pier | Courier</title><main><article class="s"><h1>The tide at the pier</h1>` +
			tale("lamp") + `</article><article class="s"><h1><a href="/bell">The bell of the wall</a></h1>` + tale("bell") +
			`</article></main>`,
		"boxes": `<title>The tide at the pier</title><div><div class="s"><h1 class="h">The tide at the pier</h1>` +
			tale("lamp") + `</div><div class="s"><h2 class="h"><a href="/bell">The bell of the wall</a></h2>` + tale("bell") +
			`</div></div>`,
	} {
		a := pageAt("<html><body>"+page+"</body></html>", "https://courier.example/tide")
		if text := said(a); strings.Contains(text, "keeper of the bell") || !strings.Contains(text, "keeper of the lamp") {
			t.Errorf("%s: got %q", name, text)
		}
	}
	parts :=
		`<title>The tide at the pier</title><main><h1>The tide at the pier</h1><article class="s"><h2>At night</h2>` +
			tale("lamp") + `</article><article class="s"><h2>By day</h2>` + tale("bell") + `</article></main>`
	if a := pageAt("<html><body>"+parts+"</body></html>", ""); len(a.Sections) != 2 ||
		!strings.Contains(said(a), "keeper of the bell") {
		t.Errorf("parts of one story: %d sections, %q", len(a.Sections), said(a))
	}
}

func TestControlsAreNoText(t *testing.T) {
	a := pageAt(
		among(
			`<p>As <a href="https://a.example/x" target="_blank">the book<span class="x7">(Opens in a new tab)</span></a> `+
				`and <a href="https://a.example/y">das Buch <span>öffnet in neuem Fenster</span></a> tell.</p>`+
				`<div class="pl"><div role="button">Play</div><span role="button">Mute</span></div>`),
		"https://courier.example/tide")
	text := said(a)
	for _, not := range []string{"new tab", "Fenster", "Play", "Mute"} {
		if strings.Contains(text, not) {
			t.Errorf("%q stands in %q", not, text)
		}
	}
	if !strings.Contains(text, "As the book and das Buch tell.") {
		t.Errorf("got %q", text)
	}
	var posts []model.Post
	amp := pageAt(
		among(
			`<amp-twitter data-tweetid="1234567890"><blockquote placeholder><p>The hum is back.</p>— Pell `+
				`(@pell)</blockquote></amp-twitter>`), "")
	for _, b := range amp.Blocks() {
		if p, ok := b.(model.Post); ok {
			posts = append(posts, p)
		}
	}
	if len(posts) != 1 || posts[0].Source != "The hum is back." || posts[0].Author != "Pell" {
		t.Errorf("the words that stand in for a post: got %+v", posts)
	}
}
