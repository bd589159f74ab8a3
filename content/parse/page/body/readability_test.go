package body

import (
	"strings"
	"testing"

	"lede/content/parse/page/dom"
)

func TestLargePagesAreChosenByTheirParagraphs(t *testing.T) {
	var b strings.Builder
	const paragraph = "<p>The water came up through the drains first, and by six it stood across the lower quay, flat " +
		"and grey and perfectly polite."
	b.WriteString(`<header><a href="/">Home</a> <a href="/log">Tide log</a></header><article>`)
	for range maxReadablePassages {
		b.WriteString(paragraph)
	}
	b.WriteString("</article><div><p>Log in</p></div>")
	s := newSurvey(dom.Parse(b.String(), "", nil), nil)
	chosen := 0
	all, _ := s.read()
	for i, read := range all {
		if !read {
			continue
		}
		chosen++
		if s.passages[i].text == "Log in" {
			t.Error("text beside the paragraphs is chosen")
		}
	}
	if chosen != maxReadablePassages {
		t.Errorf("%d passages are chosen, want all %d of the article", chosen, maxReadablePassages)
	}
}
