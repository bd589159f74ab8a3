package export

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/clipperhouse/displaywidth"

	"lede/model"
	"lede/model/script"
)

// page is an article on its way to plain text.
type page struct {
	w     *bufio.Writer
	width int
	begun bool
}

// plain writes an article for a terminal without colours, a pipe or a file: headings underlined, posts beside
// a bar, related links behind an arrow, notices in brackets.
func plain(w io.Writer, a model.Article, o Options) error {
	p := page{w: bufio.NewWriter(w), width: o.Width}
	p.head(a.Entry)
	for _, s := range a.Sections {
		p.heading(s.Title, s.Level)
		for _, b := range s.Blocks {
			p.block(b)
		}
	}
	return p.w.Flush()
}

// Byline is the line that stands below a title: site, authors, date and reading time, as far as known.
func Byline(e model.Entry) string { return strings.Join(byline(e), " · ") }

func byline(e model.Entry) []string {
	var parts []string
	if e.Site != "" {
		parts = append(parts, e.Site)
	}
	parts = append(parts, e.Byline...)
	if !e.Published.IsZero() {
		parts = append(parts, model.Day(e.Published, time.Local).Format("2 January 2006"))
	}
	if m := e.Minutes(); m > 0 {
		parts = append(parts, strconv.Itoa(m)+" min")
	}
	return parts
}

// TopicLine is the names of the topics in one line.
func TopicLine(topics []model.Topic) string { return strings.Join(names(topics), " · ") }

func names(topics []model.Topic) []string {
	all := make([]string, len(topics))
	for i, t := range topics {
		all[i] = t.Name
	}
	return all
}

func (p *page) head(e model.Entry) {
	p.underlined(e.Title, "=")
	lines := wrapParts(byline(e), p.width) + "\n" + wrapParts(names(e.Topics), p.width)
	if lines = strings.Trim(lines, "\n"); lines != "" {
		p.put(lines)
	}
	p.paragraph(e.Dateline, "", "")
}

func (p *page) heading(title string, level int) {
	mark := "-"
	if level > 2 {
		mark = "~"
	}
	p.underlined(title, mark)
}

func (p *page) underlined(title, mark string) {
	if title == "" {
		return
	}
	text := wrap(title, p.width, "", "")
	longest := 1
	for line := range strings.SplitSeq(text, "\n") {
		longest = max(longest, cellsOf(line))
	}
	p.put(text + "\n" + strings.Repeat(mark, min(longest, 500)))
}

func (p *page) block(b model.Block) {
	switch b := b.(type) {
	case model.Prose:
		p.prose(b)
	case model.Code:
		p.put(indent(b.Source, "    "))
	case model.Post:
		p.post(b)
	case model.Related:
		p.related(b)
	case model.Notice:
		p.paragraph(b.Text(), "["+string(b.Kind)+"] ", "  ")
	case model.Image:
		p.image(b)
	}
}

func (p *page) prose(b model.Prose) {
	switch b.Kind {
	case model.Paragraph:
		p.paragraph(b.Text(), "", "")
	case model.Rule:
		p.put("* * *")
	case model.List, model.Quote, model.Table:
		p.put(layout(b.Headed(), p.width))
	default:
		p.put(layout(b.Headed(), p.width))
	}
}

func (p *page) post(b model.Post) {
	head := PostLine(b)
	p.paragraph(head, "| ", "|   ")
	if len(b.Body) > 0 {
		p.add(p.within(b.Body, "| "))
	}
	if b.Source != "" {
		p.add(wrap(b.Source, p.width, "| ", "| "))
	}
	for _, l := range b.Links {
		p.add(wrap(linkText(l), p.width, "| → ", "|   "))
	}
	if b.URL != "" {
		p.add("| " + b.URL)
	}
}

// within writes blocks with a mark before each line.
func (p *page) within(blocks []model.Block, mark string) string {
	var b strings.Builder
	in := page{w: bufio.NewWriter(&b), width: p.width - len(mark)}
	if p.width <= 0 {
		in.width = p.width
	}
	for _, block := range blocks {
		in.block(block)
	}
	_ = in.w.Flush() // a strings.Builder takes everything
	return strings.TrimRight(mark+strings.ReplaceAll(strings.TrimRight(b.String(), "\n"), "\n", "\n"+mark), " ")
}

// PostLine is the line that says who posted where and when, whom the post answers, and whose post it copies.
func PostLine(b model.Post) string {
	var parts []string
	answers := ""
	if b.Answers != "" {
		answers = "to " + b.Answers
	}
	for _, s := range []string{string(b.Network), strings.TrimSpace(b.Author + " " + b.Handle), answers, b.Posted} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if m := b.Mirror; m != (model.Mirror{}) {
		of := strings.Join(strings.Fields(strings.Join([]string{string(m.Network), m.Author, m.Handle, m.Posted}, " ")), " ")
		parts = append(parts, "copy of "+of)
	}
	if b.Missing {
		parts = append(parts, "not quoted")
	}
	return strings.Join(parts, " · ")
}

func (p *page) related(b model.Related) {
	label := b.Label
	if label == "" {
		label = "Related"
	}
	if len(b.Links) == 0 {
		p.paragraph(label, "→ ", "  ")
	}
	for i, l := range b.Links {
		line := wrap(label+": "+linkText(l), p.width, "→ ", "  ")
		if i == 0 {
			p.put(line)
		} else {
			p.add(line)
		}
	}
}

func (p *page) image(b model.Image) {
	text := b.Text()
	if b.Caption != "" && b.Alt != "" && !strings.Contains(b.Caption, b.Alt) {
		text = b.Alt + ": " + text
	}
	sign := "[image] "
	if b.Plays() {
		sign = "[media] "
	}
	p.paragraph(strings.TrimSpace(text+" "+angled(b.URL)), sign, "  ")
}

func linkText(l model.Link) string { return strings.TrimSpace(l.Title + " " + angled(l.URL)) }

func angled(url string) string {
	if url == "" {
		return ""
	}
	return "<" + url + ">"
}

func indent(text, by string) string {
	return by + strings.ReplaceAll(expand(text), "\n", "\n"+by)
}

// expand writes tabs as the spaces up to the next column of four.
func expand(text string) string {
	if !strings.Contains(text, "\t") {
		return text
	}
	var b strings.Builder
	column := 0
	g := displaywidth.StringGraphemes(text)
	for g.Next() {
		switch v := g.Value(); v {
		case "\t":
			n := 4 - column%4
			b.WriteString(strings.Repeat(" ", n))
			column += n
		case "\n":
			b.WriteString(v)
			column = 0
		default:
			b.WriteString(v)
			column += script.Cells(v, g.Width())
		}
	}
	return b.String()
}

func (p *page) paragraph(text, first, rest string) {
	if text != "" || first != "" {
		p.put(wrap(text, p.width, first, rest))
	}
}

// put writes text after a blank line, add on the next line.
func (p *page) put(text string) {
	if p.begun {
		_ = p.w.WriteByte('\n')
	}
	p.add(text)
}

func (p *page) add(text string) {
	p.begun = true
	_, _ = p.w.WriteString(text)
	_ = p.w.WriteByte('\n')
}
