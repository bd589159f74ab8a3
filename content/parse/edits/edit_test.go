package edits_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"

	"lede/model/diff"
)

// edit is a page after an edit, and what must be found in it.
type edit struct {
	html string
	want diff.Change
}

// in reports whether the edit is among the changes that were found.
func (e edit) in(changes []diff.Change) bool {
	return slices.ContainsFunc(changes, func(c diff.Change) bool {
		return c.Kind == e.want.Kind && c.Part == e.want.Part && c.Note == e.want.Note && c.Section == e.want.Section &&
			strings.Contains(c.New, e.want.New) && strings.Contains(c.Old, e.want.Old)
	})
}

func editNames() []string {
	return []string{
		"figure", "paragraph", "sentence", "removed", "headline", "correction", "updated", "quotation", "name", "word",
		"item", "cell", "foreign note", "update at the end", "parenthesis",
	}
}

// shown are the elements that a page shows its title in, heads those above its text.
var (
	shown = regexp.MustCompile(`(?s)<h1\b.*?</h1>|<title\b.*?</title>`)
	heads = regexp.MustCompile(`(?s)<h1\b.*?</h1>`)
)

var figure = regexp.MustCompile(`\b[1-9][0-9]*\b`)

// edit makes one edit of a kind; false where the page has nothing to make it in.
func (p page) edit(name string, rnd *rand.Rand) (e edit, ok bool) {
	at := p.plain[rnd.IntN(len(p.plain))]
	e.want = diff.Change{Kind: diff.Added, Part: diff.Sentence, Section: at.section}
	after := func(inserted string) {
		e.html = strings.Replace(p.html, at.text+"</p>", at.text+"</p>"+inserted, 1)
	}
	switch name {
	case "figure":
		with := slices.DeleteFunc(slices.Clone(p.plain), func(q paragraph) bool { return !figure.MatchString(q.text) })
		if len(with) == 0 {
			return e, false
		}
		at = with[rnd.IntN(len(with))]
		places := figure.FindAllStringIndex(at.text, -1)
		place := places[rnd.IntN(len(places))]
		other := fmt.Sprint(1000 + rnd.IntN(8000))
		e.html = strings.Replace(p.html, at.text, at.text[:place[0]]+other+at.text[place[1]:], 1)
		e.want = diff.Change{
			Kind: diff.Reworded, Part: diff.Sentence, Section: at.section,
			Old: at.text[place[0]:place[1]], New: other,
		}
	case "paragraph":
		after("<p>The harbour master said the sluices had been closed before the second tide came in.</p>")
		e.want.New = "The harbour master said the sluices had been closed before the second tide came in."
	case "sentence":
		e.html = strings.Replace(p.html, at.text, at.text+" No ferry had left the quay by noon, the pilots said.", 1)
		e.want.New = "No ferry had left the quay by noon, the pilots said."
		if !strings.ContainsAny(at.text[len(at.text)-1:], ".!?") {
			return e, false
		}
	case "removed":
		e.html = strings.Replace(p.html, at.text, "", 1)
		e.want = diff.Change{
			Kind: diff.Removed, Part: diff.Sentence, Section: at.section,
			Old: strings.Join(strings.Fields(at.text[:10]), " "),
		}
	case "headline":
		words := strings.Fields(p.article.Title)
		if len(words) < 3 {
			return e, false
		}
		words[len(words)/2] = "sluices"
		e.want = diff.Change{Kind: diff.Reworded, Part: diff.Title, Old: p.article.Title, New: strings.Join(words, " ")}
		e.html = shown.ReplaceAllStringFunc(p.html, func(s string) string {
			return strings.ReplaceAll(s, p.article.Title, e.want.New)
		})
		if !strings.Contains(strings.Join(heads.FindAllString(e.html, -1), ""), "sluices") {
			return e, false // it is not set as one line of text
		}
	case "correction":
		after("<p><em>Correction: An earlier version of this article misstated the number of sluices.</em></p>")
		e.want.Note, e.want.New = diff.Correction, "An earlier version of this article misstated the number of sluices."
	case "updated":
		after("<p>This article was updated on 4 May 2026 with the words of the pilots.</p>")
		e.want.Note, e.want.New = diff.Update, "This article was updated on 4 May 2026 with the words of the pilots."
	default:
		return p.finerEdit(name, rnd)
	}
	return e, true
}
