package library

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"lede/model"
	"lede/model/query"
	"lede/ui/feed"
	"lede/ui/widget"
)

// ask is what the library screen shows: a view or a query of the reader's own, narrowed by topics, sites and words.
// The zero value is everything, newest first.
//
// It is a value: its methods return another one and leave this one as it was.
type ask struct {
	view    scope
	saved   model.NamedQuery // zero for none
	with    []topicTerm      // in the order in which they were chosen
	without []topicTerm
	either  bool // one topic of with is enough; otherwise all must be there
	feed    feed.Term
	sites   []string // one of them; none means any
	words   string   // as typed
	sort    query.Order
	other   bool // fold files, which are not folded unless asked, or show the library unfolded
}

// topicTerm is a topic that is asked for, or left out.
type topicTerm struct{ key, name string }

// scope is a part of the library that a mark makes.
type scope int

const (
	everything scope = iota
	unread
	unfinished
	starred
	saved
	today
	scopes // how many there are
)

// String is the view's name.
func (v scope) String() string {
	return [...]string{"All", "Unread", "Continue", "Starred", "Saved", "Today"}[v]
}

// views are the views in the order of the column. All that files hold has come today, so they lack that one.
func views(files bool) []scope {
	if files {
		return []scope{everything, unread, unfinished, starred, saved}
	}
	return []scope{today, everything, unread, unfinished, starred, saved}
}

// text is the view as a query, "" for anything.
func (v scope) text() string {
	return [...]string{
		"", "is:unread", "is:unfinished", "is:starred", "is:saved", "(came:today OR on:today)",
	}[v]
}

// expr is what an article of the view must be, nil for anything.
func (v scope) expr(now time.Time) query.Expr {
	q, _ := query.Parse(v.text(), now) // it can be read
	return q.Expr
}

// query is what to ask the library. An error says what is wrong with the words, or with the saved query.
func (a ask) query(now time.Time) (query.Query, error) {
	words, err := query.Parse(opened(a.words), now)
	if err != nil {
		return words, err
	}
	own, err := query.Parse(a.saved.Query, now)
	if err != nil {
		return own, err
	}
	q := query.Query{Sort: a.sort}
	for _, s := range []query.Order{own.Sort, words.Sort} {
		if s != "" {
			q.Sort = s
		}
	}
	var all query.And
	for _, e := range []query.Expr{a.view.expr(now), own.Expr, a.feed.Expr(), a.topics(), a.anySite(), words.Expr} {
		if e != nil {
			all = append(all, e)
		}
	}
	for _, t := range a.without {
		all = append(all, query.Not{Expr: query.About{Key: t.key}})
	}
	switch len(all) {
	case 0:
	case 1:
		q.Expr = all[0]
	default:
		q.Expr = all
	}
	return q, nil
}

// opened lets the last word that is typed go on: "tid" finds "tides".
func opened(words string) string {
	last, _ := utf8.DecodeLastRuneInString(words)
	word := words[lastTerm(words):]
	switch {
	case !unicode.IsLetter(last) && !unicode.IsDigit(last), strings.Contains(word, `"`), word == "OR", word == "NOT",
		word == "AND":
		return words
	case strings.Contains(words[strings.LastIndexByte(words, ' ')+1:], ":~"): // a pattern says itself how it goes on
		return words
	}
	if field, _, ok := strings.Cut(word, ":"); ok &&
		!slices.Contains([]string{"title", "by", "site", "feed"}, strings.TrimLeft(field, "-(")) {
		return words
	}
	return words + "*"
}

// lastTerm is where the last term of a query begins.
func lastTerm(s string) int {
	at, quoted := 0, false
	for i, r := range s {
		switch {
		case r == '"':
			quoted = !quoted
		case !quoted && (r == ' ' || r == '('):
			at = i + 1
		case !quoted && r == '-' && i == at:
			at = i + 1
		}
	}
	return at
}

func (a ask) topics() query.Expr {
	all := make([]query.Expr, len(a.with))
	for i, t := range a.with {
		all[i] = query.About{Key: t.key}
	}
	switch {
	case len(all) == 0:
		return nil
	case len(all) == 1:
		return all[0]
	case a.either:
		return query.Or(all)
	}
	return query.And(all)
}

func (a ask) anySite() query.Expr {
	var all query.Or
	for _, s := range a.sites {
		if words := query.Tokens(s); len(words) > 0 {
			all = append(all, query.Phrase{Field: query.InSite, Words: words})
		}
	}
	switch len(all) {
	case 0:
		return nil
	case 1:
		return all[0]
	}
	return all
}

// empty reports whether nothing is asked for but an order.
func (a ask) empty() bool { return len(a.parts()) == 0 }

