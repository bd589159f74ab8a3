package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// tags writes what HTML inside a paragraph says: its tags are not shown, and the ones that mean something for the
// words become markup.
func (w *inline) tags(source string) {
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return
		}
		w.tag(kind, z.Token())
	}
}

func (w *inline) tag(kind html.TokenType, t html.Token) {
	switch kind {
	case html.StartTagToken, html.SelfClosingTagToken:
		w.startTag(t)
	case html.EndTagToken:
		w.endTag(t.Data)
	case html.ErrorToken, html.TextToken, html.CommentToken, html.DoctypeToken:
	}
}

// startTag writes what the beginning of an element says.
func (w *inline) startTag(t html.Token) {
	switch t.DataAtom {
	case atom.Br:
		w.newline()
	case atom.Img:
		url, _ := address(attribute(t, "src"), w.base)
		w.picture(attribute(t, "alt"), url)
	case atom.A, atom.Em, atom.I, atom.Strong, atom.B, atom.Del, atom.S, atom.Strike, atom.Code, atom.Kbd, atom.Samp,
		atom.Sup, atom.Sub:
		if len(w.open) >= maxOpen {
			return
		}
		w.gap()
		if t.DataAtom != atom.Sup && t.DataAtom != atom.Sub {
			w.marks = len(w.md)
		}
		w.open = append(w.open, tagMark{name: t.Data, href: attribute(t, "href"), md: len(w.md), plain: len(w.plain)})
	case atom.Q:
		w.text("“")
	}
}

// endTag makes markup of what stands between a tag and its end, when they are properly nested.
func (w *inline) endTag(name string) {
	if name == "q" {
		w.text("”")
	}
	if len(w.open) <= w.floor || w.open[len(w.open)-1].name != name {
		return
	}
	w.flush()
	m := w.open[len(w.open)-1]
	w.open = w.open[:len(w.open)-1]
	if m.md > len(w.md) || m.plain > len(w.plain) {
		return
	}
	switch name {
	case "a":
		w.anchor(m)
	case "em", "i":
		w.emphasis(m.md, "*")
	case "strong", "b":
		w.emphasis(m.md, "**")
	case "del", "s", "strike":
		w.emphasis(m.md, "~~")
	case "sup":
		w.raised(m, "^", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
	case "sub":
		w.raised(m, "_", "₀₁₂₃₄₅₆₇₈₉₊₋")
	default:
		words := string(w.plain[m.plain:])
		w.md, w.plain = w.md[:m.md], w.plain[:m.plain]
		w.code(words)
	}
}

// anchor makes a link of an <a> that leads somewhere and has no link in it.
func (w *inline) anchor(m tagMark) {
	if m.href == "" || w.depth > 0 || strings.TrimSpace(string(w.plain[m.plain:])) == "" || strings.Contains(string(w.md[m.md:]), "](<") {
		return
	}
	url, err := address(m.href, w.base)
	switch {
	case err == nil:
		w.linked(m.md, m.plain, url)
	case strings.HasPrefix(err.Error(), "scheme"):
		w.refused(err)
	}
}

// maxRaised is how many characters stand above or below the line at most; more are a text of its own.
const maxRaised = 20

// raised writes what was set above or below the line: numbers with the digits for that, else with a sign before it. The end of an
// ordinal number, a mark behind a name and what stands by itself are words.
func (w *inline) raised(m tagMark, sign, digits string) {
	words := string(w.plain[m.plain:])
	before, _ := utf8.DecodeLastRune(w.plain[:m.plain])
	if len(words) > maxRaised || strings.TrimSpace(words) != words || words == "" || len(w.links) > 0 && strings.Contains(string(w.md[m.md:]), "](<") {
		return
	}
	number := strings.NewReplacer("−", "-", "–", "-").Replace(words)
	if strings.Trim(number, "0123456789+-") == "" && strings.Trim(number, "+-") != "" || (number == "+" || number == "-") && joins(before) {
		w.md, w.plain = w.md[:m.md], w.plain[:m.plain]
		w.words(strings.Map(func(r rune) rune { return []rune(digits)[strings.IndexRune("0123456789+-", r)] }, number))
		return
	}
	if m.plain == 0 || !joins(before) && before != ')' && before != ']' || strings.ContainsAny(words, " \t\n[^") || sign == "^" && isOrdinal(words, before) {
		return
	}
	if n := utf8.RuneCountInString(words); sign == "_" && n > 3 {
		return
	} else if n > 1 {
		words = "(" + words + ")"
	}
	w.md, w.plain = w.md[:m.md], w.plain[:m.plain]
	w.words(sign + words)
}

// isOrdinal tells whether what is raised is the end of a word or a mark: "4th", "1er", "Mme", "TM".
func isOrdinal(words string, before rune) bool {
	letters := strings.TrimFunc(words, unicode.IsLetter) == ""
	return letters && (unicode.IsDigit(before) || utf8.RuneCountInString(words) > 1 || strings.ContainsAny(words, "oaºª")) || !joins([]rune(words)[0])
}

// attribute returns the value of an attribute, or "".
func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
