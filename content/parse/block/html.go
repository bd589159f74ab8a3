package block

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/model/address"
	"lede/model/clean"
	"lede/model/fold"
)

// Parts reports whether an element begins and ends a paragraph.
func Parts(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Figure, atom.Figcaption, atom.Ul,
		atom.Ol, atom.Li,
		atom.Table, atom.Tr, atom.Caption, atom.Details, atom.Summary, atom.Dl, atom.Dt, atom.Dd, atom.Address, atom.Aside,
		atom.Nav, atom.Main,
		atom.Form, atom.Fieldset, atom.Center, atom.Option, atom.Hgroup, atom.Body, atom.Html, atom.Head, atom.Title,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// HTMLText makes the text of HTML, which has been decoded, clean.
func HTMLText(s string) string { return clean.Text(clean.Newlines(s)) }

// htmlWriter makes blocks of HTML by its tags alone. It keeps paragraphs, headings, lists, quotations,
// pictures and preformatted text; of anything else it keeps the words.
type htmlWriter struct {
	base  string
	w     Inline
	out   []Written
	level int    // of the heading that the words stand in, or 0
	item  string // the mark of the item that the words stand in, or ""
	quote int
	pre   *strings.Builder
	page  bool  // it is a page, and long: lists and quotations are divided
	items int   // of the list or quotation that goes on
	grid  *grid // the table that the words stand in, or nil
	most  int   // blocks of a page that are told apart; the rest is plain lines
	rest  strings.Builder
}

// pieceBytes is how much of a text is written at a time, and longestParagraph where a paragraph of a page ends that
// has no end.
const (
	pieceBytes       = 32 << 10
	longestParagraph = 256 << 10
)

// FromTags writes what a piece of HTML says by its tags alone, without a tree. base is what its links are resolved
// against; a whole page is long, so its lists and quotations are divided.
func FromTags(source, base string, page bool) []Written {
	h := htmlWriter{base: base, w: Inline{Base: base}, page: page, most: Most(len(source))}
	return h.read(source)
}

func (h *htmlWriter) read(source string) []Written {
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			if h.pre != nil {
				h.endPre()
			}
			h.endGrid()
			h.flush()
			return h.withRest()
		case html.TextToken:
			h.text(HTMLText(z.Token().Data))
		case html.StartTagToken, html.SelfClosingTagToken:
			h.start(z, kind, z.Token())
		case html.EndTagToken:
			h.end(z.Token())
		case html.CommentToken, html.DoctypeToken:
		}
	}
}

func (h *htmlWriter) text(s string) {
	if h.pre != nil {
		h.pre.WriteString(s)
		return
	}
	if h.grid != nil {
		h.grid.text(s)
		return
	}
	for h.page && len(s) > pieceBytes {
		piece := clean.Clip(s, pieceBytes)
		if at := strings.LastIndexByte(piece, ' '); at > 0 {
			piece = piece[:at]
		}
		h.w.Text(piece)
		h.w.Flush()
		h.endLong()
		s = s[len(piece):]
	}
	h.w.Text(s)
	h.endLong()
}

// endGrid writes the table that has ended.
func (h *htmlWriter) endGrid() {
	if h.grid == nil {
		return
	}
	for _, p := range h.grid.written() {
		if h.full() {
			h.rest.WriteString(p.Plain + "\n")
		} else {
			h.out = append(h.out, p)
		}
	}
	h.grid, h.items = nil, 0
}

// endLong ends a paragraph of a page that has become very long.
func (h *htmlWriter) endLong() {
	if h.page && len(h.w.Plain) > longestParagraph && len(h.w.open) == 0 {
		h.flush()
	}
}

// withRest returns the blocks, and after them what is plain lines.
func (h *htmlWriter) withRest() []Written {
	for _, u := range Rest(h.rest.String(), 0) {
		h.out = append(h.out,
			Written{Plain: u.Text, Markdown: u.made().Markdown(), Kind: u.Kind, Block: u.made(), Why: u.Why})
	}
	return h.out
}

// full reports whether the page has as many blocks as are told apart.
func (h *htmlWriter) full() bool { return h.page && len(h.out) >= h.most }

func (h *htmlWriter) start(z *html.Tokenizer, kind html.TokenType, t html.Token) {
	switch t.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe:
		if kind == html.StartTagToken && z.Next() == html.TextToken {
			z.Text()
		}
		return
	case atom.Table:
		if h.grid == nil && h.quote == 0 {
			h.flush()
			h.grid = &grid{base: h.base}
		}
	}
	if h.grid != nil {
		if h.page && h.grid.full(t) {
			next := h.grid.next()
			h.endGrid()
			h.grid = next
		}
		h.grid.start(kind, t)
		return
	}
	h.startText(z, kind, t)
}

