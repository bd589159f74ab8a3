package query

import "slices"

// NamesHidden reports whether a condition mentions what is hidden.
func NamesHidden(e Expr) bool { return names(e, Hidden) }

// NamesFeed reports whether a condition asks for what has come by a feed of some name.
func NamesFeed(e Expr) bool {
	switch e := e.(type) {
	case And:
		return slices.ContainsFunc(e, NamesFeed)
	case Or:
		return slices.ContainsFunc(e, NamesFeed)
	case Phrase:
		return e.Field == InFeed
	case Like:
		return e.Field == InFeed
	case nil, Not, About, Is, Has, Dated, Sized, In:
	}
	return false
}

// Resolve returns the query with what is hidden left out, or put in place of is:hidden where the query has that.
// hidden are the conditions of which one must hold for an article to be hidden.
func (q Query) Resolve(hidden Or) Query {
	switch {
	case NamesHidden(q.Expr):
		q.Expr = withHidden(q.Expr, hidden)
	case len(hidden) > 0:
		and, ok := q.Expr.(And)
		if !ok && q.Expr != nil {
			and = And{q.Expr}
		}
		q.Expr = append(slices.Clip(and), Not{hidden})
	}
	return q
}

func withHidden(e Expr, hidden Or) Expr {
	switch e := e.(type) {
	case And:
		parts := slices.Clone(e)
		for i := range parts {
			parts[i] = withHidden(parts[i], hidden)
		}
		return parts
	case Or:
		parts := slices.Clone(e)
		for i := range parts {
			parts[i] = withHidden(parts[i], hidden)
		}
		return parts
	case Not:
		return Not{withHidden(e.Expr, hidden)}
	case Is:
		if e.State == Hidden {
			return hidden
		}
	case nil, Phrase, About, Has, Dated, Sized, Like, In:
	}
	return e
}
