// Package query is the language in which the library is asked: Parse reads it, Query.String writes it, and
// Query.Match is its meaning, which the store must agree with.
//
// Start with Query, Parse and fieldTable: a term of the language is a row of it, and a condition of its own is a Term
// beside the function that reads it, as Sized is.
package query

import (
	"iter"
	"slices"
	"strings"

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

// Expr is a condition on an article and its status: And, Or or Not, which are made of others, or a Term. The set is
// closed.
type Expr interface {
	// holds reports whether the record meets the condition.
	holds(r model.Record) bool
	// write returns the condition as Parse reads it; inside another one it may need parentheses.
	write(inside bool) string
}

// Term is a condition without parts. The set is closed: a switch over it names each.
//
//sumtype:decl
type Term interface {
	Expr
	term()
}

// And holds when all of its parts do; an empty one always does.
type And []Expr

// Or holds when at least one of its parts does; an empty one never does.
type Or []Expr

// Not holds when its condition does not.
type Not struct{ Expr Expr }

// Match reports whether the query selects the record. Only a query that mentions the trash selects what is in it.
func (q Query) Match(r model.Record) bool {
	return (r.Status.Removed.IsZero() || q.NamesTrash()) && meets(r, q.Expr)
}

// String returns the query as Parse reads it.
func (q Query) String() string {
	var parts []string
	if q.Expr != nil {
		parts = append(parts, written(q.Expr, false))
	}
	if q.Sort != "" {
		parts = append(parts, "sort:"+string(q.Sort))
	}
	return strings.Join(parts, " ")
}

// Terms goes through the terms of a condition from left to right, and reports of each whether it is below a Not.
func Terms(e Expr) iter.Seq2[Term, bool] {
	return func(yield func(Term, bool) bool) { walk(e, false, yield) }
}

func walk(e Expr, denied bool, yield func(Term, bool) bool) bool {
	stopped := func(part Expr) bool { return !walk(part, denied, yield) }
	switch e := e.(type) {
	case And:
		return !slices.ContainsFunc(e, stopped)
	case Or:
		return !slices.ContainsFunc(e, stopped)
	case Not:
		return walk(e.Expr, true, yield)
	case Term:
		return yield(e, denied)
	}
	return true
}

// replace returns a condition with what f returns for each term in its place.
func replace(e Expr, f func(Term) Expr) Expr {
	each := func(parts []Expr) []Expr {
		parts = slices.Clone(parts)
		for i := range parts {
			parts[i] = replace(parts[i], f)
		}
		return parts
	}
	switch e := e.(type) {
	case And:
		return And(each(e))
	case Or:
		return Or(each(e))
	case Not:
		return Not{replace(e.Expr, f)}
	case Term:
		return f(e)
	}
	return e
}

func meets(r model.Record, e Expr) bool { return e == nil || e.holds(r) }

func written(e Expr, inside bool) string {
	if e == nil {
		return ""
	}
	return e.write(inside)
}

func (a And) holds(r model.Record) bool {
	return !slices.ContainsFunc(a, func(part Expr) bool { return !meets(r, part) })
}

func (o Or) holds(r model.Record) bool {
	return slices.ContainsFunc(o, func(part Expr) bool { return meets(r, part) })
}

func (n Not) holds(r model.Record) bool { return !meets(r, n.Expr) }

func (a And) write(inside bool) string { return join(a, " ", inside) }

func (o Or) write(inside bool) string { return join(o, " OR ", inside) }

func (n Not) write(bool) string { return "-" + written(n.Expr, true) }

func join(parts []Expr, sep string, inside bool) string {
	out := make([]string, len(parts))
	for i, p := range parts {
		out[i] = written(p, true)
	}
	s := strings.Join(out, sep)
	if inside && len(parts) != 1 || s == "" {
		return "(" + s + ")"
	}
	return s
}

func quoted(s string, needed bool) string {
	if needed {
		return `"` + s + `"`
	}
	return s
}
