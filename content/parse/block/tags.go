package block

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/model/address"
)

// Tags writes what HTML inside a paragraph says: its tags are not shown, and the ones that mean something for the
// words become markup.
func (w *Inline) Tags(source string) {
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return
		}
		w.tag(kind, z.Token())
	}
}

func (w *Inline) tag(kind html.TokenType, t html.Token) {
	switch kind {
	case html.StartTagToken, html.SelfClosingTagToken:
		w.StartTag(t)
	case html.EndTagToken:
		w.EndTag(t.Data)
	case html.ErrorToken, html.TextToken, html.CommentToken, html.DoctypeToken:
	}
}

// StartTag writes what the beginning of an element says.
func (w *Inline) StartTag(t html.Token) {
	switch t.DataAtom {
	case atom.Br:
		w.Newline()
	case atom.Img:
		url, _ := address.Check(Attr(t, "src"), w.Base)
		w.Picture(Attr(t, "alt"), url)
	case atom.A, atom.Em, atom.I, atom.Strong, atom.B, atom.Del, atom.S, atom.Strike, atom.Code, atom.Kbd, atom.Samp,
		atom.Sup, atom.Sub:
		if len(w.open) >= MaxOpen {
			return
		}
		w.Gap()
		if t.DataAtom != atom.Sup && t.DataAtom != atom.Sub {
			w.Marks = len(w.Markdown)
		}
		w.open = append(w.open, tagMark{name: t.Data, href: Attr(t, "href"), md: len(w.Markdown), plain: len(w.Plain)})
	case atom.Q:
		w.Text("“")
	}
}

// EndTag makes markup of what is between a tag and its end, when they are properly nested.
func (w *Inline) EndTag(name string) {
	if name == "q" {
		w.Text("”")
	}
	if len(w.open) <= w.floor || w.open[len(w.open)-1].name != name {
		return
	}
	w.Flush()
	m := w.open[len(w.open)-1]
	w.open = w.open[:len(w.open)-1]
	if m.md > len(w.Markdown) || m.plain > len(w.Plain) {
		return
	}
	switch name {
	case "a":
		w.anchor(m)
	case "em", "i":
		w.Emphasis(m.md, "*")
	case "strong", "b":
		w.Emphasis(m.md, "**")
	case "del", "s", "strike":
		w.Emphasis(m.md, "~~")
	case "sup":
		w.raised(m, "^", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
	case "sub":
		w.raised(m, "_", "₀₁₂₃₄₅₆₇₈₉₊₋")
	default:
		words := string(w.Plain[m.plain:])
		w.Markdown, w.Plain = w.Markdown[:m.md], w.Plain[:m.plain]
		w.Code(words)
	}
}

// anchor makes a link of an <a> that leads somewhere and has no link in it.
func (w *Inline) anchor(m tagMark) {
	if m.href == "" || w.Depth > 0 || strings.TrimSpace(string(w.Plain[m.plain:])) == "" ||
		strings.Contains(string(w.Markdown[m.md:]), "](<") {
		return
	}
	url, err := address.Check(m.href, w.Base)
	switch {
	case err == nil:
		w.Linked(m.md, m.plain, url)
	case strings.HasPrefix(err.Error(), "scheme"):
		w.Refused(err)
	}
}

// maxRaised is how many characters stand above or below the line at most; more are a text of its own.
const maxRaised = 20

// raised writes what was set above or below the line: numbers with the digits for that, else with a sign before it.
// The end of an ordinal number, a mark behind a name and a sign by itself are words.
func (w *Inline) raised(m tagMark, sign, digits string) {
	words := string(w.Plain[m.plain:])
	before, _ := utf8.DecodeLastRune(w.Plain[:m.plain])
	if len(words) > maxRaised || strings.TrimSpace(words) != words || words == "" ||
		len(w.Links) > 0 && strings.Contains(string(w.Markdown[m.md:]), "](<") {
		return
	}
	number := strings.NewReplacer("−", "-", "–", "-").Replace(words)
	if strings.Trim(number, "0123456789+-") == "" && strings.Trim(number, "+-") != "" ||
		(number == "+" || number == "-") && IsWordRune(before) {
		w.Markdown, w.Plain = w.Markdown[:m.md], w.Plain[:m.plain]
		w.Words(strings.Map(func(r rune) rune { return []rune(digits)[strings.IndexRune("0123456789+-", r)] }, number))
		return
	}
	if m.plain == 0 || !IsWordRune(before) && before != ')' && before != ']' || strings.ContainsAny(words, " \t\n[^") ||
		sign == "^" && isOrdinal(words, before) {
		return
	}
	if n := utf8.RuneCountInString(words); sign == "_" && n > 3 {
		return
	} else if n > 1 {
		words = "(" + words + ")"
	}
	w.Markdown, w.Plain = w.Markdown[:m.md], w.Plain[:m.plain]
	w.Words(sign + words)
}

// isOrdinal reports whether what is raised is the end of a word or a mark: "4th", "1er", "Mme", "TM".
func isOrdinal(words string, before rune) bool {
	letters := strings.TrimFunc(words, unicode.IsLetter) == ""
	return letters && (unicode.IsDigit(before) || utf8.RuneCountInString(words) > 1 ||
		strings.ContainsAny(words, "oaºª")) || !IsWordRune([]rune(words)[0])
}

// Attr returns the value of an attribute, or "".
func Attr(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
