package store

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"testing"
	"time"

	"lede/model"
)

// BenchmarkPut measures how many articles go in a second, and compares that with bare inserts of the same rows by prepared statements in
// the same batches: "bare" into one table, "indexed" with the same full-text index and topics.
func BenchmarkPut(b *testing.B) {
	ctx, s, c := context.Background(), open(b), newCorpus(450)
	bare := open(b)
	if _, err := bare.write.Exec(`CREATE TABLE bare (n INTEGER PRIMARY KEY, id TEXT UNIQUE, url TEXT, title TEXT, site TEXT, published INTEGER, topics TEXT, body TEXT)`); err != nil {
		b.Fatal(err)
	}
	var put, plain, indexed time.Duration
	n := 0
	for b.Loop() {
		var batch []model.Article
		for range 250 {
			batch = append(batch, c.article(n))
			n++
		}
		start := time.Now()
		if _, err := s.Put(ctx, false, batch...); err != nil {
			b.Fatal(err)
		}
		put += time.Since(start)
		plain += insert(b, bare, batch, false)
		indexed += insert(b, bare, batch, true)
	}
	b.ReportMetric(float64(n)/put.Seconds(), "articles/s")
	b.ReportMetric(plain.Seconds()/put.Seconds(), "of-bare")
	b.ReportMetric(indexed.Seconds()/put.Seconds(), "of-indexed")
}

// insert puts articles into a table, or into the full-text index and the topics, and returns how long that took.
func insert(b *testing.B, s *Store, batch []model.Article, indexes bool) time.Duration {
	b.Helper()
	texts := make([]string, len(batch))
	for i, a := range batch {
		texts[i] = a.SearchText()
	}
	slices.SortFunc(batch, func(a, b model.Article) int { return a.Published.Compare(b.Published) })
	start := time.Now()
	err := s.change(context.Background(), func(c *change) error {
		c.keep = true
		for i, a := range batch {
			err := c.exec(`INSERT OR IGNORE INTO bare VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, c.revision<<20+int64(i), string(a.ID)+strconv.FormatBool(indexes), a.URL,
				a.Title, a.Site, a.Published.Unix(), fmt.Sprint(a.Topics), texts[i])
			if err == nil && indexes {
				err = c.learn(c.revision<<20+int64(i), a.Topics)
			}
			if err != nil {
				return err
			}
		}
		for i, a := range batch {
			if !indexes {
				break
			}
			err := c.exec(`INSERT INTO search (rowid, title, byline, body) VALUES (?, ?, ?, ?)`, c.revision<<20+int64(i), a.Title, a.Byline[0], texts[i])
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}

// ask reads a query that must be right.
func ask(b *testing.B, text string) model.Query {
	b.Helper()
	q, err := model.ParseQuery(text, noon)
	if err != nil {
		b.Fatal(err)
	}
	return q
}

// commonWords are words of the corpus: a very common one, a common one, a rare one.
func commonWords() [3]string {
	c := newCorpus(450)
	return [3]string{c.words[0], c.words[40], c.words[9000]}
}

// BenchmarkFirstPage measures the first rows of 100,000 articles, before and after the index is in memory.
func BenchmarkFirstPage(b *testing.B) {
	words, c := commonWords(), newCorpus(450)
	topic := "topic:\"topic " + c.words[3] + "\""
	for _, warm := range []string{"cold", "warm"} {
		for _, text := range []string{
			"", topic, topic + " is:unread", "sort:title", "sort:length", words[0], words[1], words[2], words[0] + " sort:relevance",
			words[0] + " " + words[1], words[0] + " " + topic, "-" + words[0],
		} {
			b.Run(warm+"/"+text, func(b *testing.B) {
				s, q := big(b, 100_000), ask(b, text)
				if warm == "warm" {
					if _, err := s.Facets(context.Background(), model.Query{}); err != nil {
						b.Fatal(err)
					}
				}
				for b.Loop() {
					if s.shelfIndex != nil {
						clear(s.shelfIndex.found) // as if it were asked for the first time
					}
					if _, err := s.Find(context.Background(), q, 0, 50); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkFacets measures the counts over 100,000 articles.
func BenchmarkFacets(b *testing.B) {
	words, c := commonWords(), newCorpus(450)
	topic := "topic:\"topic " + c.words[3] + "\""
	for _, text := range []string{"", topic, "-" + topic + " is:unread", words[0], words[1], words[0] + " " + topic} {
		b.Run(text, func(b *testing.B) {
			s, q := big(b, 100_000), ask(b, text)
			if _, err := s.Facets(context.Background(), model.Query{}); err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				clear(s.shelfIndex.found)
				if _, err := s.Facets(context.Background(), q); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkIndex measures how long the index takes to load, and what it takes of memory.
func BenchmarkIndex(b *testing.B) {
	s := big(b, 100_000)
	var before, after runtime.MemStats
	for b.Loop() {
		s.shelfIndex = nil
		runtime.GC()
		runtime.ReadMemStats(&before)
		if _, err := s.Facets(context.Background(), model.Query{}); err != nil {
			b.Fatal(err)
		}
		runtime.GC()
		runtime.ReadMemStats(&after)
	}
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/1e6, "MB")
}

// BenchmarkTyping measures a search that is typed letter by letter: the first page of each.
func BenchmarkTyping(b *testing.B) {
	s, words := big(b, 100_000), commonWords()
	if _, err := s.Facets(context.Background(), model.Query{}); err != nil {
		b.Fatal(err)
	}
	var took []time.Duration
	for b.Loop() {
		for _, word := range words {
			for i := range word {
				clear(s.shelfIndex.found)
				start := time.Now()
				if _, err := s.Find(context.Background(), ask(b, word[:i+1]+"*"), 0, 50); err != nil {
					b.Fatal(err)
				}
				took = append(took, time.Since(start))
			}
		}
	}
	slices.Sort(took)
	b.ReportMetric(took[len(took)/2].Seconds()*1e3, "p50-ms")
	b.ReportMetric(took[len(took)*99/100].Seconds()*1e3, "p99-ms")
}

// BenchmarkMark measures one mark, with and without the index in memory to follow it.
func BenchmarkMark(b *testing.B) {
	s := big(b, 100_000)
	rows, err := s.Find(context.Background(), model.Query{}, 500, 1)
	if err != nil {
		b.Fatal(err)
	}
	on := false
	for b.Loop() {
		on = !on
		if _, err := s.Mark(context.Background(), "mark", []model.ID{rows[0].ID}, model.StatusChange{Read: &on}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOpen measures the reading of one article.
func BenchmarkOpen(b *testing.B) {
	s := big(b, 100_000)
	rows, err := s.Find(context.Background(), model.Query{}, 5000, 100)
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
