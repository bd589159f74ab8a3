package ui

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"lede/model"
)

// fakeStore keeps records in memory and finds them by model.Query.Match.
type fakeStore struct {
	sync.Mutex
	records []model.Record
	removed map[model.ID]bool
	hidden  map[string]bool
	undo    []func() (string, int)
	asked   []string // the queries of Find, in order
	places  int      // calls of KeepPlace
	looked  int      // calls of Held
	packed  []string // calls of Pack
	packs   chan model.Progress
	changes chan struct{} // nil for no changes
	sources map[model.ID]int
	err     error
}

func newFakeStore(es []model.Entry) *fakeStore {
	f := &fakeStore{removed: map[model.ID]bool{}, hidden: map[string]bool{}, sources: map[model.ID]int{}}
	for i, e := range es {
		e.ID = model.NewID(e.Ref)
		a := model.Article{Entry: e, Sections: []model.Section{{Blocks: []model.Block{
			paragraph(fmt.Sprintf("The text of %s is about the coast. At the quay of Westhaven the water rose by %d centimetres in the night.", e.Ref, i)),
		}}}}
		f.records = append(f.records, model.Record{Article: a, Status: model.Status{Arrived: e.Published}})
	}
	return f
}

func (f *fakeStore) row(r model.Record) model.Row {
	return model.Row{Entry: r.Article.Entry, Status: r.Status, Sources: f.sources[r.Article.ID]}
}

func (f *fakeStore) matching(q model.Query) []model.Record {
	var all []model.Record
	for _, r := range f.records {
		if !f.removed[r.Article.ID] && !r.Status.Arrived.IsZero() && q.Match(r) {
			all = append(all, r)
		}
	}
	slices.SortStableFunc(all, func(a, b model.Record) int {
		switch q.Sort {
		case model.ByTitle:
			return strings.Compare(a.Article.Title, b.Article.Title)
		case model.ByLength:
			return cmp.Compare(b.Article.Words, a.Article.Words)
		case model.ByDate, model.ByRelevance, "":
		}
		return b.Article.Published.Compare(a.Article.Published)
	})
	return all
}

func (f *fakeStore) Find(_ context.Context, q model.Query, offset, limit int) ([]model.Row, error) {
	f.Lock()
	defer f.Unlock()
	f.asked = append(f.asked, q.String())
	var rows []model.Row
	for i, r := range f.matching(q) {
		if i >= offset && i < offset+limit {
			rows = append(rows, f.row(r))
		}
	}
	return rows, f.err
}

func (f *fakeStore) Count(_ context.Context, q model.Query) (int, error) {
	f.Lock()
	defer f.Unlock()
	return len(f.matching(q)), f.err
}

func (f *fakeStore) IDs(_ context.Context, q model.Query) ([]model.ID, error) {
	f.Lock()
	defer f.Unlock()
	var ids []model.ID
	for _, r := range f.matching(q) {
		ids = append(ids, r.Article.ID)
	}
	return ids, f.err
}