// parts are all that is asked for, in the order in which it is written.
func (a ask) parts() []widget.FilterPart[ask] {
	var all []widget.FilterPart[ask]
	add := func(not bool, name string, change func(*ask)) *widget.FilterPart[ask] {
		rest := a
		change(&rest)
		all = append(all, widget.FilterPart[ask]{Not: not, Name: name, Without: rest})
		return &all[len(all)-1]
	}
	if a.view != everything {
		add(false, a.view.String(), func(r *ask) { r.view = everything })
	}
	if a.saved.Name != "" {
		add(false, a.saved.Name, func(r *ask) { r.saved = model.NamedQuery{} })
	}
	if a.feed != (feed.Term{}) {
		add(false, a.feed.Name(), func(r *ask) { r.feed = feed.Term{} })
	}
	for i, t := range a.with {
		p := add(false, t.name, func(r *ask) { *r = r.drop(t) })
		if i > 0 {
			p.Joint = widget.Joint(a.either)
		}
	}
	for _, t := range a.without {
		add(true, t.name, func(r *ask) { *r = r.drop(t) })
	}
	for i, s := range a.sites {
		p := add(false, s, func(r *ask) { *r = r.site(s) })
		if i > 0 {
			p.Joint = widget.Joint(true)
		}
	}
	if strings.TrimSpace(a.words) != "" {
		add(false, "“"+strings.TrimSpace(a.words)+"”", func(r *ask) { r.words = "" })
	}
	return all
}

// back takes the last part off.
func (a ask) back() ask {
	if all := a.parts(); len(all) > 0 {
		return all[len(all)-1].Without
	}
	return a
}

// same reports whether two ask for the same.
func (a ask) same(b ask) bool { return a.key() == b.key() }

// key names what is asked for: two that are written alike, as a view and a query of the same name, have keys of their
// own.
func (a ask) key() string {
	either := a.either && len(a.with) > 1
	return fmt.Sprintf("%d %q %q %q %t %q %q %q %s %t", a.view, a.saved, a.feed, termKeys(a.with), either,
		termKeys(a.without), a.sites, a.words, a.sort, a.other)
}

// show turns to a view; all else that was asked for is taken off.
func (a ask) show(v scope) ask { return ask{view: v, sort: a.sort, other: a.other} }

// run turns to a query of the reader's own.
func (a ask) run(q model.NamedQuery) ask { return ask{saved: q, sort: a.sort, other: a.other} }

// Only asks for this one topic; what is left out and the words stay.
func (a ask) Only(t topicTerm) ask {
	a.with, a.without = []topicTerm{t}, a.lessOf(a.without, t)
	return a
}

// Toggle asks for a topic, or no longer.
func (a ask) Toggle(t topicTerm) ask {
	if a.wants(t.key) {
		return a.drop(t)
	}
	a = a.drop(t)
	a.with = append(slices.Clone(a.with), t)
	return a
}

// ToggleOut leaves a topic out, or no longer.
func (a ask) ToggleOut(t topicTerm) ask {
	if a.avoids(t.key) {
		return a.drop(t)
	}
	a = a.drop(t)
	a.without = append(slices.Clone(a.without), t)
	return a
}

// SwapEither makes one topic of those asked for enough, or has all be there.
func (a ask) SwapEither() ask {
	a.either = !a.either
	return a
}

// by asks for what has come by a feed or a folder, or no longer.
func (a ask) by(t feed.Term) ask {
	if a.feed == t {
		t = feed.Term{}
	}
	a.feed = t
	return a
}

// site asks for a site, or no longer.
func (a ask) site(s string) ask {
	sites := slices.DeleteFunc(slices.Clone(a.sites), func(o string) bool { return o == s })
	if len(sites) == len(a.sites) {
		sites = append(sites, s)
	}
	a.sites = sites
	return a
}

// drop forgets a topic.
func (a ask) drop(t topicTerm) ask {
	a.with, a.without = a.lessOf(a.with, t), a.lessOf(a.without, t)
	return a
}

func (ask) lessOf(terms []topicTerm, t topicTerm) []topicTerm {
	return slices.DeleteFunc(slices.Clone(terms), func(o topicTerm) bool { return o.key == t.key })
}

func (a ask) wants(key string) bool { return holds(a.with, key) }

func (a ask) avoids(key string) bool { return holds(a.without, key) }

func termKeys(terms []topicTerm) []string {
	keys := make([]string, len(terms))
	for i, t := range terms {
		keys[i] = t.key
	}
	return keys
}

func holds(terms []topicTerm, key string) bool {
	return slices.ContainsFunc(terms, func(t topicTerm) bool { return t.key == key })
}

// orders are what the rows may be sorted by, in the order in which a key goes through them. Files have an order of
// their own.
func orders(files bool) []query.Order {
	all := []query.Order{query.ByDate, query.ByRelevance, query.ByTitle, query.ByLength}
	if files {
		return append([]query.Order{""}, all...)
	}
	return all
}

// nextOrder sorts by something else. Relevance is passed over when there are no words.
func (a ask) nextOrder(files bool) ask {
	all := orders(files)
	i := max(0, slices.Index(all, a.sort))
	a.sort = all[(i+1)%len(all)]
	if a.sort == query.ByRelevance && strings.TrimSpace(a.words) == "" {
		return a.nextOrder(files)
	}
	return a
}

// orderName is what an order is called.
func orderName(o query.Order, files bool) string {
	switch o {
	case "":
		if files {
			return "in file order"
		}
	case query.ByRelevance:
		return "best match first"
	case query.ByTitle:
		return "by title"
	case query.ByLength:
		return "longest first"
	case query.ByDate:
	}
	return "newest first"
}

// litPhrases are the phrases that an article must or may have in its text, its title or its byline.
func litPhrases(a ask, now time.Time) []query.Phrase {
	q, err := a.query(now)
	if err != nil {
		return nil
	}
	return slices.DeleteFunc(query.Wanted(q.Expr), func(p query.Phrase) bool {
		return p.Field != query.Anywhere && p.Field != query.InTitle && p.Field != query.InByline
	})
}
