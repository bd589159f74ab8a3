package page

import (
	"strings"
	"testing"

	"lede/model"
)

func TestWhatAsksToSubscribeIsANotice(t *testing.T) {
	for name, box := range map[string]string{
		"field without a form": `<div><strong>The Friday letter</strong><span>All tides of the week, with one click to ` +
			`leave.</span><label>E-mail <input name="mail" type="text"></label></div>`,
		"link to subscribe": `<section><h4>The Friday letter</h4><p><a href="https://list.example/subscribe">All ` +
			`tides of the week, with one click to leave.</a></p></section>`,
		"German address": `<div><div>Der Freitagsbrief</div><div>Alle Gezeiten der Woche. <a href="/abo/">` +
			`Weiter</a></div></div>`,
		"list of what it brings": `<div><div class="h2">This article is reserved for subscribers</div><p>The best of the ` +
			`coast.</p><ul><li>All tides of the week</li><li>The harbour puzzle each day</li></ul></div>`,
		"Japanese": `<p><a href="https://social.example/tide">毎日の潮はアカウントでフォローしてください。</a></p>`,
		"line to follow": `<p><b>Folgen Sie dem Hafen für die Gezeiten</b> <a href="https://t.me/harbour">` +
			`Telegram</a></p>`,
		"quoted line": `<blockquote><a href="https://news.google.com/publications/x">Suivez le port pour les ` +
			`marées</a></blockquote>`,
	} {
		a := pageAt(among(box), "https://courier.example/tide")
		notices := 0
		for _, b := range a.Blocks() {
			if n, ok := b.(model.Notice); ok && n.Kind == model.Newsletter {
				notices++
			} else if b.Text() != strings.TrimSuffix(strings.TrimPrefix(onTheQuay, "<p>"), "</p>") {
				t.Errorf("%s: %T %q", name, b, b.Text())
			}
		}
		if notices == 0 || len(a.Sections) != 1 {
			t.Errorf("%s: %d notices, %d sections", name, notices, len(a.Sections))
		}
	}
}

func TestTextOnSubscribingStaysText(t *testing.T) {
	for name, text := range map[string]string{
		"own site": `<p>Follow <a href="/harbour/map">the map of the harbour</a> to the lower quay.</p>`,
		"sentence": `<p>Who wants to know the tides should follow what <a href="https://gauge.example/">the gauge at ` +
			`the pier</a> says.</p>`,
		"list": `<div><p>The letter that came with the morning boat told of the tides.</p><ul><li>All tides of the ` +
			`week</li><li>Why the paper is reserved for subscribers</li></ul></div>`,
		"paragraph": `<p>` + strings.Repeat("The letter that came with the morning boat told of the tides. ", 5) +
			`Some <a href="/subscribe">subscribe</a> to it.</p>`,
	} {
		for _, b := range pageAt(among(text), "https://courier.example/tide").Blocks() {
			if n, ok := b.(model.Notice); ok {
				t.Errorf("%s: notice %q", name, n.Text())
			}
		}
	}
}
