package query

import (
	"slices"
	"strings"

	"lede/model"
)

// Phrase holds when the words occur next to each other, in this order, in the field.
type Phrase struct {
	Field  Field
	Words  []string // as Tokens returns them; never empty
	Prefix bool     // the last word may be the beginning of one: "tid" for "tides"
}

// Field names where a Phrase is looked for.
type Field string

// The fields of a Phrase.
const (
	Anywhere   Field = ""      // title, byline, prose and posts
	InTitle    Field = "title" //
	InByline   Field = "by"    // each author separately
	InSite     Field = "site"  //
	InFeed     Field = "feed"  //
	InLanguage Field = "lang"  // a Phrase in it must match from the start: "en" holds for "en-GB"
)

const noWord = "There is no word in it to look for"

// readPhrase reads words that are looked for in a field.
func readPhrase(f Field) func(*parser, string) (Expr, string) {
	return func(_ *parser, v string) (Expr, string) {
		if e := phrase(f, v); e != nil {
			return e, ""
		}
		return nil, noWord
	}
}

// phrase returns the condition that the words occur next to each other; nil without a letter or digit.
func phrase(f Field, value string) Expr {
	words := Tokens(value)
	if len(words) == 0 {
		return nil
	}
	p := Phrase{Field: f, Words: words, Prefix: strings.HasSuffix(value, "*")}
	if last := &words[len(words)-1]; p.Prefix {
		*last = string(bare([]byte(*last), 1)) // more letters may come
	}
	return p
}

func (Phrase) term() {}

func (p Phrase) write(bool) string {
	s := strings.Join(p.Words, " ")
	if p.Prefix {
		s += "*"
	}
	s = quoted(s, len(p.Words) > 1 || s == "or" || s == "not")
	if p.Field != Anywhere {
		s = string(p.Field) + ":" + s
	}
	return s
}

func (p Phrase) holds(r model.Record) bool { return slices.ContainsFunc(textsOf(r, p.Field), p.in) }

// textsOf returns the texts that a phrase of the field is looked for in, each separately.
func textsOf(r model.Record, f Field) []string {
	switch f {
	case InTitle:
		return []string{r.Article.Title}
	case InByline:
		return r.Article.Byline
	case InSite:
		return []string{r.Article.Site}
	case InFeed:
		return feedNames(r.Feeds)
	case InLanguage:
		return []string{r.Article.Language}
	case Anywhere:
	}
	return append([]string{r.Article.Title, r.Article.SearchText()}, r.Article.Byline...)
}

// feedNames are all names of feeds: what the user calls them, and what they call themselves.
func feedNames(feeds []model.Subscription) []string {
	var names []string
	for i := range feeds {
		names = append(names, feeds[i].Called())
		if title := feeds[i].Title; title != "" && title != feeds[i].Called() {
			names = append(names, title)
		}
	}
	return names
}

// in reports whether the text has the phrase.
func (p Phrase) in(text string) bool {
	words := Tokens(text)
	if p.Field == InLanguage {
		return p.at(words)
	}
	for i := range words {
		if p.at(words[i:]) {
			return true
		}
	}
	return false
}

func (p Phrase) at(words []string) bool {
	return p.fits(len(words), func(i int) string { return words[i] })
}

// Begins reports whether the tokens of a text begin with the phrase.
func (p Phrase) Begins(tokens []Token) bool {
	return p.fits(len(tokens), func(i int) string { return tokens[i].Word })
}

// fits reports whether n words begin with those of the phrase.
func (p Phrase) fits(n int, word func(i int) string) bool {
	if n < len(p.Words) {
		return false
	}
	for i, w := range p.Words {
		got, last := word(i), i == len(p.Words)-1
		if got != w && (!last || !p.Prefix || !strings.HasPrefix(got, w)) {
			return false
		}
	}
	return true
}

// Wanted returns the phrases, of any field, that an article which meets a condition must or may have.
func Wanted(e Expr) []Phrase {
	var all []Phrase
	for term, denied := range Terms(e) {
		if p, ok := term.(Phrase); ok && !denied {
			all = append(all, p)
		}
	}
	return all
}

// NamesFeed reports whether a condition asks for what has come by a feed of some name.
func NamesFeed(e Expr) bool {
	for term, denied := range Terms(e) {
		p, _ := term.(Phrase)
		l, _ := term.(Like)
		if !denied && (p.Field == InFeed || l.Field == InFeed) {
			return true
		}
	}
	return false
}
