package man

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/model"
	"lede/model/clean"
)

// Read returns what data says that has letters struck over others or codes for a terminal, as clean text; of a manual
// page Markdown. ok is false when data is neither.
func Read(data []byte) (s string, markdown, ok bool) {
	styled := Styled(data)
	if !utf8.Valid(data) || !styled && !isPage(string(data[:min(len(data), pageStart)])) {
		return "", false, false
	}
	s = strings.ReplaceAll(string(data), "\r\n", "\n")
	all := letters(s)
	if words := text(all); !isPage(words[:min(len(words), pageStart)]) {
		return clean.Text(clean.Newlines(words)), false, true
	}
	return clean.Text(write(linesOf(all))), true, true
}

// pageStart is how much of a text is looked at to tell whether it is a manual page, in bytes.
const pageStart = 4 << 10

// head is the first line of a manual page: "MILL(6)   Manual of the mill   MILL(6)".
var head = regexp.MustCompile(`^\s*([\w.+:-]+\(\w{1,8}\))\s{2,}(?:.*\S\s{2,})?([\w.+:-]+\(\w{1,8}\))\s*$`)

// isPage reports whether a text begins as manual pages do.
func isPage(s string) bool {
	first, _, _ := strings.Cut(strings.TrimLeft(s, "\n"), "\n")
	m := head.FindStringSubmatch(first)
	return m != nil && strings.EqualFold(m[1], m[2])
}

// line is a line of a manual page.
type line struct {
	letters []letter // without the spaces around them
	indent  int
	blank   bool
}

func linesOf(all []letter) []line {
	var lines []line
	for len(all) > 0 {
		end := 0
		for end < len(all) && all[end].r != '\n' {
			end++
		}
		row := all[:end]
		l := line{}
		for len(row) > 0 && (row[0].r == ' ' || row[0].r == '\t') {
			if row[0].r == '\t' {
				l.indent += 8 - l.indent%8
			} else {
				l.indent++
			}
			row = row[1:]
		}
		for len(row) > 0 && unicode.IsSpace(row[len(row)-1].r) {
			row = row[:len(row)-1]
		}
		l.letters, l.blank = row, len(row) == 0
		lines = append(lines, l)
		all = all[min(end+1, len(all)):]
	}
	return lines
}

// words are the letters of a line without how they are set.
func (l line) words() string { return text(l.letters) }

// write writes a manual page as Markdown: its name, the sections at the margin, the sections in those, paragraphs,
// and words with what they mean.
func write(lines []line) string {
	w := writer{lines: lines}
	for w.at < len(lines) && lines[w.at].blank {
		w.at++
	}
	m := head.FindStringSubmatch(lines[w.at].words())
	w.name = m[1]
	w.out.WriteString("# " + model.Escape(w.name) + "\n")
	w.at++
	for w.at < len(w.lines) {
		w.block()
	}
	return w.out.String()
}

// writer writes a manual page.
type writer struct {
	lines   []line
	at      int
	name    string
	section string // in which it is
	out     strings.Builder
}

// The columns that manual pages are set in by.
const (
	subsection = 3
	margin     = 5 // of what is in a section, at least
	narrow     = 60
)

func (w *writer) block() {
	l := w.lines[w.at]
	switch {
	case l.blank:
		w.at++
	case l.indent == 0 && strings.HasSuffix(l.words(), w.name): // the line at the foot
		w.paragraph(w.at + 1)
	case l.indent == 0:
		w.section = l.words()
		w.heading("## ")
	case l.indent == subsection && (w.at == 0 || w.lines[w.at-1].blank || w.lines[w.at-1].indent == 0):
		w.heading("### ")
	default:
		w.group()
	}
}

func (w *writer) heading(marks string) {
	w.out.WriteString("\n" + marks + model.Escape(w.lines[w.at].words()) + "\n")
	w.at++
}

// group writes the lines up to an empty one: a word with what it means below it or beside it, or a paragraph.
func (w *writer) group() {
	end := w.at
	for end < len(w.lines) && !w.lines[end].blank && w.lines[end].indent > 0 {
		end++
	}
	first := w.lines[w.at]
	below := w.at + 1
	for below < end && w.lines[below].indent > first.indent {
		below++
	}
	if gap := w.gap(first); gap > 0 && first.set() { // "-s   what it does"
		tag := first.letters[:gap]
		rest := trimmed(first.letters[gap:])
		w.lines[w.at] = line{letters: rest, indent: first.indent + gap + len(first.letters[gap:]) - len(rest)}
		w.meaning(tag, below)
		return
	}
	if below > w.at+1 && first.set() && !w.verbatim() && below-w.at >= 2 && w.lines[w.at+1].indent >= first.indent+3 {
		w.at++
		w.meaning(first.letters, below)
		return
	}
	if below > w.at+1 {
		end = below
	} else {
		for end = w.at + 1; end < len(w.lines) && !w.lines[end].blank && w.lines[end].indent == first.indent; end++ {
		}
	}
	w.paragraph(end)
}

