package text

import (
	"strings"

	"lede/content/parse/block"
)

// maxQuoted is how many lines are in one quotation: a longer one is divided.
const maxQuoted = 1000

// quoted takes lines that begin with > as in mail. What is quoted in a quotation is set in deeper.
func (p *shaper) quoted() int {
	n := 0
	var levels []quotation
	gap := false
	for ; n < maxQuoted && p.at+n < p.group && strings.HasPrefix(p.lines[p.at+n].text, ">"); n++ {
		depth, raw := quoteDepth(p.lines[p.at+n].text)
		text := strings.TrimSpace(raw)
		if text == "" {
			gap = true
			continue
		}
		if len(levels) == 0 || levels[len(levels)-1].depth != depth {
			levels = append(levels, quotation{depth: depth})
			gap = false
		}
		last := &levels[len(levels)-1]
		last.lines = append(last.lines, line{raw: raw, text: text, gap: gap, indent: indentOf(raw)})
		gap = false
	}
	if len(levels) > 0 {
		p.addQuotations(levels)
	}
	return n
}

// quotation is lines that are quoted as many times.
type quotation struct {
	depth int
	lines []line
}

// quoteDepth counts the signs of quotation that a line begins with, and returns what follows them.
func quoteDepth(s string) (depth int, rest string) {
	rest = s
	for {
		after, ok := strings.CutPrefix(strings.TrimPrefix(rest, " "), ">")
		if !ok {
			return min(depth, block.MaxNesting), rest
		}
		rest = after
		depth++
	}
}

// quote adds a quotation of the lines.
func (p *shaper) quote(lines []line) { p.addQuotations([]quotation{{1, lines}}) }

// addQuotations adds quotations, some in others, as one.
func (p *shaper) addQuotations(levels []quotation) {
	var texts []string
	var source strings.Builder
	above := 0 // the depth of the quotation before
	for _, q := range levels {
		if above > 0 {
			source.WriteString("\n" + marks(min(q.depth, above)) + "\n")
		}
		above = q.depth
		paragraphs := p.within(q.lines)
		texts = append(texts, paragraphs...)
		text := block.Escape(strings.Join(paragraphs, "\n\n"))
		for n, line := range strings.Split(text, "\n") {
			if n > 0 {
				source.WriteByte('\n')
			}
			source.WriteString(strings.TrimSuffix(marks(q.depth)+" "+line, " "))
		}
	}
	p.add(block.Unit{Text: strings.Join(texts, "\n\n"), Source: source.String(), Kind: block.Quote})
}

// marks are the signs of a quotation of a depth.
func marks(depth int) string { return strings.Repeat("> ", depth-1) + ">" }

// within returns the paragraphs of lines that are quoted. Verse is one whose lines stay.
func (p *shaper) within(lines []line) []string {
	q := &shaper{lines: lines, width: wrapWidth(lines), hyphens: p.hyphens, book: p.book}
	if w := longestOf(lines); q.width == 0 && !p.book && w > maxVerse { // too few lines to tell, but too long for verse
		q.width = min(w, maxWrap)
	}
	var paragraphs []string
	for q.at < len(lines) {
		q.enter()
		if verse := q.verse(); verse != "" {
			paragraphs = append(paragraphs, verse)
			q.at = q.group
			continue
		}
		q.at += q.paragraph()
		paragraphs = append(paragraphs, q.units[len(q.units)-1].Text)
	}
	return paragraphs
}

// verse returns the lines up to the next empty one where they are verse: several, short, and not broken at a width.
func (p *shaper) verse() string {
	lines := p.lines[p.at:p.group]
	if len(lines) < 2 || p.narrow > 0 {
		return ""
	}
	most := maxVerse
	if p.book {
		most = maxWrap
	}
	texts := make([]string, len(lines))
	for i, l := range lines {
		if columns(l.text) > most || isRule(l.text) {
			return ""
		}
		texts[i] = l.text
	}
	return strings.Join(texts, "\n")
}

// maxVerse is the length in columns of the longest line of verse.
const maxVerse = 55
