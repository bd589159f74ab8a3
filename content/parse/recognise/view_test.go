package recognise

import (
	"testing"

	"lede/model"
)

func TestViewOfReadsTheEndingOfEachLanguage(t *testing.T) {
	for text, want := range map[string]model.Network{
		"View this post on Instagram":                  model.Instagram,
		"View on Threads.":                             model.Threads,
		"この投稿をInstagramで見る":                            model.Instagram,
		"Instagram에서 이 게시물 보기":                         model.Instagram,
		"Näytä tämä julkaisu LinkedInissä":             model.LinkedIn,
		"Bu gönderiyi Instagram'da gör":                model.Instagram,
		"A bejegyzés megtekintése az YouTube-on":       model.YouTube,
		"Wyświetl ten post na Facebooku":               model.Facebook,
		"Sieh dir diesen Beitrag auf Instagram an":     model.Instagram,
		"इस पोस्ट को Instagram पर देखें":               model.Instagram,
		"View on Threadsafe":                           "",
		"View on Instagrammers who left":               "",
		"Näytä tämä julkaisu Instagramissaan kaikille": "",
	} {
		if got := viewOf(text); got != want {
			t.Errorf("viewOf(%q) = %q; want %q", text, got, want)
		}
		if want != "" && !isView(text) {
			t.Errorf("%q is not seen as a link and nothing else: %q is left", text, cutView(text))
		}
	}
}

func TestCutViewKeepsTheWordsBehindTheLink(t *testing.T) {
	for text, want := range map[string]string{
		"View on Threads→ The ferry is out": " The ferry is out",
		"View on Threads→The ferry is out":  "→The ferry is out",
		"View on ThreadsThe ferry is out":   "The ferry is out",
		"View on Threads@ferry_fan":         "@ferry_fan",
	} {
		if got := cutView(text); got != want {
			t.Errorf("cutView(%q) = %q; want %q", text, got, want)
		}
	}
}
