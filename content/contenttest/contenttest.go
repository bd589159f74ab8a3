// Package contenttest has what the tests of content and its rooms share: libraries, texts, and what they hold.
package contenttest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lede/content"
	"lede/model"
	"lede/model/query"
)

// NewLibrary is an empty one in a folder of its own.
func NewLibrary(t testing.TB, o content.Options) *content.Library {
	t.Helper()
	if o.Path == "" {
		o.Path = filepath.Join(t.TempDir(), "library.db")
	}
	l := content.New(o)
	t.Cleanup(func() { _ = l.Close() })
	return l
}

// Finish takes all steps and returns the last with the errors of all.
func Finish(steps <-chan model.Progress) model.Progress {
	var last model.Progress
	var errs []error
	for s := range steps {
		errs = append(errs, s.Errs...)
		last = s
	}
	last.Errs = errs
	return last
}

// Rows writes n plain rows.
func Rows(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b,
			`{"title":"Row %d","url":"https://news.example/%d","date":"2026-05-%02d","topics":["t%d"],"body":"This is the `+
				`text of row %d, with a few words of its own: w%d."}`+"\n",
			i, i, i%28+1, i%7, i, i)
	}
	return b.String()
}

// Every returns all rows of a library by their IDs.
func Every(t *testing.T, l *content.Library) map[model.ID]model.Row {
	t.Helper()
	found, err := l.Find(t.Context(), query.Query{}, 0, 1_000_000)
	if err != nil {
		t.Fatal(err)
	}
	all := map[model.ID]model.Row{}
	for _, r := range found {
		all[r.ID] = r
	}
	return all
}

// Article is a text of at least n bytes.
func Article(n int) string {
	var b strings.Builder
	b.WriteString("# Tides of the year\n\nThe lead of the story.\n\n")
	for i := 1; b.Len() < n; i++ {
		fmt.Fprintf(&b, "## Part %d\n\nThe water came over the lower quay at six, and stayed for an hour.\n\n", i)
	}
	return b.String()
}

// File writes a file of a name into a folder of its own, and returns its path.
func File(t testing.TB, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Steps opens what a reference leads to, and returns all steps.
func Steps(l *content.Library, ref string) []model.Opening {
	var all []model.Opening
	for o := range l.Open(context.Background(), ref) {
		all = append(all, o)
	}
	return all
}

// Folder makes a folder of n short articles, ten to a folder below it.
func Folder(t testing.TB, n int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		sub := filepath.Join(dir, fmt.Sprintf("d%04d", i/10))
		if i%10 == 0 {
			if err := os.Mkdir(sub, 0o700); err != nil {
				t.Fatal(err)
			}
		}
		text := fmt.Sprintf("---\ntitle: Story %d\ndate: 2026-05-03\ntags: [tides]\n---\n\n%s", i, Article(3000))
		if err := os.WriteFile(filepath.Join(sub, fmt.Sprintf("a%d.md", i)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// ReadAll reads all files below a folder, whole.
func ReadAll(b *testing.B, dir string) {
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			_, err = os.ReadFile(path) //nolint:gosec // a folder of the test
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
}

// PageOf is a page with an article that begins with a lead.
func PageOf(lead string) string {
	return "<html><head><title>Tides</title></head><body><article><h1>Tides</h1><p>" + lead + ". " +
		strings.Repeat(Tides, 9) +
		"</p><h2>After</h2><ul><li>One of them</li><li>Another <a href='/b'>link</a></li></ul></article></body></html>"
}

// LeadOf is the first sentence of an article.
func LeadOf(a model.Article) string {
	if len(a.Blocks()) == 0 {
		return ""
	}
	lead, _, _ := strings.Cut(a.Blocks()[0].Text(), ".")
	return lead
}

// Tides is a sentence that articles of tests are made of.
const Tides = "The gauge on the pier stood at four metres on Sunday, the highest reading since the wall was raised. "

// Titled returns the titles of the rows that a query finds, sorted; they must be as many as it counts.
func Titled(t *testing.T, l *content.Library, text string) []string {
	t.Helper()
	q, err := query.Parse(text, l.Now())
	if err != nil {
		t.Fatal(err)
	}
	rows, err := l.Find(t.Context(), q, 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	titles := []string{}
	for _, r := range rows {
		titles = append(titles, r.Title)
	}
	slices.Sort(titles)
	n, err := l.Count(t.Context(), q)
	if err != nil || n != len(titles) {
		t.Errorf("%s: counted %d of %q (%v)", text, n, titles, err)
	}
	return titles
}

// ScriptPage is a page whose text a script would bring.
const ScriptPage = `<!DOCTYPE html><html><head><title>News</title></head><body>` +
	`<noscript>Please enable JavaScript.</noscript><div id="root"></div><script src="a.js"></script></body></html>`
