package export

import (
	"bufio"
	"cmp"
	"html"
	"io"
	"strings"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"lede/model"
	"lede/model/address"
)

// style is the whole look of a page that lede writes: it works in light and dark, on paper and on a telephone.
const style = `
:root { color-scheme: light dark }
body { font: 1.1rem/1.6 Georgia, serif; max-width: 38em; margin: 2em auto; padding: 0 1em }
h1, h2, h3, h4, h5, h6 { line-height: 1.25 }
header p, .also, .small, figcaption { color: #777; font-size: .9em }
blockquote { margin: 1.5em 0; padding: 0 1em; border-left: .25em solid #999 }
.admonition { border: 1px solid #999; padding: 0 1em } .admonition-title { font-weight: bold }
.post { border: 1px solid #999; border-radius: .5em; padding: 0 1em } .post blockquote { border: 0; margin: 0 }
pre { overflow: auto; padding: 1em; background: #8881 }
table { border-collapse: collapse } td, th { border: 1px solid #9996; padding: .2em .6em; text-align: left }
`

// policy keeps the page to itself: it runs and fetches nothing.
const policy = `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`

// sheet is an article on its way to HTML.
type sheet struct {
	w  *bufio.Writer
	md goldmark.Markdown
}

// writeHTML writes a page that stands alone: all text escaped, links to http, https and mailto only, pictures
// as links, so that opening it asks no server for anything.
func writeHTML(w io.Writer, a model.Article, _ Options) error {
	s := sheet{w: bufio.NewWriter(w), md: safeConverter()}
	s.head(a.Entry)
	for _, section := range a.Sections {
		s.section(section)
	}
	s.put("</article>\n</body>\n</html>\n")
	return s.w.Flush()
}

func (s sheet) head(e model.Entry) {
	lang := ""
	if e.Language != "" {
		lang = ` lang="` + html.EscapeString(e.Language) + `"`
	}
	title := html.EscapeString(e.Title)
	s.put("<!DOCTYPE html>\n<html" + lang + ">\n<head>\n<meta charset=\"utf-8\">\n")
	s.put(`<meta http-equiv="Content-Security-Policy" content="` + policy + "\">\n")
	s.put(`<meta name="viewport" content="width=device-width, initial-scale=1">` + "\n")
	s.put("<meta name=\"generator\" content=\"lede\">\n<title>" + title + "</title>\n" + metas(e) + "<style>" + style +
		"</style>\n</head>\n<body>\n<article>\n<header>\n")
	s.put("<h1>" + title + "</h1>\n" + about(e) + "</header>\n")
}

// metas are what the page tells programs of its article, so that it reads back.
func metas(e model.Entry) string {
	out := ""
	put := func(name, value string) {
		if value != "" {
			out += "<meta " + name + ` content="` + html.EscapeString(value) + "\">\n"
		}
	}
	for _, name := range e.Byline {
		put(`name="author"`, name)
	}
	if !e.Published.IsZero() {
		put(`property="article:published_time"`, e.Published.UTC().Format(time.RFC3339))
	}
	put(`property="og:site_name"`, e.Site)
	put(`name="description"`, e.Summary)
	for _, t := range e.Topics {
		if t.From == model.Publisher {
			put(`property="article:tag"`, t.Name)
		}
	}
	if address.IsChecked(e.URL) && strings.HasPrefix(e.URL, "http") {
		out += `<link rel="canonical" href="` + html.EscapeString(e.URL) + "\">\n"
	}
	return out
}

// about is what the page tells below its title.
func about(e model.Entry) string {
	var parts []string
	if e.Site != "" {
		parts = append(parts, anchor(e.Site, e.URL))
	}
	for _, name := range e.Byline {
		parts = append(parts, `<span class="author">`+html.EscapeString(name)+"</span>")
	}
	if !e.Published.IsZero() {
		at := e.Published.UTC()
		parts = append(parts, `<time datetime="`+at.Format(time.RFC3339)+`">`+
			model.Day(at, time.Local).Format("2 January 2006")+"</time>")
	}
	out := ""
	if len(parts) > 0 {
		out = `<p data-lede-about="">` + strings.Join(parts, " · ") + "</p>\n"
	}
	if len(e.Topics) > 0 {
		out += `<p class="topics" data-lede-about="">` + html.EscapeString(TopicLine(e.Topics)) + "</p>\n"
	}
	return out
}

func (s sheet) block(b model.Block) {
	switch b := b.(type) {
	case model.Prose:
		s.prose(b)
	case model.Code:
		class := ""
		if b.Language != "" {
			class = ` class="language-` + html.EscapeString(b.Language) + `"`
		}
		s.put("<pre><code" + class + ">" + html.EscapeString(b.Source) + "</code></pre>\n")
	case model.Post:
		s.post(b)
	case model.Related:
		s.related(b)
	case model.Notice:
		s.put(`<div class="small">` + "\n")
		s.markdown(b.Source)
		s.put("</div>\n")
	case model.Image:
		s.put("<figure>" + anchor("🖼 "+b.Alt, b.URL))
		if c := caption(b); c != "" {
			s.put("<figcaption>" + html.EscapeString(c) + "</figcaption>")
		}
		s.put("</figure>\n")
	}
}

// caption is what is below a picture.
func caption(b model.Image) string {
	if b.Credit == "" {
		return b.Caption
	}
	return strings.TrimSpace(b.Caption + " (" + b.Credit + ")")
}

// safeConverter turns Markdown into HTML without raw HTML, unsafe addresses and pictures.
func safeConverter() goldmark.Markdown {
	pictures := renderer.WithNodeRenderers(util.Prioritized(pictureLinks{}, 1))
	return goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(pictures))
}

// pictureLinks writes pictures as links to them.
type pictureLinks struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (pictureLinks) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindImage, func(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		image, ok := n.(*ast.Image)
		if ok && entering {
			s := setter{source: source}
			_, _ = w.WriteString(anchor("🖼 "+s.inline(image), string(image.Destination)))
		}
		return ast.WalkSkipChildren, nil
	})
}

// markdown writes the Markdown of a block. The converter leaves out raw HTML and unsafe addresses.
func (s sheet) markdown(source string) {
	_ = s.md.Convert([]byte(source), s.w)
}

// prose writes prose. A call-out is a box with its head in it.
func (s sheet) prose(b model.Prose) {
	head := b.Callout.Head()
	if head == "" {
		s.markdown(b.Source)
		return
	}
	kind := html.EscapeString(cmp.Or(b.Callout.Kind, model.DefaultCallout))
	s.put(`<div class="admonition ` + kind + `">` + "\n" + `<p class="admonition-title">` +
		html.EscapeString(head) + "</p>\n")
	s.markdown(b.Body())
	s.put("</div>\n")
}

// post writes a quoted message as the quotation that its Markdown is, with its author below.
func (s sheet) post(b model.Post) {
	s.put(`<div class="post">` + "\n")
	s.markdown(b.Markdown())
	s.put("</div>\n")
}

func (s sheet) related(b model.Related) {
	s.put(`<div class="also">` + "\n")
	s.markdown(b.Markdown())
	s.put("</div>\n")
}

// anchor is a link, or its text alone when the address is none that may be followed.
func anchor(text, url string) string {
	scheme, _, _ := strings.Cut(url, ":")
	switch scheme {
	case "http", "https", "mailto":
		return `<a rel="noreferrer" href="` + html.EscapeString(url) + `">` + html.EscapeString(text) + "</a>"
	default:
		return html.EscapeString(text)
	}
}

func (s sheet) put(text string) { _, _ = s.w.WriteString(text) }
