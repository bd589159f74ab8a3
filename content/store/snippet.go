package store

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"lede/model"
	"lede/model/query"
)

const (
	passageBytes = 220 // of a passage, about
	passageLead  = 60  // of it before the first match
)

// Snippets returns, for each article that has the words of the query in its text, the passage around the first of
// them.
func (s *Store) Snippets(ctx context.Context, q query.Query, ids []model.ID) ([]model.Snippet, error) {
	phrases := wanted(q.Expr)
	var out []model.Snippet
	if len(phrases) == 0 {
		return nil, nil
	}
	sections, err := s.sectionsOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		if p, ok := passage(sections[id], phrases); ok {
			p.ID = id
			out = append(out, p)
		}
	}
	return out, nil
}

// wanted are the phrases that an article may be found by in its text.
func wanted(e query.Expr) []query.Phrase {
	return slices.DeleteFunc(query.Wanted(e), func(p query.Phrase) bool { return p.Field != query.Anywhere })
}

// passage looks through the headings, the prose and the posts in their order.
func passage(sections []model.Section, phrases []query.Phrase) (model.Snippet, bool) {
	block := 0
	for _, s := range sections {
		if lit := matches(s.Title, phrases); len(lit) > 0 {
			return cut(s.Title, lit, block), true
		}
		for i, b := range s.Blocks {
			text := model.Searched(b)
			if lit := matches(text, phrases); len(lit) > 0 {
				return cut(text, lit, block+i), true
			}
		}
		block += len(s.Blocks)
	}
	return model.Snippet{}, false
}

// matches returns the bytes of the words of text that one of the phrases matches, in order.
func matches(text string, phrases []query.Phrase) [][2]int {
	if len(phrases) == 0 || text == "" {
		return nil
	}
	var tokens []query.Token
	for t := range query.EachToken(text) {
		tokens = append(tokens, t)
	}
	var lit [][2]int
	for i := range tokens {
		n := 0
		for _, p := range phrases {
			if len(p.Words) > n && p.Begins(tokens[i:]) {
				n = len(p.Words)
			}
		}
		for _, t := range tokens[i : i+n] {
			if len(lit) == 0 || t.From >= lit[len(lit)-1][1] {
				lit = append(lit, [2]int{t.From, t.To})
			}
		}
	}
	return lit
}

// cut takes the part of a text around its first match.
func cut(text string, lit [][2]int, block int) model.Snippet {
	from := 0
	if len(lit) > 0 && lit[0][0] > passageLead {
		from = boundary(text, lit[0][0]-passageLead)
	}
	to := len(text)
	if to > from+passageBytes {
		to = boundary(text, from+passageBytes)
	}
	p := model.Snippet{Block: block}
	open := ""
	if from > 0 {
		open = "… "
	}
	p.Text = open + strings.Map(oneLine, text[from:to])
	if to < len(text) {
		p.Text = strings.TrimRight(p.Text, " ") + " …"
	}
	for _, l := range lit {
		if l[0] >= from && l[1] <= to {
			p.Marks = append(p.Marks, [2]int{l[0] - from + len(open), l[1] - from + len(open)})
		}
	}
	return p
}

// oneLine puts a space in the place of a line's end; both are one byte.
func oneLine(r rune) rune {
	if r == '\n' || r == '\t' || r == '\r' {
		return ' '
	}
	return r
}

// boundary is the first byte behind a space from at on, within a word's length, or that of a character.
func boundary(text string, at int) int {
	if i := strings.IndexAny(text[at:min(at+30, len(text))], " \n"); i >= 0 {
		return at + i + 1
	}
	for at < len(text) && !utf8.RuneStart(text[at]) {
		at++
	}
	return at
}
