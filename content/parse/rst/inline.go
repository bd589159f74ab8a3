package rst

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/content/parse/block"
)

// inline writes what is in a line, or in the lines of a paragraph, as Markdown.
func (c *converter) inline(s string) string {
	w := inliner{converter: c, s: s}
	for w.at < len(s) {
		w.step()
	}
	w.flush()
	return w.out.String()
}

// inliner writes inline markup.
type inliner struct {
	*converter
	s    string
	at   int
	weak int             // up to where no strong marks end
	text strings.Builder // that is not written yet
	out  strings.Builder
}

// flush writes the text that waits.
func (w *inliner) flush() {
	w.out.WriteString(escaped(w.text.String(), w.out.Len() == 0))
	w.text.Reset()
}

// mark writes Markdown in the place of the next bytes of the source.
func (w *inliner) mark(n int, markdown string) {
	w.flush()
	w.out.WriteString(markdown)
	w.at += n
}

func (w *inliner) step() {
	rest := w.s[w.at:]
	switch rest[0] {
	case '\\':
		w.escape(rest)
		return
	case '`', '*', '|', '[', ':', '_':
		if w.begins() && w.markup(rest) {
			return
		}
	}
	if w.begins() && isName(rest) && w.reference(rest) {
		return
	}
	_, n := utf8.DecodeRuneInString(rest)
	w.text.WriteString(rest[:n])
	w.at += n
}

// escape writes the character behind a backslash as it is. White space there is nothing.
func (w *inliner) escape(rest string) {
	if len(rest) == 1 {
		w.at++
		return
	}
	r, n := utf8.DecodeRuneInString(rest[1:])
	if !unicode.IsSpace(r) {
		w.text.WriteString(rest[1 : 1+n])
	}
	w.at += 1 + n
}

// begins reports whether markup may begin here: behind white space or punctuation.
func (w *inliner) begins() bool {
	if w.at == 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(w.s[:w.at])
	if unicode.IsSpace(r) && w.at >= 2 && w.s[w.at-2] == '\\' {
		return true
	}
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '`' && r != '*'
}

var (
	roleBefore = regexp.MustCompile("^:([A-Za-z][\\w:.+-]*):`((?:[^`\\\\]|\\\\.)+)`")
	phrase     = regexp.MustCompile("^`((?:[^`\\\\]|\\\\.)+)`(__?|:[A-Za-z][\\w:.+-]*:)?")
	literalRun = regexp.MustCompile("(?s)^``(.+?)``")
	strongRun  = regexp.MustCompile(`(?s)^\*\*([^\s*](?:.*?[^\s\\])?)\*\*`)
	stressRun  = regexp.MustCompile(`(?s)^\*([^\s*](?:[^*]*?[^\s\\*])?)\*`)
	nameRun    = regexp.MustCompile(`^\|([^\s|][^|]*)\|_{0,2}`)
	noteRun    = regexp.MustCompile(`^\[([\w#*.:-]+)\]_`)
	targetRun  = regexp.MustCompile("^_`([^`]+)`")
)

// markup writes the markup that rest begins with, and reports whether there is any.
func (w *inliner) markup(rest string) bool {
	rest = rest[:min(len(rest), maxRun)]
	if m := literalRun.FindStringSubmatch(rest); m != nil {
		w.mark(len(m[0]), code(m[1]))
		return true
	}
	if m := roleBefore.FindStringSubmatch(rest); m != nil {
		w.mark(len(m[0]), w.role(m[1], m[2]))
		return true
	}
	if m := phrase.FindStringSubmatch(rest); m != nil {
		w.mark(len(m[0]), w.phrase(m[1], m[2]))
		return true
	}
	if w.at >= w.weak && strings.HasPrefix(rest, "**") {
		if m := strongRun.FindStringSubmatch(rest); m != nil {
			w.mark(len(m[0]), "**"+escaped(plain(m[1]), false)+"**")
			return true
		}
		w.weak = w.at + len(rest)
	}
	if m := stressRun.FindStringSubmatch(rest); m != nil {
		w.mark(len(m[0]), "*"+escaped(plain(m[1]), false)+"*")
		return true
	}
	if m := nameRun.FindStringSubmatch(rest); m != nil {
		if said, ok := w.said[m[1]]; ok && *w.budget >= len(said) {
			*w.budget -= len(said)
			w.mark(len(m[0]), said)
			return true
		}
	}
	if m := noteRun.FindStringSubmatch(rest); m != nil {
		w.mark(len(m[0]), "[^"+noteName(m[1])+"]")
		return true
	}
	if m := targetRun.FindStringSubmatch(rest); m != nil {
		w.text.WriteString(m[1])
		w.at += len(m[0])
		return true
	}
	return false
}

const (
	maxRun  = 2000 // the length of the longest markup in a line, in bytes
	maxName = 100  // and of a name that is a link by itself
	maxSaid = 1000 // and of the text that a name is replaced by
)

