package parse

import (
	"slices"
	"strings"
	"testing"
	"time"

	"lede/model"
)

// entry reads an item of HTML with a title.
func entry(title, html string) model.Article {
	return Entry(&model.Feed{Title: "The Courier", Home: "https://courier.example/"}, &model.Item{
		ID: "1", URL: "https://courier.example/a", Title: title, HTML: html,
	}, Options{})
}

func TestAnEntryIsReadAsAnArticle(t *testing.T) {
	at := time.Date(2026, 5, 6, 7, 0, 0, 0, time.UTC)
	f := &model.Feed{Title: "The Courier", Home: "https://courier.example/", Language: "en"}
	f.Authors = []model.Author{{Name: "Desk"}}
	it := &model.Item{
		ID: "1", URL: "https://courier.example/eels", Title: "Eels & weirs", Published: at,
		Topics:  []string{"Eels", "Rivers"},
		Authors: []model.Author{{Name: "Mira Holt"}, {Name: "Jo Ansel"}}, Summary: "They came.",
		HTML: `<p>They came down the weir that night.</p><h2>After the flood</h2>` +
			`<p>ALSO READ: <a href="/gate">The gate holds</a></p><ul><li>one</li><li>two</li></ul>` +
			`<figure><img src="/eel.jpg" alt="an eel"><figcaption>An eel.</figcaption></figure>`,
		Attachments: []model.Attachment{{URL: "https://courier.example/eels.mp3", Type: "audio/mpeg"}},
	}
	a := Entry(f, it, Options{})
	if a.Title != "Eels & weirs" || a.URL != it.URL || a.Site != "The Courier" ||
		!a.Published.Equal(at) || a.Language != "en" {
		t.Errorf("it is %+v", a.Entry)
	}
	by := strings.Join(a.Byline, ", ")
	if by != "Mira Holt, Jo Ansel" || len(a.Topics) != 2 || a.Topics[0].From != model.Publisher {
		t.Errorf("it is by %q, about %v", a.Byline, a.Topics)
	}
	var kinds []string
	for _, b := range a.Blocks() {
		kinds = append(kinds, string(model.KindOf(b)))
	}
	if len(a.Sections) != 2 || a.Sections[1].Title != "After the flood" || !slices.Contains(kinds, "related") {
		t.Errorf("it has %d sections, of %q", len(a.Sections), kinds)
	}
	text := a.Markdown()
	if !strings.Contains(text, "eels.mp3") || !strings.Contains(text, "https://courier.example/gate") {
		t.Errorf("it is\n%s", text)
	}
	again := Decoded(a.Source, Options{Format: a.Format, Base: a.Base, Known: a.Entry}).Article()
	if again.Markdown() != a.Markdown() {
		t.Errorf("read again it is\n%s", again.Markdown())
	}
}

func TestAnEntryWithoutATitleIsNamedByItsWords(t *testing.T) {
	a := entry("", "<p>The eels came down the weir last night, all of them, and nobody had a net. What now?</p>")
	if a.Title != "The eels came down the weir last night, all of them, and…" {
		t.Errorf("it is called %q", a.Title)
	}
}

func TestAnEntryOfPlainTextKeepsItsLines(t *testing.T) {
	a := Entry(&model.Feed{}, &model.Item{Title: "Eels", Text: "One & two\nthree\n\nfour <b>"}, Options{})
	if got := len(a.Blocks()); got != 2 || a.Blocks()[1].Text() != "four <b>" {
		t.Errorf("it is %+v", a.Blocks())
	}
}

func TestTeasersAreToldFromShortTexts(t *testing.T) {
	words := "The gauge at the pier stood at four metres on Sunday, the highest since the wall was raised, " +
		"and the council met at noon to hear what the harbour master had seen in the night from the tower"
	for text, want := range map[string]bool{
		words + ".":  false,
		words + " …": true,
		words + " [&hellip;]</p><p>The post <a href=/a>Gauge</a> appeared first on <a href=/>Courier</a>.": true,
		words + `. <a href="/a">Read more</a>`:           true,
		words + `.</p><p><a href="/a">Weiterlesen →</a>`: true,
		words + `.</p><p><a href="/a">続きを読む</a>`:         true,
		words + ". Nobody could have asked for more.":    false,
		words + ". There was no more":                    false,
		"The gauge stood at four metres.":                true,
		strings.Repeat(words+". ", 5) + "Read more":      false,
	} {
		if a := entry("The gauge at noon", "<p>"+text+"</p>"); IsTeaser(a) != want {
			t.Errorf("%q: got %t", text, !want)
		}
	}
	if IsTeaser(entry("", "<p>The gauge stands at four metres.</p>")) {
		t.Error("a post is taken for a teaser")
	}
}
