// Package attached is the files that go with an article, such as the enclosures of a feed: an episode, a document.
//
// An article lists them below its text, each on a line of its own. Line writes such a line, and Of reads it back from
// any form that an article is kept in.
package attached

import (
	"html"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"lede/model"
	"lede/model/address"
	"lede/model/clean"
	"lede/model/figure"
)

// File is a file that goes with an article. Its texts are clean.
type File struct {
	URL   string // a checked address
	Name  string // what it is called in its address
	Facts string // what is known of it: "audio, 34.2 MB, 52 min"; "" for nothing
}

// Progress is how far a download is. The last one has Last set, and Path or Err.
type Progress struct {
	Name  string // what the file will be called, as far as that is known
	Bytes int64  // how much of it is here
	Size  int64  // how much there is of it; -1 when that is not known
	Path  string // where it is, once it is whole
	Err   error  // why it is not whole, a sentence; nil for one that was stopped
	Last  bool
}

// String is how much has come: "12.3 MB of 34.2 MB".
func (p Progress) String() string {
	if p.Size < 0 {
		return figure.Bytes(p.Bytes)
	}
	return figure.Bytes(p.Bytes) + " of " + figure.Bytes(p.Size)
}

// begins are what a line begins with, the present form first.
var begins = [...]string{"Attached: ", "Attached file: "}

// Line is the line of HTML for a file.
func Line(a model.Attachment) string {
	link := `<a href="` + html.EscapeString(a.URL) + `">` + html.EscapeString(NameIn(a.URL)) + "</a>"
	if facts := factsOf(a); facts != "" {
		link += " (" + html.EscapeString(facts) + ")"
	}
	return "<p>" + begins[0] + link + "</p>"
}

// NameIn returns the name of the file at an address: the last part of its path, or its host.
func NameIn(at string) string {
	name := path.Base(address.Path(at))
	if plain, err := url.PathUnescape(name); err == nil {
		name = plain
	}
	if name = clean.Line(name); name == "" || name == "." || name == "/" {
		return address.Name(at)
	}
	return name
}

// factsOf is what a feed says of a file.
func factsOf(a model.Attachment) string {
	var facts []string
	if kind := kindOf(a.Type); kind != "" {
		facts = append(facts, kind)
	}
	if a.Bytes > 0 {
		facts = append(facts, figure.Bytes(a.Bytes))
	}
	switch {
	case a.Seconds >= 60:
		facts = append(facts, figure.Minutes((a.Seconds+30)/60))
	case a.Seconds > 0:
		facts = append(facts, strconv.Itoa(a.Seconds)+" s")
	}
	return strings.Join(facts, ", ")
}

// kindOf is what a media type is called: its kind, or what it is in particular.
func kindOf(media string) string {
	media, _, _ = strings.Cut(strings.ToLower(media), ";")
	media = clean.Line(media)
	switch kind, _, _ := strings.Cut(media, "/"); {
	case kind == "audio", kind == "video":
		return kind
	case kind == "image":
		return "picture"
	case media == "application/pdf":
		return "PDF"
	case media == "application/epub+zip":
		return "EPUB"
	}
	return media
}

// Of returns the files of an article, in reading order, each address once.
func Of(a *model.Article) []File {
	var files []File
	seen := map[string]bool{}
	for _, s := range a.Sections {
		for _, b := range s.Blocks {
			if f, ok := read(b); ok && !seen[f.URL] {
				seen[f.URL] = true
				files = append(files, f)
			}
		}
	}
	return files
}

// Onto returns an article with the files of another one listed below its text, but for those that it lists itself.
func Onto(a model.Article, of *model.Article) model.Article {
	has := map[string]bool{}
	for _, f := range Of(&a) {
		has[f.URL] = true
	}
	var more []model.Block
	for _, b := range of.Blocks() {
		if f, ok := read(b); ok && !has[f.URL] {
			has[f.URL] = true
			more = append(more, b)
		}
	}
	if len(more) == 0 {
		return a
	}
	a.Sections = slices.Clone(a.Sections)
	if len(a.Sections) == 0 {
		a.Sections = []model.Section{{}}
	}
	last := &a.Sections[len(a.Sections)-1]
	last.Blocks = append(slices.Clip(last.Blocks), more...)
	return a
}

// read returns the file of a block that is a line of Line's.
func read(b model.Block) (File, bool) {
	p, ok := b.(model.Prose)
	if !ok || p.Kind != model.Paragraph || !strings.HasPrefix(p.Source, "Attached") {
		return File{}, false
	}
	label, rest, ok := strings.Cut(p.Source, "](")
	if !ok || strings.Contains(rest, "](") || strings.Contains(label, "![") {
		return File{}, false
	}
	at, _, ok := strings.Cut(strings.TrimPrefix(rest, "<"), ">)")
	if !strings.HasPrefix(rest, "<") {
		at, ok = strings.CutSuffix(rest, ")")
	}
	if !ok || !strings.HasPrefix(at, "http") || !address.IsChecked(at) {
		return File{}, false
	}
	for _, begin := range begins {
		if text, ok := strings.CutPrefix(p.Text(), begin); ok {
			name, facts := parts(text)
			return File{URL: at, Name: name, Facts: facts}, true
		}
	}
	return File{}, false
}

// parts parts the words of a line into the name and, in brackets at the end, the facts.
func parts(text string) (name, facts string) {
	open := strings.LastIndex(text, " (")
	if open < 0 || !strings.HasSuffix(text, ")") {
		return text, ""
	}
	return text[:open], text[open+2 : len(text)-1]
}
