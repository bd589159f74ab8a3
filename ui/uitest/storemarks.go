package uitest

import (
	"context"
	"slices"

	"lede/model"
	"lede/model/diff"
	"lede/model/query"
	"lede/ui"
)

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
		topics := slices.DeleteFunc(slices.Clone(r.Article.Topics), func(t model.Topic) bool {
			return slices.Contains(remove, t.Name)
		})
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
