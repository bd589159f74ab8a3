package uitest

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"lede/model"
	"lede/model/diff"
	"lede/model/query"
	"lede/ui/widget"
)

// FakeStore keeps records in memory and finds them by query.Query.Match.
type FakeStore struct {
	sync.Mutex
	Records []model.Record
	Removed map[model.ID]bool
	hidden  map[string]bool
	undo    []func() (string, int)
	Asked   []string // the queries of Find, in order
	Folds   []bool   // whether they fold
	Places  int      // calls of KeepPlace
	Looked  int      // calls of Held
	Packed  []string // calls of Pack
	Added   []string // the addresses that were to be added
	Packs   chan model.Progress
	Feed    chan struct{} // nil for no changes
	Folded  map[model.ID]int
	Before  map[model.ID]model.Article // the texts that have been read
	Since   map[model.ID][]diff.Change // and what has changed since
	Err     error
	Given   bool // without an order the articles come as they were given, and all are there
}

// NewFakeStore returns a store of articles, all of them unread.
func NewFakeStore(es []model.Entry) *FakeStore {
	f := &FakeStore{Removed: map[model.ID]bool{}, hidden: map[string]bool{}, Folded: map[model.ID]int{}}
	for i, e := range es {
		e.ID = model.NewID(e.Ref)
		a := model.Article{Entry: e, Sections: []model.Section{{Blocks: []model.Block{
			Paragraph(
				fmt.Sprintf(
					"The text of %s is about the coast. At the quay of Westhaven the water rose by %d centimetres in the night.",
					e.Ref, i)),
		}}}}
		f.Records = append(f.Records, model.Record{Article: a, Status: model.Status{Arrived: e.Published}})
	}
	return f
}

func (f *FakeStore) row(r model.Record) model.Row {
	return model.Row{Entry: r.Article.Entry, Status: r.Status, Sources: f.Folded[r.Article.ID]}
}

// Matching returns the records that q asks for, in its order.
func (f *FakeStore) Matching(q query.Query) []model.Record {
	var all []model.Record
	for _, r := range f.Records {
		if !f.Removed[r.Article.ID] && (f.Given || !r.Status.Arrived.IsZero()) && q.Match(r) {
			all = append(all, r)
		}
	}
	if f.Given && q.Sort == "" {
		return all
	}
	slices.SortStableFunc(all, func(a, b model.Record) int {
		switch q.Sort {
		case query.ByTitle:
			return strings.Compare(a.Article.Title, b.Article.Title)
		case query.ByLength:
			return cmp.Compare(b.Article.Words, a.Article.Words)
		case query.ByDate, query.ByRelevance, "":
		}
		return b.Article.Published.Compare(a.Article.Published)
	})
	return all
}

// Find implements ui.Store.
func (f *FakeStore) Find(_ context.Context, q query.Query, offset, limit int) ([]model.Row, error) {
	f.Lock()
	defer f.Unlock()
	f.Asked, f.Folds = append(f.Asked, q.String()), append(f.Folds, q.Fold)
	var rows []model.Row
	for i, r := range f.Matching(q) {
		if i >= offset && i < offset+limit {
			rows = append(rows, f.row(r))
		}
	}
	return rows, f.Err
}

// Count implements ui.Store.
func (f *FakeStore) Count(_ context.Context, q query.Query) (int, error) {
	f.Lock()
	defer f.Unlock()
	return len(f.Matching(q)), f.Err
}

// IDs implements ui.Store.
func (f *FakeStore) IDs(_ context.Context, q query.Query) ([]model.ID, error) {
	f.Lock()
	defer f.Unlock()
	var ids []model.ID
	for _, r := range f.Matching(q) {
		ids = append(ids, r.Article.ID)
	}
	return ids, f.Err
}

// Facets implements ui.Store.
func (f *FakeStore) Facets(_ context.Context, q query.Query) (model.Facets, error) {
	f.Lock()
	defer f.Unlock()
	var out model.Facets
	count := func(all []model.TopicCount, name, key string) []model.TopicCount {
		if i := slices.IndexFunc(all, func(t model.TopicCount) bool { return t.Key == key }); i >= 0 {
			all[i].Count++
			return all
		}
		return append(all, model.TopicCount{Name: name, Key: key, Count: 1, Rising: float64(len(name) % 5)})
	}
	for _, r := range f.Matching(q) {
		out.Total++
		out.Sites = count(out.Sites, r.Article.Site, r.Article.Site)
		for _, t := range r.Article.Topics {
			if !f.hidden[t.Name] {
				out.Topics = count(out.Topics, t.Name, t.Key)
			}
		}
	}
	for name, hidden := range f.hidden {
		if hidden {
			out.Hidden = append(out.Hidden, name)
		}
	}
	slices.Sort(out.Hidden)
	for _, all := range [][]model.TopicCount{out.Topics, out.Sites} {
		slices.SortStableFunc(all, func(a, b model.TopicCount) int { return cmp.Compare(b.Count, a.Count) })
	}
	return out, f.Err
}

