package store

import (
	"context"
	"testing"

	"lede/model"
)

// BenchmarkPut measures how many articles go in a second.
func BenchmarkPut(b *testing.B) {
	s, c := open(b), newCorpus(450)
	i := 0
	for b.Loop() {
		b.StopTimer()
		var batch []model.Article
		for range 250 {
			batch = append(batch, c.article(i))
			i++
		}
		b.StartTimer()
		if _, err := s.Put(context.Background(), false, batch...); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(i)/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkFirstPage measures the first rows of a big library.
func BenchmarkFirstPage(b *testing.B) {
	s := big(b, 100_000)
	for b.Loop() {
		if _, err := s.Find(context.Background(), model.Query{}, 0, 50); err != nil {
			b.Fatal(err)
		}
	}
}
