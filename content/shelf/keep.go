package shelf

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"lede/content/fetch"
	"lede/content/parse"
	"lede/content/parse/page"
	"lede/model"
	"lede/model/clean"
	"lede/model/query"
)

// ForLibrary is the article as it is kept: its reference leads to it from any folder, and its source has only what it
// is read by.
func ForLibrary(a model.Article, ref string) model.Article {
	a.Source = SourceToKeep(a)
	switch {
	case fetch.IsAddress(ref):
		a.Ref = a.URL
	case ref != fetch.Stdin && !strings.HasPrefix(ref, fetch.Builtin):
		if path, err := filepath.Abs(ref); err == nil {
			a.Ref = path
		}
	}
	return a
}

// Keep keeps an article that has been opened from elsewhere. It counts as saved by hand, and gets the topics of the
// reader's rules.
func (l *Shelf) Keep(ctx context.Context, a model.Article) error {
	_, err := l.KeepAll(ctx, a)
	return err
}

// KeepAll is Keep for several articles at once. It returns the IDs that they are kept under.
func (l *Shelf) KeepAll(ctx context.Context, articles ...model.Article) ([]model.ID, error) {
	s, err := l.Store(ctx)
	if err != nil {
		return nil, err
	}
	all := slices.Clone(articles)
	for i := range all {
		if ref := all[i].Ref; ref != string(all[i].ID) {
			all[i] = ForLibrary(all[i], ref)
		}
		l.ApplyRules(&all[i])
	}
	kept, err := s.Put(ctx, true, all...)
	if err != nil {
		return nil, l.Sentence(err)
	}
	ids := make([]model.ID, len(kept))
	for i, a := range articles {
		ids[i] = kept[i].ID
		if err := s.Lead(ctx, a.Ref, ids[i]); err != nil {
			return nil, l.Sentence(err)
		}
	}
	return ids, nil
}

// ApplyRules gives an article the topics whose queries match it, and those that all new articles get.
func (l *Shelf) ApplyRules(a *model.Article) {
	for _, t := range l.o.Tags {
		AddTopic(a, t)
	}
	for _, r := range l.rules() {
		if r.query.Match(model.Record{Article: *a, Status: model.Status{Saved: true}}) {
			AddTopic(a, r.name)
		}
	}
}

// AddTopic gives an article a topic of the user's; one that it has already counts as the user's from now on.
func AddTopic(a *model.Article, name string) {
	key := model.TopicKey(name)
	for i, t := range a.Topics {
		if t.Key == key {
			a.Topics = append([]model.Topic(nil), a.Topics...)
			a.Topics[i].From = model.Reader
			return
		}
	}
	a.Topics = append(a.Topics[:len(a.Topics):len(a.Topics)], model.Topic{Key: key, Name: name, From: model.Reader})
}

// topicRule is a query whose matches get a topic.
type topicRule struct {
	name  string
	query query.Query
}

// parseRules reads the queries of rules; one that cannot be read is passed over, since the settings have been checked.
func (l *Shelf) parseRules() []topicRule {
	var rules []topicRule
	for _, r := range l.o.Topics {
		if q, err := query.Parse(r.Query, l.Now()); err == nil {
			rules = append(rules, topicRule{clean.Line(r.Name), q})
		}
	}
	return rules
}

// SourceToKeep is what the library keeps of what an article was read from.
func SourceToKeep(a model.Article) string {
	if a.Format == parse.HTML {
		return page.Lean(a.Source)
	}
	return a.Source
}
