package change_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"lede/content/store"
	"lede/content/store/change"
	"lede/content/store/draft"
	"lede/content/store/storetest"
	"lede/model"
)

// sourced is an article that was read from a source.
func sourced(i int, format model.Format, source string) model.Article {
	a := storetest.Random(rand.New(rand.NewPCG(1, uint64(i))), i)
	a.Format, a.Source, a.Base = format, source, "https://courier.example/a/"
	return a
}

func TestTheSourceOfAnArticleIsKept(t *testing.T) {
	ctx, s := t.Context(), storetest.Open(t)
	page := sourced(1, model.HTML, "<p>"+strings.Repeat("The wall holds. ", 500))
	own := sourced(2, model.Markdown, "")
	own.Source = own.Markdown()
	text := sourced(3, model.Text, own.Source+"\nAnd more.")
	none := sourced(4, "", "")
	none.Base = ""
	long := sourced(5, model.Text, noise(2*draft.MaxSource))
	if _, err := s.Put(ctx, true, page, own, text, none, long); err != nil {
		t.Fatal(err)
	}
	long.Source = ""
	for _, want := range []model.Article{page, own, text, none, long} {
		got, _, err := s.Get(ctx, want.ID)
		if err != nil || got.Source != want.Source || got.Format != want.Format || got.Base != want.Base {
			t.Errorf("%s: got %q %q %.60q (%v), want %q %q %.60q", want.Ref, got.Format, got.Base, got.Source, err, want.Format,
				want.Base, want.Source)
		}
	}
	var n int
	if err := storetest.Raw(t, s.Path()).QueryRowContext(ctx, `SELECT count(*) FROM source WHERE text IS NOT `+
		`NULL`).Scan(&n); err != nil || n != 2 {
		t.Errorf("%d source texts are written (%v), want those of the page and the text", n, err)
	}
}

// noise is a text that no compression makes short.
func noise(n int) string {
	rnd, out := rand.New(rand.NewPCG(1, 2)), make([]byte, n)
	for i := range out {
		out[i] = byte(' ' + rnd.IntN(90))
	}
	return string(out)
}

func TestTheSourceStaysWithTheTextThatWasReadFromIt(t *testing.T) {
	ctx, s := t.Context(), storetest.Open(t)
	c := storetest.NewCorpus(300)
	first, other := c.Article(1), c.Article(2)
	first.Format, first.Source = model.Text, "the source"
	if _, err := s.Put(ctx, true, first); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name     string
		sections []model.Section
		want     string
	}{
		{"the same text without its source", first.Sections, "the source"},
		{"another text without its source", other.Sections, ""},
	} {
		again := first
		again.Sections, again.Source, again.Format = c.sections, "", ""
		again.Published = first.Published.AddDate(0, 1, 0)
		if _, err := s.Put(ctx, true, again); err != nil {
			t.Fatal(err)
		}
		if got, _, err := s.Get(ctx, first.ID); err != nil || got.Source != c.want {
			t.Errorf("%s: the source is %q (%v), want %q", c.name, got.Source, err, c.want)
		}
	}
}

func TestSourcesOfOldArticlesGoUnlessTheyAreStarred(t *testing.T) {
	ctx, now := t.Context(), storetest.Noon
	s := storetest.OpenAt(t, func() time.Time { return now })
	plain, starred := sourced(1, model.HTML, "<p>plain"), sourced(2, model.HTML, "<p>starred")
	if _, err := s.Put(ctx, true, plain, starred); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Mark(ctx, "", []model.ID{starred.ID}, model.StatusChange{Starred: storetest.True()}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		days int
		want string
	}{
		{0, plain.Source},
		{change.SourceDays, plain.Source},
		{change.SourceDays + 1, plain.Source}, // the clock may be wrong: a year must be over twice
		{change.SourceDays + 2, ""},
	} {
		now = storetest.Noon.AddDate(0, 0, c.days)
		if _, err := s.Purge(ctx); err != nil {
			t.Fatal(err)
		}
		if got, _, err := s.Get(ctx, plain.ID); err != nil || got.Source != c.want || got.Format != model.HTML {
			t.Errorf("after %d days the source is %q %q (%v), want %q", c.days, got.Format, got.Source, err, c.want)
		}
	}
	if got, _, err := s.Get(ctx, starred.ID); err != nil || got.Source != starred.Source {
		t.Errorf("the source of the starred article is %q (%v), want it kept", got.Source, err)
	}
}

func TestTheSourceGoesWithItsArticle(t *testing.T) {
	ctx, now := t.Context(), storetest.Noon
	s := storetest.OpenAt(t, func() time.Time { return now })
	a := sourced(1, model.HTML, "<p>page")
	if _, err := s.Put(ctx, true, a); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Mark(ctx, "", []model.ID{a.ID}, model.StatusChange{Removed: storetest.True()}); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		now = now.AddDate(0, 0, store.TrashDays+1)
		if _, err := s.Purge(ctx); err != nil {
			t.Fatal(err)
		}
	}
	var n int
	file := storetest.Raw(t, s.Path())
	if err := file.QueryRowContext(ctx, `SELECT count(*) FROM source`).Scan(&n); err != nil || n != 0 {
		t.Errorf("%d sources are left (%v), want none", n, err)
	}
}
