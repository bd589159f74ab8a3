package parse

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// htmlWriter makes blocks of HTML by its tags alone. It keeps paragraphs, headings, lists, quotations,
// pictures and preformatted text; of anything else it keeps the words.
type htmlWriter struct {
	base  string
	w     inline
	out   []written
	level int    // of the heading that the words stand in, or 0
	item  string // the mark of the item that the words stand in, or ""
	quote int
	pre   *strings.Builder
	page  bool // it is a page, and long: lists and quotations are divided
	items int  // of the list or quotation that goes on
}

// tagged writes what a piece of HTML says by its tags alone, without a tree. base is what its links are resolved against; a whole page is long,
// so its lists and quotations are divided.
func tagged(source, base string, page bool) []written {
	h := htmlWriter{base: base, w: inline{base: base}, page: page}
	return h.read(source)
}

func (h *htmlWriter) read(source string) []written {
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			if h.pre != nil {
				h.endPre()
			}
			h.flush()
			return h.out
		case html.TextToken:
			h.text(unmarkedText(z.Token().Data))
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
	h.w.text(s)
}

func (h *htmlWriter) start(z *html.Tokenizer, kind html.TokenType, t html.Token) {
	switch t.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe:
		if kind == html.StartTagToken && z.Next() == html.TextToken {
			z.Text()
		}
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
		h.flush()
		h.out = append(h.out, written{md: rule, kind: ruleUnit})
	case atom.Img:
		h.picture(t)
	case atom.Td, atom.Th:
		h.w.gap()
		if len(h.w.plain) > 0 {
			h.w.words(" | ")
		}
	default:
		if partsText(t.DataAtom) {
			h.flush()
		} else if !h.page || t.DataAtom != atom.A || !strings.HasPrefix(attribute(t, "href"), "#") {
			h.w.tag(kind, t)
		}
	}
}

// picture makes an image of a picture that does not stand in a text.
func (h *htmlWriter) picture(t html.Token) {
	h.w.flush()
	alone := strings.TrimSpace(string(h.w.plain)) == "" && len(h.w.open) == 0 && h.item == "" && h.quote == 0 && h.level == 0
	if !alone {
		h.w.tag(html.StartTagToken, t)
		return
	}
	url, _ := address(attribute(t, "src"), h.base)
	alt := unmarkedText(attribute(t, "alt"))
	if url != "" || alt != "" {
		h.out = append(h.out, imageOf(url, alt, unmarkedText(attribute(t, "title"))))
	}
}

func (h *htmlWriter) end(t html.Token) {
	switch t.DataAtom {
	case atom.Pre:
		h.endPre()
	case atom.Blockquote:
		h.flush()
		h.quote = max(0, h.quote-1)
	case atom.Ul, atom.Ol:
		h.flush()
	default:
		if partsText(t.DataAtom) {
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
	if s := strings.Trim(h.pre.String(), "\n"); s != "" {
		h.out = append(h.out, codeOf("", s, 0))
	}
	h.pre = nil
}

// flush ends a paragraph.
func (h *htmlWriter) flush() {
	w := &h.w
	w.flush()
	w.trim()
	w.unbreak()
	p := written{md: strings.TrimSpace(string(w.md)), plain: strings.TrimSpace(string(w.plain)), links: w.links}
	level, item := h.level, h.item
	h.w, h.level, h.item = inline{base: h.base}, 0, ""
	switch {
	case p.plain == "":
		return
	case level > 0:
		p.plain = oneLine(p.plain)
		p.md = strings.Repeat("#", level) + " " + oneLine(p.md)
		p.kind, p.level = headingUnit, level
	case item != "":
		p = p.item(item)
	case h.quote > 0:
		p.md = "> " + strings.ReplaceAll(p.md, "\n", "\n> ")
		p.kind = quoteUnit
	}
	h.join(p, item)
}

// join adds a block, or joins it to the list or quotation that it goes on.
func (h *htmlWriter) join(p written, item string) {
	if h.page && (h.items >= maxItems || p.kind != listUnit && p.kind != quoteUnit) {
		p.continued = p.kind == listUnit && h.items >= maxItems && len(h.out) > 0 && h.out[len(h.out)-1].kind == listUnit
		h.items = 0
		h.out = append(h.out, p)
		return
	}
	h.items++
	if n := len(h.out); n > 0 && h.out[n-1].kind == p.kind {
		last := &h.out[n-1]
		between := ""
		switch {
		case item != "" && p.kind == listUnit:
			between = "\n"
		case p.kind == quoteUnit:
			between = "\n>\n"
		}
		if between != "" {
			last.md += between + p.md
			last.plain += "\n" + p.plain
			last.links = append(last.links, p.links...)
			return
		}
	}
	h.out = append(h.out, p)
}
