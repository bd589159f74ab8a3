package rescue

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/content/store"
	"lede/content/store/db"
	"lede/content/store/pagefile"

	"lede/content/store/storetest"
	"lede/model"
)

// used makes a library that its user has done everything with that leaves a trace, and returns its path.
func used(t *testing.T, n int) string {
	t.Helper()
	ctx, s := t.Context(), storetest.Open(t)
	c := storetest.NewCorpus(120)
	var batch []model.Article
	var ids []model.ID
	for i := range n {
		a := c.Article(i)
		if i%40 == 0 {
			// more than a page
			a.Sections[0].Blocks = append(a.Sections[0].Blocks, model.Prose{Kind: model.Paragraph, Source: c.Text(4000)})
		}
		if i%3 == 0 {
			a.Format, a.Source = model.HTML, "<p>"+c.Text(100)
		}
		batch, ids = append(batch, a), append(ids, a.ID)
	}
	if _, err := s.Put(ctx, true, batch...); err != nil {
		t.Fatal(err)
	}
	newer := batch[7]
	newer.Sections = []model.Section{
		{Blocks: append(slices.Clone(newer.Sections[0].Blocks), model.Prose{Kind: model.Paragraph, Source: "It goes on."})},
	}
	if kept, err := s.Put(ctx, true, newer); err != nil || kept[0].How != model.Updated {
		t.Fatal(kept, err)
	}
	part := func(k int) []model.ID { return ids[k*n/20 : (k+1)*n/20] }
	for _, step := range []func() error{
		func() error {
			return storetest.Err(s.Mark(ctx, "read", part(0), model.StatusChange{Read: storetest.True()}))
		},
		func() error {
			return storetest.Err(s.Mark(ctx, "star", part(1), model.StatusChange{Starred: storetest.True()}))
		},
		func() error {
			return storetest.Err(s.Mark(ctx, "remove", part(2), model.StatusChange{Removed: storetest.True()}))
		},
		func() error {
			return storetest.Err(s.Tag(ctx, "tag", part(3), []string{"Dykes", "Piers", "Sluices"}, nil))
		},
		func() error { return s.RenameTopic(ctx, "rename", "Dykes", "Sea dykes") },
		func() error { return s.MergeTopics(ctx, "merge", []string{"Piers"}, "Sea dykes") },
		func() error { return s.HideTopic(ctx, "hide", "Sluices", true) },
		func() error { return s.KeepPlace(ctx, ids[n/2], model.Place{Block: 1}, 30) },
		func() error { return s.Lead(ctx, "https://t.example/short", ids[n/3]) },
		func() error { return storetest.FillFeeds(ctx, s, ids[n/4]) },
	} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return s.Path()
}

// contents is all that a library holds, a line a row of each table; what only follows from others is told by queries.
func contents(t *testing.T, s *store.Store) string {
	t.Helper()
	var b strings.Builder
	file := storetest.Raw(t, s.Path())
	for _, shape := range shapes() {
		if shape.table == "meta" {
			continue
		}
		rows, err := file.Query(`SELECT * FROM ` + shape.table + ` ORDER BY 1, 2`)
		if err != nil {
			t.Fatal(err)
		}
		columns, _ := rows.Columns()
		for rows.Next() {
			values, into := make([]any, len(columns)), make([]any, len(columns))
			for i := range values {
				into[i] = &values[i]
			}
			if err := rows.Scan(into...); err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "%s %v\n", shape.table, values)
		}
		rows.Close()
	}
	for _, q := range []string{"", "is:starred", "is:read", `topic:"sea dykes"`} {
		f, err := s.Facets(t.Context(), storetest.Parsed(t, q))
		fmt.Fprintln(&b, q, f, err)
	}
	held, err := s.Held(t.Context(), []string{"https://t.example/short"})
	fmt.Fprintln(&b, held, err)
	trash, err := s.Trash(t.Context(), 0, 1000)
	fmt.Fprintln(&b, trash, err)
	return b.String()
}

