package parse

import (
	"errors"
	"log/slog"
	"path"
	"strconv"
	"strings"

	"lede/content/lang"
	"lede/content/parse/charset"
	"lede/content/parse/markdown"
	"lede/content/parse/page"
	"lede/content/parse/page/dom"
	"lede/content/parse/text"
	"lede/model"
	"lede/model/clean"
)

// Format names a kind of source.
type Format string

// The formats that lede reads.
const (
	Text     Format = "text"
	Markdown Format = "markdown"
	HTML     Format = "html"
)

// formats tells which names end in what, and what reads them.
var formats = [...]struct {
	name Format
	ends []string
	read func(s string, o Options) model.Article
}{
	{Markdown, []string{".md", ".markdown", ".mdown", ".mkd"}, func(s string, o Options) model.Article {
		return markdown.Read(s, o.Base, o.Known, o.Labels)
	}},
	{Text, []string{".txt", ".text"}, func(s string, o Options) model.Article { return text.Read(s, o.Known, o.Labels) }},
	{HTML, []string{".html", ".htm", ".xhtml"}, func(s string, o Options) model.Article { return page.Read(s, o.page()) }},
}

// Errors of sources that are no article.
var (
	ErrEmpty  = errors.New("it is empty")
	ErrBinary = errors.New("it is not text")
)

// Options tells what is known of a source besides its bytes.
type Options struct {
	Name    string       // its file name or address, for the format and a last-resort title
	Format  Format       // "" lets Detect decide
	Base    string       // the address that relative links are resolved against, or ""
	Charset string       // the encoding that whoever sent it declares, or ""
	Labels  lang.Labels  // the reader's own wordings, added to the built-in ones
	Sites   dom.SiteOf   // the reader's own rules for web pages, or nil
	Whole   bool         // everything on a page is taken, also what is not the article's text
	Part    bool         // it is known to be a page after the first of its article
	Log     *slog.Logger // is told what went wrong where reading went on in a simpler way, or nil
	// Known is what is known of the article from elsewhere, clean (see Stated). It goes before what the text says, and a
	// text is not searched for a title that is known.
	Known model.Entry
}

// page are the options of a web page.
func (o Options) page() page.Options {
	return page.Options{Origin: o.Base, Known: o.Known, Labels: o.Labels, Rules: o.Sites, Whole: o.Whole, Part: o.Part, Log: o.log}
}

// Spots names an element of a page, by its number as in model.Reason, and those around it, the inmost first. said are words in the element,
// or "". The source and the options are those that the page was read with. Spots returns nil when there is no such element.
func Spots(source string, o Options, element int, said string) []model.Spot {
	return page.Spots(dom.Parse(source, o.Base, o.Sites), element, said)
}

// log tells the log of an error after which a source was read in a simpler way.
func (o Options) log(err error) {
	if o.Log == nil {
		return
	}
	var p *dom.PanicError
	stack := ""
	if errors.As(err, &p) {
		stack = clean.Text(string(p.Stack))
	}
	o.Log.Warn("read in a simpler way", "ref", clean.Line(o.Name), "cause", clean.Line(err.Error()), "stack", stack)
}

// Read makes an article of a source in any encoding and format that lede reads.
//
// All text in it is clean and all addresses are checked. It returns ErrEmpty for a source without a
// visible character, and an error that wraps ErrBinary and says what it is for one that is not text.
func Read(data []byte, o Options) (model.Article, error) {
	s, f, err := o.decode(data)
	if err != nil {
		return model.Article{}, err
	}
	var a model.Article
	for _, known := range formats {
		if known.name == f {
			a = known.read(s, o)
		}
	}
	a.Source = s
	finish(&a.Entry, data, o)
	a.Words = a.CountWords()
	return a, nil
}

// decode returns the text of a source and its format.
func (o Options) decode(data []byte) (string, Format, error) {
	if len(data) == 0 {
		return "", "", ErrEmpty
	}
	c, first, sure := charset.SniffUnicode(data)
	if err := notText(data, c); err != nil {
		return "", "", err
	}
	var s string
	if e := o.declared(data); e != nil && !sure {
		s = charset.With(e, data)
	} else if sure {
		s = c.Decode(data)
	} else {
		s = charset.Guess(data[first:min(len(data), first+charset.SniffBytes)]).Decode(data)
	}
	if strings.TrimSpace(s) == "" {
		return "", "", ErrEmpty
	}
	if o.Format != "" {
		return s, o.Format, nil
	}
	return s, formatOf(o.Name, s), nil
}

// finish fills in what every format leaves to the name and the bytes of the source.
func finish(e *model.Entry, data []byte, o Options) {
	if e.Title == "" {
		e.Title = nameTitle(o.Name)
	}
	if e.Ref == "" {
		e.Ref = o.Name
	}
	e.ID = ID(e.URL, data)
}

// idBytes is how much of the start and of the end of a source goes into its ID.
const idBytes = 32 << 10

// ID names the article that was published at url, or, when that is "", the one that data holds.
func ID(url string, data []byte) model.ID {
	if url != "" {
		return model.NewID(url)
	}
	n := len(data)
	return model.NewID(strconv.Itoa(n), string(data[:min(n, idBytes)]), string(data[max(n-idBytes, min(n, idBytes)):]))
}

// nameTitle makes a title of a file name or address: its last part, without the ending, with spaces
// for hyphens and underscores when it has no spaces of its own.
func nameTitle(name string) string {
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	base, _, _ = strings.Cut(base, "?")
	for _, f := range formats {
		for _, end := range f.ends {
			if len(base) > len(end) && strings.EqualFold(base[len(base)-len(end):], end) {
				base = base[:len(base)-len(end)]
			}
		}
	}
	if base == "." || base == "/" || base == "-" {
		return ""
	}
	if !strings.Contains(base, " ") {
		base = strings.NewReplacer("-", " ", "_", " ").Replace(base)
	}
	return clean.Line(base)
}