// verbatim reports whether the section keeps its lines.
func (w *writer) verbatim() bool {
	return strings.HasPrefix(w.section, "SYNOPSIS")
}

// set reports whether the letters of a line begin in bold or underlined, as words do that are explained, or as an
// option does.
func (l line) set() bool {
	first := l.letters[0]
	return first.bold || first.under || first.r == '-' || first.r == '•'
}

// gap returns where the run of at least two spaces stands that parts a word from what it means; 0 when there is none.
func (w *writer) gap(l line) int {
	for i := 1; i+2 < len(l.letters); i++ {
		if l.letters[i].r == ' ' && l.letters[i+1].r == ' ' && !strings.ContainsRune(".!?:", l.letters[i-1].r) {
			return i
		}
	}
	return 0
}

func trimmed(all []letter) []letter {
	for len(all) > 0 && all[0].r == ' ' {
		all = all[1:]
	}
	return all
}

// meaning writes a word and the lines up to end, which say what it means. The dot of a list has an item behind it.
func (w *writer) meaning(tag []letter, end int) {
	if len(tag) == 1 && strings.ContainsRune("•*-o", tag[0].r) {
		w.out.WriteString("\n- " + w.joined(end) + "\n")
		return
	}
	w.out.WriteString("\n" + marked(tag) + "\n: " + w.joined(end) + "\n")
}

// paragraph writes the lines up to end as a paragraph. Where they are short, or kept, each stays a line.
func (w *writer) paragraph(end int) {
	longest := 0
	for _, l := range w.lines[w.at:end] {
		longest = max(longest, l.indent+len(l.letters))
	}
	if !w.verbatim() && longest >= narrow || end == w.at+1 {
		w.out.WriteString("\n" + w.joined(end) + "\n")
		return
	}
	first := w.lines[w.at].indent
	w.out.WriteString("\n")
	for i := w.at; i < end; i++ {
		switch {
		case i == w.at:
		case w.lines[i].indent > first && w.verbatim():
			w.out.WriteByte(' ')
		default:
			w.out.WriteString("\\\n")
		}
		w.out.WriteString(marked(w.lines[i].letters))
	}
	w.out.WriteString("\n")
	w.at = end
}

// joined are the lines up to end as one. A hyphen that was put in to divide a word goes.
func (w *writer) joined(end int) string {
	var all []letter
	for ; w.at < end; w.at++ {
		if n := len(all); n > 0 && all[n-1].r == '‐' {
			all = all[:n-1]
		} else if n > 0 {
			all = append(all, letter{r: ' '})
		}
		all = append(all, w.lines[w.at].letters...)
	}
	return marked(all)
}

// marked writes letters as Markdown, with marks for what is bold or underlined.
func marked(all []letter) string {
	var b strings.Builder
	before := ' '
	for len(all) > 0 {
		n := 1
		for n < len(all) && (all[n].bold == all[0].bold && all[n].under == all[0].under ||
			all[n].r == ' ' && n+1 < len(all) && all[n+1].bold == all[0].bold && all[n+1].under == all[0].under) {
			n++
		}
		after := ' '
		if n < len(all) {
			after = all[n].r
		}
		w := words{text(all[:n]), all[0], before, after, b.Len() == 0}
		b.WriteString(w.markdown())
		before = all[n-1].r
		all = all[n:]
	}
	return b.String()
}

// words are letters that are set alike, with what is before and after them.
type words struct {
	text          string
	set           letter
	before, after rune
	first         bool // they begin a line
}

// markdown writes the words. Punctuation at their ends stands outside of the marks, where it is not taken for a part
// of them.
func (w words) markdown() string {
	mark := ""
	switch {
	case w.set.bold:
		mark = "**"
	case w.set.under && (isWord(w.before) || isWord(w.after)):
		mark = "*"
	case w.set.under:
		mark = "_"
	}
	core := strings.Trim(w.text, " ,;:.=()[]|<>")
	if mark == "" || core == "" || strings.IndexFunc(core, isWord) < 0 {
		return inner(w.text, w.first)
	}
	at := strings.Index(w.text, core)
	return inner(w.text[:at], w.first) + mark + inner(core, false) + mark + inner(w.text[at+len(core):], false)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// inner is text as Markdown, with single spaces; what does not begin a line is written as a part of one.
func inner(s string, first bool) string {
	folded := strings.Join(strings.Fields(s), " ")
	if first {
		return model.Escape(folded) + tail(s, folded)
	}
	if folded == "" {
		return tail(s, " ")
	}
	if s[0] == ' ' {
		folded = " " + folded
	}
	return model.Escape("x" + folded)[1:] + tail(s, folded)
}

// tail is the space that a text ends with.
func tail(s, folded string) string {
	if folded != "" && strings.HasSuffix(s, " ") {
		return " "
	}
	return ""
}
