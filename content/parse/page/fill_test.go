package page

import (
	"strings"
	"testing"
)

// onTheQuay is a paragraph that reads like an article.
const onTheQuay = "<p>The water came up through the drains first, and by six it stood across the lower quay, flat " +
	"and grey and perfectly polite.</p>"

// readAmid returns the text of a page whose article has a few paragraphs around what is given.
func readAmid(t *testing.T, amid string) string {
	t.Helper()
	page := "<html><body><article><h1>The tide</h1>" + strings.Repeat(onTheQuay, 3) + amid +
		strings.Repeat(onTheQuay, 3) + "</article></body></html>"
	a := pageAt(page, "https://courier.example/tide")
	var b strings.Builder
	for _, block := range a.Blocks() {
		b.WriteString(block.Text() + "\n")
	}
	return b.String()
}

func TestWhatStandsAmongParagraphsIsTheArticles(t *testing.T) {
	for name, amid := range map[string]string{
		"a short word":   "<p>Silence.</p>",
		"an exclamation": "<div>4.1!</div>",
		"a table":        "<table><tr><th>Day</th><th>Metres</th></tr><tr><td>Sun</td><td>4.1</td></tr></table>",
	} {
		text := readAmid(t, amid)
		for _, word := range []string{"Silence.", "4.1", "Sun"} {
			if strings.Contains(amid, word) && !strings.Contains(text, word) {
				t.Errorf("%s: %q is lost in %q", name, word, text)
			}
		}
	}
}

func TestWhatIsBesideTheArticleStaysOutOfIt(t *testing.T) {
	for name, amid := range map[string]string{
		"a path":    `<aside><p>Elsewhere</p></aside>`,
		"a comment": `<div class="comments"><p>Elsewhere</p></div>`,
		"a pop-up": `<p>The mayor, Ines Okafor<span class="rollover-people"><a href="/a">Elsewhere</a> <a href="/b">` +
			`Ines</a></span>, said so.</p>`,
		"a menu": `<ul class="menu"><li><input type="checkbox"><a href="/x"></a></li><li><input type="checkbox" ` +
			`checked></li></ul>`,
	} {
		text := readAmid(t, amid)
		for _, word := range []string{"Elsewhere", "[ ]", "[x]"} {
			if strings.Contains(text, word) {
				t.Errorf("%s: %q is in %q", name, word, text)
			}
		}
	}
}

func TestAShortPageIsReadForWhatItHas(t *testing.T) {
	page :=
		`<html><body><div class="x"><p>Sign up today.</p></div><div class="text"><p>Silence on the quay tonight.</p><p>` +
			`The gauge read four metres.</p><p>Nobody came to look at it.</p></div></body></html>`
	a := pageAt(page, "")
	var said []string
	for _, b := range a.Blocks() {
		said = append(said, b.Text())
	}
	for _, want := range []string{
		"Silence on the quay tonight.", "The gauge read four metres.", "Nobody came to look at it.",
	} {
		if !strings.Contains(strings.Join(said, "\n"), want) {
			t.Errorf("%q is lost in %q", want, said)
		}
	}
}
