package thread

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"lede/content/parse/page/dom"
)

const (
	// maxCopied is how many letters of messages are searched for the words of quotations, each counted once for each
	// piece that is looked for.
	maxCopied = 64 << 20
	// leastCopied is how many letters a piece of a quotation has that is looked for.
	leastCopied = 12
)

// withoutCopies leaves quotations out of messages whose words stand in a message before: these answer that one.
func withoutCopies(page dom.Page, all []Turn) {
	said := make([]string, len(all)) // the letters and figures of each
	searched := 0
	for i := range all {
		t := &all[i]
		for _, q := range t.quotes {
			best, from := 0, -1
			pieces, size := piecesOf(q, all[:i])
			for j := i - 1; j >= 0 && searched < maxCopied; j-- {
				searched += len(said[j]) * len(pieces)
				if n := copied(pieces, said[j]); n > best {
					best, from = n, j
				}
			}
			if size == 0 || 5*best < 3*size {
				continue
			}
			t.Beside[q] = true
			if t.Answers == "" {
				t.Answers = all[from].Author
			}
		}
		for _, n := range t.Text {
			said[i] += bare(page.TextOf(n))
		}
	}
}

// piecesOf returns the texts in a quotation that are long enough to be looked for, and how many letters these have.
// What names the author at its beginning is none.
func piecesOf(quote *html.Node, before []Turn) (pieces []string, size int) {
	for n := range quote.Descendants() {
		if n.Type != html.TextNode {
			continue
		}
		if s := bare(n.Data); len(s) >= leastCopied && (len(pieces) > 0 || len(s) > maxName || !names(s, before)) {
			pieces, size = append(pieces, s), size+len(s)
		}
	}
	return pieces, size
}

// names reports whether the letters of a line have the name of an author.
func names(line string, before []Turn) bool {
	for _, t := range before {
		if name := bare(t.Author); name != "" && strings.Contains(line, name) {
			return true
		}
	}
	return false
}

// copied returns how many letters the pieces have that stand in a text.
func copied(pieces []string, text string) int {
	n := 0
	for _, p := range pieces {
		if strings.Contains(text, p) {
			n += len(p)
		}
	}
	return n
}

// bare returns the letters and figures of a text, in lower case.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
