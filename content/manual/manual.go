// Package manual holds the manual and the sample articles: Markdown and text files that lede reads itself.
//
// Start with Pages.
package manual

import (
	"bytes"
	"embed"
	"io/fs"
	"path"
	"time"
)

//go:embed *.md samples
var files embed.FS

// Whole is the name of the page that holds the whole manual, a section a page.
const Whole = "manual.md"

// Start is the name of the first page of the manual.
const Start = "start.md"

// Names are the pages of the manual, by the names of their files without .md, in the order to read them in.
func Names() []string {
	return []string{
		"start", "reading", "following", "web", "list", "sites", "library", "feeds", "sync", "moving", "queries", "rules",
		"commands", "json", "settings", "keys", "themes", "trust",
	}
}

// Samples are the names of what a new user sees first: where to start, the sample articles, and the manual.
func Samples() []string {
	samples, err := fs.Glob(files, "samples/*")
	if err != nil {
		panic(err) // the pattern is a constant
	}
	return append(append([]string{Start}, samples...), Whole)
}

// Pages returns the files: the pages of the manual and Whole in the first folder, sample articles in samples.
func Pages() fs.FS { return pages{files} }

// pages has the whole manual beside its pages.
type pages struct{ embed.FS }

// Open implements fs.FS.
func (p pages) Open(name string) (fs.File, error) {
	if name == Whole {
		return &whole{Reader: bytes.NewReader(p.joined())}, nil
	}
	return p.FS.Open(name)
}

// joined is the whole manual: each page is a section under its title.
func (p pages) joined() []byte {
	all := []byte("---\ntitle: The lede manual\nauthor: lede\ndate: 2026-11-25\ntags: [lede, manual]\n---\n")
	for _, name := range Names() {
		page, err := p.ReadFile(name + path.Ext(Whole))
		if err != nil {
			panic(err) // a test opens each of them
		}
		title, text := split(page)
		all = append(append(append(all, "\n# "...), title...), '\n')
		all = append(all, text...)
	}
	return all
}

// split returns the title that the front matter of a page names, and the text below it.
func split(page []byte) (title, text []byte) {
	fence := []byte("---\n")
	matter, text, _ := bytes.Cut(bytes.TrimPrefix(page, fence), fence)
	_, after, _ := bytes.Cut(matter, []byte("title: "))
	title, _, _ = bytes.Cut(after, []byte("\n"))
	return title, text
}

// whole is the open file of the whole manual, and what is known of it.
type whole struct{ *bytes.Reader }

// Stat implements fs.File.
func (w *whole) Stat() (fs.FileInfo, error) { return w, nil }

// Close implements fs.File.
func (w *whole) Close() error { return nil }

// Name implements fs.FileInfo.
func (w *whole) Name() string { return Whole }

// Mode implements fs.FileInfo.
func (w *whole) Mode() fs.FileMode { return 0o444 }

// ModTime implements fs.FileInfo.
func (w *whole) ModTime() time.Time { return time.Time{} }

// IsDir implements fs.FileInfo.
func (w *whole) IsDir() bool { return false }

// Sys implements fs.FileInfo.
func (w *whole) Sys() any { return nil }
