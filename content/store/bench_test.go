package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"lede/content/store"
	"lede/content/store/db"
	"lede/content/store/storetest"
	"lede/model"
	"lede/model/query"
)

// leastPut is how fast articles go in at least, against inserts of the same rows with the same full text and topics
// by hand.
const leastPut = 0.6

// BenchmarkPut measures how many articles go in a second as Add puts them in: made ready by several at once, 1,000 at
// a time. It compares that with inserts by hand, by prepared statements in one transaction for the same 1,000: "bare"
// into one table, "indexed" with a full-text index that finds beginnings of two and three letters, and with topics.
func BenchmarkPut(b *testing.B) {
	ctx, s, c := context.Background(), storetest.Open(b), storetest.NewCorpus(450)
	bare, indexed := byHand(b, false), byHand(b, true)
	size := 1000
	if testing.Short() {
		size = 200
	}
	var put, plain, full time.Duration
	n := 0
	for b.Loop() {
		batch := make([]model.Article, size)
		for i := range batch {
			batch[i] = c.Article(n)
			n++
		}
		start := time.Now()
		if _, err := s.Restore(ctx, storetest.Prepared(b, batch)...); err != nil {
			b.Fatal(err)
		}
		put += time.Since(start)
		plain += bare(batch)
		full += indexed(batch)
	}
	b.ReportMetric(float64(n)/put.Seconds(), "articles/s")
	b.ReportMetric(plain.Seconds()/put.Seconds(), "of-bare")
	b.ReportMetric(full.Seconds()/put.Seconds(), "of-indexed")
	if of := full.Seconds() / put.Seconds(); n >= 10*1000 && of < leastPut { // the first thousands bring all the words
		b.Errorf("articles go in at %.2f of the speed of inserts by hand, want %.2f", of, leastPut)
	}
}

