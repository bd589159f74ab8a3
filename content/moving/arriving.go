package moving

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"lede/content/arrive"
	"lede/content/feeds"
	"lede/content/parse"
	"lede/content/pool"
	"lede/content/reading"
	"lede/content/settings"
	"lede/content/shelf"
	"lede/content/store/draft"
	"lede/content/store/follow"
	"lede/content/topics"
	"lede/model"
	"lede/model/address"
	"lede/model/clean"
)

// StageArriving is the stage of entries that come from another reader.
const StageArriving = "bringing in"

// Import keeps what another reader holds: feeds are followed, entries become articles with what was done with them,
// searches get into the settings. An entry without a text is its address, whose page is fetched when it is opened.
//
// What cannot be kept is told in the steps, and the rest goes in. An entry counts when it is on the disk. The last
// step comes also when ctx has ended before.
func (l *Mover) Import(ctx context.Context, in *Arrival) <-chan model.Progress {
	a := &arriving{Mover: l, Reports: pool.NewReports(StageArriving)}
	l.Pool.Start("import", func() {
		defer close(a.Out)
		if err := a.run(ctx, in); err != nil {
			a.Fail(l.Sentence(err))
		}
		a.Last()
	})
	return a.Out
}

// arriving is a task of Import. Only its own goroutine touches it.
type arriving struct {
	*Mover
	pool.Reports
	into  *follow.Arriving
	feeds map[string]*model.Feed     // what is known of the feeds of the entries, by their addresses
	held  map[*arrive.Entry]model.ID // the articles of entries whose texts are here already
	batch []follow.Arrived
	bytes int
	since time.Time // when the batch was begun
}

// delivery is a few entries on their way through a worker.
type delivery struct {
	entries []*arrive.Entry
	ready   []follow.Arrived
	bytes   int
	errs    []error
}

func (a *arriving) run(ctx context.Context, in *Arrival) error {
	s, err := a.Store(ctx)
	if err != nil {
		return err
	}
	if feeds := in.subscriptions(); len(feeds) > 0 {
		if _, err := s.Feeds.Subscribe(ctx, feeds...); err != nil {
			return err
		}
	}
	a.feeds = in.feeds()
	a.keepSearches(in)
	entries := in.byDate()
	a.into, a.Step.Total = s.Feeds.Arriving(), len(entries)
	if a.held, err = heldTexts(ctx, s.Feeds, entries); err != nil {
		return err
	}
	working, stop := context.WithCancel(ctx)
	defer stop()
	deal := func(deal func(delivery) bool) {
		for len(entries) > 0 {
			n := min(pool.ParcelFiles, len(entries))
			if !deal(delivery{entries: entries[:n]}) {
				return
			}
			entries = entries[n:]
		}
	}
	for d := range pool.InOrder(working, a.Pool, pool.Hands(), deal, a.read) {
		if err := a.take(ctx, d); err != nil {
			return err
		}
	}
	return a.put(ctx)
}

// heldTexts finds the entries whose texts are here, as after an import of the same before: those are not read again.
// One with notes or topics is, since these are kept with the text, and so is one whose text may have changed.
func heldTexts(ctx context.Context, t *follow.Table, entries []*arrive.Entry) (map[*arrive.Entry]model.ID, error) {
	var some []*arrive.Entry
	var asked []follow.Arrived
	for _, e := range entries {
		if e.Text != nil && e.Note == "" && len(e.Topics) == 0 && !e.Deleted && !e.Rewritten {
			some, asked = append(some, e), append(asked, arrived(e))
		}
	}
	ids, err := t.HeldTexts(ctx, asked)
	held := make(map[*arrive.Entry]model.ID)
	for i, id := range ids {
		if id != "" {
			held[some[i]] = id
		}
	}
	return held, err
}

