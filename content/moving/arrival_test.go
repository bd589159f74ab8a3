package moving_test

import (
	"context"
	"database/sql"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"lede/content/arrive"
	"lede/content/contenttest"
	"lede/content/fetch"
	"lede/content/moving"
	"lede/model"
	"lede/model/query"

	"lede/content"
)

// import1 imports a file into a library and returns the last step, and what was new before.
func import1(t *testing.T, l *content.Library, ref string) (model.Progress, *moving.Arrival) {
	t.Helper()
	a, err := l.Arrive(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	last := contenttest.Finish(l.Import(t.Context(), a))
	for _, err := range last.Errs {
		t.Error(err)
	}
	return last, a
}

// written writes a file and returns its path.
func written(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// found are the titles that a query finds, with commas between.
func found(t *testing.T, l *content.Library, q string) string {
	t.Helper()
	parsed, err := query.Parse(q, l.Now())
	if err != nil {
		t.Fatal(err)
	}
	rows, err := l.Find(t.Context(), parsed, 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	titles := make([]string, len(rows))
	for i, r := range rows {
		titles[i] = r.Title
	}
	return strings.Join(titles, ", ")
}

const raindrops = `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite
1,Tides,Ask *Ada*.,,https://pier.example/1,Water,slow news,2024-01-02T03:04:05Z,,,true
2,Nets,,,https://pier.example/2,Unsorted,,2024-01-03T03:04:05Z,,,false
`

// TestWhatArrivesIsThereOnce imports the same twice, takes an article away, and imports it again.
func TestWhatArrivesIsThereOnce(t *testing.T) {
	l := contenttest.NewLibrary(t, content.Options{})
	path := written(t, "raindrop.csv", raindrops)
	if _, a := import1(t, l, path); a.NewEntries != 2 {
		t.Errorf("%d are new, want 2", a.NewEntries)
	}
	if last, a := import1(t, l, path); a.NewEntries != 0 || last.Added != 0 || last.Known != 2 {
		t.Errorf("the second time %d are new: %+v", a.NewEntries, last)
	}
	for q, want := range map[string]string{
		"": "Nets, Tides", "is:starred": "Tides", "topic:water": "Tides", `topic:"slow ` +
			`news"`: "Tides", "is:saved": "Nets, Tides", "ada": "Tides",
	} {
		if got := found(t, l, q); got != want {
			t.Errorf("%q finds %q, want %q", q, got, want)
		}
	}
	ids, err := l.IDs(t.Context(), query.Query{})
	if err != nil {
		t.Fatal(err)
	}
	gone := true
	if _, err := l.Mark(t.Context(), "remove", ids, model.StatusChange{Removed: &gone}); err != nil {
		t.Fatal(err)
	}
	if _, a := import1(t, l, path); a.NewEntries != 0 {
		t.Errorf("%d removed ones are new", a.NewEntries)
	}
	if got := found(t, l, ""); got != "" {
		t.Errorf("removed ones have come back: %q", got)
	}
}

// TestATextIsNotLostToItsAddress imports the address of an article whose text is kept.
func TestATextIsNotLostToItsAddress(t *testing.T) {
	l := contenttest.NewLibrary(
		t,
		content.Options{
			Stdin: strings.NewReader(`{"title":"Tides","url":"https://pier.example/1","body":"High water comes at noon."}`),
		},
	)
	contenttest.Finish(l.Add(t.Context(), []string{"-"}, content.JSONLines))
	import1(t, l, written(t, "raindrop.csv", raindrops))
	if got := found(t, l, "noon ada topic:water is:starred"); got != "Tides" {
		t.Errorf("found %q", got)
	}
	import1(t, l, written(t, "raindrop.csv", raindrops))
	if versions, err := l.Versions(t.Context(), idOf(t, l, "noon")); err != nil || len(versions) != 2 {
		t.Errorf("with the notes, its versions are %+v (%v)", versions, err)
	}
	import1(t, l, written(t, "raindrop.csv", strings.Replace(raindrops, "Ask *Ada*.", "Ask Ben too.", 1)))
	if got := found(t, l, "noon ada ben"); got != "Tides" {
		t.Errorf("with another note, found %q", got)
	}
}

// TestThePageOfAnAddressIsFetchedWhenItIsOpened opens an article that came without a text, reads another one, and
// fetches the rest.
func TestThePageOfAnAddressIsFetchedWhenItIsOpened(t *testing.T) {
	var asked atomic.Int32
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" || r.URL.Path == "/gone" {
			http.NotFound(w, r)
			return
		}
		asked.Add(1)
		_, _ = fmt.Fprint(w, contenttest.PageOf("Page "+r.URL.Path))
	}))
	defer s.Close()
	l := contenttest.NewLibrary(t, content.Options{
		Web:  &fetch.Web{NotOpen: func(netip.Addr) bool { return false }},
		Rest: func(context.Context, time.Duration) error { return nil },
	})
	rows := "id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n"
	for _, name := range []string{"a", "b", "c", "gone"} {
		rows += "1,Row " + name + ",Note " + name + ".,," + s.URL + "/" + name + ",Water,,,,,true\n"
	}
	import1(t, l, written(t, "raindrop.csv", rows))
	first, err := l.IDs(t.Context(), mustParse(t, `title:"row a"`))
	if err != nil || len(first) != 1 {
		t.Fatalf("got %v (%v)", first, err)
	}
	got := contenttest.Steps(l, string(first[0]))
	last := got[len(got)-1].Article
	if len(got) != 2 || !got[0].Article.Partial || contenttest.LeadOf(last) != "Page /a" || last.Words == 0 {
		t.Errorf("got %+v", got)
	}
	if notes, ok := last.Notes(); !ok || notes.Blocks[0].Text() != "Note a." {
		t.Errorf("the notes are %+v", notes)
	}
	if again := contenttest.Steps(
		l,
		string(first[0]),
	); len(again) != 1 || contenttest.LeadOf(again[0].Article) != "Page /a" ||
		asked.Load() != 1 {
		t.Errorf("opened again, it is %+v, and pages were asked for %d times", again, asked.Load())
	}
	if versions, err := l.Versions(t.Context(), first[0]); err != nil || len(versions) != 1 {
		t.Errorf("its versions are %+v (%v)", versions, err)
	}
	if a, err := l.Read(t.Context(), string(idOf(t, l, `title:"row b"`))); err != nil ||
		contenttest.LeadOf(a) != "Page /b" {
		t.Errorf("read, it is %+v (%v)", a, err)
	}
	fetched := contenttest.Finish(l.Fetch(t.Context(), query.Query{}, 10))
	if fetched.Added != 1 || len(fetched.Errs) != 1 || asked.Load() != 3 {
		t.Errorf("fetched %+v, and pages were asked for %d times", fetched, asked.Load())
	}
	if got := found(t, l, "is:starred topic:water -is:read"); strings.Count(got, ",") != 3 {
		t.Errorf("found %q", got)
	}
	gone, err := l.Read(t.Context(), string(idOf(t, l, `title:"row gone"`)))
	if err != nil || !strings.Contains(gone.Markdown(), "Only the address of this article is in your library.") {
		t.Errorf("a page that is gone: %q (%v)", gone.Markdown(), err)
	}
}

