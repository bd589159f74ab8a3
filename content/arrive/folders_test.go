package arrive

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// zipped writes a zip file of some files, in the order of their names and texts.
func zipped(t *testing.T, namesAndTexts ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(namesAndTexts); i += 2 {
		f, err := w.Create(namesAndTexts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(namesAndTexts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return file(t, "export.zip", b.String())
}

// TestNotesInMarkdown reads a folder as Obsidian keeps it.
func TestNotesInMarkdown(t *testing.T) {
	same(
		t,
		folder(t, map[string]string{
			".obsidian/app.json": "{}",
			".trash/old.md":      "Old.",
			"picture.png":        "\x89PNG",
			"a.md": "---\ntitle: \"Tides: high\"\nsource: https://pier.example/1\nauthor:\n  - \"[[Ada " +
				"Weir]]\"\npublished: 2026-02-20\ncreated: 2026-03-01\ntags:\n  - clippings\n  - \"water/deep\"\n---\nEbb.\n",
			"b/c.md": "---\nurl: https://pier.example/2\ntags: \"#boats, slow news\"\ncreated: " +
				"2026-03-01T10:00:00+01:00\n---\n",
			"d.md":       "# Rungs\n\nNine.\n",
			"e.md":       " \n",
			"f.markdown": "---\ntags: boats nets\n---\nText.",
		}),
		"Markdown",
		"entry https://pier.example/1 title=Tides: high by=Ada Weir date=2026-03-01 published=2026-02-20 "+
			"topics=clippings|water/deep text="+
			"---/title: \"Tides: high\"/source: https://pier.example/1/author:/  - \"[[Ada Weir]]\"/published: "+
			"2026-02-20/created: 2026-03-01/tags:/  - clippings/  - \"water/deep\"/---/Ebb.",
		"entry https://pier.example/2 title=c date=2026-03-01T09:00:00Z topics=boats|slow news",
		"entry  title=Rungs text=# Rungs//Nine.",
		"skipped file=e.md 1 reason=The file is empty.",
		"entry  title=f topics=boats|nets text=---/tags: boats nets/---/Text.",
	)
}

// TestZipFiles reads exports as services send them: in a zip file, in a folder in it, in several parts.
func TestZipFiles(t *testing.T) {
	const head = "title,url,time_added,tags,status\n"
	same(t, zipped(
		t,
		"pocket/part_000000.csv",
		head+"One,https://pier.example/1,1500000000,,unread\n",
		"pocket/part_000001.csv",
		head+"One,https://pier.example/1,1400000000,boats,archive\n,,,x,\n",
		"__MACOSX/._part",
		"x",
	),
		"Pocket", "entry https://pier.example/1 title=One date=2014-05-13T16:53:20Z topics=boats archived read",
		"skipped file=part_000001.csv 3 reason=It has no address.")
	bomb := zipped(
		t,
		"a.csv",
		head+"One,https://pier.example/1,1500000000,,unread\n",
		"b.csv",
		head+strings.Repeat(" ", 50<<20),
	)
	same(t, bomb, "Pocket", "entry https://pier.example/1 title=One date=2017-07-14T02:40:00Z",
		"skipped file=b.csv 0 reason=It is packed too tight to be a text.")
	whole, err := os.ReadFile(bomb)
	if err != nil {
		t.Fatal(err)
	}
	var broken *BrokenError
	if _, err := Open(t.Context(), file(t, "cut.zip", string(whole[:len(whole)/2]))); !errors.As(err, &broken) {
		t.Errorf("a zip file that is cut off: got %v", err)
	}
	same(
		t,
		zipped(t, "../../etc/urls", "https://pier.example/f\n"),
		"newsboat",
		"feed https://pier.example/f",
	) // all is in the zip file
}

// TestLetters reads messages, a mailbox and a folder of a mail server.
func TestLetters(t *testing.T) {
	const one = "From: Ada Weir <ada@pier.example>\nSubject: =?utf-8?q?T=C3=ADdes?=\nDate: Mon, 2 Mar 2026 10:00:00 " +
		"+0100\nMessage-ID: <1@pier.example>\n\nEbb.\n"
	same(
		t,
		file(t, "a.eml", one),
		"mail",
		"entry  title=Tídes by=Ada Weir date=2026-03-02T09:00:00Z published=2026-03-02T09:00:00Z text="+strings.ReplaceAll(
			strings.TrimSpace(one),
			"\n",
			"/",
		),
	)
	box := "From ada Mon Mar  2 10:00:00 2026\n" + one + "\nFrom ben Tue Mar  3 10:00:00 2026\nFrom: " +
		"ben@pier.example\nSubject: Nets\nMessage-ID: <2@pier.example>\nStatus: RO\nX-Status: F\n\n>From here on.\n"
	got := told(t, file(t, "inbox", box))
	for _, want := range []string{"title=Tídes", "title=Nets by=ben@pier.example starred read", "/From here on."} {
		if !strings.Contains(got, want) {
			t.Errorf("the mailbox has no %q: %s", want, got)
		}
	}
	dir := folder(
		t,
		map[string]string{
			"cur/1:2,FS":   one,
			"cur/2:2,":     "Subject: none",
			".Boats/new/3": strings.Replace(one, "<1@", "<3@", 1),
		},
	)
	for _, name := range []string{"new", "tmp"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	got = told(t, dir)
	for _, want := range []string{"Maildir\n", "topics=Boats", "starred read", "skipped file=cur/2:2, 1 reason=It " +
		"is not a message."} {
		if !strings.Contains(got, want) {
			t.Errorf("the Maildir has no %q: %s", want, got)
		}
	}
}

// TestBooks reads the chapters of a book in the order of its spine.
func TestBooks(t *testing.T) {
	book := zipped(
		t,
		"mimetype",
		"application/epub+zip",
		"META-INF/container.xml",
		`<?xml version="1.0"?><container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>`,
		"OPS/book.opf",
		`<?xml version="1.0" encoding="utf-8"?><package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>`+
			`<dc:identifier>b1</dc:identifier>
<dc:title>Nets</dc:title><dc:creator>Ada Weir</dc:creator><dc:date>2020-05-01</dc:date></metadata>
<manifest><item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/><item id="a" `+
			`href="text/one%20a.xhtml"/><item id="b" href="b.xhtml"/><item id="c" href="cover.xhtml"/><item id="d" `+
			`href="gone.xhtml"/></manifest>
<spine><itemref idref="c"/><itemref idref="n"/><itemref idref="b"/><itemref idref="a"/><itemref `+
			`idref="d"/></spine></package>`,
		"OPS/nav.xhtml",
		`<nav><ol><li><a href="text/one%20a.xhtml#p1">Twine &amp; tar</a></li></ol></nav>`,
		"OPS/text/one a.xhtml",
		"<html><head><title>x</title></head><body><h1>Other</h1><p>Tar.</p></body></html>",
		"OPS/b.xhtml",
		"<html><head><title>Head</title></head><body><h2>Knots</h2><p>Nine.</p></body></html>",
		"OPS/cover.xhtml",
		`<html><head><title>Cover</title></head><body><img src="c.png"/></body></html>`,
	)
	same(
		t,
		book,
		"EPUB",
		"skipped file=OPS/cover.xhtml 1 reason=The chapter has no text.",
		"entry  title=Knots by=Ada Weir published=2020-05-01 topics=Nets text=<html><head><title>Head</title></head>"+
			"<body><h2>Knots</h2><p>Nine.</p></body></html>",
		"entry  title=Twine & tar by=Ada Weir published=2020-05-01 topics=Nets text=<html><head><title>x</title></head>"+
			"<body><h1>Other</h1><p>Tar.</p></body></html>",
		"skipped file=OPS/gone.xhtml 5 reason=The chapter is not in the book.",
	)
	empty := zipped(t, "META-INF/container.xml", "<container/>")
	var broken *BrokenError
	if _, err := Open(t.Context(), empty); !errors.As(err, &broken) {
		t.Errorf("a book without a list of chapters: got %v", err)
	}
}
