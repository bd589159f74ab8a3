package parse

import (
	"strings"

	"lede/content/parse/markdown"
	"lede/content/parse/matter"
	"lede/content/parse/name"
	"lede/content/parse/recognise"
	"lede/content/parse/rst"
	"lede/content/parse/text"
	"lede/model"
	"lede/model/clean"
)

// headWords is how many bytes of a text are counted to estimate its words.
const headWords = 1 << 10

// convertedHead is how much of a text that becomes Markdown first is read for a list, in bytes.
const convertedHead = 8 << 10

// Head reads what a list shows of the source, at about the cost of reading its file: what the front matter or the
// first lines state, and about how many words there are.
func (r Reading) Head() model.Entry {
	var e model.Entry
	for _, f := range formats {
		if f.name == r.Format {
			f.head(&e, r.Source, r.o)
		}
	}
	r.finish(&e)
	return e
}

func headRST(e *model.Entry, s string, o Options) {
	begun, fields := rst.Markdown(clean.Clip(s, convertedHead))
	*e = stated(*e, fields, o.Base)
	headConverted(e, begun, s)
}

// headConverted reads the head of a source from the Markdown that its beginning became.
func headConverted(e *model.Entry, begun, source string) {
	if e.Title == "" {
		e.Title = firstHeading(begun)
	}
	firstLines(e, begun)
	e.Words = estimate(source)
}

func headMarkdown(e *model.Entry, s string, o Options) {
	m, rest := matter.Cut(s)
	m.Fill(e, o.Base)
	headConverted(e, rest, rest)
}

func headText(e *model.Entry, s string, _ Options) {
	text.Head(e, s)
	e.Words = estimate(s)
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
