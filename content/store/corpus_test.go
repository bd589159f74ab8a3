package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lede/model"
	"lede/model/query"
)

// corpus makes articles whose words, topics and sites are as unevenly spread as those of real ones.
type corpus struct {
	rnd    *rand.Rand
	words  []string
	word   *rand.Zipf
	topic  *rand.Zipf
	site   *rand.Zipf
	length int // words of an article, about
}

func newCorpus(length int) *corpus {
	rnd := rand.New(rand.NewPCG(11, 12))
	c := &corpus{rnd: rnd, length: length}
	for range 30_000 {
		c.words = append(c.words, made(rnd))
	}
	c.word = rand.NewZipf(rnd, 1.15, 4, uint64(len(c.words)-1))
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

func (c *corpus) text(n int) string {
	var b strings.Builder
	for i := range n {
		w := c.words[c.word.Uint64()]
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

func (c *corpus) article(i int) model.Article {
	site := fmt.Sprintf("site%d.example", c.site.Uint64())
	a := model.Article{Entry: model.Entry{
		ID: model.NewID(fmt.Sprint("corpus ", i)), Title: c.text(8), Site: site, URL: fmt.Sprintf("https://%s/%d", site, i),
		Ref: fmt.Sprintf("https://%s/%d", site, i), Byline: []string{c.text(2)}, Summary: c.text(20), Language: "en",
		Published: noon.Add(-time.Duration(c.rnd.IntN(8*365*24*60)) * time.Minute),
	}}
	for range 3 + c.rnd.IntN(4) {
		a.Topics = append(a.Topics, model.NewTopic(fmt.Sprint("topic ", c.words[c.topic.Uint64()]), "", model.Inferred))
	}
	section := model.Section{}
	for left := c.length/2 + c.rnd.IntN(c.length); left > 0; left -= 60 {
		section.Blocks = append(section.Blocks, model.Prose{Kind: model.Paragraph, Source: c.text(min(left, 60))})
		a.Words += min(left, 60)
	}
	a.Sections = []model.Section{section}
	return a
}

// big is a library of many articles: 100,000 in the folder that LEDE_BENCH names, which takes minutes and stays for
// the next run; without one 10,000, and 1,000 for a short run.
func big(b *testing.B) *Store {
	b.Helper()
	dir, n := os.Getenv("LEDE_BENCH"), 100_000
	if dir == "" {
		dir, n = b.TempDir(), 10_000
	}
	if testing.Short() {
		dir, n = b.TempDir(), 1000
	}
	path := filepath.Join(dir, fmt.Sprintf("%d.db", n))
	_, err := os.Stat(path)
	s, failed := Open(context.Background(), path, Options{Now: func() time.Time { return noon }})
	if failed != nil {
		b.Fatal(failed)
	}
	b.Cleanup(func() { s.Close() })
	if err == nil {
		return s
	}
	c := newCorpus(450)
	for i := 0; i < n; {
		var batch []model.Article
		for ; len(batch) < 1000 && i < n; i++ {
			batch = append(batch, c.article(i))
		}
		if _, err := s.Restore(context.Background(), prepared(b, batch)...); err != nil {
			b.Fatal(err)
		}
	}
	return s
}

// warm is big with the index in memory.
func warm(b *testing.B) *Store {
	b.Helper()
	s := big(b)
	if _, err := s.Facets(context.Background(), query.Query{}); err != nil {
		b.Fatal(err)
	}
	return s
}