// rescued rescues the library at path and opens what comes of it.
func rescued(t *testing.T, path string) (*store.Store, Saved) {
	t.Helper()
	before, _ := os.ReadFile(path)
	fresh := filepath.Join(t.TempDir(), "fresh.db")
	n, err := Library(t.Context(), path, fresh, storetest.Now, nil)
	if err != nil {
		t.Fatal(err)
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the damaged file has been written")
	}
	s, err := store.Open(t.Context(), fresh, store.Options{Now: storetest.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if wrong, err := s.Check(t.Context()); err != nil || len(wrong) > 0 {
		t.Fatalf("the new library: %v %v", wrong, err)
	}
	return s, n
}

func TestWhatCanBeReadOfADamagedLibraryIsSaved(t *testing.T) {
	const all = 240
	path := used(t, all)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	sound, err := store.Open(t.Context(), path, store.Options{Now: storetest.Now})
	if err != nil {
		t.Fatal(err)
	}
	want := contents(t, sound)
	sound.Close()
	kinds := damages(rand.New(rand.NewPCG(8, 8)))
	for _, name := range slices.Sorted(maps.Keys(kinds)) {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "library.db")
			if err := os.WriteFile(path, kinds[name].damage(bytes.Clone(whole)), 0o600); err != nil {
				t.Fatal(err)
			}
			if kinds[name].least == 1000 {
				if _, err := Library(t.Context(), path, path+".new", storetest.Now, nil); errors.Is(err, ErrSound) {
					return // SQLite does without what is damaged
				}
			}
			s, n := rescued(t, path)
			if n.Articles < all*kinds[name].least/1000 {
				t.Errorf("saved %+v of %d, want %d in a thousand at least", n, all, kinds[name].least)
			}
			t.Logf("saved %+v", n)
			if kinds[name].least < 1000 {
				return
			}
			if d := cmp.Diff(strings.Split(want, "\n"), strings.Split(contents(t, s), "\n")); d != "" {
				t.Errorf("(-before +after):\n%s", d)
			}
		})
	}
}

// TestATreeThatTwoTablesAreSaidToHaveIsSaved names the tree of the versions as that of the feeds.
func TestATreeThatTwoTablesAreSaidToHaveIsSaved(t *testing.T) {
	path := used(t, 60)
	sound, err := store.Open(t.Context(), path, store.Options{Now: storetest.Now})
	if err != nil {
		t.Fatal(err)
	}
	want := contents(t, sound)
	sound.Close()
	storetest.Exec(t, path, `PRAGMA writable_schema = 1; UPDATE sqlite_schema SET rootpage =
		(SELECT rootpage FROM sqlite_schema WHERE name = 'version') WHERE name = 'feed'`)
	s, n := rescued(t, path)
	if n.Articles < 60 {
		t.Errorf("saved %+v of 60", n)
	}
	if d := cmp.Diff(strings.Split(want, "\n"), strings.Split(contents(t, s), "\n")); d != "" {
		t.Errorf("(-before +after):\n%s", d)
	}
}

// TestNoPageTakesOthersWithIt damages one page at a time: what was on no damaged page must be saved.
func TestNoPageTakesOthersWithIt(t *testing.T) {
	const page, some = 4096, 24 // entries on a page at most
	path := used(t, 200)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(9, 9))
	for range 25 {
		at := rnd.IntN(len(whole)/page) * page
		data := bytes.Clone(whole)
		clear(data[at : at+page])
		path := filepath.Join(t.TempDir(), "library.db")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		fresh := path + ".new"
		n, err := Library(t.Context(), path, fresh, storetest.Now, nil)
		if errors.Is(err, ErrSound) {
			continue // the page was free
		}
		if err != nil || n.Articles < 200-some || n.Textless > 8 {
			t.Errorf("without page %d: saved %+v of 200 (%v)", at/page+1, n, err)
		}
	}
	for cut := page; cut < len(whole); cut += 11*page + 1234 {
		path := filepath.Join(t.TempDir(), "library.db")
		if err := os.WriteFile(path, whole[:cut], 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Library(t.Context(), path, path+".new", storetest.Now, nil); err != nil && !errors.Is(err, ErrLost) {
			t.Errorf("cut at %d: %v", cut, err)
		}
	}
}

