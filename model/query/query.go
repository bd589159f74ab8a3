// Package query is the language in which the library is asked: Parse reads it, Query.String writes it, and
// Query.Match is its meaning, which the store must agree with.
//
// Start with Query and Parse. A term of the language is a row of fieldTable.
package query

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"lede/model"
)

// Query selects articles of the library and their order. The zero value selects all, newest first.
type Query struct {
	Expr Expr  // nil matches everything
	Sort Order // "" leaves the order to the caller
	Fold bool  // near-duplicates (a wire story on two sites) make one row; not part of the written query
}

// Order names an order of entries.
type Order string

// The orders.
const (
	ByDate      Order = "date"      // newest first
	ByRelevance Order = "relevance" // best match of the words first
	ByLength    Order = "length"    // longest first
	ByTitle     Order = "title"     // A–Z
)

// Expr is a condition on an article and its status. The set is closed.
//
//sumtype:decl
type Expr interface{ expr() }

// And holds when all of its parts do; an empty one always does.
type And []Expr

// Or holds when at least one of its parts does; an empty one never does.
type Or []Expr

// Not holds when its condition does not.
type Not struct{ Expr Expr }

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

// About holds when the article has the topic with that key.
type About struct{ Key string }

// Is holds when the article is in that state.
type Is struct{ State State }

// State is what the user did with an article.
type State string

// The states.
const (
	Unread     State = "unread"
	Read       State = "read"
	Starred    State = "starred"
	Saved      State = "saved"
	Unfinished State = "unfinished" // opened, but not read to the end
	Removed    State = "removed"    // in the trash; found only by a query that names it
	Hidden     State = "hidden"     // a rule, or its feed, hides it; who has the rules replaces it: see Resolve
)

// States returns all states, in the order of their declaration.
func States() []State { return []State{Unread, Read, Starred, Saved, Unfinished, Removed, Hidden} }

// NamesTrash reports whether the query mentions the trash. A query that does not finds nothing in it.
func (q Query) NamesTrash() bool { return NamesTrash(q.Expr) }

// NamesTrash reports whether a condition mentions the trash.
func NamesTrash(e Expr) bool { return names(e, Removed) }

// names reports whether a condition mentions a state.
func names(e Expr, s State) bool {
	named := func(e Expr) bool { return names(e, s) }
	switch e := e.(type) {
	case And:
		return slices.ContainsFunc(e, named)
	case Or:
		return slices.ContainsFunc(e, named)
	case Not:
		return named(e.Expr)
	case Is:
		return e.State == s
	case nil, Phrase, About, Has, Dated, Sized, Like, In:
	}
	return false
}

// Has holds when the article has a block of that kind.
type Has struct{ Kind model.BlockKind }

// Dated holds when the article was published in [From, To). A zero bound is open. An article without a date is never
// Dated. An article of a day (see model.IsDay) is compared by the date and the clock of the bounds, in their zones.
// With Came it holds when the article came into the library in that time.
type Dated struct {
	From, To time.Time
	Came     bool
}

// Sized holds when the number of words, or of minutes, is from Min to Max, both included.
type Sized struct {
	Minutes  bool // count minutes, not words
	Min, Max int
}

func (And) expr() {}

func (Or) expr() {}

func (Not) expr() {}

func (Phrase) expr() {}

func (About) expr() {}

func (Is) expr() {}

func (Has) expr() {}

func (Dated) expr() {}

func (Sized) expr() {}

// String returns the query as Parse reads it.
func (q Query) String() string {
	var parts []string
	if q.Expr != nil {
		parts = append(parts, exprString(q.Expr, false))
	}
	if q.Sort != "" {
		parts = append(parts, "sort:"+string(q.Sort))
	}
	return strings.Join(parts, " ")
}

// exprString returns an expression as Parse reads it. Inside another expression (inner) it may need parentheses.
func exprString(e Expr, inner bool) string {
	switch e := e.(type) {
	case And:
		return joinExpr(e, " ", inner)
	case Or:
		return joinExpr(e, " OR ", inner)
	case Not:
		return "-" + exprString(e.Expr, true)
	case Phrase:
		return e.string()
	case About:
		return "topic:" + quoted(e.Key, strings.Contains(e.Key, " "))
	case Is:
		return "is:" + string(e.State)
	case Has:
		return "has:" + string(e.Kind)
	case Dated:
		return e.string()
	case Sized:
		return e.string()
	case Like:
		return e.string()
	case In:
		return e.string()
	}
	return ""
}

func joinExpr(parts []Expr, sep string, inner bool) string {
	out := make([]string, len(parts))
	for i, p := range parts {
		out[i] = exprString(p, true)
	}
	s := strings.Join(out, sep)
	if inner && len(parts) != 1 || s == "" {
		return "(" + s + ")"
	}
	return s
}

func (p Phrase) string() string {
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

func (d Dated) string() string {
	if d.Came {
		return "came:" + d.From.Format(time.RFC3339)
	}
	var parts []string
	if !d.From.IsZero() {
		parts = append(parts, "since:"+d.From.Format(time.RFC3339))
	}
	if !d.To.IsZero() {
		parts = append(parts, "before:"+d.To.Format(time.RFC3339))
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return "(" + strings.Join(parts, " ") + ")"
}

// Days returns the bounds for articles of a day: those that a clock on the wall shows, as if in UTC.
func (d Dated) Days() Dated { return Dated{From: wall(d.From), To: wall(d.To)} }

func wall(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), time.UTC)
}

func (s Sized) string() string {
	field := "words:"
	if s.Minutes {
		field = "minutes:"
	}
	switch {
	case s.Max < 0:
		return field + "<0"
	case s.Min == s.Max:
		return field + strconv.Itoa(s.Min)
	case s.Max == math.MaxInt:
		return field + ">=" + strconv.Itoa(s.Min)
	case s.Min <= 0:
		return field + "<=" + strconv.Itoa(s.Max)
	}
	return field + strconv.Itoa(s.Min) + ".." + strconv.Itoa(s.Max)
}

func quoted(s string, needed bool) string {
	if needed {
		return `"` + s + `"`
	}
	return s
}
