package write

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/block"
	"lede/content/parse/page/dom"
)

// listItem of a page: what is in it, and its number.
type pageItem struct {
	blocks []block.Written
	number int // 0 in a list without numbers
}

// list writes a list. One whose items are whole parts of the article, with headings, is no more than its items.
func (w *pageWriter) list(n *html.Node) bool {
	if w.line || w.depth >= block.MaxNesting || w.apart(n) || dom.InParts(n) {
		return false
	}
	w.flush()
	l := itemReader{w: w, list: n}
	l.begin()
	l.read(n)
	w.items(l.items)
	return true
}

// strayItem writes an item that stands in no list.
func (w *pageWriter) strayItem(n *html.Node) bool {
	if w.line && w.keeps(n) {
		w.flush()
		w.w.Text("• ")
	}
	if p := n.Parent; w.line || w.depth >= block.MaxNesting || w.apart(n) ||
		p != nil && (p.DataAtom == atom.Ul || p.DataAtom == atom.Ol || p.DataAtom == atom.Menu || p.DataAtom == atom.Dir) {
		return false // of a list that is written as its items
	}
	w.flush()
	if blocks := w.inner(n); len(blocks) > 0 {
		w.items([]pageItem{{blocks: blocks}})
	}
	return true
}

// itemReader collects the items of a list.
type itemReader struct {
	w      *pageWriter
	list   *html.Node
	items  []pageItem
	next   int // the number of the next item
	step   int // 1, or -1 when they count down
	letter string
}

func (l *itemReader) begin() {
	if l.list.DataAtom != atom.Ol {
		return
	}
	l.next, l.step = 1, 1
	if dom.HasAttr(l.list, "reversed") {
		l.step = -1
		l.next = countItems(l.list)
	}
	if start, err := strconv.Atoi(strings.TrimSpace(dom.Attr(l.list, "start"))); err == nil {
		l.next = start
	}
	switch kind := dom.Attr(l.list, "type"); kind {
	case "a", "A", "i", "I":
		l.letter = kind
	}
}

func countItems(list *html.Node) int {
	n := 0
	for c := list.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Li {
			n++
		}
	}
	return n
}

// read takes in the items below n: those of lists that are wrapped in other elements too.
func (l *itemReader) read(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) == "" || c.Type == html.ElementNode && l.w.Unseen(c) &&
			l.w.body.Marks[c].Blocks == nil:
		case c.Type == html.ElementNode && c.DataAtom == atom.Li:
			l.item(c)
		case c.Type == html.ElementNode && holdsItems(c):
			l.read(c)
		case c.Type == html.ElementNode || c.Type == html.TextNode:
			l.other(c)
		}
	}
}

// holdsItems reports whether an element does no more than stand around items.
func holdsItems(n *html.Node) bool {
	if n.DataAtom == atom.Ul || n.DataAtom == atom.Ol || n.DataAtom == atom.Menu || n.DataAtom == atom.Dir {
		return false
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Li {
			return true
		}
	}
	return false
}

func (l *itemReader) item(n *html.Node) {
	if v, err := strconv.Atoi(dom.Attr(n, "value")); err == nil && l.step != 0 {
		l.next = v
	}
	number := l.next
	l.next += l.step
	if _, lifted := l.w.body.Marks[n]; lifted {
		return
	}
	blocks := l.w.inner(n)
	if len(blocks) == 0 {
		return
	}
	if l.w.body.Notes != nil && l.w.isNote(n) {
		blocks[0] = withoutLabel(blocks[0], number)
	}
	it := pageItem{blocks: blocks}
	switch {
	case l.letter != "" && number > 0:
		it.blocks[0] = lettered(it.blocks[0], lettersOf(l.letter, number)+". ")
	case l.step != 0:
		it.number = max(number, 0) + 1 // so that 0 means none
	}
	l.items = append(l.items, it)
}

// other adds what is between items to the item before.
func (l *itemReader) other(n *html.Node) {
	holder := l.list
	c := pageWriter{writing: l.w.writing, depth: l.w.depth + 1, formats: l.w.formats}
	c.begin()
	if n.Type == html.TextNode {
		if c.keeps(holder) {
			c.text(n.Data)
		}
	} else {
		if m, ok := c.body.Marks[n]; ok {
			c.mark(m, n)
		} else {
			c.element(n, holder)
		}
	}
	c.flush()
	switch {
	case len(c.out) == 0:
	case len(l.items) > 0:
		last := &l.items[len(l.items)-1]
		last.blocks = append(last.blocks, c.out...)
	default:
		l.items = append(l.items, pageItem{blocks: c.out})
	}
}

