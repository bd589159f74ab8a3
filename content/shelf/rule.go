package shelf

import (
	"context"

	"lede/content/store"
	"lede/model"
	"lede/model/clean"
	"lede/model/query"
)

// Decide does to an entry that has come by a feed what the rules say of it. One that was there already gets its topics
// again, and keeps the marks that the user has given it since.
func (l *Shelf) Decide(r *model.Record, isNew bool) {
	for _, rule := range l.entryRules() {
		if !rule.asks.Match(*r) {
			continue
		}
		r.Status.Read = r.Status.Read || isNew && (rule.Read || rule.Hide)
		r.Status.Starred = r.Status.Starred || isNew && rule.Star
		if rule.Topic != "" {
			AddTopic(&r.Article, clean.Line(rule.Topic))
		}
	}
}

// entryRule is a rule with its query.
type entryRule struct {
	model.EntryRule
	asks query.Query
}

// entryRules reads the queries of the rules, by the time that it is now; one that cannot be read is passed over, since
// the settings have been checked.
func (l *Shelf) entryRules() []entryRule {
	var rules []entryRule
	for _, r := range l.o.Rules {
		if q, err := query.Parse(r.Query, l.Now()); err == nil && q.Expr != nil {
			rules = append(rules, entryRule{r, q})
		}
	}
	return rules
}

// shown is a query without what the rules and hidden feeds hide, unless it asks for that: by is:hidden, or for what
// has come by a feed. What the user has starred or kept by hand is never hidden.
func (l *Shelf) shown(ctx context.Context, s *store.Store, q query.Query) (query.Query, error) {
	feeds, err := s.HidesFeeds(ctx)
	return q.Resolve(l.hidden(feeds && (query.NamesHidden(q.Expr) || !query.NamesFeed(q.Expr)))), err
}

// Everything is a query that leaves nothing out: is:hidden has its meaning, and what is hidden is not missing.
func (l *Shelf) Everything(q query.Query) query.Query {
	if query.NamesHidden(q.Expr) {
		return q.Resolve(l.hidden(true))
	}
	return q
}

// hidden is the condition that the rules hide by, and hidden feeds where feeds is set; empty when none does.
func (l *Shelf) hidden(feeds bool) query.Or {
	var hidden query.Or
	if feeds {
		hidden = append(hidden, query.In{Hidden: true})
	}
	for _, r := range l.entryRules() {
		if r.Hide {
			hidden = append(hidden, r.asks.Expr)
		}
	}
	if len(hidden) > 0 {
		hidden = query.Or{query.And{
			hidden, query.Not{Expr: query.Is{State: query.Starred}}, query.Not{Expr: query.Is{State: query.Saved}},
		}}
	}
	return hidden
}

// RuleCount is a rule, and how many articles of the library its query matches.
type RuleCount struct {
	model.EntryRule
	Matches int
}

// CountRules counts, for each rule, the articles that it matches, in the order of the settings.
func (l *Shelf) CountRules(ctx context.Context) ([]RuleCount, error) {
	return Ask(ctx, l, func(s *store.Store) ([]RuleCount, error) {
		var counts []RuleCount
		for _, r := range l.entryRules() {
			n, err := s.Count(ctx, r.asks)
			if err != nil {
				return nil, err
			}
			counts = append(counts, RuleCount{r.EntryRule, n})
		}
		return counts, nil
	})
}

// RuleEffect is what a rule would change in the library.
type RuleEffect struct {
	Matches                   int // articles that its query matches
	Reads, Stars, Tags, Hides int // those that it would mark as read, star, give its topic, hide
}

// TryRule returns what a rule would change now, and up to limit of the articles that it matches. It changes nothing.
func (l *Shelf) TryRule(
	ctx context.Context, r model.EntryRule, limit int,
) (e RuleEffect, rows []model.Row, err error) {
	q, err := query.Parse(r.Query, l.Now())
	if err != nil {
		return e, nil, err
	}
	_, err = Ask(ctx, l, func(s *store.Store) (struct{}, error) {
		if rows, err = s.Find(ctx, q, 0, limit); err != nil {
			return struct{}{}, err
		}
		for _, c := range []struct {
			does  bool
			n     *int
			where query.Expr // what is not that way yet
		}{
			{true, &e.Matches, query.And{}},
			{r.Read || r.Hide, &e.Reads, query.Is{State: query.Unread}},
			{r.Star, &e.Stars, query.Not{Expr: query.Is{State: query.Starred}}},
			{r.Topic != "", &e.Tags, query.Not{Expr: query.About{Key: model.TopicKey(r.Topic)}}},
			{r.Hide, &e.Hides, query.And{
				query.Not{Expr: query.Is{State: query.Starred}}, query.Not{Expr: query.Is{State: query.Saved}},
			}},
		} {
			if !c.does {
				continue
			}
			if *c.n, err = s.Count(ctx, query.Query{Expr: query.And{orAll(q.Expr), c.where}}); err != nil {
				return struct{}{}, err
			}
		}
		return struct{}{}, nil
	})
	return e, rows, err
}

// orAll is a condition, or the one that always holds in place of none.
func orAll(e query.Expr) query.Expr {
	if e == nil {
		return query.And{}
	}
	return e
}

// RunRules does to what is in the library what rules say, in one step that Undo takes back. It returns how many
// articles had something otherwise before.
func (l *Shelf) RunRules(ctx context.Context, title string, rules ...model.EntryRule) (int, error) {
	return Ask(ctx, l, func(s *store.Store) (int, error) {
		yes := true
		var steps []store.Step
		for _, r := range rules {
			q, err := query.Parse(r.Query, l.Now())
			if err != nil {
				return 0, err
			}
			step := store.Step{}
			if step.IDs, err = s.IDs(ctx, q); err != nil {
				return 0, err
			}
			if r.Read || r.Hide {
				step.To.Read = &yes
			}
			if r.Star {
				step.To.Starred = &yes
			}
			if r.Topic != "" {
				step.Add = []string{clean.Line(r.Topic)}
			}
			steps = append(steps, step)
		}
		return s.Do(ctx, title, steps...)
	})
}
