package recognise

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/model"
)

// MaxTitle is how many characters the title of an article may have.
const MaxTitle = 220

// relatedAt reads the units from i on as links to other articles: a line with label and title, or a label and the
// titles below it.
func relatedAt(units []block.Unit, i int, set lang.LabelSet) (block.Found, bool) {
	u := units[i]
	if f, ok := arrowAt(units, i); ok {
		return f, true
	}
	line, ok := ReadLabel(u.Text, set)
	if !ok {
		return block.Found{}, false
	}
	if line.Rest == "" {
		return titlesBelow(units, i, line)
	}
	if strings.Contains(line.Rest, "\n") || !line.leads(u) {
		return block.Found{}, false
	}
	r := model.Related{Label: line.Label, Links: titleLinks(line.Rest, u.Links)}
	return block.Found{
		From: i, To: i + 1, Blocks: []model.Block{r},
		Why: block.Why{Rule: "related: a label with a title behind it", Said: line.Label},
	}, true
}

// Labelled is a line taken apart.
type Labelled struct {
	Label, Rest string
	Kind        lang.LabelKind
	Sign        bool // a colon, bar or arrow stands between
	bracketed   bool
}

// ReadLabel takes a line apart into the label that it begins with and the rest.
func ReadLabel(text string, set lang.LabelSet) (Labelled, bool) {
	bare, bracketed := lang.Undecorate(text)
	l, n := set.Related.Match(bare, func(l lang.Label, after string) bool {
		return l.Kind == lang.SureRelated || strings.TrimSpace(after) == "" || lang.StartsWithSign(after)
	})
	if n == 0 {
		return Labelled{}, false
	}
	out := Labelled{Label: strings.TrimSpace(bare[:n]), Kind: l.Kind, bracketed: bracketed}
	rest := bare[n:]
	trimmed := strings.TrimLeft(rest, " \u00a0:：|»›>–—-→▶►•·…】」]*_\ufe0f")
	out.Sign = lang.StartsWithSign(rest)
	out.Rest = strings.TrimRight(strings.TrimSpace(trimmed), " |»›→▶►")
	return out, true
}

// leads reports whether the rest of the line is a title, and no sentence that begins with the same words.
func (l Labelled) leads(u block.Unit) bool {
	if utf8.RuneCountInString(l.Rest) > MaxTitle {
		return false
	}
	if CoveredByLinks(l.Rest, u.Links) {
		return l.Sign || l.Kind == lang.SureRelated
	}
	if len(u.Links) > 0 && !l.Sign {
		return false // "Read more about [the wall] and …"
	}
	if l.Kind == lang.WeakRelated || !l.Sign {
		return BeginsTitle(l) && !IsSentence(l.Rest)
	}
	return !isSpeech(l.Rest)
}

// BeginsTitle reports whether the rest begins in the way of a title: not in lower case, unless the label is in
// capitals.
func BeginsTitle(l Labelled) bool {
	r, _ := utf8.DecodeRuneInString(l.Rest)
	return !unicode.IsLower(r) || isUpper(l.Label)
}

func isUpper(s string) bool {
	return strings.IndexFunc(s, unicode.IsUpper) >= 0 && strings.IndexFunc(s, unicode.IsLower) < 0
}

// IsSentence reports whether a text reads as a sentence of prose: it ends with a full stop, or has another sentence
// in it. One that ends with a question mark may be a title.
func IsSentence(s string) bool {
	if strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…") {
		return false
	}
	trimmed := strings.TrimRight(s, "\"'”’»)]")
	r, _ := utf8.DecodeLastRuneInString(trimmed)
	if strings.ContainsRune(".。।", r) && len(strings.Fields(s)) > 3 {
		return !shortEnding(trimmed)
	}
	return false
}

// shortEnding reports whether a text ends with an abbreviation: "in the U.S."
func shortEnding(s string) bool {
	word := s[strings.LastIndexByte(s, ' ')+1:]
	return strings.Count(word, ".") > 1 || utf8.RuneCountInString(word) <= 3 && unicode.IsUpper([]rune(word)[0])
}

// isSpeech reports whether a text after a label and its sign is prose all the same: several sentences.
func isSpeech(s string) bool {
	return IsSentence(s) && (len(strings.Fields(s)) > 16 || strings.Contains(strings.TrimRight(s, ". "), ". "))
}

// CoveredByLinks reports whether a text is nothing but the titles of links, with signs between.
func CoveredByLinks(s string, links []model.Link) bool {
	if len(links) == 0 {
		return false
	}
	for _, l := range links {
		if l.Title != "" {
			s = strings.Replace(s, l.Title, "", 1)
		}
	}
	return strings.Trim(s, " ,;|·•/\n\u00a0.()-–—→:*+0123456789") == ""
}

// titleLinks makes links of a text that is one title, or the titles of links.
func titleLinks(rest string, links []model.Link) []model.Link {
	var of []model.Link
	for _, l := range links {
		if l.Title != "" && strings.Contains(rest, l.Title) {
			of = append(of, l)
		}
	}
	switch {
	case CoveredByLinks(rest, of):
		return of
	case len(of) == 1:
		return []model.Link{{Title: rest, URL: of[0].URL}}
	}
	return append([]model.Link{{Title: rest}}, of...)
}

// arrowAt reads the form in which lede writes related links as Markdown: "Label → [title](address)", with or without
// a label, or "Label →" above a list.
func arrowAt(units []block.Unit, i int) (block.Found, bool) {
	u := units[i]
	const room = 80 // for the label
	at := strings.Index(u.Text[:min(len(u.Text), room+len("→"))], "→")
	if at < 0 || strings.Contains(u.Text, "\n") {
		return block.Found{}, false
	}
	label, rest := strings.TrimSpace(u.Text[:at]), strings.TrimSpace(u.Text[at+len("→"):])
	by := block.Why{Rule: "related: a label, an arrow and a link", Said: label}
	switch {
	case rest == "" && i+1 < len(units) && units[i+1].Kind == block.List:
		return block.Found{
			From: i, To: i + 2,
			Blocks: []model.Block{model.Related{Label: label, Links: listLinks(units[i+1])}}, Why: by,
		}, true
	case len(u.Links) == 1 && u.Links[0].Title == rest && rest != "":
		return block.Found{From: i, To: i + 1, Blocks: []model.Block{model.Related{Label: label, Links: u.Links}}, Why: by},
			true
	}
	return block.Found{}, false
}

// listLinks makes a link of each item of a list.
func listLinks(u block.Unit) []model.Link {
	var links []model.Link
	for line := range strings.SplitSeq(u.Text, "\n") {
		if title := itemText(line); title != "" {
			links = append(links, model.Link{Title: title, URL: knownLink(title, u.Links)})
		}
	}
	return links
}

// itemText takes the bullet or number off an item.
func itemText(line string) string {
	line = strings.TrimSpace(line)
	for _, bullet := range []string{"- ", "* ", "+ ", "• ", "· ", "– ", "— ", "▪ ", "● ", "» ", "› ", "→ ", "> "} {
		if after, ok := strings.CutPrefix(line, bullet); ok {
			return strings.TrimSpace(after)
		}
	}
	digits := strings.TrimLeft(line, "0123456789")
	if n := len(line) - len(digits); n > 0 && n <= 2 &&
		(strings.HasPrefix(digits, ". ") || strings.HasPrefix(digits, ") ")) {
		return strings.TrimSpace(digits[2:])
	}
	return line
}
