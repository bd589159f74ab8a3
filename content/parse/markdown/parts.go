package markdown

import (
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	mdtext "github.com/yuin/goldmark/text"

	"lede/content/parse/block"
	"lede/model/clean"
	"lede/model/guard"
)

const (
	// partBytes is how much of a text is parsed at a time: a tree takes up to 250 times as much memory as its text.
	partBytes = 64 << 10
	// codeBytes is the same where the text is code, of which no tree is made.
	codeBytes = 1 << 20
	// maxLabels is how many notes a text has at most, and maxDefinitions the bytes of the link definitions that count for
	// all parts.
	maxLabels      = 1 << 16
	maxDefinitions = 512 << 10
)

// read parses a text, part by part when it is long. Link definitions count for all parts. What comes after the last
// block that is told apart is plain lines.
func (m *Reader) read(s string) {
	if len(s) <= 2*partBytes {
		m.Part(s, nil)
		return
	}
	references, most := definitions(s), block.Most(len(s))
	for before := ""; s != "" && len(m.Units)+len(m.notes) < most; {
		p := part{bytes: len(s)}
		if len(s) > 2*partBytes {
			p = firstPart(before, s)
		}
		m.place.Before -= strings.Count(before, "\n")
		m.Part(guard.Markdown(before+s[:p.bytes]), references) // its end may have been cut off what was harmless with it
		before, s = p.resume, s[p.bytes:]
		if p.divides {
			before += m.goesOn.next()
		}
	}
	m.rest = s
}

// part is the beginning of a text that is parsed by itself.
type part struct {
	bytes   int
	divides bool   // a block goes on after it,
	resume  string // and of code and preformatted HTML, what the next part has to begin with
}

// firstPart finds the part that a long text begins with, which goes on with the code or HTML that before begins. It
// ends between blocks, unless the first one is very long.
func firstPart(before, s string) part {
	c := cutScanner{}
	c.scan(before)
	c.at, c.codeAt = 0, 0
	begin := s[:partBytes]
	c.scan(begin)
	if n := c.boundary(begin); n > 0 {
		return part{bytes: n}
	}
	if c.fence != "" && c.codeAt < partBytes/2 {
		for c.fence != "" && c.at < min(len(s), codeBytes) {
			line, _, _ := strings.Cut(s[c.at:], "\n")
			c.line(line)
			c.at += len(line) + 1
		}
		if begin = s[:min(len(s), c.at)]; c.fence == "" {
			return part{bytes: len(begin)}
		}
	}
	if c.item > 0 {
		return part{bytes: c.item, divides: true}
	}
	end := strings.LastIndexByte(begin, '\n') + 1
	if end == 0 {
		end = strings.LastIndexByte(begin, ' ') + 1
	}
	if end == 0 {
		end = len(clean.Clip(begin, len(begin)-utf8.UTFMax))
	}
	return part{bytes: end, divides: true, resume: c.resume()}
}

// goesOn is what is known of a list or table that is divided, to go on with it in the next part.
type goesOn struct {
	last   ast.NodeKind
	here   bool   // the block that comes next goes on with the last one
	mark   byte   // of a list: as it stands in the source,
	number int    // and the number of the next item
	header string // of a table, with the line below it
}

// next begins the next part, and returns what has to stand before it.
func (g *goesOn) next() string {
	g.here = g.last == ast.KindList || g.last == extast.KindTable
	if g.last == extast.KindTable {
		return g.header + "\n"
	}
	return ""
}

// Part reads a part of the text that is parsed by itself.
func (m *Reader) Part(s string, references []parser.Reference) {
	m.text, m.source = s, []byte(s)
	for n := mdParse(m.source, references).FirstChild(); n != nil; n = n.NextSibling() {
		m.place.To(s, n.Pos())
		m.goesOn.here = m.goesOn.here && n.Kind() == m.goesOn.last
		if tags, ok := n.(*ast.HTMLBlock); ok {
			var all []block.Written
			all, n = m.htmlTable(tags)
			for _, p := range all {
				m.add(p)
			}
			m.goesOn.last, m.goesOn.here = n.Kind(), false
			continue
		}
		m.top(n)
		m.goesOn.last, m.goesOn.here = n.Kind(), false
	}
	m.place.To(s, len(s))
	m.place.At = 0
}

// noteLabels returns the labels of what looks like notes in a text.
func noteLabels(s string) map[string]bool {
	var labels map[string]bool
	for at := strings.Index(s, "[^"); at >= 0 && len(labels) < maxLabels; {
		label, n := noteLabel([]byte(s[at:min(len(s), at+maxNoteLabel)]))
		if n > 0 && strings.HasPrefix(s[at+n:], ":") {
			if labels == nil {
				labels = map[string]bool{}
			}
			labels[label] = true
		}
		next := strings.Index(s[at+2:], "[^")
		if next < 0 {
			break
		}
		at += 2 + next
	}
	return labels
}

// definitions returns the link definitions of a text. They are read by themselves, each paragraph that begins like
// one.
func definitions(s string) []parser.Reference {
	var b strings.Builder
	blank := true
	for at := 0; at < len(s) && b.Len() < maxDefinitions; {
		line, _, _ := strings.Cut(s[at:], "\n")
		text := strings.TrimLeft(line, " ")
		if blank && strings.HasPrefix(text, "[") && !strings.HasPrefix(text, "[^") &&
			strings.Contains(text[:min(len(text), 1000)], "]:") {
			paragraph, _, _ := strings.Cut(s[at:], "\n\n")
			b.WriteString(paragraph + "\n\n")
			at += len(paragraph)
			continue
		}
		blank = text == "" || text[0] == '#'
		at += len(line) + 1
	}
	if b.Len() == 0 {
		return nil
	}
	pc := parser.NewContext()
	mdParser().Parse(mdtext.NewReader([]byte(guard.Markdown(b.String()))), parser.WithContext(pc))
	return pc.References()
}
