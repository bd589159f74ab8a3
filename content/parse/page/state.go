package page

import (
	"encoding/json"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/block"
	"lede/content/parse/page/dom"
	"lede/content/parse/page/meta"
	"lede/model"
	"lede/model/clean"
)

const (
	// emptyWords is up to how many words a page shows that is empty until a program has filled it.
	emptyWords = 60
	// statedWords is how many words a text has at least that is taken for the article of such a page.
	statedWords = 60
	maxState    = 4 << 20 // bytes of data that are read of a page
	maxDepth    = 24      // of data in data
)

// statedUnits returns units, or where a page shows next to nothing the article that its data have: as JSON-LD repeats
// it, or as its programs would show it.
func statedUnits(page dom.Page, facts meta.Facts, units []block.Unit) []block.Unit {
	shown := 0
	for _, u := range units {
		if shown += model.Words(u.Text); shown > emptyWords {
			return units
		}
	}
	text := facts.ArticleBody
	if model.Words(text) < statedWords {
		text = stateText(page)
	}
	if model.Words(text) < max(statedWords, 2*shown) {
		return units
	}
	return unitsOfText(text, page.Base)
}

// unitsOfText are the paragraphs of a text in data, which may be HTML.
func unitsOfText(text, base string) []block.Unit {
	const rule = "paragraph: the page is empty, and its data have this text"
	if !isHTML(text) {
		var units []block.Unit
		for p := range strings.SplitSeq(text, "\n") {
			if p = strings.TrimSpace(html.UnescapeString(p)); p != "" {
				units = append(units, block.Unit{Text: clean.Text(p), Why: block.Why{Rule: rule}})
			}
		}
		return units
	}
	written := block.FromTags(text, base, true)
	units := make([]block.Unit, 0, len(written))
	for _, w := range written {
		u := block.Unit{
			Text: w.Plain, Source: w.Markdown, Links: w.Links, Kind: w.Kind, Level: w.Level, Block: w.Block,
			Why: block.Why{Rule: rule},
		}
		if u.Kind == block.Heading {
			u.Source = ""
		}
		units = append(units, u)
	}
	return units
}

func isHTML(s string) bool { return strings.Contains(s, "</") || strings.Contains(s, "<br") }

// stateScript is what a program begins with that hands the page its data: "window.__STATE__ = {".
var stateScript = regexp.MustCompile(
	`^\s*(?:window\.|self\.|var |let |const |globalThis\.)?[\w$.\[\]"']+\s*=\s*([\[{])`)

// stateText returns the longest text in the data of the programs of a page, or "".
func stateText(page dom.Page) string {
	s := state{}
	for n := range page.Doc.Descendants() {
		if n.DataAtom != atom.Script || n.FirstChild == nil || s.size > maxState {
			continue
		}
		data := n.FirstChild.Data
		if start := stateScript.FindStringSubmatchIndex(data[:min(len(data), 200)]); start != nil {
			data = data[start[2]:]
		} else if !strings.Contains(dom.Attr(n, "type"), "json") || strings.Contains(dom.Attr(n, "type"), "ld+json") {
			continue
		}
		s.size += len(data)
		var v any
		if json.NewDecoder(strings.NewReader(data)).Decode(&v) == nil {
			s.look(v, 0)
		}
	}
	return clean.Text(clean.Newlines(s.best))
}

// state finds the longest text in data.
type state struct {
	best  string
	words int
	size  int
}

// look looks at a value: at texts that stand alone, and at the pieces of a text in a list.
func (s *state) look(v any, depth int) {
	if depth > maxDepth {
		return
	}
	switch v := v.(type) {
	case string:
		s.offer(v)
	case []any:
		var parts []string
		for _, item := range v {
			s.look(item, depth+1)
			if part := pieceOf(item, 0); part != "" {
				parts = append(parts, part)
			}
		}
		if len(parts) > 1 {
			s.offer(strings.Join(parts, "\n"))
		}
	case map[string]any:
		for _, inner := range v {
			s.look(inner, depth+1)
		}
	}
}

// offer takes a text for the article when it is the longest so far, by its words and then by its letters, whatever
// the order of the data.
func (s *state) offer(text string) {
	if len(text) < 5*statedWords || !strings.Contains(text, " ") {
		return
	}
	n := model.Words(text)
	if isHTML(text) {
		n = 0
		for _, w := range block.FromTags(text, "", true) {
			n += model.Words(w.Plain)
		}
	}
	if n > s.words || n == s.words && text > s.best {
		s.best, s.words = text, n
	}
}

// pieceOf returns the text of a part of an article, such as a paragraph or a run of words: under one of the names
// that such parts have.
func pieceOf(v any, depth int) string {
	const deep = 6
	switch v := v.(type) {
	case string:
		if strings.Contains(strings.TrimSpace(v), " ") {
			return strings.TrimSpace(v)
		}
	case []any:
		var runs []string
		for _, item := range v {
			if run := pieceOf(item, depth+1); run != "" && depth < deep {
				runs = append(runs, run)
			}
		}
		return strings.Join(runs, " ")
	case map[string]any:
		for _, key := range [...]string{"text", "html", "content", "value", "children", "model", "data", "body"} {
			if piece := pieceOf(v[key], depth+1); piece != "" && depth < deep {
				return piece
			}
		}
	}
	return ""
}
