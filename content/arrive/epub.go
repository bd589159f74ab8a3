package arrive

import (
	"bytes"
	"context"
	"encoding/xml"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"

	"lede/model"
	"lede/model/clean"

	"golang.org/x/net/html"
)

// isEPUB reports whether a zip file, or a folder that one was unpacked to, is a book.
func isEPUB(s *source) bool { return s.tree != nil && s.has("META-INF/container.xml") }

// container names the file that says what a book is made of.
type container struct {
	Files []struct {
		Path string `xml:"full-path,attr"`
	} `xml:"rootfiles>rootfile"`
}

// bookPackage is the file that says what a book is made of.
type bookPackage struct {
	ID       []string   `xml:"metadata>identifier"`
	Title    []string   `xml:"metadata>title"`
	Creators []string   `xml:"metadata>creator"`
	Subjects []string   `xml:"metadata>subject"`
	Dates    []string   `xml:"metadata>date"`
	Items    []bookItem `xml:"manifest>item"`
	Spine    []struct {
		ID string `xml:"idref,attr"`
	} `xml:"spine>itemref"`
}

type bookItem struct {
	ID         string `xml:"id,attr"`
	Href       string `xml:"href,attr"`
	Type       string `xml:"media-type,attr"`
	Properties string `xml:"properties,attr"`
}

// readEPUB reads a book: its chapters are entries, in the order of the book. See https://www.w3.org/TR/epub-33/.
func readEPUB(_ context.Context, s *source, t *taking) error {
	var c container
	if err := s.xml("META-INF/container.xml", &c); err != nil || len(c.Files) == 0 {
		return &BrokenError{"EPUB", "it is a book that does not say what it is made of"}
	}
	var b bookPackage
	name := path.Clean(c.Files[0].Path)
	if err := s.xml(name, &b); err != nil {
		return &BrokenError{"EPUB", "it is a book whose list of chapters cannot be read"}
	}
	r := bookReader{taking: t, source: s, book: &b, dir: path.Dir(name)}
	r.findTitles()
	for i, ref := range b.Spine {
		at := slices.IndexFunc(b.Items, func(item bookItem) bool { return item.ID == ref.ID })
		if at >= 0 && !b.Items[at].isContents() {
			r.chapter(i+1, b.Items[at])
		}
	}
	return nil
}

// isContents reports whether a file is the table of contents.
func (i bookItem) isContents() bool { return slices.Contains(strings.Fields(i.Properties), "nav") }

// xml reads a file of XML.
func (s *source) xml(name string, v any) error {
	if !fs.ValidPath(name) {
		return fs.ErrNotExist
	}
	f, err := s.below(name)
	if err != nil {
		return err
	}
	text, err := f.text()
	if err != nil {
		return err
	}
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict = false
	d.CharsetReader = nil
	if _, rest, ok := strings.Cut(text, "?>"); ok && strings.HasPrefix(text, "<?xml") { // its encoding is no longer true
		d = xml.NewDecoder(strings.NewReader(rest))
		d.Strict = false
	}
	return d.Decode(v)
}

// bookReader reads the chapters of a book.
type bookReader struct {
	*taking
	source *source
	book   *bookPackage
	dir    string            // that names in the book are relative to
	titles map[string]string // by files
}

// findTitles reads the titles of chapters from the table of contents, in its old or its new form.
func (r *bookReader) findTitles() {
	r.titles = map[string]string{}
	for _, item := range r.book.Items {
		if !item.isContents() && item.Type != "application/x-dtbncx+xml" {
			continue
		}
		name := r.path(r.dir, item.Href)
		text := r.source.words(name)
		words, to := "", ""
		eachTag(text, func(x *tag) {
			switch {
			case x.name == "":
				words += " " + x.text
			case x.name == "a" && !x.end:
				to, words = x.value("href"), ""
			case x.name == "a":
				r.title(r.path(path.Dir(name), to), words)
			case x.name == "navpoint" && !x.end, x.name == "navlabel" && !x.end:
				words = ""
			case x.name == "content" && !x.end:
				r.title(r.path(path.Dir(name), x.value("src")), words)
			}
		})
	}
}

// title notes the first title of a file.
func (r *bookReader) title(name, words string) {
	if words = clean.Line(words); words != "" && r.titles[name] == "" {
		r.titles[name] = words
	}
}

// path is the name of a file of the book that another one in dir refers to.
func (r *bookReader) path(dir, href string) string {
	href, _, _ = strings.Cut(href, "#")
	if u, err := url.PathUnescape(href); err == nil {
		href = u
	}
	return path.Join(dir, href)
}

// chapter takes a chapter.
func (r *bookReader) chapter(number int, item bookItem) {
	name := r.path(r.dir, item.Href)
	p := place{file: name, record: number, text: r.titles[name]}
	if !fs.ValidPath(name) {
		r.skip(p, "The chapter is not in the book.", "")
		return
	}
	f, err := r.source.below(name)
	if err != nil {
		r.skip(p, "The chapter is not in the book.", "")
		return
	}
	data, err := f.bytes()
	heading, hasText := wordsOf(data)
	if err != nil || !hasText {
		r.skip(p, "The chapter has no text.", "")
		return
	}
	title := ""
	if len(r.book.Title) > 0 {
		title = r.book.Title[0]
	}
	e := Entry{
		Title: firstOf(
			r.titles[name],
			heading,
			title,
		),
		Authors: r.book.Creators,
		Topics:  append([]string{title}, r.book.Subjects...),
		Text:    &Text{Format: model.HTML, Name: name, Load: func(context.Context) ([]byte, error) { return f.bytes() }},
		key:     "book\x00" + strings.Join(r.book.ID, "\x00") + "\x00" + title + "\x00" + name,
	}
	if len(r.book.Dates) > 0 {
		e.Published = dateOf(r.book.Dates[0])
	}
	r.entry(p, e)
}

// wordsOf returns the first heading of a page, or else its title, and reports whether the page has a word of text.
func wordsOf(page []byte) (heading string, text bool) {
	z := html.NewTokenizer(bytes.NewReader(page))
	in, title := "", ""
	for {
		switch z.Next() {
		case html.ErrorToken:
			return firstOf(heading, title), text
		case html.StartTagToken:
			name, _ := z.TagName()
			if in = string(name); in == "script" || in == "style" {
				in = "title"
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if len(name) == 2 && name[0] == 'h' && heading != "" {
				in = ""
			}
		case html.TextToken:
			words := clean.Line(string(z.Text()))
			switch {
			case words == "":
			case in == "title":
				title = firstOf(title, words)
			default:
				text = true
				if heading == "" && len(in) == 2 && in[0] == 'h' {
					heading = words
				}
			}
		case html.SelfClosingTagToken, html.CommentToken, html.DoctypeToken:
		}
	}
}