// phrase writes words between backticks: a link when an underscore follows them, or what their role makes of them.
func (w *inliner) phrase(words, after string) string {
	switch after {
	case "_", "__":
		text, to, embedded := strings.Cut(strings.TrimSuffix(words, ">"), "<")
		if embedded = embedded && strings.HasSuffix(words, ">"); embedded {
			to = strings.Join(strings.Fields(to), "")
			if text = strings.TrimSpace(text); text == "" {
				text = to
			}
			if name, ok := strings.CutSuffix(to, "_"); ok {
				to = w.targets[named(name)]
			}
			return link(plain(text), to)
		}
		if after == "__" {
			return link(plain(words), w.next())
		}
		return link(plain(words), w.targets[named(words)])
	case "":
		return "*" + escaped(plain(words), false) + "*"
	}
	return w.role(strings.Trim(after, ":"), words)
}

// next is the address of the next link without a name.
func (w *inliner) next() string {
	if len(w.anonymous) == 0 {
		return ""
	}
	to := w.anonymous[0]
	w.anonymous = w.anonymous[1:]
	return to
}

// link is a link, or its words alone where its address is not known.
func link(words, to string) string {
	if to == "" {
		return escaped(words, false)
	}
	return "[" + escaped(words, false) + "](<" + strings.NewReplacer("<", "%3C", ">", "%3E", " ", "").Replace(to) + ">)"
}

// role writes words as their role has it.
func (w *inliner) role(name, words string) string {
	if i := strings.LastIndexByte(name, ':'); i >= 0 {
		name = name[i+1:]
	}
	title, _, titled := strings.Cut(words, "<")
	titled = titled && strings.HasSuffix(words, ">") && strings.TrimSpace(title) != ""
	if titled {
		title = strings.TrimSpace(title)
	} else {
		title = strings.TrimPrefix(words, "!")
	}
	switch strings.ToLower(name) {
	case "ref", "doc", "term", "numref", "any", "download", "abbr", "menuselection", "guilabel", "dfn", "eq", "t",
		"title-reference", "title":
		return escaped(plain(strings.Trim(title, "/")), false)
	case "emphasis":
		return "*" + escaped(plain(words), false) + "*"
	case "strong":
		return "**" + escaped(plain(words), false) + "**"
	case "sub", "subscript":
		return "<sub>" + escaped(plain(words), false) + "</sub>"
	case "sup", "superscript":
		return "<sup>" + escaped(plain(words), false) + "</sup>"
	case "math":
		if !strings.ContainsAny(words, "`$") {
			return "$`" + words + "`$"
		}
	case "pep":
		return link("PEP "+words, "https://peps.python.org/pep-"+padded(words)+"/")
	case "rfc":
		return link("RFC "+words, "https://datatracker.ietf.org/doc/html/rfc"+strings.TrimSpace(words))
	}
	if !titled {
		title = strings.TrimPrefix(title, "~")
		if strings.HasPrefix(words, "~") {
			title = title[strings.LastIndexByte(title, '.')+1:]
		}
	}
	return code(title)
}

func padded(number string) string {
	return strings.Repeat("0", max(0, 4-len(number))) + number
}

// referenceRun is a name with the underscore that makes it a link.
var referenceRun = regexp.MustCompile(`^([A-Za-z0-9](?:[A-Za-z0-9]|[-_.+:][A-Za-z0-9])*)(__?)(?:[^\w]|$)`)

func isName(s string) bool {
	c := s[0]
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// reference writes the link that rest begins with, a name with an underscore behind it; the name alone where it leads
// within the text.
func (w *inliner) reference(rest string) bool {
	rest = rest[:min(len(rest), maxName)]
	end := strings.IndexFunc(rest, func(r rune) bool { return unicode.IsSpace(r) })
	if end < 0 {
		end = len(rest)
	}
	m := referenceRun.FindStringSubmatch(rest[:end])
	if m == nil {
		return false
	}
	to, known := w.targets[named(m[1])]
	if m[2] == "__" {
		to, known = w.next(), true
	}
	if !known {
		return false
	}
	w.mark(len(m[1])+len(m[2]), link(m[1], to))
	return true
}

// plain are words without the backslashes in them.
func plain(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			if i++; s[i] == ' ' || s[i] == '\n' {
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// code is text as code.
func code(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if s == "" {
		return ""
	}
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if s[0] == '`' || s[len(s)-1] == '`' {
		s = " " + s + " "
	}
	return fence + s + fence
}

// escaped is text as Markdown, its lines joined; what does not begin a line is written as a part of one.
func escaped(s string, first bool) string {
	words := strings.Join(strings.Fields(s), " ")
	if words == "" {
		if s != "" && !first {
			return " "
		}
		return ""
	}
	before, after := "", ""
	if !first && isBlank(s[0]) {
		before = " "
	}
	if isBlank(s[len(s)-1]) {
		after = " "
	}
	if first {
		return block.Escape(words) + after
	}
	return before + block.Escape("x" + words)[1:] + after
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

// codePoints are characters that are given by their numbers, "0x2014" or "U+2014", among words.
func codePoints(s string) string {
	var b strings.Builder
	for word := range strings.FieldsSeq(s) {
		if word == ".." {
			break
		}
		digits := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(word, "0x"), "U+"), "u+")
		if n, err := strconv.ParseInt(digits, 16, 32); err == nil && digits != word && utf8.ValidRune(rune(n)) {
			b.WriteRune(rune(n))
			continue
		}
		b.WriteString(word)
	}
	return b.String()
}