// TestRescueRefuses tries files that are not its business; each stays as it is, and nothing is left beside it.
func TestRescueRefuses(t *testing.T) {
	write := func(t *testing.T, data []byte) string {
		path := filepath.Join(t.TempDir(), "library.db")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, c := range append(storetest.Strangers(), []storetest.Stranger{
		{Name: "a sound library", Make: func(t *testing.T) string { return used(t, 40) }, Want: ErrSound},
		{Name: "another program's, damaged", Make: func(t *testing.T) string {
			path := filepath.Join(t.TempDir(), "other.db")
			storetest.Exec(t, path, `CREATE TABLE t (a); INSERT INTO t VALUES (zeroblob(90000)); PRAGMA journal_mode = delete`)
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			return write(t, data[:len(data)-4096])
		}, Want: db.ErrForeign},
		{Name: "a text", Make: func(t *testing.T) string {
			return write(t, bytes.Repeat([]byte("Notes on the tides.\n"), 900))
		}, Want: ErrLost},
		{Name: "nothing", Make: func(t *testing.T) string { return write(t, nil) }, Want: ErrLost},
		{Name: "zeros", Make: func(t *testing.T) string { return write(t, make([]byte, 1<<16)) }, Want: ErrLost},
		{Name: "a missing file", Make: func(t *testing.T) string {
			return filepath.Join(t.TempDir(), "none.db")
		}, Want: os.ErrNotExist},
	}...) {
		path := c.Make(t)
		before, _ := os.ReadFile(path)
		fresh := filepath.Join(t.TempDir(), "fresh.db")
		if _, err := Library(t.Context(), path, fresh, storetest.Now, nil); !errors.Is(err, c.Want) {
			t.Errorf("%s: got %v, want %v", c.Name, err, c.Want)
		}
		if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
			t.Errorf("%s: the file has changed", c.Name)
		}
		if _, err := os.Stat(fresh); err == nil {
			t.Errorf("%s: a new library was left", c.Name)
		}
	}
}

// TestEveryTableIsRescuedOrFollows fails when a table is added that the rescue does not know of.
func TestEveryTableIsRescuedOrFollows(t *testing.T) {
	s := storetest.Open(t)
	var known []string
	for _, shape := range shapes() {
		known = append(known, shape.table)
	}
	known = append(known, derived()...)
	rows, err := storetest.Raw(t, s.Path()).Query(`
		SELECT name, (SELECT group_concat(name || pk) FROM pragma_table_info(m.name))
		FROM sqlite_schema m
		WHERE type = 'table' AND name NOT GLOB 's[et]*_*'`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var name, columns string
		if err := rows.Scan(&name, &columns); err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(known, name) {
			t.Errorf("%s (%s) is neither among shapes nor among derived", name, columns)
		}
	}
}

func TestALibraryStaysWhereItIsWhenNothingCanTakeItsPlace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	for _, end := range []string{"", "-wal"} {
		if err := os.WriteFile(path+end, []byte("all"+end), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := Exchange(path, path+".damaged", path+".new"); err == nil {
		t.Error("nothing took its place, without an error")
	}
	for _, end := range []string{"", "-wal"} {
		if got, err := os.ReadFile(path + end); string(got) != "all"+end {
			t.Errorf("%q: got %q, %v", end, got, err)
		}
	}
}

// TestTheLogIsReadToo reads the pages of a library that has no article but in its log.
func TestTheLogIsReadToo(t *testing.T) {
	path := storetest.Crashed(t, 30)
	count := func() (articles int) {
		t.Helper()
		f, err := pagefile.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		err = f.Walk(t.Context(), nil, func(r pagefile.Row) error {
			if s, ok := shapeOf(r); ok && s.table == "article" {
				articles++
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return articles
	}
	if n := count(); n != 30 {
		t.Errorf("the file and its log have %d articles, want 30", n)
	}
	log, err := os.ReadFile(path + "-wal")
	if err != nil {
		t.Fatal(err)
	}
	clear(log[len(log)/2 : len(log)/2+5000]) // what comes after it is lost, as for SQLite
	if err := os.WriteFile(path+"-wal", log, 0o600); err != nil {
		t.Fatal(err)
	}
	if n := count(); n < 8 || n > 22 {
		t.Errorf("the file and half of its log have %d articles", n)
	}
}

// derived are the tables whose rows follow from those of others, or say only what has changed of late.
func derived() []string {
	return []string{"recent", "about", "related", "sketch", "word", "search", "starts"}
}