func (f *fakeStore) Facets(_ context.Context, q model.Query) (model.Facets, error) {
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
	for _, r := range f.matching(q) {
		out.Total++
		out.Sites = count(out.Sites, r.Article.Site, r.Article.Site)
		for _, t := range r.Article.Topics {
			if !f.hidden[t.Name] {
				out.Topics = count(out.Topics, t.Name, model.TopicKey(t.Name))
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
	return out, f.err
}

func (f *fakeStore) Snippets(_ context.Context, q model.Query, ids []model.ID) ([]model.Snippet, error) {
	f.Lock()
	defer f.Unlock()
	var all []model.Snippet
	for _, r := range f.records {
		if !slices.Contains(ids, r.Article.ID) {
			continue
		}
		text := r.Article.Blocks()[0].Text()
		var marks [][2]int
		for _, s := range phraseSpans(text, model.Wanted(q.Expr)) {
			marks = append(marks, [2]int{s.from, s.to})
		}
		if marks != nil {
			all = append(all, model.Snippet{ID: r.Article.ID, Text: text, Marks: marks})
		}
	}
	return all, nil
}

func (f *fakeStore) Continue(_ context.Context, limit int) ([]model.Row, error) {
	f.Lock()
	defer f.Unlock()
	var rows []model.Row
	for _, r := range f.matching(model.Query{Expr: model.Is{State: model.Unfinished}}) {
		if len(rows) < limit {
			rows = append(rows, f.row(r))
		}
	}
	return rows, nil
}

func (f *fakeStore) Story(_ context.Context, id model.ID) ([]model.Row, error) {
	f.Lock()
	defer f.Unlock()
	of := f.record(id)
	if of == nil || len(of.Article.Topics) == 0 {
		return nil, nil
	}
	var rows []model.Row
	for _, r := range f.matching(model.Query{Expr: model.About{Key: model.TopicKey(of.Article.Topics[0].Name)}}) {
		rows = append(rows, f.row(r))
	}
	slices.Reverse(rows)
	return rows, nil
}

func (f *fakeStore) Sources(ctx context.Context, id model.ID) ([]model.Row, error) {
	if f.sources[id] > 1 {
		return f.Story(ctx, id)
	}
	f.Lock()
	defer f.Unlock()
	if r := f.record(id); r != nil {
		return []model.Row{f.row(*r)}, nil
	}
	return nil, nil
}

func (f *fakeStore) record(id model.ID) *model.Record {
	for i := range f.records {
		if f.records[i].Article.ID == id {
			return &f.records[i]
		}
	}
	return nil
}

func (f *fakeStore) Held(_ context.Context, addresses []string) ([]model.Held, error) {
	f.Lock()
	defer f.Unlock()
	f.looked++
	var held []model.Held
	for _, url := range addresses {
		for _, r := range f.records {
			if r.Article.URL == url && !r.Status.Arrived.IsZero() && !f.removed[r.Article.ID] {
				held = append(held, model.Held{URL: url, ID: r.Article.ID, Title: r.Article.Title, Read: r.Status.Read})
			}
		}
	}
	return held, f.err
}

func (f *fakeStore) Status(_ context.Context, id model.ID) (model.Status, error) {
	f.Lock()
	defer f.Unlock()
	if r := f.record(id); r != nil {
		return r.Status, nil
	}
	return model.Status{}, nil
}

func (f *fakeStore) KeepPlace(_ context.Context, id model.ID, place model.Place, percent int) error {
	f.Lock()
	defer f.Unlock()
	f.places++
	if r := f.record(id); r != nil {
		r.Status.Place, r.Status.Percent = place, percent
	} else {
		f.records = append(f.records, model.Record{Article: model.Article{Entry: model.Entry{ID: id}}, Status: model.Status{Place: place, Percent: percent}})
	}
	return f.err
}

func (f *fakeStore) Keep(_ context.Context, a model.Article) error {
	f.Lock()
	defer f.Unlock()
	f.records = append(f.records, model.Record{Article: a, Status: model.Status{Saved: true, Arrived: time.Unix(1, 0)}})
	return f.err
}

// Pack sends the steps of the test.
func (f *fakeStore) Pack(_ context.Context, a model.Article, all bool, _ int) <-chan model.Progress {
	f.Lock()
	defer f.Unlock()
	f.packed = append(f.packed, fmt.Sprintf("%s %v", a.Title, all))
	return f.packs
}

func (f *fakeStore) Mark(_ context.Context, title string, ids []model.ID, c model.StatusChange) (int, error) {
	f.Lock()
	defer f.Unlock()
	before := slices.Clone(f.records)
	removed := map[model.ID]bool{}
	for id := range f.removed {
		removed[id] = true
	}
	for _, id := range ids {
		if r := f.record(id); r != nil {
			marking{to: c}.apply(&r.Status)
			if c.Removed != nil {
				f.removed[id] = *c.Removed
			}
		}
	}
	if title != "" {
		f.undo = append(f.undo, func() (string, int) {
			f.records, f.removed = before, removed
			return title, len(ids)
		})
	}
	return len(ids), f.err
}

func (f *fakeStore) MarkQuery(ctx context.Context, title string, q model.Query, c model.StatusChange) (int, error) {
	f.Lock()
	var ids []model.ID
	for _, r := range f.matching(q) {
		ids = append(ids, r.Article.ID)
	}
	f.Unlock()
	return f.Mark(ctx, title, ids, c)
}

func (f *fakeStore) Tag(_ context.Context, title string, ids []model.ID, add, remove []string) (int, error) {
	f.Lock()
	defer f.Unlock()
	for _, id := range ids {
		r := f.record(id)
		topics := slices.DeleteFunc(slices.Clone(r.Article.Topics), func(t model.Topic) bool { return slices.Contains(remove, t.Name) })
		for _, name := range add {
			topics = append(topics, model.Topic{Name: name, From: model.Reader})
		}
		r.Article.Topics = topics
	}
	return len(ids), nil
}

func (f *fakeStore) RenameTopic(_ context.Context, _, from, to string) error {
	f.Lock()
	defer f.Unlock()
	for i := range f.records {
		topics := slices.Clone(f.records[i].Article.Topics)
		for j := range topics {
			if topics[j].Name == from {
				topics[j].Name = to
			}
		}
		f.records[i].Article.Topics = topics
	}
	return nil
}

func (f *fakeStore) MergeTopics(ctx context.Context, title string, from []string, into string) error {
	return f.RenameTopic(ctx, title, from[0], into)
}

func (f *fakeStore) HideTopic(_ context.Context, _, name string, hidden bool) error {
	f.Lock()
	defer f.Unlock()
	f.hidden[name] = hidden
	return nil
}

func (f *fakeStore) Undo(context.Context) (string, int, error) {
	f.Lock()
	defer f.Unlock()
	if len(f.undo) == 0 {
		return "", 0, nil
	}
	last := f.undo[len(f.undo)-1]
	f.undo = f.undo[:len(f.undo)-1]
	title, n := last()
	return title, n, nil
}

func (f *fakeStore) Changes(context.Context) <-chan struct{} {
	if f.changes == nil {
		none := make(chan struct{})
		close(none)
		return none
	}
	return f.changes
}

// storeLibrary opens the articles of a fakeStore by their IDs.
type storeLibrary struct{ *fakeStore }

func (l storeLibrary) Open(_ context.Context, ref string) <-chan model.Opening {
	l.Lock()
	defer l.Unlock()
	ch := make(chan model.Opening, 1)
	if r := l.record(model.ID(ref)); r != nil {
		ch <- model.Opening{Article: r.Article}
	}
	close(ch)
	return ch
}

func (l storeLibrary) List(context.Context) <-chan model.Batch {
	ch := make(chan model.Batch, 1)
	ch <- model.Batch{Entries: []model.Entry{
		{Ref: "lede:start.md", Title: "Start here", Site: "lede", Words: 300},
		{Ref: "lede:sample.md", Title: "A sample of the coast", Site: "lede", Words: 700},
	}}
	close(ch)
	return ch
}

// home is an app that shows the library of a store.
func home(f *fakeStore, w, h int) *App {
	return started(homeOptions(f), w, h)
}

func homeOptions(f *fakeStore) Options {
	return Options{
		Library: storeLibrary{f}, Store: f, Fixed: true,
		Now:     func() time.Time { return time.Date(2026, 5, 20, 8, 0, 0, 0, time.UTC) },
		Queries: []model.NamedQuery{{Name: "Long reads", Query: "minutes:>6"}, {Name: "Councils", Query: "topic:council -topic:Westhaven"}},
	}
}

func theLibrary(a *App) *library { return a.stack[0].(*library) }