func idOf(t *testing.T, l *content.Library, q string) model.ID {
	t.Helper()
	ids, err := l.IDs(t.Context(), mustParse(t, q))
	if err != nil || len(ids) != 1 {
		t.Fatalf("%s: got %v (%v)", q, ids, err)
	}
	return ids[0]
}

func mustParse(t *testing.T, s string) query.Query {
	t.Helper()
	q, err := query.Parse(s, time.Unix(0, 0))
	if err != nil {
		t.Fatal(err)
	}
	return q
}

// TestItemsOfFeedsArrive imports a cache of newsboat: two items with one address are two, and what was deleted there
// stays away.
func TestItemsOfFeedsArrive(t *testing.T) {
	path := filepath.Join(t.TempDir(), "cache.db")
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.ExecContext(t.Context(), `CREATE TABLE rss_feed (rssurl TEXT, url TEXT, title TEXT, etag TEXT);
		CREATE TABLE rss_item (guid TEXT, title TEXT, author TEXT, url TEXT, feedurl TEXT, pubDate INTEGER, content `+
		`TEXT, unread INTEGER, flags TEXT, deleted INTEGER);
		INSERT INTO rss_feed VALUES ('https://pier.example/rss', 'https://pier.example/', 'Pier', 'W/"1"');
		INSERT INTO rss_item VALUES ('1', 'Tides', 'Ada', 'https://pier.example/', 'https://pier.example/rss', `+
		`1772434800, '<p>High water comes at <b>noon</b>.</p><script>x</script>', 0, 'sw', 0),
			('2', 'Nets', '', 'https://pier.example/', 'https://pier.example/rss', 1772434801, 'They are tarred &amp; `+
		`dried.', 1, '', 0),
			('3', 'Gone', '', 'https://pier.example/3', 'https://pier.example/rss', 1772434802, 'Away.', 0, '', 1),
			('4', 'Elsewhere', '', 'https://quay.example/4', 'https://quay.example/rss', 1772434803, 'Not followed.', 1, `+
		`'', 0)`)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	l := contenttest.NewLibrary(t, content.Options{})
	if _, a := import1(t, l, path); a.NewEntries != 4 || a.NewFeeds != 1 {
		t.Errorf("%d entries and %d feeds are new", a.NewEntries, a.NewFeeds)
	}
	if _, a := import1(t, l, path); a.NewEntries != 0 || a.NewFeeds != 0 {
		t.Errorf("the second time %d entries and %d feeds are new", a.NewEntries, a.NewFeeds)
	}
	for q, want := range map[string]string{
		"": "Elsewhere, Nets, Tides", "noon topic:s topic:w " +
			"by:ada": "Tides", "is:read": "Tides", "is:saved": "", "tarred": "Nets",
	} {
		if got := found(t, l, q); got != want {
			t.Errorf("%q finds %q, want %q", q, got, want)
		}
	}
	s, err := l.Store(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	feeds, err := s.Feeds.All(t.Context())
	if err != nil || len(feeds) != 1 || feeds[0].ETag != `W/"1"` || feeds[0].Title != "Pier" || feeds[0].Name != "" ||
		feeds[0].Modified != "" {
		t.Fatalf("the feeds are %+v (%v)", feeds, err)
	}
	items, err := s.Feeds.Items(t.Context(), feeds[0].ID)
	if err != nil || len(items) != 3 || items["1"].Article == "" || items["1"].Article == items["2"].Article ||
		items["3"].Article == "" {
		t.Errorf("its items are %+v (%v)", items, err)
	}
}

// TestAnImportThatIsStoppedKeepsWholeBatches stops an import before it has begun.
func TestAnImportThatIsStoppedKeepsWholeBatches(t *testing.T) {
	l := contenttest.NewLibrary(t, content.Options{})
	a, err := l.Arrive(t.Context(), written(t, "raindrop.csv", raindrops))
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if last := contenttest.Finish(l.Import(ctx, a)); !last.Last || len(last.Errs) > 0 {
		t.Errorf("got %+v", last)
	}
}

// TestTextsThatAreHereAreNotReadAgain imports a list of letters twice, the second time with one that was read since.
func TestTextsThatAreHereAreNotReadAgain(t *testing.T) {
	l := contenttest.NewLibrary(t, content.Options{})
	dir := t.TempDir()
	letter := func(n int, flags string) {
		text := fmt.Sprintf("From: Ida <ida@harbour.example>\nMessage-ID: <%d@harbour.example>\nSubject: Tide %[1]d\n\n"+
			"The tide of the %[1]d. day came over the quay.\n", n)
		path := filepath.Join(dir, "cur", fmt.Sprintf("%d:2,%s", n, flags))
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"cur", "new", "tmp"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	letter(1, "")
	letter(2, "")
	if last, _ := import1(t, l, dir); last.Added != 2 {
		t.Fatalf("the first import: %+v", last)
	}
	if err := os.Rename(filepath.Join(dir, "cur", "1:2,"), filepath.Join(dir, "cur", "1:2,S")); err != nil {
		t.Fatal(err)
	}
	letter(3, "")
	a, err := l.Arrive(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	var read atomic.Int32
	for _, r := range a.Records {
		e, ok := r.(*arrive.Entry)
		if !ok {
			continue
		}
		load := e.Text.Load
		e.Text.Load = func(ctx context.Context) ([]byte, error) {
			read.Add(1)
			return load(ctx)
		}
	}
	last := contenttest.Finish(l.Import(t.Context(), a))
	if last.Added != 1 || last.Done != 3 || len(last.Errs) > 0 || read.Load() != 1 {
		t.Errorf("the second import reads %d texts: %+v", read.Load(), last)
	}
	if got := contenttest.Titled(t, l, "is:read"); len(got) != 1 || got[0] != "Tide 1" {
		t.Errorf("read: %q", got)
	}
}

// TestNotesOfTheSameNameAreTwo imports two folders of notes that are called alike, and a note that has been edited.
func TestNotesOfTheSameNameAreTwo(t *testing.T) {
	l := contenttest.NewLibrary(t, content.Options{})
	dir := t.TempDir()
	note := func(folder, text string) string {
		t.Helper()
		path := filepath.Join(dir, folder)
		if err := os.MkdirAll(path, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(path, "index.md"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	const pier = "# The pier\n\nIt is made of oak, and it has stood for a hundred years. The sea takes a plank a year.\n"
	one, two := note("pier", pier), note("mill", "# The mill\n\nThe wheel has stood still since spring.\n")
	for path, want := range map[string]int{one: 1, two: 1} {
		if last, a := import1(t, l, path); a.NewEntries != want || last.Added != want {
			t.Errorf("%s: %d are new: %+v", filepath.Base(path), a.NewEntries, last)
		}
	}
	if last, a := import1(t, l, one); a.NewEntries != 0 || last.Added != 0 || last.Known != 1 {
		t.Errorf("the second time %d are new: %+v", a.NewEntries, last)
	}
	import1(t, l, note("pier", pier+"\nThis year it took two.\n"))
	if got := found(t, l, "two"); got != "The pier" {
		t.Errorf("the edited note: found %q", got)
	}
	if versions, err := l.Versions(t.Context(), idOf(t, l, "oak")); err != nil || len(versions) != 2 {
		t.Errorf("its versions are %+v (%v)", versions, err)
	}
	import1(t, l, note("other/pier", "# The ferry\n\nNobody has seen her since Monday.\n"))
	if got := contenttest.Titled(t, l, ""); len(got) != 3 {
		t.Errorf("with a note of another folder of the same name there are %q", got)
	}
}