// startText takes the beginning of an element outside of tables.
func (h *htmlWriter) startText(z *html.Tokenizer, kind html.TokenType, t html.Token) {
	switch t.DataAtom {
	case atom.Title:
		h.flush()
		if h.page && kind == html.StartTagToken && z.Next() == html.TextToken {
			z.Text()
		}
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		h.flush()
		h.level = int(t.Data[1] - '0')
	case atom.Li:
		h.flush()
		h.item = "- "
	case atom.Blockquote:
		h.flush()
		h.quote++
	case atom.Pre:
		h.flush()
		h.pre = new(strings.Builder)
	case atom.Hr:
		if h.flush(); h.full() {
			return
		}
		h.out = append(h.out, Written{Markdown: Break, Kind: Rule})
	case atom.Img:
		h.picture(t)
	case atom.Td, atom.Th:
		h.w.Gap()
		if len(h.w.Plain) > 0 {
			h.w.Words(" | ")
		}
	default:
		if Parts(t.DataAtom) {
			h.flush()
		} else if !h.page || t.DataAtom != atom.A || !strings.HasPrefix(Attr(t, "href"), "#") {
			h.w.tag(kind, t)
		}
	}
}

// picture makes an image of a picture that does not stand in a text.
func (h *htmlWriter) picture(t html.Token) {
	h.w.Flush()
	alone := len(h.w.open) == 0 && h.item == "" && h.quote == 0 && h.level == 0 && len(bytes.TrimSpace(h.w.Plain)) == 0
	if !alone {
		h.w.tag(html.StartTagToken, t)
		return
	}
	url, _ := address.Check(Attr(t, "src"), h.base)
	alt := HTMLText(Attr(t, "alt"))
	switch {
	case h.full():
		h.rest.WriteString(alt + "\n")
	case url != "" || alt != "":
		h.out = append(h.out, ImageOf(url, alt, HTMLText(Attr(t, "title"))))
	}
}

func (h *htmlWriter) end(t html.Token) {
	if h.grid != nil {
		if h.grid.end(t) {
			h.endGrid()
		}
		return
	}
	switch t.DataAtom {
	case atom.Pre:
		h.endPre()
	case atom.Blockquote:
		h.flush()
		h.quote = max(0, h.quote-1)
	case atom.Ul, atom.Ol:
		h.flush()
	default:
		if Parts(t.DataAtom) {
			h.flush()
		} else {
			h.w.tag(html.EndTagToken, t)
		}
	}
}

func (h *htmlWriter) endPre() {
	if h.pre == nil {
		return
	}
	switch s := strings.Trim(h.pre.String(), "\n"); {
	case s == "":
	case h.full():
		h.rest.WriteString(s + "\n")
	default:
		h.out = append(h.out, CodeOf("", s, 0))
	}
	h.pre = nil
}

// flush ends a paragraph.
func (h *htmlWriter) flush() {
	w := &h.w
	w.Flush()
	w.Trim()
	w.Unbreak()
	p := Written{
		Markdown: strings.TrimSpace(string(w.Markdown)), Plain: strings.TrimSpace(string(w.Plain)),
		Links: w.Links,
	}
	level, item := h.level, h.item
	h.w, h.level, h.item = Inline{Base: h.base}, 0, ""
	switch {
	case p.Plain == "":
		return
	case h.full():
		h.rest.WriteString(p.Plain + "\n")
		return
	case level > 0:
		p.Plain = fold.Line(p.Plain)
		p.Markdown = strings.Repeat("#", level) + " " + fold.Line(p.Markdown)
		p.Kind, p.Level = Heading, level
	case item != "":
		p = p.Item(item)
	case h.quote > 0:
		p.Markdown = "> " + strings.ReplaceAll(p.Markdown, "\n", "\n> ")
		p.Kind = Quote
	}
	h.join(p, item)
}

// join adds a block, or joins it to the list or quotation that it goes on.
func (h *htmlWriter) join(p Written, item string) {
	if h.page && (h.items >= MaxItems || p.Kind != List && p.Kind != Quote) {
		p.Continued = p.Kind == List && h.items >= MaxItems && len(h.out) > 0 && h.out[len(h.out)-1].Kind == List
		h.items = 0
		h.out = append(h.out, p)
		return
	}
	h.items++
	if n := len(h.out); n > 0 && h.out[n-1].Kind == p.Kind {
		last := &h.out[n-1]
		between := ""
		switch {
		case item != "" && p.Kind == List:
			between = "\n"
		case p.Kind == Quote:
			between = "\n>\n"
		}
		if between != "" {
			last.Markdown += between + p.Markdown
			last.Plain += "\n" + p.Plain
			last.Links = append(last.Links, p.Links...)
			return
		}
	}
	h.out = append(h.out, p)
}
