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
	"lede/ui"
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
			Paragraph(fmt.Sprintf("The text of %s is about the coast. At the quay of Westhaven the water rose by %d centimetres in the night.", e.Ref, i)),
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
		f.Records = append(f.Records, model.Record{Article: model.Article{Entry: model.Entry{ID: id}}, Status: model.Status{Place: place, Percent: percent}})
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

// Mark implements ui.Store.
func (f *FakeStore) Mark(_ context.Context, title string, ids []model.ID, c model.StatusChange) (int, error) {
	f.Lock()
	defer f.Unlock()
	before := slices.Clone(f.Records)
	removed := map[model.ID]bool{}
	for id := range f.Removed {
		removed[id] = true
	}
	for _, id := range ids {
		if r := f.Record(id); r != nil {
			ui.Marking{To: c}.Apply(&r.Status)
			if c.Removed != nil {
				f.Removed[id] = *c.Removed
			}
		}
	}
	if title != "" {
		f.undo = append(f.undo, func() (string, int) {
			f.Records, f.Removed = before, removed
			return title, len(ids)
		})
	}
	return len(ids), f.Err
}

// MarkQuery implements ui.Store.
func (f *FakeStore) MarkQuery(ctx context.Context, title string, q query.Query, c model.StatusChange) (int, error) {
	f.Lock()
	var ids []model.ID
	for _, r := range f.Matching(q) {
		ids = append(ids, r.Article.ID)
	}
	f.Unlock()
	return f.Mark(ctx, title, ids, c)
}

// Tag implements ui.Store.
func (f *FakeStore) Tag(_ context.Context, title string, ids []model.ID, add, remove []string) (int, error) {
	f.Lock()
	defer f.Unlock()
	for _, id := range ids {
		r := f.Record(id)
		topics := slices.DeleteFunc(slices.Clone(r.Article.Topics), func(t model.Topic) bool { return slices.Contains(remove, t.Name) })
		for _, name := range add {
			topics = append(topics, model.NewTopic(name, "", model.Reader))
		}
		r.Article.Topics = topics
	}
	return len(ids), nil
}

// RenameTopic implements ui.Store.
func (f *FakeStore) RenameTopic(_ context.Context, _, from, to string) error {
	f.Lock()
	defer f.Unlock()
	for i := range f.Records {
		topics := slices.Clone(f.Records[i].Article.Topics)
		for j := range topics {
			if topics[j].Name == from {
				topics[j] = model.NewTopic(to, "", topics[j].From)
			}
		}
		f.Records[i].Article.Topics = topics
	}
	return nil
}

// MergeTopics implements ui.Store.
func (f *FakeStore) MergeTopics(ctx context.Context, title string, from []string, into string) error {
	return f.RenameTopic(ctx, title, from[0], into)
}

// HideTopic implements ui.Store.
func (f *FakeStore) HideTopic(_ context.Context, _, name string, hidden bool) error {
	f.Lock()
	defer f.Unlock()
	f.hidden[name] = hidden
	return nil
}

// Changed implements ui.Store.
func (f *FakeStore) Changed(_ context.Context, id model.ID) (model.Article, []diff.Change, error) {
	f.Lock()
	defer f.Unlock()
	return f.Before[id], f.Since[id], f.Err
}

