package library

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"lede/model"
	"lede/ui/widget"
)

// listing holds the entries of a list while they come in: sorted and filtered, without drawing. Rows are named by the
// number in which they came, which stays; their order and which of them are shown change.
//
// A batch is merged in time proportional to the list's length, in numbers, and sorted by itself only.
type listing struct {
	rows   []*listed
	words  []widget.Haystack // of each row, side by side, since typing walks through all of them
	ranks  []widget.Rank     // how the filter's words match each row
	byRef  map[string]rowID
	topics topicNames
	order  []rowID // all, sorted
	shown  []rowID // those that pass the filter: the best matches first, then as sorted
	sort   sorting
	filter filter
	site   string // of the first entry
	sites  bool   // there are others
}

// rowID is the number of a row; -1 is none.
type rowID int

const noRow rowID = -1

// listed is an entry with what sorting and filtering need of it.
type listed struct {
	model.Entry
	words     widget.Haystack
	key       string   // the title, folded
	topicKeys []string // of the entry's topics
	topics    []topicID
	moving    bool // its place in the order is not known yet
	gone      bool // it has turned out to be no article
}

// digest works out what can be told of entries by themselves. It is the costly part, and for any goroutine.
func digest(entries []model.Entry) []*listed {
	rows := make([]*listed, len(entries))
	for i, e := range entries {
		row := &listed{Entry: e, words: entryWords(e), topicKeys: keysOf(e.Topics)}
		row.key, _, _ = strings.Cut(row.words.Text, "\n")
		rows[i] = row
	}
	return rows
}

// sorting is an order of a list.
type sorting int

const (
	newest sorting = iota
	oldest
	byTitle
	bySource
	shortest
	longest
	given    // the order in which they came
	sortings // how many there are
)

func (s sorting) String() string {
	return [...]string{"newest first", "oldest first", "by title", "by source", "shortest first", "longest first", "as given"}[s]
}

func newListing() *listing {
	return &listing{byRef: map[string]rowID{}, topics: topicNames{byKey: map[string]topicID{}}}
}

// add takes rows in; one whose Ref is known takes the place of the earlier one.
func (l *listing) add(rows []*listed) {
	known := rowID(len(l.rows))
	var moving []rowID
	for _, r := range rows {
		if id, moves := l.put(r); moves {
			moving = append(moving, id)
		}
	}
	l.place(moving, known)
	l.show()
}

// drop takes rows off, by their references, that are no articles. Their numbers stay.
func (l *listing) drop(refs []string) {
	n := 0
	for _, ref := range refs {
		if id, known := l.byRef[ref]; known {
			l.rows[id].gone = true
			n++
		}
	}
	if n == 0 {
		return
	}
	l.order = slices.DeleteFunc(slices.Clone(l.order), func(id rowID) bool { return l.rows[id].gone })
	l.show()
}

// put keeps one row. It reports whether its place in the order must be found, and that once.
func (l *listing) put(r *listed) (id rowID, moves bool) {
	r.topics = l.topics.ids(r.Topics, r.topicKeys)
	if len(l.rows) == 0 {
		l.site = r.Site
	}
	l.sites = l.sites || r.Site != l.site
	rank := l.filter.text.Match(r.words)
	id, known := l.byRef[r.Ref]
	if !known {
		id = rowID(len(l.rows))
		l.byRef[r.Ref] = id
		l.rows, l.words, l.ranks = append(l.rows, r), append(l.words, r.words), append(l.ranks, rank)
		r.moving = true
		return id, true
	}
	old := l.rows[id]
	l.rows[id], l.words[id], l.ranks[id] = r, r.words, rank
	r.moving = old.moving || !sameOrder(old.Entry, r.Entry)
	return id, r.moving && !old.moving
}

// entryWords is what typing is matched against: the title first.
func entryWords(e model.Entry) widget.Haystack {
	fields := make([]string, 0, 2+len(e.Byline)+len(e.Topics))
	fields = append(fields, e.Title, e.Site)
	fields = append(fields, e.Byline...)
	for _, t := range e.Topics {
		fields = append(fields, t.Name)
	}
	return widget.NewHaystack(fields...)
}

// sameOrder reports whether two entries stand at the same place in every order.
func sameOrder(a, b model.Entry) bool {
	return a.Published.Equal(b.Published) && a.Title == b.Title && a.Site == b.Site && a.Words == b.Words
}

// place merges the moving rows into the order; those from the number fresh on are not in it yet.
func (l *listing) place(moving []rowID, fresh rowID) {
	if len(moving) == 0 {
		return
	}
	rest := l.order
	if slices.Min(moving) < fresh {
		rest = slices.DeleteFunc(rest, func(id rowID) bool { return l.rows[id].moving })
	}
	slices.SortFunc(moving, l.compare)
	merged := make([]rowID, 0, len(rest)+len(moving))
	for _, id := range moving {
		i, _ := slices.BinarySearchFunc(rest, id, l.compare)
		merged = append(append(merged, rest[:i]...), id)
		rest = rest[i:]
		l.rows[id].moving = false
	}
	l.order = append(merged, rest...)
}

// sortKey is what a row is sorted by: the text, then the number, then the order in which rows came.
type sortKey struct {
	text   string
	number int64
	id     rowID
}

func (l *listing) sortKey(id rowID) sortKey {
	r, k := l.rows[id], sortKey{id: id}
	switch l.sort {
	case newest:
		k.number = -r.Published.Unix()
	case oldest:
		k.number = r.Published.Unix()
		if r.Published.IsZero() {
			k.number = math.MaxInt64
		}
	case byTitle:
		k.text = r.key
	case bySource:
		k.text, k.number = r.Site, -r.Published.Unix()
	case shortest:
		k.number = int64(r.Words)
	case longest:
		k.number = -int64(r.Words)
	case given:
	}
	return k
}

func (k sortKey) compare(o sortKey) int {
	return cmp.Or(strings.Compare(k.text, o.text), cmp.Compare(k.number, o.number), cmp.Compare(k.id, o.id))
}

func (l *listing) compare(a, b rowID) int { return l.sortKey(a).compare(l.sortKey(b)) }

// sortBy puts the list in another order.
func (l *listing) sortBy(s sorting) {
	l.sort = s
	keys := make([]sortKey, len(l.order))
	for i, id := range l.order {
		keys[i] = l.sortKey(id)
	}
	slices.SortFunc(keys, sortKey.compare)
	order := make([]rowID, len(keys))
	for i, k := range keys {
		order[i] = k.id
	}
	l.order = order
	l.show()
}

// narrow sets another filter.
func (l *listing) narrow(f filter) {
	again := f.text.Typed != l.filter.text.Typed
	l.filter = f
	if again {
		for i := range l.words {
			l.ranks[i] = f.text.Match(l.words[i])
		}
	}
	l.show()
}

// show gathers the rows that pass the filter.
func (l *listing) show() {
	if l.filter.empty() {
		l.shown = l.order
		return
	}
	free := len(l.filter.with)+len(l.filter.without) == 0
	var byRank [widget.Unmatched][]rowID
	for _, id := range l.order {
		if r := l.ranks[id]; r < widget.Unmatched && (free || l.filter.allows(l.rows[id].topics)) {
			byRank[r] = append(byRank[r], id)
		}
	}
	l.shown = slices.Concat(byRank[:]...)
}

// entry returns the entry shown at place i; i must be one.
func (l *listing) entry(i int) *listed { return l.rows[l.shown[i]] }

// find returns where a row is shown, or -1.
func (l *listing) find(id rowID) int { return slices.Index(l.shown, id) }