// read makes articles of entries.
func (a *arriving) read(ctx context.Context, d delivery) delivery {
	for _, e := range d.entries {
		in := arrived(e)
		if in.Held = a.held[e]; in.Held != "" {
			in.Ready = draft.Ready{Status: statusOf(e)}
		} else if !e.Deleted {
			record, err := a.record(ctx, e)
			if err == nil {
				in.Ready, err = draft.Prepare(record)
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
	a.Step.Done += len(d.entries)
	a.Fail(d.errs...)
	if len(a.batch) >= shelf.BatchArticles || a.bytes >= shelf.BatchBytes || time.Since(a.since) > shelf.BatchTime {
		return a.put(ctx)
	}
	a.Send()
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
		a.Step.Count(k.How)
	}
	a.Send()
	return nil
}

// record makes an article of an entry, with what was done with it.
func (a *arriving) record(ctx context.Context, e *arrive.Entry) (model.Record, error) {
	article, err := a.article(ctx, e)
	if err != nil {
		return model.Record{}, err
	}
	article.ID, article.Words = arrivalID(e), article.CountWords()
	if e.Note != "" {
		article = a.noted(ctx, article, a.notesSection(e.Note))
	}
	article.Source = shelf.SourceToKeep(article)
	for _, name := range e.Topics {
		shelf.AddTopic(&article, name)
	}
	a.ApplyRules(&article)
	return model.Record{Article: article, Status: statusOf(e)}, nil
}

// statusOf is what was done with an entry.
func statusOf(e *arrive.Entry) model.Status {
	return model.Status{Saved: e.ID == "", Read: e.Read, Starred: e.Starred, Arrived: e.Date.At}
}

// article is the article of an entry: all of its text, or nothing but what is known of it.
func (a *arriving) article(ctx context.Context, e *arrive.Entry) (model.Article, error) {
	known := model.Entry{URL: address.Checked(e.URL), Title: e.Title, Byline: e.Authors, Published: e.Published.At}
	feed := a.feeds[address.Checked(e.Feed)]
	known.Ref, known.Site = known.URL, address.Name(known.URL)
	if feed != nil {
		known.Site = cmp.Or(feed.Title, known.Site)
	}
	if e.Text == nil {
		bare := strings.TrimPrefix(strings.TrimPrefix(known.URL, "https://"), "http://")
		known.Title = cmp.Or(known.Title, bare)
		if feed != nil {
			known.Topics = feeds.WithTags(nil, feed.Topics)
		}
		return model.Article{Entry: known}, nil
	}
	data, err := e.Text.Load(ctx)
	if err != nil {
		return model.Article{}, fmt.Errorf("read %q: %w", e.Title, err)
	}
	if feed != nil {
		return a.item(feed, e, data), nil
	}
	article, err := parse.Read(data, parse.Options{
		Name: e.Text.Name, Format: e.Text.Format, Base: known.URL, Labels: a.Wordings(), Log: a.Log, Whole: true,
		Known: known,
	})
	if err != nil { // a text that is none: what is known of it comes in all the same
		return model.Article{Entry: known}, nil //nolint:nilerr // see above
	}
	article.URL = cmp.Or(known.URL, article.URL)
	article.Ref, article.Site = article.URL, cmp.Or(article.Site, address.Name(article.URL))
	article.Topics = topics.Of(reading.Beginning(article))
	return article, nil
}

// item is the article of an item of a feed, as it is when lede itself asks for the feed.
func (a *arriving) item(feed *model.Feed, e *arrive.Entry, data []byte) model.Article {
	it := model.Item{ID: e.ID, URL: address.Checked(e.URL), Title: e.Title, Published: e.Published.At}
	for _, name := range e.Authors {
		it.Authors = append(it.Authors, model.Author{Name: name})
	}
	text := clean.Text(clean.Newlines(string(data)))
	if it.HTML = text; e.Text.Format == model.Text {
		it.HTML, it.Text = "", text
	}
	article := parse.Entry(feed, &it, parse.Options{Labels: a.Wordings(), Log: a.Log})
	article.Site = cmp.Or(article.Site, address.Name(article.URL))
	article.Topics = feeds.WithTags(topics.Of(reading.Beginning(article)), feed.Topics)
	return article
}

// noted is an article with the user's notes at its end. Where the library has the text that is missing here, or other
// notes, it is what the library has with these notes.
func (a *arriving) noted(ctx context.Context, article model.Article, notes model.Section) model.Article {
	if kept, ok := a.KeptAt(ctx, article.URL); ok && article.IsBare() {
		old, has := kept.Notes()
		switch {
		case has && strings.Contains(textOf(old), textOf(notes)):
			return article // they are there
		case has:
			kept.Sections = kept.Sections[:len(kept.Sections)-1]
			notes.Blocks = slices.Concat(old.Blocks, notes.Blocks)
		}
		kept.Ref = kept.URL
		article = kept
	}
	article.Sections = append(article.Sections[:len(article.Sections):len(article.Sections)], notes)
	return article
}

// textOf is the text of a section.
func textOf(s model.Section) string {
	var b strings.Builder
	for _, block := range s.Blocks {
		b.WriteString(block.Text() + "\n")
	}
	return b.String()
}

// notesSection is the section of the user's notes, which are a text.
func (l *Mover) notesSection(notes string) model.Section {
	s := model.Section{Title: model.NotesTitle, Level: 2}
	o := parse.Options{Format: parse.Text, Labels: l.Wordings(), Known: model.Entry{Title: "-"}}
	a, err := parse.Read([]byte(notes), o)
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
	if len(queries) > 0 && a.config != "" {
		a.Fail(settings.AddQueries(a.config, queries))
	}
}
