package arrive

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// folder writes files, by their names, and returns the folder.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// file writes a file and returns its path.
func file(t *testing.T, name, text string) string {
	t.Helper()
	return filepath.Join(folder(t, map[string]string{name: text}), name)
}

// told is what a source holds, a line for each record.
func told(t *testing.T, path string) string {
	t.Helper()
	a, err := Open(t.Context(), path)
	if err != nil {
		return "error: " + err.Error()
	}
	defer a.Close()
	lines := []string{a.Kind}
	for _, r := range a.Records {
		lines = append(lines, line(t, r))
	}
	return strings.Join(lines, "\n")
}

func line(t *testing.T, r Record) string {
	t.Helper()
	var b strings.Builder
	say := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, " %s=%s", name, value)
		}
	}
	list := func(name string, values []string) { say(name, strings.Join(values, "|")) }
	yes := func(name string, is bool) {
		if is {
			b.WriteString(" " + name)
		}
	}
	switch r := r.(type) {
	case *Feed:
		b.WriteString("feed " + r.URL)
		say("title", r.Title)
		say("folder", r.Folder)
		list("tags", r.Tags)
		yes("hidden", r.Hidden)
		say("site", r.Site)
		say("etag", r.ETag)
	case *Entry:
		b.WriteString("entry " + r.URL)
		say("id", r.ID)
		say("feed", r.Feed)
		say("title", r.Title)
		list("by", r.Authors)
		say("date", day(r.Date))
		say("published", day(r.Published))
		list("topics", r.Topics)
		yes("archived", r.Archived)
		yes("starred", r.Starred)
		yes("read", r.Read)
		yes("deleted", r.Deleted)
		say("note", strings.ReplaceAll(r.Note, "\n", "/"))
		if r.Text != nil {
			text, err := r.Text.Load(context.Background())
			if err != nil {
				t.Error(err)
			}
			say("text", strings.ReplaceAll(strings.TrimSpace(string(text)), "\n", "/"))
		}
	case *Query:
		fmt.Fprintf(&b, "query %s=%s", r.Title, r.Query)
	case *Binding:
		b.WriteString("key " + r.Key)
		say("file", r.File)
		fmt.Fprintf(&b, " %d", r.Line)
		say("macro", r.Macro)
		list("do", r.Actions)
		say("reason", r.Reason)
	case *Skipped:
		b.WriteString("skipped")
		say("file", r.File)
		fmt.Fprintf(&b, " %d", r.Line+r.Record)
		say("reason", r.Reason)
		say("paste", r.Paste)
	}
	return b.String()
}

func day(d Date) string {
	switch {
	case d.At.IsZero():
		return ""
	case d.Day:
		return d.At.Format("2006-01-02")
	}
	return d.At.Format("2006-01-02T15:04:05.999Z07:00")
}

// same compares what a source holds with some lines.
func same(t *testing.T, path string, want ...string) {
	t.Helper()
	if diff := cmp.Diff(strings.Join(want, "\n"), told(t, path)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", filepath.Base(path), diff)
	}
}

// TestTheKindIsFoundByTheContent gives sources names of other kinds.
func TestTheKindIsFoundByTheContent(t *testing.T) {
	for name, c := range map[string]struct{ text, kind string }{
		"feeds.txt": {`<opml><body><outline xmlUrl="https://pier.example/f"/></body></opml>`, "OPML"},
		"list.opml": {"https://pier.example/f nets\nhttps://quay.example/f\n", "newsboat urls"},
		"urls.csv":  {"url;title;time_added;status\nhttps://pier.example/1;One;1600000000;archive\n", "Pocket"},
		"cache.db":  {`[{"is_starred":true,"url":"https://pier.example/1","title":"One"}]`, "wallabag"},
		"notes.json": {"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><DT><A HREF=\"https://pier.example/1\">One</A></DL>" +
			"", "bookmarks"},
		"mbox.html": {"From: Ada <ada@pier.example>\nMessage-ID: <1@pier.example>\nSubject: Tides\n\nHigh.\n", "mail"},
		"starred.xml": {`{"id":"user/-/state/com.google/starred","items":[{"title":"One","alternate":[{"href":"https://` +
			`pier.example/1"}]}]}`, "starred items"},
	} {
		got, _, _ := strings.Cut(told(t, file(t, name, c.text)), "\n")
		if got != c.kind {
			t.Errorf("%s: got %q, want %q", name, got, c.kind)
		}
	}
}

// TestWhatIsNoExportIsRefused gives texts and other files that hold none of it.
func TestWhatIsNoExportIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want error
	}{
		"urls":      {"The keeper wrote:\nSee https://pier.example/f for more.\nGood night.\n", ErrUnknown},
		"page.html": {"<!DOCTYPE html><html><body><p>Tides</p></body></html>", ErrUnknown},
		"feed.json": {`{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"https://pier.example/` +
			`1"}]}`, ErrUnknown},
		"rows.csv": {"name,price\nnet,3\n", ErrUnknown},
		"nothing":  {"", ErrEmpty},
		"bytes":    {"\x00\x01\x02\x03\xff\xfe\x00", ErrUnknown},
	} {
		if _, err := Open(t.Context(), file(t, name, c.text)); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", name, err, c.want)
		}
	}
	if _, err := Open(t.Context(), filepath.Join(t.TempDir(), "missing")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing file: got %v", err)
	}
	if _, err := Open(t.Context(), folder(t, map[string]string{"a.txt": "Tides."})); !errors.Is(err, ErrUnknown) {
		t.Errorf("a folder of texts: got %v", err)
	}
}

// TestTheSourceStaysAsItIs reads sources that may not be written, and compares them afterwards.
func TestTheSourceStaysAsItIs(t *testing.T) {
	path := file(t, "urls", "https://pier.example/f\n")
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	told(t, path)
	after, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("it was %q and is %q (%v)", before, after, err)
	}
	list, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(list) != 1 {
		t.Errorf("beside it there is %v (%v)", list, err)
	}
}

// TestAnImportCanBeStopped stops one before it has begun.
func TestAnImportCanBeStopped(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	dir := folder(t, map[string]string{"a.md": "One.", "b.md": "Two."})
	if _, err := Open(ctx, dir); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
