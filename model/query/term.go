package query

import (
	"fmt"
	"slices"
	"strings"
)

// field is a term of the language.
type field struct {
	name    string
	example string // a valid one
	asks    string // what it asks for, in Markdown
	read    func(p *parser, value string) (Expr, string)
	like    bool     // behind a ~ its value is a pattern
	values  []string // what is offered for its value: all that it may be
	open    bool     // the values are examples, and there are others
}

// fieldTable holds the terms in the order in which they are offered. What completes a query, explains a mistake and
// lists the terms in the manual reads it.
func fieldTable() []field {
	return []field{
		{name: "topic", example: `topic:"night trains"`, asks: "the topic, however it is written", read: readTopic},
		{name: "title", example: "title:harbour", asks: "a word in the title", read: readPhrase(InTitle), like: true},
		{name: "site", example: "site:courier", asks: "a word in the site's name", read: readPhrase(InSite), like: true},
		{name: "by", example: "by:okafor", asks: "a word in an author's name", read: readPhrase(InByline), like: true},
		{name: "is", example: "is:unread", asks: "what you did with it", read: readState, values: texts(States())},
		{name: "has", example: "has:post", asks: "what is in it", read: readKind, values: texts(kinds())},
		{name: "since", example: "since:2w", asks: "published on that day or later", read: readSince},
		{name: "before", example: "before:2026-03", asks: "published before that day", read: readBefore},
		{name: "on", example: "on:yesterday", asks: "published on that day, month or year", read: readOn},
		{
			name: "age", example: "age:<2d", asks: "how long ago it was published, by the clock; also `age:1d..2w`",
			read: readAge, values: []string{"<1d", "<2d", "<1w", ">1w", ">1m"}, open: true,
		},
		{name: "came", example: "came:today", asks: "what has come into the library since then", read: readCame},
		{name: "words", example: "words:>800", asks: "how long it is; also `words:300..800`", read: readWords},
		{name: "minutes", example: "minutes:<5", asks: "how long it takes to read", read: readMinutes},
		{name: "lang", example: "lang:de", asks: "the language", read: readPhrase(InLanguage)},
		{name: "feed", example: "feed:courier", asks: "the feed it came by", read: readPhrase(InFeed), like: true},
		{
			name: "folder", example: "folder:news", read: readFolder,
			asks: "the folder of that feed, with the folders in it; also `folder:news/daily`",
		},
		{
			name: "text", example: "text:~storm|flood", read: readPhrase(Anywhere), like: true,
			asks: "a pattern in title, byline and text, see *Patterns*",
		},
		{name: "sort", example: "sort:date", asks: "the order", read: readSort, values: texts(orders())},
	}
}

func fields() map[string]field {
	m := make(map[string]field)
	for _, f := range fieldTable() {
		m[f.name] = f
	}
	return m
}

// Fields returns the names of the terms, without the colon, in the order in which they are offered.
func Fields() []string {
	var names []string
	for _, f := range fieldTable() {
		names = append(names, f.name)
	}
	return names
}

// Values returns what is offered for the value of a term, nil for nothing, as for a term that is unknown. only reports
// whether there are no other values.
func Values(name string) (values []string, only bool) {
	f := fields()[name]
	return f.values, len(f.values) > 0 && !f.open
}

// Table returns the terms with what they ask for, as a table in Markdown.
func Table() string {
	var b strings.Builder
	b.WriteString("| term | asks for |\n|---|---|\n")
	for _, f := range fieldTable() {
		forms := []string{strings.ReplaceAll(f.example, "|", `\|`)}
		for _, v := range f.values {
			if !f.open && f.name+":"+v != f.example {
				forms = append(forms, v)
			}
		}
		fmt.Fprintf(&b, "| `%s` | %s |\n", strings.Join(forms, "` `"), f.asks)
	}
	return b.String()
}

// suggestion names the terms with the first letter of an unknown one, or else all of them.
func suggestion(name string) string {
	var near, all []string
	for _, f := range fieldTable() {
		all = append(all, f.name+":")
		if name != "" && f.name[0] == name[0] {
			near = append(near, f.example)
		}
	}
	if len(near) > 0 {
		return "did you mean " + strings.Join(near, " or ") + "?"
	}
	return "use one of " + strings.Join(all, " ")
}

// orders are the values of sort:.
func orders() []Order { return []Order{ByDate, ByRelevance, ByLength, ByTitle} }

func readSort(p *parser, v string) (Expr, string) {
	o := Order(strings.ToLower(v))
	if !slices.Contains(orders(), o) {
		return nil, oneOf(v, orders())
	}
	p.sort = o
	return nil, ""
}

func oneOf[T ~string](got string, known []T) string {
	return fmt.Sprintf("%q is none of %s", got, strings.Join(texts(known), ", "))
}

func texts[T ~string](names []T) []string {
	all := make([]string, len(names))
	for i, n := range names {
		all[i] = string(n)
	}
	return all
}