// items writes the items as one list, or as several where their numbers do not go on.
func (w *pageWriter) items(items []pageItem) {
	for from := 0; from < len(items); {
		to := from + 1
		for to < len(items) && (items[to].number == 0) == (items[from].number == 0) &&
			(items[to].number == 0 || items[to].number == items[to-1].number+1) {
			to++
		}
		w.run(items[from:to])
		from = to
	}
}

// run writes items whose numbers go on, in parts when there are many.
func (w *pageWriter) run(items []pageItem) {
	mark := byte('-')
	if items[0].number > 0 {
		mark = '.'
	}
	if n := len(w.out); n > 0 && markOfList(w.out[n-1]) == mark { // two lists stay two
		mark = map[byte]byte{'-': '*', '.': ')'}[mark]
	}
	tight := isTight(items)
	var part []block.Written
	size, continued := 0, false
	for i, it := range items {
		p := block.Join(it.blocks, tight)
		m := string(mark) + " "
		if it.number > 0 {
			m = strconv.Itoa(min(it.number-1, 999_999_999)) + m
		}
		p = p.Item(m)
		part = append(part, p)
		size += len(p.Markdown)
		if i == len(items)-1 || w.depth == 0 && (len(part) == block.MaxItems || size > block.MaxItems*400) {
			l := block.ListOf(part, tight, continued)
			l.Level = 0
			w.out = append(w.out, l)
			part, size, continued = part[:0], 0, true
		}
	}
}

// isTight reports whether the blocks of each item are told apart without empty lines.
func isTight(items []pageItem) bool {
	for _, it := range items {
		for i := 1; i < len(it.blocks); i++ {
			if !block.PartsFrom(it.blocks[i-1], it.blocks[i]) {
				return false
			}
		}
	}
	return true
}

// markOfList returns the mark of the items of a list: '-', '*', '.' or ')'; 0 of what is none.
func markOfList(p block.Written) byte {
	if p.Kind != block.List || p.Markdown == "" {
		return 0
	}
	if mark := strings.TrimLeft(p.Markdown, "0123456789"); mark != "" && strings.IndexByte("-*.)", mark[0]) >= 0 {
		return mark[0]
	}
	return 0
}

// lettered writes the letter of an item before its words: a letter is no mark in Markdown.
func lettered(p block.Written, letter string) block.Written {
	if p.Kind == block.Plain && p.Block == nil {
		p.Markdown, p.Plain = letter+p.Markdown, letter+p.Plain
	}
	return p
}

// lettersOf writes a number as a list of type a, A, i or I shows it.
func lettersOf(kind string, n int) string {
	s := ""
	switch {
	case n <= 0 || n > 3999:
		return strconv.Itoa(n)
	case kind == "a" || kind == "A":
		for ; n > 0; n = (n - 1) / 26 {
			s = string(rune('a'+(n-1)%26)) + s
		}
	default:
		values := [...]int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
		for i, signs := range [...]string{"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"} {
			for ; n >= values[i]; n -= values[i] {
				s += signs
			}
		}
	}
	if kind == "A" || kind == "I" {
		return strings.ToUpper(s)
	}
	return s
}

// box writes the box of a task at the start of an item.
func (w *pageWriter) box(n *html.Node) {
	if !strings.EqualFold(dom.Attr(n, "type"), "checkbox") || w.depth == 0 || w.line || len(w.out) > 0 ||
		len(w.w.Markdown) > 0 || len(w.formats) > 0 || !w.inItem(n) {
		return
	}
	box := "[ ] "
	if dom.HasAttr(n, "checked") {
		box = "[x] "
	}
	w.w.Markdown = append(w.w.Markdown, box...)
	w.w.Plain = append(w.w.Plain, box...)
}

// inItem reports whether an element is near the start of an item that has words which are kept: other boxes open and
// close parts of the page.
func (w *pageWriter) inItem(n *html.Node) bool {
	for up, i := n.Parent, 0; up != nil && i < 4; up, i = up.Parent, i+1 {
		if up.DataAtom == atom.Li {
			return w.keeps(up) && w.body.HasWords(up)
		}
	}
	return false
}