// Snippets implements ui.Store.
func (f *FakeStore) Snippets(_ context.Context, q query.Query, ids []model.ID) ([]model.Snippet, error) {
	f.Lock()
	defer f.Unlock()
	var all []model.Snippet
	for _, r := range f.Records {
		if !slices.Contains(ids, r.Article.ID) {
			continue
		}
		text := r.Article.Blocks()[0].Text()
		var marks [][2]int
		for _, s := range widget.PhraseSpans(text, query.Wanted(q.Expr)) {
			marks = append(marks, [2]int{s.From, s.To})
		}
		if marks != nil {
			all = append(all, model.Snippet{ID: r.Article.ID, Text: text, Marks: marks})
		}
	}
	return all, nil
}

// Continue implements ui.Store.
func (f *FakeStore) Continue(_ context.Context, limit int) ([]model.Row, error) {
	f.Lock()
	defer f.Unlock()
	var rows []model.Row
	for _, r := range f.Matching(query.Query{Expr: query.Is{State: query.Unfinished}}) {
		if len(rows) < limit {
			rows = append(rows, f.row(r))
		}
	}
	return rows, nil
}

// Story implements ui.Store.
func (f *FakeStore) Story(_ context.Context, id model.ID) ([]model.Row, error) {
	f.Lock()
	defer f.Unlock()
	of := f.Record(id)
	if of == nil || len(of.Article.Topics) == 0 {
		return nil, nil
	}
	var rows []model.Row
	for _, r := range f.Matching(query.Query{Expr: query.About{Key: of.Article.Topics[0].Key}}) {
		rows = append(rows, f.row(r))
	}
	slices.Reverse(rows)
	return rows, nil
}

// Sources implements ui.Store.
func (f *FakeStore) Sources(ctx context.Context, id model.ID) ([]model.Row, error) {
	if f.Folded[id] > 1 {
		return f.Story(ctx, id)
	}
	f.Lock()
	defer f.Unlock()
	if r := f.Record(id); r != nil {
		return []model.Row{f.row(*r)}, nil
	}
	return nil, nil
}

// Record is the record of an article, or nil.
func (f *FakeStore) Record(id model.ID) *model.Record {
	for i := range f.Records {
		if f.Records[i].Article.ID == id {
			return &f.Records[i]
		}
	}
	return nil
}

// Held implements ui.Store.
func (f *FakeStore) Held(_ context.Context, addresses []string) ([]model.Held, error) {
	f.Lock()
	defer f.Unlock()
	f.Looked++
	var held []model.Held
	for _, url := range addresses {
		for _, r := range f.Records {
			if r.Article.URL == url && !r.Status.Arrived.IsZero() && !f.Removed[r.Article.ID] {
				held = append(held, model.Held{URL: url, ID: r.Article.ID, Title: r.Article.Title, Read: r.Status.Read})
			}
		}
	}
	return held, f.Err
}

// Status implements ui.Store.
func (f *FakeStore) Status(_ context.Context, id model.ID) (model.Status, error) {
	f.Lock()
	defer f.Unlock()
	if r := f.Record(id); r != nil {
		return r.Status, nil
	}
	return model.Status{}, nil
}

// KeepPlace implements ui.Store.
func (f *FakeStore) KeepPlace(_ context.Context, id model.ID, place model.Place, percent int) error {
	f.Lock()
	defer f.Unlock()
	f.Places++
	if r := f.Record(id); r != nil {
		r.Status.Place, r.Status.Percent = place, percent
	} else {
		f.Records = append(f.Records, model.Record{
			Article: model.Article{Entry: model.Entry{ID: id}},
			Status:  model.Status{Place: place, Percent: percent},
		})
	}
	return f.Err
}

// Keep implements ui.Store.
func (f *FakeStore) Keep(_ context.Context, a model.Article) error {
	f.Lock()
	defer f.Unlock()
	f.Records = append(f.Records, model.Record{Article: a, Status: model.Status{Saved: true, Arrived: time.Unix(1, 0)}})
	return f.Err
}

// Add implements ui.Store: it notes the addresses and brings nothing.
func (f *FakeStore) Add(_ context.Context, addresses []string, _ string) <-chan model.Progress {
	f.Lock()
	defer f.Unlock()
	f.Added = append(f.Added, addresses...)
	steps := make(chan model.Progress, 1)
	steps <- model.Progress{Done: len(addresses), Total: len(addresses), Added: len(addresses), Last: true}
	close(steps)
	return steps
}

// Pack sends the steps of the test, or none.
func (f *FakeStore) Pack(_ context.Context, a model.Article, all bool, _ int) <-chan model.Progress {
	f.Lock()
	defer f.Unlock()
	f.Packed = append(f.Packed, fmt.Sprintf("%s %v", a.Title, all))
	if f.Packs == nil {
		none := make(chan model.Progress)
		close(none)
		return none
	}
	return f.Packs
}
