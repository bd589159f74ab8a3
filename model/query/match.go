package query

import (
	"slices"

	"lede/model"
)

// Match reports whether the query selects the record. Only a query that mentions the trash selects what is in it.
func (q Query) Match(r model.Record) bool {
	if !r.Status.Removed.IsZero() && !q.NamesTrash() {
		return false
	}
	return q.Expr == nil || match(q.Expr, r)
}

func match(e Expr, r model.Record) bool {
	switch e := e.(type) {
	case And:
		return !slices.ContainsFunc(e, func(part Expr) bool { return !match(part, r) })
	case Or:
		return slices.ContainsFunc(e, func(part Expr) bool { return match(part, r) })
	case Not:
		return !match(e.Expr, r)
	case Phrase:
		return slices.ContainsFunc(textsOf(r, e.Field), e.in)
	case About:
		return slices.ContainsFunc(r.Article.Topics, func(t model.Topic) bool { return t.Key == e.Key })
	case Is:
		return e.State.holds(r.Status)
	case Has:
		return slices.ContainsFunc(r.Article.Blocks(), func(b model.Block) bool { return model.KindOf(b) == e.Kind })
	case Dated:
		t := r.Article.Published
		if e.Came {
			return !r.Status.Arrived.IsZero() && !r.Status.Arrived.Before(e.From)
		}
		if model.IsDay(t) {
			e = e.Days()
		}
		return !t.IsZero() && !t.Before(e.From) && (e.To.IsZero() || t.Before(e.To))
	case Like:
		return e.holds(r)
	case In:
		return e.holds(r)
	case Sized:
		n := r.Article.Words
		if e.Minutes {
			n = r.Article.Minutes()
		}
		return e.Min <= n && n <= e.Max
	}
	return true
}

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

// holds reports whether a status is in the state.
func (s State) holds(status model.Status) bool {
	switch s {
	case Unread:
		return !status.Read
	case Read:
		return status.Read
	case Starred:
		return status.Starred
	case Saved:
		return status.Saved
	case Unfinished:
		return !status.Read && status.Percent > 0
	case Removed:
		return !status.Removed.IsZero()
	case Hidden:
	}
	return false
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
