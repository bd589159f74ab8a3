package parse

import (
	"bytes"
	"compress/gzip"
	"errors"
	"strings"
	"testing"
)

func TestDataForProgramsAreNamed(t *testing.T) {
	for name, c := range map[string]struct{ file, source, want string }{
		"RDF":       {"a.rdf", "<rdf:RDF/>", "data"},
		"OPML":      {"a.opml", "<?xml version=\"1.0\"?><!DOCTYPE opml><opml version=\"2.0\"></opml>", "OPML"},
		"CSV":       {"a.csv", "a,b\n", "CSV"},
		"CSV alone": {"-", strings.Repeat("May,\"4, 0\",x\n", 6), "CSV"},
		"site map":  {"a.xml", "<urlset></urlset>", "map"},
	} {
		_, err := Begin([]byte(c.source), Options{Name: c.file})
		if err == nil || !errors.Is(err, ErrBinary) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want one that says %s", name, err, c.want)
		}
	}
	for _, s := range []string{
		strings.Repeat("The tide, the quay, the gull,\n", 6),
		"Eels, salt, and mills,\nthey said, are what the town, in its time,\nhad most of.\n\nAnd more.\n",
		"<feedback> is a tag", strings.Repeat("<p>Eels, salt, and mills.</p>\n", 6),
		"<article><p>x</p></article>", "{a}",
	} {
		if _, err := Begin([]byte(s), Options{Name: "-"}); err != nil {
			t.Errorf("%q: %v", s, err)
		}
	}
}

func TestPackedFilesAreReadAsWhatTheyHold(t *testing.T) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte("<!doctype html><title>The weir</title><article><h1>The weir</h1><p>" +
		strings.Repeat("The eels came down that night. ", 30) + "</p></article>")); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"weir.html.gz": b.Bytes(), "cut off": b.Bytes()[:b.Len()-12]} {
		a, err := Read(data, Options{Name: name})
		if err != nil || a.Format != HTML || a.Title != "The weir" {
			t.Errorf("%s: %v, %s %q", name, err, a.Format, a.Title)
		}
	}
	if _, err := Read([]byte(gzipMark+"nothing of the kind"), Options{Name: "x"}); !errors.Is(err, ErrBinary) {
		t.Errorf("what only begins as packed is %v", err)
	}
}

func TestPagesInTextFilesAreRead(t *testing.T) {
	for source, want := range map[string]Format{
		"<p>The eels came.</p><p>It&rsquo;s night.</p>\n<ul><li>One</li></ul>\n": HTML, "<!doctype html><p>x": HTML,
		"<b> is bold, and so on.\n": Text, "Write <p>x</p> for a paragraph.\n": Text,
	} {
		r, err := Begin([]byte(source), Options{Name: "a.txt"})
		if err != nil || r.Format != want {
			t.Errorf("%q is %s, %v, want %s", source, r.Format, err, want)
		}
	}
}

func TestLettersInHTMLAreReadToTheirEnd(t *testing.T) {
	letter := "From: \"The Weir\" <news@weir.example>\nSubject: Eels\nDate: Fri, 03 Apr 2026 10:00:00 +0000\n" +
		"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" +
		"<table><tr><td><table><tr><td><h1>Eels</h1></td></tr><tr><td><p>" +
		strings.Repeat("They came down the weir that night, all of them. ", 8) +
		"</p></td></tr><tr><td><h2>Next</h2><p>Bring:</p><ul><li>a lamp</li></ul></td></tr></table></td></tr></table>"
	a, err := Read([]byte(letter), Options{Name: "eels.eml"})
	if err != nil {
		t.Fatal(err)
	}
	if a.Title != "Eels" || len(a.Byline) != 1 || a.Byline[0] != "The Weir" || a.Published.Day() != 3 {
		t.Errorf("it is %q by %q of %v", a.Title, a.Byline, a.Published)
	}
	last := a.Sections[len(a.Sections)-1]
	if last.Title != "Next" || len(last.Blocks) != 2 || last.Blocks[1].Text() != "a lamp" {
		t.Errorf("it ends with %+v", last)
	}
}