// Undo implements ui.Store.
func (f *FakeStore) Undo(context.Context) (string, int, error) {
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

// Changes implements ui.Store.
func (f *FakeStore) Changes(context.Context) <-chan struct{} {
	if f.Feed == nil {
		none := make(chan struct{})
		close(none)
		return none
	}
	return f.Feed
}

// storeLibrary opens the articles of a fakeStore by their IDs.
type storeLibrary struct{ *FakeStore }

func (l storeLibrary) Open(_ context.Context, ref string) <-chan model.Opening {
	l.Lock()
	defer l.Unlock()
	ch := make(chan model.Opening, 1)
	if r := l.Record(model.ID(ref)); r != nil {
		ch <- model.Opening{Article: r.Article}
	}
	close(ch)
	return ch
}

// FakeSession is a session whose files are there once it is listed, each step when the test sends it.
type FakeSession struct {
	*FakeStore
	Steps  chan model.Progress // nil for one step that is the last
	Folder string
	Listed int               // calls of List
	Why    map[string]string // what is wrong with files, by their references
}

// NewFakeSession returns a session of files in their order.
func NewFakeSession(es []model.Entry) *FakeSession {
	f := &FakeSession{FakeStore: NewFakeStore(es), Folder: "coast"}
	f.Given = true
	return f
}

// List implements ui.Session.
func (f *FakeSession) List(context.Context) <-chan model.Progress {
	f.Listed++
	if f.Steps != nil {
		return f.Steps
	}
	ch := make(chan model.Progress, 1)
	step := model.Progress{Done: len(f.Records), Total: len(f.Records), Last: true}
	for _, why := range f.Why {
		step.Errs = append(step.Errs, Sentence("Cannot open a file: "+why+"."))
	}
	ch <- step
	close(ch)
	return ch
}

// Name implements ui.Session.
func (f *FakeSession) Name() string { return f.Folder }

// Find implements ui.Store.
func (f *FakeSession) Find(ctx context.Context, q query.Query, offset, limit int) ([]model.Row, error) {
	rows, err := f.FakeStore.Find(ctx, q, offset, limit)
	for i := range rows {
		rows[i].Problem = f.Why[rows[i].Ref]
	}
	return rows, err
}

// Samples are what an empty library shows.
func Samples() *FakeSession {
	return NewFakeSession([]model.Entry{
		{Ref: "lede:start.md", Title: "Start here", Site: "lede", Words: 300, Topics: []model.Topic{model.NewTopic("lede", "", "")}},
		{Ref: "lede:sample.md", Title: "A sample of the coast", Site: "lede", Words: 700},
	})
}

// HomeOptions are those of a program that shows what f holds.
func HomeOptions(f *FakeStore) ui.Options {
	return ui.Options{
		Library: storeLibrary{f}, Store: f, Samples: Samples(), Fixed: true,
		Now:     func() time.Time { return time.Date(2026, 5, 20, 8, 0, 0, 0, time.UTC) },
		Queries: []model.NamedQuery{{Name: "Long reads", Query: "minutes:>6"}, {Name: "Councils", Query: "topic:council -topic:Westhaven"}},
	}
}

// Kept is a store of the courier's articles, two of which have been begun.
func Kept() *FakeStore {
	f := NewFakeStore(Courier())
	f.Records[2].Status.Percent = 41
	f.Records[4].Status.Read = true
	f.Records[1].Status.Starred = true
	f.Folded[f.Records[0].Article.ID] = 2
	return f
}

// HeldStore is a store that holds what the harbour article links to: the tide tables, read, and the post's picture.
func HeldStore() *FakeStore {
	f := NewFakeStore([]model.Entry{
		{Ref: "tables", URL: "https://tides.example/north", Title: "Tide tables of the north", Published: Harbour().Published},
		{Ref: "wall", URL: "https://courier.example/wall", Title: "Who pays for the sea wall?", Published: Harbour().Published},
	})
	f.Records[0].Status.Read = true
	return f
}

// WithStore is the harbour article, which f may hold.
func WithStore(f *FakeStore) ui.Options {
	article := Harbour()
	article.ID = model.NewID(article.URL)
	o := One(article)
	o.Store = f
	return o
}

// Ptr is a pointer to a value.
func Ptr[T any](v T) *T { return &v }

// Begun is a store with one long article in the middle of others.
func Begun() (*FakeStore, model.ID) {
	f := Kept()
	a := Long(40_000)
	a.ID, a.Title, a.Published = model.NewID("long"), "A long article", f.Records[3].Article.Published
	f.Records[3].Article = a
	f.Records[3].Status.Arrived = a.Published
	return f, a.ID
}
