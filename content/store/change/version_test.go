package change_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lede/content/store"
	"lede/content/store/db"
	"lede/content/store/draft"
	"lede/content/store/storetest"
	"lede/model"
	"lede/model/query"
)

func sale() []string {
	return []string{
		"Buy this domain today and make it yours.", "It is for sale to whoever asks first.",
		"Ask us for a price by mail.",
	}
}

// TestANewerTextIsAVersion changes an article, and looks for both texts.
func TestANewerTextIsAVersion(t *testing.T) {
	ctx, now := t.Context(), storetest.Noon
	s := storetest.OpenAt(t, func() time.Time { return now })
	first := storetest.Story(storetest.Harbour, "Harbour towns brace", "Ada Okafor", storetest.Tides()...)
	first.Format, first.Source = model.HTML, "<p>"+strings.Join(storetest.Tides(), "</p><p>")+"</p>"
	storetest.Put(t, s, first)
	if _, err := s.Mark(ctx, "star", []model.ID{first.ID},
		model.StatusChange{Starred: storetest.True(), Read: storetest.True()}); err != nil {
		t.Fatal(err)
	}
	now = now.Add(time.Hour)
	second := storetest.Story(storetest.Harbour+"?utm_source=feed", "Harbour towns brace", "Ada Okafor",
		append(storetest.Tides(), "One boat came home in the evening.")...)
	if kept := storetest.Put(t, s, second); kept != (model.Kept{ID: first.ID, How: model.Updated}) {
		t.Errorf("the newer text is %+v", kept)
	}
	if kept := storetest.Put(t, s, second); kept.How != model.Known {
		t.Errorf("put again it is %+v", kept)
	}
	all, err := s.Versions(ctx, first.ID)
	if err != nil || len(all) != 2 || !all[0].Seen || all[0].Newest || !all[1].Newest || all[1].Seen ||
		!all[1].Came.Equal(now) || !all[0].Came.Equal(storetest.Noon) {
		t.Errorf("the versions are %+v (%v)", all, err)
	}
	if seen, newest, err := s.Seen(ctx, first.ID); err != nil || seen != 1 || newest != 2 {
		t.Errorf("seen is %d of %d (%v)", seen, newest, err)
	}
	old, err := s.GetVersion(ctx, first.ID, 1)
	if err != nil || len(old.Sections[0].Blocks) != 5 || old.Title != first.Title || old.Source != first.Source ||
		old.ID != first.ID {
		t.Errorf("the first text is %+v (%v)", old, err)
	}
	for revision, want := range map[int]error{2: nil, 0: db.ErrNotFound, 3: db.ErrNotFound} {
		if _, err := s.GetVersion(ctx, first.ID, revision); !errors.Is(err, want) {
			t.Errorf("version %d: %v, want %v", revision, err, want)
		}
	}
	for words, want := range map[string]int{"evening": 1, "harbour": 1} {
		if n, err := s.Count(ctx, storetest.Parsed(t, words)); err != nil || n != want {
			t.Errorf("%q finds %d (%v), want %d", words, n, err, want)
		}
	}
	if err := s.KeepPlace(ctx, first.ID, model.Place{Block: 1}, 20); err != nil {
		t.Fatal(err)
	}
	if seen, _, err := s.Seen(ctx, first.ID); err != nil || seen != 2 {
		t.Errorf("after reading it, seen is %d (%v)", seen, err)
	}
	if err := s.Revert(ctx, first.ID, 1); err != nil {
		t.Fatal(err)
	}
	got, st, err := s.Get(ctx, first.ID)
	if err != nil || len(got.Sections[0].Blocks) != 5 || !st.Starred {
		t.Errorf("brought back it has %d blocks, %+v (%v)", len(got.Sections[0].Blocks), st, err)
	}
	if all, err := s.Versions(ctx, first.ID); err != nil || len(all) != 3 {
		t.Errorf("then the versions are %+v (%v)", all, err)
	}
	if n, err := s.Count(ctx, storetest.Parsed(t, "evening")); err != nil || n != 0 {
		t.Errorf("search finds what is no part of the newest text: %d (%v)", n, err)
	}
}

