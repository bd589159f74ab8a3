package index

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"unicode/utf8"

	"lede/content/store/db"
	"lede/content/store/draft"
	"lede/model/query"
)

// Lookup is what a phrase is looked up by: a table of the full-text index, and a text in the language of FTS5.
type Lookup struct{ table, match string }

// rows writes a query for the numbers of the rows that a lookup finds; it has one argument, the match.
func (l Lookup) rows(columns string) string {
	if l.table == "starts" {
		return `SELECT ` + columns + ` FROM starts WHERE starts MATCH ?`
	}
	return `SELECT ` + columns + ` FROM search WHERE search MATCH ?`
}

// lookups are what the phrases of a query are looked up by, under their text.
type lookups map[string]looked

// looked is one of them.
type looked struct {
	Lookup
	parts []string // what to look up instead, one after the other, when all is wanted; nil for the lookup itself
}

// of is what a phrase is looked up by.
func (l lookups) of(p query.Phrase) Lookup { return l[matchText(p)].Lookup }

// LookUp returns what is looked up for all phrases of a condition that the full-text index has.
func LookUp(ctx context.Context, db Asker, e query.Expr) (lookups, error) {
	all := make(lookups)
	var failed error
	eachPhrase(e, func(p query.Phrase) {
		if failed == nil && inSearch(p.Field) {
			all[matchText(p)], failed = lookUp(ctx, db, p)
		}
	})
	return all, failed
}

// eachPhrase calls f for each phrase of a condition.
func eachPhrase(e query.Expr, f func(query.Phrase)) {
	for term := range query.Terms(e) {
		if p, ok := term.(query.Phrase); ok {
			f(p)
		}
	}
}

// many reports whether a search is for so many words that all that have one are read sooner than the newest.
func (l lookups) many(search Lookup) bool {
	const most = 20 * formsAtOnce
	for _, at := range l {
		if len(at.parts)*formsAtOnce > most && strings.Contains(search.match, at.match) {
			return true
		}
	}
	return false
}

// searchable parts a condition into phrases that must all match, as one search of the full-text index, and the rest.
// It reports false when there is no such phrase.
func (l lookups) searchable(e query.Expr) (search Lookup, rest query.And, ok bool) {
	parts := query.And{e}
	if and, isAnd := e.(query.And); isAnd {
		parts = and
	}
	texts := make(map[string][]string)
	phrase := func(p query.Expr) (Lookup, bool) {
		if p, is := p.(query.Phrase); is && inSearch(p.Field) {
			return l.of(p), true
		}
		return Lookup{}, false
	}
	for _, p := range parts {
		if at, is := phrase(p); is {
			texts[at.table] = append(texts[at.table], "("+at.match+")")
		}
	}
	search.table = "search"
	if len(texts["search"]) == 0 {
		search.table = "starts"
	}
	for _, p := range parts {
		if at, is := phrase(p); p != nil && (!is || at.table != search.table) {
			rest = append(rest, p)
		}
	}
	search.match = strings.Join(texts[search.table], " AND ")
	return search, rest, search.match != ""
}

// Asker is what a query can be put to.
type Asker interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// MostForms is how many words a beginning may stand for. FTS5 puts more together by itself, which takes as long as
// reading all their places: a second for the beginning of a very common word.
const MostForms = 1000

// lookUp reports what the index has a phrase under. The words that a beginning stands for are read from the table of
// words, so that their articles can be read from the newest on.
func lookUp(ctx context.Context, db Asker, p query.Phrase) (looked, error) {
	word := p.Words[len(p.Words)-1]
	alone := len(p.Words) == 1
	short := p.Prefix && utf8.RuneCountInString(word) <= draft.StartRunes
	switch {
	case alone && short && p.Field == query.Anywhere:
		return looked{Lookup: Lookup{"starts", inMatch(word)}}, nil
	case alone && short && p.Field == query.InTitle:
		return looked{Lookup: Lookup{"starts", inMatch(draft.TitleStart + word)}}, nil
	case !p.Prefix && alone && p.Field == query.InTitle:
		return looked{Lookup: Lookup{"starts", inMatch(draft.TitleWord + word)}}, nil
	case !p.Prefix:
		return looked{Lookup: Lookup{"search", matchText(p)}}, nil
	}
	forms, err := formsOf(ctx, db, word)
	if err != nil || len(forms) > MostForms {
		return looked{Lookup: Lookup{"search", matchText(p)}}, err
	}
	table, column := "search", p.Field
	if alone && p.Field == query.InTitle {
		table, column = "starts", query.Anywhere
	}
	for i, f := range forms {
		if table == "starts" {
			forms[i] = inMatch(draft.TitleWord + f)
		} else {
			forms[i] = inMatch(append(slices.Clone(p.Words[:len(p.Words)-1]), f)...)
		}
	}
	at := looked{Lookup: Lookup{table, inColumn(column, strings.Join(forms, " OR "))}}
	if len(forms) > formsAtOnce {
		for some := range slices.Chunk(forms, formsAtOnce) {
			at.parts = append(at.parts, inColumn(column, strings.Join(some, " OR ")))
		}
	}
	return at, nil
}

// formsAtOnce is how many words are best put together by FTS5: each article that one of them is in costs a look at
// all.
const formsAtOnce = 16

// formsOf are the words that begin with some characters, the word itself among them whether it is there or not; a few
// more than mostForms at most.
func formsOf(ctx context.Context, conn Asker, start string) ([]string, error) {
	forms := []string{start}
	rows, err := conn.QueryContext(ctx, `SELECT word FROM word WHERE word > ? AND word < ? LIMIT ?`, start,
		start+"\U0010FFFF", MostForms)
	if err != nil {
		return nil, err
	}
	return forms, db.Each(rows, func(rows *sql.Rows) error {
		var w string
		err := rows.Scan(&w)
		forms = append(forms, w)
		return err
	})
}

// matchText writes a phrase in the language of FTS5. No two phrases that are looked for in different ways have the
// same text.
func matchText(p query.Phrase) string {
	text := inMatch(p.Words...)
	if p.Prefix {
		text += " *"
	}
	return inColumn(p.Field, text)
}

// inMatch writes words side by side in the language of FTS5. The words are those of model.Tokens, which have no
// quotes.
func inMatch(words ...string) string { return `"` + strings.Join(words, " ") + `"` }

// inColumn bounds a text in the language of FTS5 to the column of a field.
func inColumn(f query.Field, text string) string {
	switch f {
	case query.InTitle:
		return "title : (" + text + ")"
	case query.InByline:
		return "byline : (" + text + ")"
	case query.InSite, query.InFeed, query.InLanguage:
		return string(f) + " : (" + text + ")" // the index has no such column: it is only a name
	case query.Anywhere:
	}
	return text
}

// inSearch reports whether the full-text index has the field of a phrase.
func inSearch(f query.Field) bool {
	return f == query.Anywhere || f == query.InTitle || f == query.InByline
}
