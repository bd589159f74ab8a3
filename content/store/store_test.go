package store

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lede/content/store/db"
	"lede/model"
	"lede/model/query"
)

var noon = time.Date(2026, 5, 6, 12, 0, 0, 0, time.UTC)

func nowIs() time.Time { return noon }

func open(t testing.TB) *Store {
	t.Helper()
	s, err := Open(context.Background(), filepath.Join(t.TempDir(), "data", "library.db"),
		Options{Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// word is one of a few words, the first ones more often.
func word(rnd *rand.Rand) string {
	words := []string{
		"tide", "Wall", "café", "gauge", "Straße", "don't", "潮位", "night-train", "tides", "São", "قطار", "élan",
		"2026", "U.S.",
		"القطار", "Ὁδός", "대한민국", "ज़मीन", "ｶﾞｲﾄﾞ",
	}
	return words[min(rnd.IntN(len(words)), rnd.IntN(len(words)))]
}

func sentence(rnd *rand.Rand, n int) string {
	out := make([]string, n)
	for i := range out {
		out[i] = word(rnd)
	}
	return strings.Join(out, " ")
}

func article(rnd *rand.Rand, i int) model.Article {
	a := model.Article{Entry: model.Entry{
		ID: model.NewID(fmt.Sprint(i)), Ref: fmt.Sprintf("%d.md", i), Title: sentence(rnd, 4), Site: word(rnd),
		Words:    rnd.IntN(1000),
		Language: []string{"", "en", "en-GB", "de"}[rnd.IntN(4)],
	}}
	if rnd.IntN(5) > 0 {
		a.Published = time.Date(2026, time.Month(1+rnd.IntN(12)), 1+rnd.IntN(28), rnd.IntN(8)*3, 0, 0, 0, time.UTC)
	}
	for range rnd.IntN(3) {
		a.Byline = append(a.Byline, sentence(rnd, 2))
	}
	for range rnd.IntN(4) {
		a.Topics = append(a.Topics, model.NewTopic(word(rnd), "", model.Inferred))
	}
	blocks := []model.Block{
		model.Prose{Kind: model.Paragraph, Source: sentence(rnd, 12)},
		model.Code{Language: "go", Source: "x"},
		model.Post{Network: model.X, Author: word(rnd), Handle: "@a", Source: sentence(rnd, 5)},
		model.Related{Label: "ALSO READ", Links: []model.Link{{Title: sentence(rnd, 3)}}},
		model.Notice{Kind: model.Credit, Source: "Photo"},
		model.Image{Alt: "a"},
	}
	rnd.Shuffle(len(blocks), func(i, j int) { blocks[i], blocks[j] = blocks[j], blocks[i] })
	a.Sections = []model.Section{
		{Blocks: blocks[:rnd.IntN(3)+1]},
		{Title: sentence(rnd, 2), Level: 2, Blocks: blocks[4:]},
	}
	return a
}

func condition(rnd *rand.Rand, depth int) string {
	if depth > 0 {
		switch rnd.IntN(6) {
		case 0:
			return "(" + condition(rnd, depth-1) + " OR " + condition(rnd, depth-1) + ")"
		case 1:
			return "-" + condition(rnd, 0)
		case 2:
			return "(" + condition(rnd, depth-1) + " " + condition(rnd, depth-1) + ")"
		}
	}
	pick := func(s ...string) string { return s[rnd.IntN(len(s))] }
	switch rnd.IntN(12) {
	case 0:
		return "topic:" + word(rnd)
	case 1:
		return "is:" + pick("unread", "read", "starred", "saved", "unfinished", "removed")
	case 2:
		return "has:" + pick("post", "image", "related", "code")
	case 3:
		return pick("since:", "before:", "on:") +
			pick("2026-03", "2026-07-14", "2w", "yesterday", fmt.Sprintf("2026-07-%02d", 1+rnd.IntN(28)))
	case 4:
		return pick("words:", "minutes:") + pick(">3", "<=2", "100..600", "<500")
	case 5:
		return pick("title:", "by:", "site:", "title:~", "by:~", "site:~", "text:~") + word(rnd)
	case 6:
		return "lang:" + pick("en", "de", "gb")
	case 7:
		return `"` + word(rnd) + " " + word(rnd) + `"`
	case 8:
		return pick("", "", "title:", "by:") + pick("t", "ca", "潮", "n", word(rnd), "gau", "caf", "قط", "الق", "대", "οδ") +
			"*"
	case 9:
		return `"` + word(rnd) + " " + pick("t", "gau", "stras") + `*"`
	}
	return word(rnd)
}

func TestFindMeansWhatMatchMeans(t *testing.T) {
	ctx, s := t.Context(), open(t)
	rnd := rand.New(rand.NewPCG(7, 7))
	var records []model.Record
	var articles []model.Article
	for i := range 300 {
		a := article(rnd, i)
		articles = append(articles, a)
		records = append(records, model.Record{Article: a})
	}
	if _, err := s.Put(ctx, false, articles...); err != nil {
		t.Fatal(err)
	}
	for i := range records {
		st := model.Status{
			Read: rnd.IntN(2) == 0, Starred: rnd.IntN(3) == 0, Saved: rnd.IntN(3) == 0,
			Percent: rnd.IntN(3) * 30,
		}
		removed := int64(0)
		if rnd.IntN(4) == 0 {
			st.Removed, removed = noon, noon.Unix()
		}
		records[i].Status = st
		_, err := s.db.Write.ExecContext(ctx,
			`UPDATE status SET read = ?, starred = ?, saved = ?, percent = ?, removed = ? WHERE id = ?`,
			st.Read, st.Starred, st.Saved, st.Percent, removed, records[i].Article.ID)
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, warm := range []bool{false, true} {
		if warm { // from now on queries are answered from memory
			if _, err := s.Facets(ctx, query.Query{}); err != nil {
				t.Fatal(err)
			}
		}
		compareWithMatch(t, s, records, rnd)
	}
}

// compareWithMatch asks random queries and holds Find and Count to what Match says.
func compareWithMatch(t *testing.T, s *Store, records []model.Record, rnd *rand.Rand) {
	hits := 0
	for range 1000 {
		text := condition(rnd, 3)
		zone := time.FixedZone("", (rnd.IntN(5)*6-12)*3600)
		q, err := query.Parse(text, noon.In(zone))
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		q.Sort = []query.Order{"", query.ByDate, query.ByTitle, query.ByLength, query.ByRelevance}[rnd.IntN(5)]
		var want, got []string
		for _, r := range records {
			if q.Match(r) {
				want = append(want, string(r.Article.ID))
			}
		}
		rows, err := s.Find(t.Context(), q, 0, 1000)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		for _, r := range rows {
			got = append(got, string(r.ID))
		}
		slices.Sort(want)
		slices.Sort(got)
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("%s sort:%s (-match +found):\n%s", text, q.Sort, d)
		}
		n, err := s.Count(t.Context(), q)
		if err != nil || n != len(want) {
			t.Fatalf("%s: counted %d (%v), want %d", text, n, err, len(want))
		}
		if len(want) > 0 && len(want) < len(records) {
			hits++
		}
	}
	if hits < 300 {
		t.Errorf("only %d of the queries told the articles apart", hits)
	}
}

func TestGetReturnsWhatWasPut(t *testing.T) {
	ctx, s := t.Context(), open(t)
	rnd := rand.New(rand.NewPCG(3, 3))
	for i := range 50 {
		want := article(rnd, i)
		if _, err := s.Put(ctx, true, want); err != nil {
			t.Fatal(err)
		}
		got, st, err := s.Get(ctx, want.ID)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("(-want +got):\n%s", d)
		}
		if !st.Saved || !st.Arrived.Equal(noon) {
			t.Errorf("got status %+v, want saved at %v", st, noon)
		}
	}
	if _, _, err := s.Get(ctx, "feedfeed"); !errors.Is(err, db.ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
}

func TestOpenKeepsTheFilePrivate(t *testing.T) {
	s := open(t)
	for path, want := range map[string]os.FileMode{s.Path(): 0o600, filepath.Dir(s.Path()): 0o700, s.Path() +
		"-wal": 0o600} {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has the mode %o, want %o", filepath.Base(path), got, want)
		}
	}
}
