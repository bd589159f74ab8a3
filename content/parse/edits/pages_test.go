package edits_test

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"lede/content/parse"
	"lede/model"
)

// page is a page with an article.
type page struct {
	file, html, base string
	article          model.Article
	plain            []paragraph // paragraphs that the page has word for word, once
}

// paragraph is a paragraph of an article, and the title of the section that it is in.
type paragraph struct{ text, section string }

// newPage reads a page. It reports false where lede makes no article of several paragraphs of it.
func newPage(file, html string) (p page, ok bool) {
	p = page{file: file, html: html, base: "https://news.example/story"}
	if !utf8.ValidString(html) || len(html) > 2<<20 {
		return p, false
	}
	p.article = p.read(html)
	p.plain = p.paragraphs()
	return p, p.article.Title != "" && len(p.plain) >= 3
}

// realPages are pages of public corpora, so many at most.
func realPages(b testing.TB, most int) (pages []page) {
	b.Helper()
	var files []string
	for _, folder := range []string{"news", "bodies", "mixed", "segments"} {
		some, _ := filepath.Glob("../../../../shared/corpus/" + folder + "/html/*.gz")
		files = append(files, some...)
	}
	for _, file := range files {
		if len(pages) == most {
			break
		}
		if p, ok := newPage(file, unzipped(b, file)); ok {
			pages = append(pages, p)
		}
	}
	return pages
}

// unzipped reads a file.
func unzipped(b testing.TB, file string) string {
	b.Helper()
	f, err := os.Open(file)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	r, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		b.Fatal(err)
	}
	return string(data)
}

// ownPages are the pages of testdata.
func ownPages(b testing.TB) (pages []page) {
	b.Helper()
	files, err := filepath.Glob("testdata/*.html")
	if err != nil || len(files) == 0 {
		b.Fatalf("%d files: %v", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		p, ok := newPage(file, string(data))
		if !ok {
			b.Fatalf("%s has no article of several paragraphs", file)
		}
		pages = append(pages, p)
	}
	return pages
}

// paragraphs are those of the article that the page has word for word and once, each followed by the end of a
// paragraph.
func (p page) paragraphs() (plain []paragraph) {
	for _, s := range p.article.Sections {
		for _, b := range s.Blocks {
			prose, ok := b.(model.Prose)
			if !ok || prose.Kind != model.Paragraph || model.Words(prose.Text()) < 12 || strings.Contains(prose.Text(), "\n") {
				continue
			}
			if text := prose.Text(); strings.Contains(p.html, text+"</p>") && strings.Count(p.html, text) == 1 {
				plain = append(plain, paragraph{text, s.Title})
			}
		}
	}
	return plain
}

// read is the article of the page in another state.
func (p page) read(html string) model.Article {
	a, err := parse.Read([]byte(html), parse.Options{Base: p.base})
	if err != nil {
		return model.Article{}
	}
	a.Format = model.HTML
	return a
}