// TestWhatIsKeptStaysKept puts texts that name a kept, starred article, and are unlike it or only a part of it.
func TestWhatIsKeptStaysKept(t *testing.T) {
	kept := storetest.Story(storetest.Harbour, "Harbour towns brace", "Ada Okafor", storetest.Tides()...)
	other := func(change func(a *model.Article)) model.Article {
		a := storetest.Story(storetest.Harbour, "This domain is for sale", "", sale()...)
		if change != nil {
			change(&a)
		}
		return a
	}
	for _, c := range []struct {
		name string
		put  model.Article
		want model.KeptHow
	}{
		{"a domain for sale", other(nil), model.Apart},
		{"a file that names the address", other(func(a *model.Article) { a.ID = model.NewID("file") }), model.Apart},
		{"a row that names the ID", other(func(a *model.Article) { a.URL = "https://elsewhere.example/" }), model.Apart},
		{"another story of the same author at the same canonical address", other(func(a *model.Article) {
			a.Byline, a.Found = []string{"Ada Okafor"}, "https://courier.example/other"
		}), model.Apart},
		{
			"a page behind a wall",
			storetest.Story(storetest.Harbour, "Harbour towns brace", "Ada Okafor", storetest.Tides()[0]), model.Known,
		},
		{
			"a live page of the same author", other(func(a *model.Article) { a.Byline = []string{"Ada Okafor"} }),
			model.Updated,
		},
		{"a front page of the same name", other(func(a *model.Article) { a.Title = "Harbour towns brace" }), model.Updated},
		{
			"the same text under another title",
			storetest.Story(storetest.Harbour, "What the night left", "", storetest.Tides()...), model.Updated,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			ctx, s := t.Context(), storetest.Open(t)
			storetest.Put(t, s, kept)
			if _, err := s.Mark(ctx, "star", []model.ID{kept.ID}, model.StatusChange{Starred: storetest.True()}); err != nil {
				t.Fatal(err)
			}
			got := storetest.Put(t, s, c.put)
			if got.How != c.want {
				t.Fatalf("it is %+v, want %s", got, c.want)
			}
			if apart := got.How == model.Apart; apart != (got.ID != kept.ID) || apart != (got.Of == kept.ID) {
				t.Errorf("it is %+v of %s", got, kept.ID)
			}
			first, err := s.GetVersion(ctx, kept.ID, 1)
			if err != nil || first.Title != kept.Title || len(first.Sections[0].Blocks) != 5 {
				t.Errorf("what was kept is %q, %d blocks (%v)", first.Title, len(first.Sections[0].Blocks), err)
			}
			if _, st, err := s.Get(ctx, kept.ID); err != nil || !st.Starred {
				t.Errorf("its status is %+v (%v)", st, err)
			}
			if again := storetest.Put(t, s, c.put); again.ID != got.ID || again.How != model.Known {
				t.Errorf("put again it is %+v, want %s known", again, got.ID)
			}
			if wrong, err := s.Check(ctx); err != nil || len(wrong) > 0 {
				t.Error(wrong, err)
			}
		})
	}
}

// TestAVersionLeavesTheAddressThatAnArticleHas puts newer texts that name the ID, and no address or another one.
func TestAVersionLeavesTheAddressThatAnArticleHas(t *testing.T) {
	ctx, s := t.Context(), storetest.Open(t)
	storetest.Put(t, s, storetest.Story(storetest.Harbour, "Harbour towns brace", "Ada Okafor", storetest.Tides()...))
	const moved = "https://courier.example/2026/harbour"
	for i, address := range []string{"", moved, ""} {
		newer := storetest.Story(address, "Harbour towns brace", "Ada Okafor",
			append(storetest.Tides(), fmt.Sprintf("Then %d boats came home.", i+2))...)
		newer.ID = model.NewID(storetest.Harbour)
		if kept := storetest.Put(t, s, newer); kept.How != model.Updated || kept.ID != newer.ID {
			t.Errorf("at %q it is %+v", address, kept)
		}
		want := []string{storetest.Harbour, moved, moved}[i]
		if got, _, err := s.Get(ctx, newer.ID); err != nil || got.URL != want || got.Ref != want {
			t.Errorf("after a text at %q it is at %q, %q (%v), want %q", address, got.URL, got.Ref, err, want)
		}
		held, err := s.Held(ctx, []string{storetest.Harbour, want})
		if err != nil || len(held) != 2 || held[0].ID != newer.ID || held[1].ID != newer.ID {
			t.Errorf("after a text at %q its addresses lead to %+v (%v)", address, held, err)
		}
	}
}

