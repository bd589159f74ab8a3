package parse

import (
	"strings"

	"lede/content/parse/markdown"
	"lede/content/parse/matter"
	"lede/content/parse/name"
	"lede/content/parse/page"
	"lede/content/parse/recognise"
	"lede/content/parse/rst"
	"lede/content/parse/text"
	"lede/model"
	"lede/model/clean"
)

// headWords is how many bytes of a text are counted to estimate its words.
const headWords = 1 << 10

// headRST is how much of reStructuredText is read for a list, in bytes.
const headRST = 8 << 10

// Head reads what a list shows of the source, at about the cost of reading its file: what the front matter or the
// first lines state, and about how many words there are.
func (r Reading) Head() model.Entry {
	var e model.Entry
	switch r.Format {
	case HTML:
		page.Head(&e, r.Source, r.o.page())
	case RST:
		s, fields := rst.Markdown(clean.Clip(r.Source, headRST))
		e = stated(e, fields, r.o.Base)
		if e.Title == "" {
			e.Title = firstHeading(s)
		}
		firstLines(&e, s)
		e.Words = estimate(r.Source)
	case Markdown:
		m, rest := matter.Cut(r.Source)
		m.Fill(&e, r.o.Base)
		if e.Title == "" {
			e.Title = firstHeading(rest)
		}
		firstLines(&e, rest)
		e.Words = estimate(rest)
	default:
		text.Head(&e, r.Source)
		e.Words = estimate(r.Source)
	}
	r.finish(&e)
	return e
}

// estimate counts the words at the start of a text, and takes the rest to be like it.
func estimate(s string) int {
	if len(s) <= headWords {
		return model.Words(s)
	}
	return int(float64(model.Words(s[:headWords])) * float64(len(s)) / headWords)
}

// firstHeading returns the heading of the first level that a Markdown text begins with, or "".
func firstHeading(s string) string {
	line, rest, _ := strings.Cut(strings.TrimLeft(s, "\n"), "\n")
	if title, ok := strings.CutPrefix(line, "# "); ok {
		return headline(strings.TrimRight(strings.TrimRight(title, " #"), " \t"))
	}
	under, _, _ := strings.Cut(rest, "\n")
	if line != "" && len(under) >= 2 && strings.Trim(under, "=") == "" && line[0] != ' ' {
		return headline(line)
	}
	return ""
}

// firstLines reads what the lines that a Markdown text begins with say of its author and date.
func firstLines(e *model.Entry, s string) {
	if len(e.Byline) > 0 && !e.Published.IsZero() {
		return
	}
	n := 0
	for p := range strings.SplitSeq(s[:min(len(s), 8*name.MaxTitle)], "\n\n") {
		p = strings.Trim(p, "\n")
		if p == "" {
			continue
		}
		if n++; n > recognise.MaxOpening {
			return
		}
		if len(p) <= name.MaxTitle && !strings.Contains(p, "\n") && strings.IndexByte("#>-+`|<!0", p[0]) < 0 {
			name.Imprint(e, headline(p))
		}
	}
}

// headline takes the markup off a heading.
func headline(s string) string {
	if strings.ContainsAny(s, "*_`[]<>&\\~") {
		m := markdown.Reader{}
		m.Part("# "+s, nil)
		if len(m.Units) == 0 {
			return ""
		}
		s = m.Units[0].Text
	}
	return clean.Line(s)
}