// byHand makes a database of its own and returns what puts articles into it and reports how long that took.
func byHand(b *testing.B, full bool) func([]model.Article) time.Duration {
	b.Helper()
	db, err := sql.Open("sqlite", db.New(filepath.Join(b.TempDir(), "hand.db"), false, false, nil).DSN(false))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { db.Close() })
	db.SetMaxOpenConns(1)
	must := func(err error) {
		if err != nil {
			b.Fatal(err)
		}
	}
	_, err = db.Exec(`PRAGMA journal_mode = WAL;
		CREATE TABLE article (n INTEGER PRIMARY KEY, id TEXT UNIQUE, url TEXT, title TEXT, site TEXT, published INTEGER,
summary TEXT, words INTEGER, body TEXT);
		CREATE TABLE topic (t INTEGER PRIMARY KEY, name TEXT UNIQUE, count INTEGER);
		CREATE TABLE about (t INTEGER, n INTEGER, PRIMARY KEY (t, n)) WITHOUT ROWID;
		CREATE VIRTUAL TABLE search USING fts5(title, byline, body, content='', contentless_delete=1, prefix='2 3')`)
	must(err)
	n := 0
	return func(batch []model.Article) time.Duration {
		texts := make([]string, len(batch))
		for i, a := range batch {
			texts[i] = a.SearchText()
		}
		start := time.Now()
		tx, err := db.Begin()
		must(err)
		prepare := func(query string) func(args ...any) {
			st, err := tx.Prepare(query)
			must(err)
			return func(args ...any) {
				_, err := st.Exec(args...)
				must(err)
			}
		}
		row := prepare(`INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
		words := prepare(`INSERT INTO search (rowid, title, byline, body) VALUES (?, ?, ?, ?)`)
		topic := prepare(`INSERT INTO topic (name, count) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET count = count + 1`)
		about := prepare(`INSERT INTO about SELECT t, ? FROM topic WHERE name = ? ON CONFLICT DO NOTHING`)
		for i, a := range batch {
			n++
			row(n, a.ID, a.URL, a.Title, a.Site, a.Published.Unix(), a.Summary, a.Words, texts[i])
			for _, t := range a.Topics {
				if full {
					topic(t.Name)
					about(n, t.Name)
				}
			}
			if full {
				words(n, a.Title, a.Byline[0], texts[i])
			}
		}
		must(tx.Commit())
		return time.Since(start)
	}
}

// ask reads a query that must be right.
func ask(b *testing.B, text string) query.Query {
	b.Helper()
	q, err := query.Parse(text, storetest.Noon)
	if err != nil {
		b.Fatal(err)
	}
	return q
}

// commonWords are words of the corpus: a very common one, a common one, a rare one.
func commonWords() [3]string {
	c := storetest.NewCorpus(450)
	return [3]string{c.Words[0], c.Words[40], c.Words[9000]}
}

// took measures something that is asked for the first time.
func took(s *store.Store, f func() error) (time.Duration, error) {
	if x := s.Shelf(); x != nil {
		clear(x.Found)
	}
	start := time.Now()
	err := f()
	return time.Since(start), err
}

// median measures the same some times.
func median(b *testing.B, s *store.Store, f func() error) time.Duration {
	b.Helper()
	all := make([]time.Duration, 9)
	for i := range all {
		var err error
		if all[i], err = took(s, f); err != nil {
			b.Fatal(err)
		}
	}
	slices.Sort(all)
	return all[len(all)/2]
}

// rise is how much longer anything that a key asks for may take than the first page of everything. A search that read
// all matches before it showed one took 600 times as long.
const rise = 40

// BenchmarkFirstPage measures the first rows, before and after the index is in memory.
func BenchmarkFirstPage(b *testing.B) {
	words, c := commonWords(), storetest.NewCorpus(450)
	topic := "topic:\"topic " + c.Words[3] + "\""
	s := storetest.Big(b)
	for _, warm := range []string{"cold", "warm"} {
		for _, text := range []string{
			"", topic, topic + " is:unread", "sort:title", "sort:length", words[0], words[1], words[2], words[0] +
				" sort:relevance",
			words[0] + " " + words[1], words[0] + " " + topic, "-" + words[0], "title:" + words[0],
			words[1] + " OR " + words[2],
		} {
			q := ask(b, text)
			b.Run(warm+"/"+text, func(b *testing.B) {
				for b.Loop() {
					_, err := took(s, func() error { _, err := s.Find(context.Background(), q, 0, 50); return err })
					if err != nil {
						b.Fatal(err)
					}
				}
			})
		}
		if _, err := s.Facets(context.Background(), query.Query{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFacets measures the counts, with words that have not been asked for before too.
func BenchmarkFacets(b *testing.B) {
	words, c := commonWords(), storetest.NewCorpus(450)
	topic := "topic:\"topic " + c.Words[3] + "\""
	s := storetest.Warm(b)
	page := median(b, s, func() error { _, err := s.Find(context.Background(), query.Query{}, 0, 50); return err })
	for _, text := range []string{"", topic, "-" + topic + " is:unread", words[0], words[1], words[0] + " " +
		topic, words[0][:2] + "*", words[0][:5] + "*"} {
		q := ask(b, text)
		b.Run(text, func(b *testing.B) {
			var took time.Duration
			for b.Loop() {
				took = median(b, s, func() error { _, err := s.Facets(context.Background(), q); return err })
			}
			b.ReportMetric(took.Seconds()*1e3, "median-ms")
			b.ReportMetric(took.Seconds()/page.Seconds(), "of-page")
			if took > 2*rise*page { // all matches are read, and they may be all articles
				b.Errorf("the counts take %v, the first page %v", took, page)
			}
		})
	}
}

// BenchmarkIndex measures how long the index takes to load, and what it takes of memory.
func BenchmarkIndex(b *testing.B) {
	s := storetest.Big(b)
	var before, after runtime.MemStats
	for b.Loop() {
		s.Unload()
		runtime.GC()
		runtime.ReadMemStats(&before)
		if _, err := s.Facets(context.Background(), query.Query{}); err != nil {
			b.Fatal(err)
		}
		runtime.GC()
		runtime.ReadMemStats(&after)
	}
	b.ReportMetric((float64(after.HeapAlloc)-float64(before.HeapAlloc))/1e6, "MB")
}

// BenchmarkTyping measures searches that are typed letter by letter, the first page of each: read from the file, and
// with the index in memory.
func BenchmarkTyping(b *testing.B) {
	s := storetest.Big(b)
	b.Run("file", func(b *testing.B) { benchmarkTyping(b, s) })
	if _, err := s.Facets(context.Background(), query.Query{}); err != nil {
		b.Fatal(err)
	}
	b.Run("memory", func(b *testing.B) { benchmarkTyping(b, s) })
}

func benchmarkTyping(b *testing.B, s *store.Store) {
	c := storetest.NewCorpus(450)
	page := median(b, s, func() error { _, err := s.Find(context.Background(), query.Query{}, 0, 50); return err })
	var all []time.Duration
	for b.Loop() {
		for _, text := range []string{
			c.Words[0], c.Words[3], c.Words[40], c.Words[400], c.Words[9000], c.Words[0] + " " + c.Words[40],
			c.Words[3] + " " + c.Words[0] + " " + c.Words[7],
			"title:" + c.Words[0],
		} {
			for i := range text {
				q, err := query.Parse(text[:i+1]+"*", storetest.Noon)
				if err != nil {
					continue // the half of a field
				}
				t, err := took(s, func() error { _, err := s.Find(context.Background(), q, 0, 50); return err })
				if err != nil {
					b.Fatal(err)
				}
				all = append(all, t)
			}
		}
	}
	slices.Sort(all)
	p99 := all[len(all)*99/100]
	b.ReportMetric(all[len(all)/2].Seconds()*1e3, "p50-ms")
	b.ReportMetric(p99.Seconds()*1e3, "p99-ms")
	b.ReportMetric(p99.Seconds()/page.Seconds(), "p99-of-page")
	if p99 > rise*page {
		b.Errorf("a key takes %v, the first page %v", p99, page)
	}
}

// BenchmarkMark measures one mark, with the index in memory to follow it.
func BenchmarkMark(b *testing.B) {
	s := storetest.Warm(b)
	rows, err := s.Find(context.Background(), query.Query{}, 500, 1)
	if err != nil {
		b.Fatal(err)
	}
	on := false
	for b.Loop() {
		on = !on
		if _, err := s.Mark(context.Background(), "mark", []model.ID{rows[0].ID},
			model.StatusChange{Read: &on}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOpen measures the reading of one article.
func BenchmarkOpen(b *testing.B) {
	s := storetest.Big(b)
	rows, err := s.Find(context.Background(), query.Query{}, 500, 100)
	if err != nil {
		b.Fatal(err)
	}
	i := 0
	for b.Loop() {
		i++
		if _, _, err := s.Get(context.Background(), rows[i%len(rows)].ID); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSize measures what the file takes against the text in it.
func BenchmarkSize(b *testing.B) {
	const most = 3
	s := storetest.Big(b)
	for b.Loop() {
		if _, err := s.DB().Write.Exec(`PRAGMA wal_checkpoint(TRUNCATE)`); err != nil {
			b.Fatal(err)
		}
	}
	info, err := os.Stat(s.Path())
	if err != nil {
		b.Fatal(err)
	}
	var texts, n int
	rows, err := s.IDs(context.Background(), query.Query{})
	if err != nil {
		b.Fatal(err)
	}
	for _, id := range rows[:min(len(rows), 1000)] {
		a, _, err := s.Get(context.Background(), id)
		if err != nil {
			b.Fatal(err)
		}
		texts += len(a.Title) + len(a.SearchText())
		n++
	}
	times := float64(info.Size()) / (float64(texts) / float64(n) * float64(len(rows)))
	b.ReportMetric(times, "of-text")
	if times > most {
		b.Errorf("the file takes %.2f times the text, want %d", times, most)
	}
}

// BenchmarkSession is what putting an article into a session costs: its head, and then the whole of it.
func BenchmarkSession(b *testing.B) {
	for _, size := range []int{1000} {
		articles := make([]model.Article, size)
		for i := range articles {
			articles[i] = tale(fmt.Sprint(i), fmt.Sprintf("tides%d", i%50), 1+i%28)
		}
		for _, stage := range []string{"heads", "wholes"} {
			b.Run(stage, func(b *testing.B) {
				for b.Loop() {
					b.StopTimer()
					s := aSession(b)
					heads := slices.Clone(articles)
					for i := range heads {
						heads[i].Sections = nil
					}
					if stage == "wholes" {
						listed(b, s, heads...)
						heads = articles
					}
					b.StartTimer()
					listed(b, s, heads...)
				}
			})
		}
	}
}

// BenchmarkOpenSession is what making the store of a session costs.
func BenchmarkOpenSession(b *testing.B) {
	for b.Loop() {
		aSession(b)
	}
}
