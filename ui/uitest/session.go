package uitest

import (
	"context"
	"time"

	"lede/model"
	"lede/model/query"
	"lede/ui"
)

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
		{
			Ref: "lede:start.md", Title: "Start here", Site: "lede", Words: 300,
			Topics: []model.Topic{model.NewTopic("lede", "", "")},
		},
		{Ref: "lede:sample.md", Title: "A sample of the coast", Site: "lede", Words: 700},
	})
}

// HomeOptions are those of a program that shows what f holds.
func HomeOptions(f *FakeStore) ui.Options {
	return ui.Options{
		Library: storeLibrary{f}, Store: f, Samples: Samples(), Fixed: true,
		Now: func() time.Time { return time.Date(2026, 5, 20, 8, 0, 0, 0, time.UTC) },
		Queries: []model.NamedQuery{
			{Name: "Long reads", Query: "minutes:>6"},
			{Name: "Councils", Query: "topic:council -topic:Westhaven"},
		},
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
		{
			Ref: "tables", URL: "https://tides.example/north", Title: "Tide tables of the north",
			Published: Harbour().Published,
		},
		{
			Ref: "wall", URL: "https://courier.example/wall", Title: "Who pays for the sea wall?",
			Published: Harbour().Published,
		},
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
