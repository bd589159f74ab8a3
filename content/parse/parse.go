package parse

import (
	"cmp"
	"errors"
	"log/slog"
	"path"
	"strconv"
	"strings"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/content/parse/charset"
	"lede/content/parse/markdown"
	"lede/content/parse/matter"
	"lede/content/parse/page"
	"lede/content/parse/page/dom"
	"lede/content/parse/rst"
	"lede/content/parse/text"
	"lede/model"
	"lede/model/clean"
)

// Format names a kind of source.
type Format = model.Format

// The formats that lede reads.
const (
	Text     = model.Text
	Markdown = model.Markdown
	HTML     = model.HTML
	RST      = model.RST
	Feed     = model.FeedFormat
)

// formats are the formats with the endings of their names, what reads them, and what reads as much as a list shows.
var formats = [...]struct {
	name Format
	ends []string
	read func(s string, o Options) model.Article
	head func(e *model.Entry, s string, o Options)
}{
	{Markdown, []string{".md", ".markdown", ".mdown", ".mkd"}, func(s string, o Options) model.Article {
		return markdown.Read(s, o.Base, o.Known, o.Labels)
	}, headMarkdown},
	{RST, []string{".rst", ".rest"}, readRST, headRST},
	{Text, []string{".txt", ".text"}, func(s string, o Options) model.Article {
		return text.Read(s, o.Known, o.Labels)
	}, headText},
	{HTML, []string{".html", ".htm", ".xhtml"}, func(s string, o Options) model.Article {
		return page.Read(s, o.page())
	}, func(e *model.Entry, s string, o Options) { page.Head(e, s, o.page()) }},
	{Feed, []string{".rss", ".atom"}, readFeed, headText},
	{model.EntryFormat, nil, readEntry, headText},
}

// readRST reads reStructuredText as the Markdown that it would be.
func readRST(s string, o Options) model.Article {
	s, rest, line := block.Structured(s)
	s, fields := rst.Markdown(s)
	a := markdown.Read(s, o.Base, stated(o.Known, fields, o.Base), o.Labels)
	block.AddRest(&a, rest, line)
	return a
}

// stated is what is known of an article, with what its fields state where nothing is.
func stated(known model.Entry, fields map[string]any, base string) model.Entry {
	e := matter.Entry(fields, base)
	known.Title, known.Site, known.URL = cmp.Or(known.Title, e.Title), cmp.Or(known.Site, e.Site),
		cmp.Or(known.URL, e.URL)
	known.Language, known.Summary = cmp.Or(known.Language, e.Language), cmp.Or(known.Summary, e.Summary)
	if len(known.Byline) == 0 {
		known.Byline = e.Byline
	}
	if known.Published.IsZero() {
		known.Published = e.Published
	}
	if len(known.Topics) == 0 {
		known.Topics = e.Topics
	}
	return known
}

// Errors of sources that are no article.
var (
	ErrEmpty  = charset.ErrEmpty
	ErrBinary = charset.ErrBinary
)

// Options is what is known of a source besides its bytes.
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
	return page.Options{
		Origin: o.Base, Known: o.Known, Labels: o.Labels, Rules: o.Sites, Whole: o.Whole,
		Part: o.Part, Log: o.log,
	}
}

// log logs an error after which a source was read in a simpler way.
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

// Reading is a source on its way to an article. Its text is decoded once and its format detected once, whatever is
// made of it.
type Reading struct {
	Source string // the whole text, clean
	Format Format
	o      Options
	data   []byte // as it came
}

// Begin decodes a source in any encoding and detects its format, unless that is known.
//
// It returns ErrEmpty for a source without a visible character, and an error that wraps ErrBinary and says what it is
// for one that is not text; then Head has what the name tells.
func Begin(data []byte, o Options) (r Reading, err error) {
	r = Reading{o: o, data: data}
	data, r.o.Name = unzip(data, o.Name)
	o = r.o
	if r.message(data) || r.printed(data) {
		return r, nil
	}
	if r.Source, err = charset.Read(data, o.declared); err != nil {
		return r, err
	}
	if o.Format == "" || o.Format == HTML && rootOf(r.Source) != "html" {
		if err := dataOf(o.Name, r.Source); err != nil {
			return r, err
		}
	}
	if r.Format = o.Format; r.Format == "" {
		r.Format = formatOf(o.Name, r.Source)
	}
	return r, nil
}

// Decoded is the reading of a text that has been decoded before.
func Decoded(source string, o Options) Reading {
	return Reading{Source: source, Format: cmp.Or(o.Format, formatOf(o.Name, source)), o: o, data: []byte(source)}
}

// Beginning returns the reading of the longest beginning of the text that can be read by itself, where the text is
// itself the beginning of a longer one; ErrEmpty when that has no visible character. See cut.
func (r Reading) Beginning() (Reading, error) {
	r.Source = cut(r.Source, r.Format)
	if strings.TrimSpace(r.Source) == "" {
		return r, ErrEmpty
	}
	return r, nil
}

// Article makes an article of the text. All text in it is clean and all addresses are checked.
func (r Reading) Article() model.Article {
	var a model.Article
	for _, f := range formats {
		if f.name == r.Format {
			a = f.read(r.Source, r.o)
		}
	}
	a.Source, a.Format, a.Base, a.Whole = r.Source, r.Format, r.o.Base, r.o.Whole
	r.finish(&a.Entry)
	a.Words = a.CountWords()
	return a
}

// Spots names an element of a page, by its number as in model.Reason, and those around it, the inmost first. said are
// words in the element, or "". Spots returns nil when there is no such element.
func (r Reading) Spots(element int, said string) []model.Spot {
	return page.Spots(dom.Parse(r.Source, r.o.Base, r.o.Sites), element, said)
}

// finish fills in what every format leaves to the name and the bytes of the source.
func (r Reading) finish(e *model.Entry) {
	if e.Title == "" {
		e.Title = nameTitle(r.o.Name)
	}
	if e.Ref == "" {
		e.Ref = r.o.Name
	}
	e.ID = ID(e.URL, r.data)
}

// Read makes an article of a source. Its errors are those of Begin.
func Read(data []byte, o Options) (model.Article, error) {
	r, err := Begin(data, o)
	if err != nil {
		return model.Article{}, err
	}
	return r.Article(), nil
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

// packedEnds are the endings of names whose sources become one of the formats before they are read.
var packedEnds = [...]string{".eml", ".mbox", ".mbx", ".mht", ".mhtml"}

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
	for _, end := range packedEnds {
		base = strings.TrimSuffix(base, end)
	}
	base = strings.TrimSuffix(base, ".gz")
	if base == "." || base == "/" || base == "-" {
		return ""
	}
	if !strings.Contains(base, " ") {
		base = strings.NewReplacer("-", " ", "_", " ").Replace(base)
	}
	return clean.Line(base)
}
