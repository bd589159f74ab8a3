package query

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"lede/model"
)

// field is a term of the language: its name, a valid example, and how its value is read.
type field struct {
	name, example string
	read          func(p *parser, value string) (Expr, string)
	like          bool     // behind a ~ its value is a pattern
	values        []string // all that its value may be; nil where there are others
}

// kinds are the values of has:, orders those of sort:.
func kinds() []model.BlockKind {
	return []model.BlockKind{model.PostBlock, model.ImageBlock, model.RelatedBlock, model.CodeBlock}
}

func orders() []Order { return []Order{ByDate, ByRelevance, ByLength, ByTitle} }

// Fields returns the names of the terms, without the colon, in the order in which they are offered.
func Fields() []string {
	var names []string
	for _, f := range fieldTable() {
		names = append(names, f.name)
	}
	return names
}

// Values returns all values that a term may have; nil for one that may have others, and for an unknown one.
func Values(name string) []string { return fields()[name].values }

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

func fields() map[string]field {
	m := make(map[string]field)
	for _, f := range fieldTable() {
		m[f.name] = f
	}
	return m
}

func fieldTable() []field {
	in := func(f Field) func(*parser, string) (Expr, string) {
		return func(_ *parser, v string) (Expr, string) {
			if e := phrase(f, v); e != nil {
				return e, ""
			}
			return nil, "There is no word in it to look for"
		}
	}
	return []field{
		{"topic", `topic:"night trains"`, readTopic, false, nil},
		{"title", "title:harbour", in(InTitle), true, nil},
		{"site", "site:courier", in(InSite), true, nil},
		{"by", "by:okafor", in(InByline), true, nil},
		{"is", "is:unread", readState, false, texts(States())},
		{"has", "has:post", readKind, false, texts(kinds())},
		{"since", "since:2w", readSince, false, nil},
		{"before", "before:2026-03", readBefore, false, nil},
		{"on", "on:yesterday", readOn, false, nil},
		{"age", "age:<2d", readAge, false, nil},
		{"came", "came:today", readCame, false, nil},
		{"words", "words:>800", readWords, false, nil},
		{"minutes", "minutes:<5", readMinutes, false, nil},
		{"lang", "lang:de", in(InLanguage), false, nil},
		{"feed", "feed:courier", in(InFeed), true, nil},
		{"folder", "folder:news", readFolder, false, nil},
		{"text", "text:~storm|flood", in(Anywhere), true, nil},
		{"sort", "sort:date", readSort, false, texts(orders())},
	}
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

func readTopic(_ *parser, v string) (Expr, string) {
	key := model.TopicKey(v)
	if key == "" {
		return nil, "There is no word in it to look for"
	}
	return About{key}, ""
}

func readState(_ *parser, v string) (Expr, string) {
	states := States()
	if s := State(strings.ToLower(v)); slices.Contains(states, s) {
		return Is{s}, ""
	}
	return nil, oneOf(v, states)
}

func readKind(_ *parser, v string) (Expr, string) {
	if k := model.BlockKind(strings.ToLower(v)); slices.Contains(kinds(), k) {
		return Has{k}, ""
	}
	return nil, oneOf(v, kinds())
}

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

func readWords(_ *parser, v string) (Expr, string) { return readSized(v, false) }

func readMinutes(_ *parser, v string) (Expr, string) { return readSized(v, true) }

// readSized reads ">800", ">=800", "<5", "<=5", "5" or "3..5".
func readSized(v string, minutes bool) (Expr, string) {
	s := Sized{Minutes: minutes, Min: 0, Max: math.MaxInt}
	from, to, isRange := strings.Cut(v, "..")
	op := strings.TrimRight(v, "0123456789")
	n, err := strconv.Atoi(v[len(op):])
	switch {
	case isRange:
		lo, err1 := strconv.Atoi(from)
		hi, err2 := strconv.Atoi(to)
		if err1 != nil || err2 != nil || lo < 0 || hi < lo {
			return nil, "A range is written like 300..800"
		}
		s.Min, s.Max = lo, hi
	case err != nil:
		return nil, "A length is a number, or >800, <800, 300..800"
	case op == ">" && n < math.MaxInt:
		s.Min = n + 1
	case op == ">=":
		s.Min = n
	case op == "<":
		s.Max = n - 1
	case op == "<=":
		s.Max = n
	case op == "" || op == "=":
		s.Min, s.Max = n, n
	default:
		return nil, "A length is a number, or >800, <800, 300..800"
	}
	return s, ""
}