// TestArticlesThatShareACanonicalAddressStayApart puts three pages of one host that name the same one.
func TestArticlesThatShareACanonicalAddressStayApart(t *testing.T) {
	s := storetest.Open(t)
	ids := make(map[model.ID]bool)
	for range 2 {
		for i, sentences := range [][]string{
			storetest.Tides(), sale(),
			{"The ferry leaves at six.", "Trains are late in the north.", "A bus takes those who wait."},
		} {
			a := storetest.Story("https://courier.example/",
				fmt.Sprintf("Story of the %s", []string{"harbour", "market", "ferry"}[i]),
				"The desk", sentences...)
			a.Title = []string{"Harbour towns brace", "Buy a domain", "Ferries and trains"}[i]
			a.Found = fmt.Sprintf("https://courier.example/%d", i)
			ids[storetest.Put(t, s, a).ID] = true
		}
	}
	if n, err := s.Count(t.Context(), query.Query{}); err != nil || n != 3 || len(ids) != 3 {
		t.Errorf("%d articles are kept under %d IDs (%v), want 3", n, len(ids), err)
	}
	held, err := s.Held(t.Context(), []string{"https://courier.example/1", "https://courier.example/2"})
	if err != nil || len(held) != 2 || held[0].Title != "Buy a domain" || held[1].Title != "Ferries and trains" {
		t.Errorf("at their addresses are %+v (%v)", held, err)
	}
}

// TestAnEarlierTextThatIsBroughtBackInChangesNothing imports what was exported before the article changed.
func TestAnEarlierTextThatIsBroughtBackInChangesNothing(t *testing.T) {
	ctx, s := t.Context(), storetest.Open(t)
	first := storetest.Story(storetest.Harbour, "Harbour towns brace", "Ada Okafor", storetest.Tides()...)
	storetest.Put(t, s, first)
	storetest.Put(t, s, storetest.Story(storetest.Harbour, "Harbour towns brace", "Ada Okafor",
		append(storetest.Tides(), "One boat came home.")...))
	ready, err := draft.Prepare(model.Record{Article: first, Status: model.Status{Saved: true, Starred: true}})
	if err != nil {
		t.Fatal(err)
	}
	kept, err := s.Restore(ctx, ready)
	if err != nil || kept[0].How != model.Known {
		t.Errorf("it is %+v (%v)", kept, err)
	}
	if got, st, err := s.Get(ctx, first.ID); err != nil || len(got.Sections[0].Blocks) != 6 || !st.Starred {
		t.Errorf("the article has %d blocks, %+v (%v)", len(got.Sections[0].Blocks), st, err)
	}
	if kept, err := s.Restore(ctx, ready.Fetched()); err != nil || kept[0].How != model.Updated {
		t.Errorf("a page that has its first text again is %+v (%v)", kept, err)
	}
}

// TestVersionsAreThinnedByAge makes a text a day's third for four months, and looks through them.
func TestVersionsAreThinnedByAge(t *testing.T) {
	ctx, now := t.Context(), storetest.Noon
	s, err := store.Open(ctx, filepath.Join(t.TempDir(), "library.db"),
		store.Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	starred := storetest.Story("https://courier.example/starred", "A starred page", "", storetest.Tides()...)
	page := storetest.Story(storetest.Harbour, "Harbour towns: live", "", storetest.Tides()...)
	const texts = 3 * 120
	for i := range texts {
		if i == 1 {
			if _, err := s.Mark(ctx, "star", []model.ID{starred.ID},
				model.StatusChange{Starred: storetest.True()}); err != nil {
				t.Fatal(err)
			}
		}
		for _, a := range []model.Article{starred, page} {
			a.Sections = []model.Section{
				{Blocks: append(a.Sections[0].Blocks[:5:5],
					model.Prose{Kind: model.Paragraph, Source: fmt.Sprintf("The tide stood at %d at the gauge.", i)})},
			}
			a.Words = a.CountWords()
			storetest.Put(t, s, a)
		}
		now = now.Add(8 * time.Hour)
	}
	for range 2 {
		if _, err := s.Purge(ctx); err != nil {
			t.Fatal(err)
		}
		now = now.AddDate(0, 0, 1)
	}
	all, err := s.Versions(ctx, starred.ID)
	if err != nil || len(all) != texts {
		t.Errorf("of the starred page %d texts are left (%v), want all %d", len(all), err, texts)
	}
	all, err = s.Versions(ctx, page.ID)
	if err != nil || len(all) < 3*6+53+2 || len(all) > 3*8+54+4 {
		t.Errorf("of the other %d texts are left (%v)", len(all), err)
	}
	if all[0].Revision != 1 || all[len(all)-1].Revision != texts {
		t.Errorf("they run from %d to %d", all[0].Revision, all[len(all)-1].Revision)
	}
}
