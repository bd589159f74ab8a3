package content

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"time"

	"lede/content/arrive"
	"lede/content/parse"
	"lede/content/settings"
	"lede/content/store"
	"lede/content/topics"
	"lede/model"
	"lede/model/address"
)

// StageArriving is the stage of entries that come from another reader.
const StageArriving = "bringing in"

// Import keeps what another reader holds: feeds are followed, entries become articles with what was done with them,
// searches get into the settings. An entry without a text is its address, whose page is fetched when it is opened.
//
// What cannot be kept is told in the steps, and the rest goes in. An entry counts when it is on the disk. The last
// step comes also when ctx has ended before.
func (l *Library) Import(ctx context.Context, in *Arrival) <-chan model.Progress {
	a := &arriving{Library: l, reports: newReports(StageArriving)}
	l.start("import", func() {
		defer close(a.out)
		if err := a.run(ctx, in); err != nil {
			a.fail(l.told(err))
		}
		a.last()
	})
	return a.out
}

// arriving is a task of Import. Only its own goroutine touches it.
type arriving struct {
	*Library
	reports
	into  *store.Arriving
	batch []store.Arrived
	bytes int
	since time.Time // when the batch was begun
}

// delivery is a few entries on their way through a worker.
type delivery struct {
	entries []*arrive.Entry
	ready   []store.Arrived
	bytes   int
	errs    []error
}

func (a *arriving) run(ctx context.Context, in *Arrival) error {
	s, err := a.opened(ctx)
	if err != nil {
		return err
	}
	if feeds := in.subscriptions(); len(feeds) > 0 {
		if _, err := s.Subscribe(ctx, feeds...); err != nil {
			return err
		}
	}
	a.keepSearches(in)
	entries := in.byDate()
	a.into, a.step.Total = s.Arriving(), len(entries)
	working, stop := context.WithCancel(ctx)
	defer stop()
	deal := func(deal func(delivery) bool) {
		for len(entries) > 0 {
			n := min(parcelFiles, len(entries))
			if !deal(delivery{entries: entries[:n]}) {
				return
			}
			entries = entries[n:]
		}
	}
	for d := range inOrder(working, a.Library, hands(), deal, a.read) {
		if err := a.take(ctx, d); err != nil {
			return err
		}
	}
	return a.put(ctx)
}

// read makes articles of entries.
func (a *arriving) read(ctx context.Context, d delivery) delivery {
	for _, e := range d.entries {
		in := arrived(e)
		if !e.Deleted {
			record, err := a.arrivedRecord(ctx, e)
			if err == nil {
				in.Ready, err = store.Prepare(record)
			}
			if err != nil {
				d.errs = append(d.errs, err)
				continue
			}
			d.bytes += len(record.Article.Source)
		}
		d.ready = append(d.ready, in)
	}
	return d
}

// take adds entries to the batch, and puts it into the library when it is due.
func (a *arriving) take(ctx context.Context, d delivery) error {
	if len(a.batch) == 0 {
		a.since = time.Now()
	}
	a.batch, a.bytes = append(a.batch, d.ready...), a.bytes+d.bytes
	a.step.Done += len(d.entries)
	a.fail(d.errs...)
	if len(a.batch) >= batchArticles || a.bytes >= batchBytes || time.Since(a.since) > batchTime {
		return a.put(ctx)
	}
	a.send()
	return nil
}

// put puts the batch into the library. What has been read goes in even when ctx has ended.
func (a *arriving) put(ctx context.Context) error {
	if len(a.batch) == 0 {
		return nil
	}
	kept, err := a.into.Put(context.WithoutCancel(ctx), a.batch)
	a.batch, a.bytes = a.batch[:0], 0
	if err != nil {
		return err
	}
	for _, k := range kept {
		a.step.Count(k.How)
	}
	a.send()
	return nil
}

// arrivedRecord makes an article of an entry, with what was done with it.
func (l *Library) arrivedRecord(ctx context.Context, e *arrive.Entry) (model.Record, error) {
	a, err := l.arrivedArticle(ctx, e)
	if err != nil {
		return model.Record{}, err
	}
	a.ID, a.Words = arrivalID(e), a.CountWords()
	if e.Note != "" {
		a.Sections = append(a.Sections, l.notesSection(e.Note))
	}
	a.Source = sourceToKeep(a)
	for _, name := range e.Topics {
		addTopic(&a, name)
	}
	l.rule(&a)
	status := model.Status{Saved: e.ID == "", Read: e.Read, Starred: e.Starred, Arrived: e.Date.At}
	return model.Record{Article: a, Status: status}, nil
}

// arrivedArticle is the article of an entry: all of its text, or nothing but what is known of it.
func (l *Library) arrivedArticle(ctx context.Context, e *arrive.Entry) (model.Article, error) {
	known := model.Entry{URL: address.Checked(e.URL), Title: e.Title, Byline: e.Authors, Published: e.Published.At}
	known.Ref, known.Site = known.URL, address.Name(known.URL)
	if e.Text == nil {
		known.Title = cmp.Or(known.Title, strings.TrimPrefix(strings.TrimPrefix(known.URL, "https://"), "http://"))
		return model.Article{Entry: known}, nil
	}
	data, err := e.Text.Load(ctx)
	if err != nil {
		return model.Article{}, fmt.Errorf("read %q: %w", e.Title, err)
	}
	a, err := parse.Read(data, parse.Options{
		Name:   e.Text.Name,
		Format: e.Text.Format,
		Base:   cmp.Or(known.URL, address.Checked(e.Feed)),
		Labels: l.wordings(),
		Log:    l.o.Log,
		Whole:  true,
		Known:  known,
	})
	if err != nil { // a text that is none: what is known of it comes in all the same
		return model.Article{Entry: known}, nil //nolint:nilerr // see above
	}
	a.URL, a.Ref = cmp.Or(known.URL, a.URL), cmp.Or(known.URL, a.URL)
	a.Site, a.Topics = cmp.Or(a.Site, address.Name(a.URL)), topics.Of(beginning(a))
	return a, nil
}

// notesSection is the section of the user's notes, which are a text.
func (l *Library) notesSection(notes string) model.Section {
	s := model.Section{Title: model.NotesTitle, Level: 2}
	a, err := parse.Read(
		[]byte(notes),
		parse.Options{Format: parse.Text, Labels: l.wordings(), Known: model.Entry{Title: "-"}},
	)
	if err == nil { // it has a visible character
		s.Blocks = a.Blocks()
	}
	return s
}

// keepSearches writes the kept searches of an import into the settings.
func (a *arriving) keepSearches(in *Arrival) {
	var queries []model.NamedQuery
	for _, r := range in.Records {
		if q, ok := r.(*arrive.Query); ok {
			queries = append(queries, model.NamedQuery{Name: q.Title, Query: q.Query})
		}
	}
	if len(queries) > 0 && a.o.Config != "" {
		a.fail(settings.AddQueries(a.o.Config, queries))
	}
}
