package storetest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"lede/content/store"
	"lede/content/store/draft"
	"lede/model"
	"lede/model/query"
)

// Corpus makes articles whose words, topics and sites are as unevenly spread as those of real ones.
type Corpus struct {
	rnd    *rand.Rand
	Words  []string
	word   *rand.Zipf
	topic  *rand.Zipf
	site   *rand.Zipf
	length int // words of an article, about
}

// NewCorpus makes a corpus of articles of about so many words.
func NewCorpus(length int) *Corpus {
	rnd := rand.New(rand.NewPCG(11, 12)) //nolint:gosec // the same articles each time
	c := &Corpus{rnd: rnd, length: length}
	for range 30_000 {
		c.Words = append(c.Words, made(rnd))
	}
	c.word = rand.NewZipf(rnd, 1.15, 4, uint64(len(c.Words)-1)) //nolint:gosec // there are some
	c.topic = rand.NewZipf(rnd, 1.2, 6, 2999)
	c.site = rand.NewZipf(rnd, 1.3, 3, 299)
	return c
}

// made is a word that no language has.
func made(rnd *rand.Rand) string {
	pick := func(s string) string { f := strings.Fields(s); return f[rnd.IntN(len(f))] }
	var b strings.Builder
	for range 1 + rnd.IntN(3) {
		b.WriteString(pick("b br c ch d f g gr h k l m n p pl r s st t tr v w") + pick("a e i o u ea oo ai") +
			pick("l n r s t ck m d"))
	}
	return b.String()
}

// Text returns n words.
func (c *Corpus) Text(n int) string {
	var b strings.Builder
	for i := range n {
		w := c.Words[c.word.Uint64()]
		if i%13 == 0 {
			w = strings.ToUpper(w[:1]) + w[1:]
		}
		b.WriteString(w)
		if i%13 == 12 {
			b.WriteByte('.')
		}
		b.WriteByte(' ')
	}
	return strings.TrimRight(b.String(), " ")
}

// Article makes article i.
func (c *Corpus) Article(i int) model.Article {
	site := fmt.Sprintf("site%d.example", c.site.Uint64())
	a := model.Article{Entry: model.Entry{
		ID: model.NewID(fmt.Sprint("corpus ", i)), Title: c.Text(8), Site: site, URL: fmt.Sprintf("https://%s/%d", site, i),
		Ref: fmt.Sprintf("https://%s/%d", site, i), Byline: []string{c.Text(2)}, Summary: c.Text(20), Language: "en",
		Published: Noon.Add(-time.Duration(c.rnd.IntN(8*365*24*60)) * time.Minute),
	}}
	for range 3 + c.rnd.IntN(4) {
		a.Topics = append(a.Topics, model.NewTopic(fmt.Sprint("topic ", c.Words[c.topic.Uint64()]), "", model.Inferred))
	}
	section := model.Section{}
	for left := c.length/2 + c.rnd.IntN(c.length); left > 0; left -= 60 {
		section.Blocks = append(section.Blocks, model.Prose{Kind: model.Paragraph, Source: c.Text(min(left, 60))})
		a.Words += min(left, 60)
	}
	a.Sections = []model.Section{section}
	return a
}

// Big is a library of many articles: 100,000 in the folder that LEDE_BENCH names, which takes minutes and stays for
// the next run; without one 10,000, and 1,000 for a short run.
func Big(b *testing.B) *store.Store {
	b.Helper()
	dir, n := os.Getenv("LEDE_BENCH"), 100_000
	if dir == "" {
		dir, n = b.TempDir(), 10_000
	}
	if testing.Short() {
		dir, n = b.TempDir(), 1000
	}
	path := filepath.Join(dir, fmt.Sprintf("%d.db", n))
	_, err := os.Stat(path) //nolint:gosec // a folder that the tester names
	s, failed := store.Open(context.Background(), path, store.Options{Now: func() time.Time { return Noon }})
	if failed != nil {
		b.Fatal(failed)
	}
	b.Cleanup(func() { _ = s.Close() })
	if err == nil {
		return s
	}
	c := NewCorpus(450)
	for i := 0; i < n; {
		var batch []model.Article
		for ; len(batch) < 1000 && i < n; i++ {
			batch = append(batch, c.Article(i))
		}
		if _, err := s.Restore(context.Background(), Prepared(b, batch)...); err != nil {
			b.Fatal(err)
		}
	}
	return s
}

// Warm is big with the index in memory.
func Warm(b *testing.B) *store.Store {
	b.Helper()
	s := Big(b)
	if _, err := s.Facets(context.Background(), query.Query{}); err != nil {
		b.Fatal(err)
	}
	return s
}

// Prepared makes articles ready as the workers of Add do.
func Prepared(b *testing.B, batch []model.Article) []draft.Ready {
	b.Helper()
	out := make([]draft.Ready, len(batch))
	var wg sync.WaitGroup
	hands := runtime.GOMAXPROCS(0)
	for h := range hands {
		wg.Go(func() {
			for i := h; i < len(batch); i += hands {
				var err error
				if out[i], err = draft.Prepare(model.Record{Article: batch[i], Status: model.Status{Saved: true}}); err != nil {
					b.Error(err)
				}
			}
		})
	}
	wg.Wait()
	return out
}
