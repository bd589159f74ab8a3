package arrive

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lede/model/address"
	"lede/model/clean"
)

// FuzzOpen imports files of all kinds. Whatever is in them, what comes out is clean, its addresses have passed the
// gate, and the same bytes give the same records.
func FuzzOpen(f *testing.F) {
	for _, seed := range []string{
		"https://pier.example/f \"~Pier\" nets\n\"query:A:unread = \\\"yes\\\"\"\n", "exec:x\nfilter:a:https://b.example/\n",
		"bind-key J next-unread\nmacro k open ; quit -- \"x\"\nbind \"<C-a>g\" all home\n",
		`<opml><body><outline text="a"><outline xmlUrl="https://pier.example/f" category="/a/b,c"/></outline></body></opml>`,
		"title,url,time_added,tags,status\n\"a\"\"b\",https://pier.example/1,1500000000,a|b,archive\n",
		"URL,Title,Selection,Folder,Timestamp,Tags\nhttps://pier.example/1,One,x,Archive,1,\"[\"\"\\u00e9\"\"]\"\n",
		"Highlight,Book Title,Book Author\nx,y,z\n", "url,folder,created,tags\nhttps://pier.example/1,a/b,2024,c\n",
		"<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><H3>a</H3>" +
			"<DL><DT><A HREF=\"https://pier.example/1\">b</A><DD>c</DL></DL>",
		"<title>Pocket Export</title><h1>Unread</h1><a href=\"https://pier.example/1\" time_added=\"1\" tags=\"a,b\">x</a>",
		`[{"url":"https://pier.example/1","is_archived":1,"tags":["a",{"label":"b"}],"content":"<p>x</p>"}]`,
		`{"items":[{"title":"a","alternate":[{"href":"https://pier.example/1"}],"categories":["user/-/label/x"]}]}`,
		`[{"slug":"a","savedAt":"2024","url":"https://pier.example/1","labels":["x"],"state":"Archived"}]`,
		"From: a@pier.example\nMessage-ID: <1@pier.example>\nSubject: x\n\nText.\n", "SQLite format 3\x00", "PK\x03\x04",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(t.TempDir(), "file")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		a, err := Open(t.Context(), path)
		if err != nil {
			return
		}
		defer a.Close()
		for _, r := range a.Records {
			checkRecord(t, r)
		}
		if again := told(t, path); again != told(t, path) {
			t.Errorf("the same bytes give %q and then something else", again)
		}
	})
}

// checkRecord looks for what must not be in a record.
func checkRecord(t *testing.T, r Record) {
	t.Helper()
	var lines, urls []string
	switch r := r.(type) {
	case *Feed:
		lines, urls = append(r.Tags, r.Title, r.Folder), []string{r.URL, r.Site}
	case *Entry:
		lines, urls = append(append(r.Topics, r.Authors...), r.Title), []string{r.URL, r.Feed}
		if clean.Text(r.Note) != r.Note {
			t.Errorf("the note %q is not clean", r.Note)
		}
		if r.Text != nil {
			if _, err := r.Text.Load(context.Background()); err != nil {
				t.Error(err)
			}
		}
	case *Query:
		lines = []string{r.Title, r.Query, r.Was}
	case *Binding:
		lines = append(r.Actions, r.Was, r.Key, r.Macro, r.Reason)
	case *Skipped:
		lines = []string{r.Text, r.Reason, r.Paste}
		if len([]rune(r.Text)) > MaxShown || r.Line+r.Record == 0 && r.File == "" {
			t.Errorf("a skipped part: %+v", r)
		}
	}
	for _, s := range lines {
		if clean.Line(s) != s {
			t.Errorf("%q is not clean", s)
		}
	}
	for _, url := range urls {
		if _, err := address.Check(url, ""); url != "" && (err != nil || strings.ContainsAny(url, " \n")) {
			t.Errorf("the address %q: %v", url, err)
		}
	}
}
