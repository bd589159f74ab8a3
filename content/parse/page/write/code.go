package write

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/block"
	"lede/content/parse/page/class"
	"lede/content/parse/page/dom"
)

// code writes preformatted text.
func (w *pageWriter) code(n *html.Node) bool {
	if dom.LineNumbers(n) {
		return true
	}
	if w.line {
		return false
	}
	w.flush()
	if !w.keepsCode(n) {
		return true
	}
	source := w.codeText(n)
	if strings.TrimSpace(source) == "" {
		return true
	}
	w.add(block.CodeOf(codeLanguage(n), source, w.depth))
	return true
}

// loneCode writes an element of code that is no part of a text, but a block among blocks.
func (w *pageWriter) loneCode(n *html.Node) bool {
	if w.line || n.Parent == nil || !aroundBlocks(n.Parent) || !endsText(n.PrevSibling, false) ||
		!endsText(n.NextSibling, true) {
		return false
	}
	return w.code(n)
}

// aroundBlocks reports whether an element stands around blocks and not around words.
func aroundBlocks(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Div, atom.Article, atom.Section, atom.Main, atom.Body, atom.Figure:
		return true
	}
	return false
}

// endsText reports whether nothing but blanks stands between a place and the next block, or the last one.
func endsText(n *html.Node, forward bool) bool {
	for n != nil {
		if n.Type == html.ElementNode && n.DataAtom != atom.Button {
			return dom.PartsWords(n.DataAtom) || n.DataAtom == atom.Hr
		}
		if n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" {
			return false
		}
		if forward {
			n = n.NextSibling
		} else {
			n = n.PrevSibling
		}
	}
	return true
}

// keepsCode reports whether code is part of the article: its words may stand in the element or in one below.
func (w *pageWriter) keepsCode(n *html.Node) bool {
	if w.keeps(n) || n.DataAtom == atom.Code && w.keeps(dom.PlaceOf(n)) {
		return true
	}
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && dom.PartsWords(d.DataAtom) && w.keeps(d) {
			return true
		}
	}
	return false
}

// codeText returns the lines of code. Pages write them as text with line ends, as an element a line, or as a table
// with the numbers of the lines beside them.
func (w *pageWriter) codeText(n *html.Node) string {
	c := coder{page: w.Page, apart: linesApart(n), numbers: w.countedLines(n)}
	c.walk(n)
	lines := strings.Split(block.HTMLText(c.b.String()), "\n")
	for len(lines) > 0 && strings.TrimSpace(lines[0]) == "" {
		lines = lines[1:]
	}
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " \t")
	}
	if n.DataAtom == atom.Code { // its margin is that of the page's source
		for i, margin := 0, marginOf(lines); i < len(lines); i++ {
			lines[i] = block.Dedent(lines[i], margin)
		}
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}

// marginOf returns by how many blanks all lines are set in.
func marginOf(lines []string) int {
	margin := -1
	for _, l := range lines {
		if n := len(l) - len(strings.TrimLeft(l, " ")); l != "" && (margin < 0 || n < margin) {
			margin = n
		}
	}
	return max(margin, 0)
}

const (
	maxLineNumber = 24 // bytes of the number of a line of code
	maxCodeBar    = 24 // and of what is above code: its language, a button to copy it
)

// coder collects the text of code.
type coder struct {
	page    dom.Page
	b       strings.Builder
	last    byte
	apart   bool                // an element that is a line has no line end in it
	numbers map[*html.Node]bool // the numbers of the lines
}

// countedLines finds the numbers of lines that are told by counting alone: of at least two elements side by side the
// first begins with 1, the next with 2, and so on.
func (w *writing) countedLines(n *html.Node) map[*html.Node]bool {
	found := w.countedIn(n)
	for d := range n.Descendants() {
		if found != nil {
			break
		}
		found = w.countedIn(d)
	}
	return found
}

func (w *writing) countedIn(n *html.Node) map[*html.Node]bool {
	if n.FirstChild == n.LastChild {
		return nil
	}
	found := map[*html.Node]bool{}
	for _, line := range dom.Children(n) {
		parts := dom.Children(line)
		if len(parts) < 2 || line.FirstChild != parts[0] ||
			w.ShortText(parts[0], maxLineNumber) != strconv.Itoa(len(found)+1) {
			return nil
		}
		found[parts[0]] = true
	}
	if len(found) < 2 {
		return nil
	}
	return found
}

func (c *coder) put(s string) {
	if s != "" {
		c.b.WriteString(s)
		c.last = s[len(s)-1]
	}
}

func (c *coder) walk(n *html.Node) {
	for d := n.FirstChild; d != nil; d = d.NextSibling {
		switch {
		case d.Type == html.TextNode:
			c.put(d.Data)
		case d.Type != html.ElementNode || dom.LineNumbers(d) || c.numbers[d] || c.unseen(d):
		case d.DataAtom == atom.Br:
			c.put("\n")
		case dom.PartsWords(d.DataAtom) && d.DataAtom != atom.Td && d.DataAtom != atom.Th || c.apart && isCodeLine(d):
			c.line()
			before := c.b.Len()
			c.walk(d)
			if c.b.Len() == before && d.DataAtom != atom.Table && d.DataAtom != atom.Tbody {
				c.put("\n") // an empty line
			}
			c.ends(d)
		default:
			c.walk(d)
		}
	}
}

// line begins a line.
func (c *coder) line() {
	if c.last != 0 && c.last != '\n' {
		c.put("\n")
	}
}

// ends ends a line when something follows.
func (c *coder) ends(n *html.Node) {
	if n.NextSibling != nil {
		c.line()
	}
}

// linesApart reports whether the lines of code are elements without line ends between them.
func linesApart(n *html.Node) bool {
	lines, ends := 0, 0
	for d := range n.Descendants() {
		switch {
		case d.Type == html.TextNode:
			ends += strings.Count(d.Data, "\n")
		case isCodeLine(d):
			lines++
		case d.DataAtom == atom.Br:
			ends++
		}
	}
	return lines > 1 && ends < lines-1
}

// isCodeLine reports whether an element is one line of code by its name.
func isCodeLine(n *html.Node) bool {
	if n.Type != html.ElementNode || n.DataAtom != atom.Span && n.DataAtom != atom.Code && n.DataAtom != atom.Div {
		return false
	}
	if dom.HasClass(n, "line", "code-line", "codeline", "view-line", "token-line", "cm-line", "react-code-text") {
		return true
	}
	style := strings.ReplaceAll(dom.Attr(n, "style"), " ", "")
	return n.Parent != nil && n.Parent.DataAtom == atom.Code &&
		(strings.Contains(style, "display:block") || strings.Contains(style, "display:flex"))
}

// unseen reports whether an element is no part of the code: a button that copies it.
func (c *coder) unseen(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Button, atom.Svg, atom.Textarea, atom.Template:
		return true
	case atom.Div:
		if class.Of(n)&class.CodeBar != 0 {
			return c.page.ShortText(n, maxCodeBar) != ""
		}
	}
	return c.page.Dropped[n] || dom.Hidden(n)
}
