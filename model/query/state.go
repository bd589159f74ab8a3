package query

import (
	"slices"
	"strings"

	"lede/model"
)

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

func readState(_ *parser, v string) (Expr, string) {
	states := States()
	if s := State(strings.ToLower(v)); slices.Contains(states, s) {
		return Is{s}, ""
	}
	return nil, oneOf(v, states)
}

func (Is) term() {}

func (i Is) write(bool) string { return "is:" + string(i.State) }

func (i Is) holds(r model.Record) bool {
	switch i.State {
	case Unread:
		return !r.Status.Read
	case Read:
		return r.Status.Read
	case Starred:
		return r.Status.Starred
	case Saved:
		return r.Status.Saved
	case Unfinished:
		return !r.Status.Read && r.Status.Percent > 0
	case Removed:
		return !r.Status.Removed.IsZero()
	case Hidden:
	}
	return false
}

// NamesTrash reports whether the query mentions the trash. A query that does not finds nothing in it.
func (q Query) NamesTrash() bool { return NamesTrash(q.Expr) }

// NamesTrash reports whether a condition mentions the trash.
func NamesTrash(e Expr) bool { return names(e, Removed) }

// NamesHidden reports whether a condition mentions what is hidden.
func NamesHidden(e Expr) bool { return names(e, Hidden) }

// names reports whether a condition mentions a state.
func names(e Expr, s State) bool {
	for term := range Terms(e) {
		if term == (Is{s}) {
			return true
		}
	}
	return false
}

// Resolve returns the query with what is hidden left out, or put in place of is:hidden where the query has that.
// hidden are the conditions of which one must hold for an article to be hidden.
func (q Query) Resolve(hidden Or) Query {
	switch {
	case NamesHidden(q.Expr):
		q.Expr = replace(q.Expr, func(term Term) Expr {
			if term == (Is{Hidden}) {
				return hidden
			}
			return term
		})
	case len(hidden) > 0:
		and, ok := q.Expr.(And)
		if !ok && q.Expr != nil {
			and = And{q.Expr}
		}
		q.Expr = append(slices.Clip(and), Not{hidden})
	}
	return q
}
