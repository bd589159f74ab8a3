package text

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"lede/content/parse/block"
)

// listMark is the mark of a list and what follows it on a line.
type listMark struct {
	mark   string // as it stands: "-", "•", "2.", "b)"
	text   string // what follows
	number int    // of "2." and "b)": 2; 0 for a bullet
	dash   bool   // the mark is a long dash, which speech begins with too
}

// markOf reads a line as an item of a list.
func markOf(l line) (listMark, bool) {
	r, size := utf8.DecodeRuneInString(l.text)
	switch {
	case strings.ContainsRune("-*•–‣▪◦●■○□▸►▶✓✔➤❖⁃∙·", r):
		return bullet(l.text, size, r)
	case '0' <= r && r <= '9':
		return numbered(l.text)
	case 'a' <= r && r <= 'z' && strings.HasPrefix(l.text[1:], ") "):
		return listMark{mark: l.text[:2], text: strings.TrimSpace(l.text[2:]), number: int(r-'a') + 1}, true
	}
	return listMark{}, false
}

func bullet(s string, size int, r rune) (listMark, bool) {
	text := strings.TrimSpace(s[size:])
	spaced := len(text) < len(s)-size
	if text == "" || !spaced && r != '•' && r < '■' || strings.Contains(text, "(@") {
		return listMark{}, false
	}
	return listMark{mark: s[:size], text: text, dash: r == '–'}, true
}

// numbered reads "1. x", "1) x" and "(1) x" with numbers below 1000.
func numbered(s string) (listMark, bool) {
	i := 0
	for i < len(s) && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	if i > 3 || i+1 >= len(s) || s[i] != '.' && s[i] != ')' || s[i+1] != ' ' && s[i+1] != '\t' {
		return listMark{}, false
	}
	n, _ := strconv.Atoi(s[:i])
	return listMark{mark: s[:i+1], text: strings.TrimSpace(s[i+1:]), number: n}, true
}

// listItem is an item on its way into a list.
type listItem struct {
	listMark
	depth int
	lines []line // the first without the mark
}

// list takes a run of items: bullets, or numbers that count up. A number alone may begin a heading or a sentence, and
// a long dash may begin speech, so these must come in runs.
func (p *shaper) list() int {
	items, n := p.items()
	if len(items) == 0 {
		return 0
	}
	switch first := items[0]; {
	case first.number > 0 && len(items) < 2:
		return 0
	case first.dash && (len(items) < 3 || speech(items)):
		return 0
	}
	for from := 0; from < len(items); from += block.MaxItems {
		u := p.listUnit(items[from:min(len(items), from+block.MaxItems)])
		if from > 0 {
			u.Block = block.Prose(u, true)
		}
		p.add(u)
	}
	return n
}

// items reads the items from the next line on, and returns them with the number of their lines.
func (p *shaper) items() (items []listItem, n int) {
	var indents []int
	for p.at+n < len(p.lines) {
		l := p.lines[p.at+n]
		it, ok := markOf(l)
		switch {
		case ok && (len(items) == 0 || it.follows(items, l.indent, indents)):
			for len(indents) > 0 && l.indent <= indents[len(indents)-1] {
				indents = indents[:len(indents)-1]
			}
			first := line{raw: it.text, text: it.text, indent: l.indent}
			items = append(items, listItem{it, min(len(indents), maxDepth), []line{first}})
			indents = append(indents, l.indent)
		case len(items) > 0 && !ok && p.continues(n, items[len(items)-1]):
			last := &items[len(items)-1]
			last.lines = append(last.lines, l)
		default:
			return items, n
		}
		n++
	}
	return items, n
}

// maxDepth is how deep lists are nested at most.
const maxDepth = 8

// follows reports whether an item goes on with a list: a bullet after bullets, a number after the one before it at the
// same depth, or anything set in deeper.
func (it listMark) follows(items []listItem, indent int, indents []int) bool {
	if indent > indents[len(indents)-1]+1 {
		return true
	}
	for i := len(items) - 1; i >= 0; i-- {
		if items[i].lines[0].indent > indent {
			continue
		}
		if items[i].number > 0 {
			return it.number == items[i].number+1
		}
		return it.number == 0
	}
	return false
}

// continues reports whether the line that is n lines ahead belongs to the item above it.
func (p *shaper) continues(n int, last listItem) bool {
	l := p.lines[p.at+n]
	if l.gap || isRule(l.text) {
		return false
	}
	if l.indent > last.lines[0].indent && l.indent >= 2 {
		return true
	}
	return sameParagraph(p.lines[p.at+n-1], l, p.narrow, l.indent)
}

// speech reports whether items that begin with long dashes are what people say.
func speech(items []listItem) bool {
	for _, it := range items {
		if strings.Contains(it.text, " – ") || len(it.text) > 200 || endsSentence(it.text) {
			return true
		}
	}
	return false
}

// listUnit makes a list of items. Its text has the marks as they stand, a line an item.
func (p *shaper) listUnit(items []listItem) block.Unit {
	var text, source strings.Builder
	top := items[0].depth // of a part that begins with an item of an inner list
	for i, it := range items {
		if i > 0 {
			text.WriteByte('\n')
			source.WriteByte('\n')
		}
		words := reflow(it.lines, p.hyphens)
		text.WriteString(it.mark + " " + words)
		source.WriteString(strings.Repeat("    ", max(0, it.depth-top)) + it.markdown(words))
	}
	return block.Unit{Text: text.String(), Source: source.String(), Kind: block.List}
}

// markdown writes the item. A letter is no mark in Markdown, so it stays in the text.
func (it listItem) markdown(words string) string {
	switch {
	case it.number == 0:
		return "- " + block.Escape(words)
	case it.mark[0] < 'a':
		return strings.TrimRight(it.mark, ".)") + ". " + block.Escape(words)
	}
	return "- " + block.Escape(it.mark+" "+words)
}
