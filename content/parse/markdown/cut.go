package markdown

import (
	"strings"

	"lede/content/parse/matter"
)

// Boundary returns the last place where a block begins for certain, 0 when there is none. A heading in the second
// half is preferred: nothing before it belongs to what comes after.
func Boundary(text string) int {
	s := cutScanner{}
	if m, rest := matter.Cut(text[:min(len(text), matter.MaxMatter)]); m.Kind != matter.NoMatter {
		s.at = min(len(text), matter.MaxMatter) - len(rest)
	}
	s.scan(text)
	return s.boundary(text)
}

// boundary is the last place in a text that has been scanned where a block begins for certain, or 0.
func (s *cutScanner) boundary(text string) int {
	if s.heading > len(text)/2 {
		return s.heading
	}
	return s.safe
}

// scan looks at the whole lines of a text.
func (s *cutScanner) scan(text string) {
	for s.at < len(text) {
		end := strings.IndexByte(text[s.at:], '\n')
		if end < 0 {
			break
		}
		s.line(text[s.at : s.at+end])
		s.at += end + 1
	}
}

// cutScanner finds the places between lines where a new block begins.
type cutScanner struct {
	at            int
	safe, heading int    // the last place, and the last before a heading
	item          int    // the last place where an item of a list begins that is not set in
	code          string // the line that began the code,
	codeAt        int    // and where that stands
	fence         string // the fence of the code that the line stands in, or ""
	until         string // what ends the HTML that the line stands in, or ""
	blank         bool   // the line before was empty
	list          bool   // a list or note is open
}

func (s *cutScanner) line(line string) {
	line = strings.TrimRight(line, " \t\r")
	text := strings.TrimLeft(line, " ")
	switch {
	case s.fence != "":
		if strings.HasPrefix(text, s.fence) && strings.Trim(text, s.fence[:1]) == "" {
			s.fence = ""
		}
	case s.until != "":
		if strings.Contains(strings.ToLower(line), s.until) {
			s.until = ""
		}
	case line == "":
		s.blank = true
		return
	default:
		s.begin(line, text)
	}
	s.blank = false
}

// begin looks at a line of ordinary text.
func (s *cutScanner) begin(line, text string) {
	indented := text != line || line[0] == '\t'
	if s.blank && !indented {
		s.list = itemLine(text)
		if !s.list {
			s.safe = s.at
		}
	}
	item := itemLine(text)
	s.list = s.list || item
	if item && !indented {
		s.item = s.at
	}
	if line[0] == '#' && !s.list {
		s.heading, s.safe = s.at, s.at
	}
	if f := text[:min(3, len(text))]; f == "```" || f == "~~~" {
		s.code, s.codeAt, s.fence = text, s.at, text[:len(text)-len(strings.TrimLeft(text, f[:1]))]
	}
	s.until = htmlUntil(text)
	if head, colons := containerOpens(text); colons && head != "" {
		s.until = ":::"
	}
}

// resume is what a text begins with that goes on in the same code or HTML.
func (s *cutScanner) resume() string {
	if s.fence != "" {
		return s.code + "\n"
	}
	for _, p := range longHTML() {
		if s.until == p[1] {
			return p[2] + "\n"
		}
	}
	return ""
}

// itemLine reports whether a line begins an item of a list, a note or a definition: blocks that go on after an empty
// line.
func itemLine(text string) bool {
	rest := strings.TrimLeft(text, "0123456789")
	if n := len(text) - len(rest); n > 0 && n < 10 && rest != "" && (rest[0] == '.' || rest[0] == ')') {
		return len(rest) == 1 || rest[1] == ' ' || rest[1] == '\t'
	}
	switch text[0] {
	case '-', '*', '+', ':':
		return len(text) == 1 || text[1] == ' ' || text[1] == '\t'
	case '[':
		return strings.HasPrefix(text, "[^")
	}
	return false
}

// longHTML is the HTML that goes on over empty lines: what it begins with in lower case, what ends it, and how it is
// begun anew.
func longHTML() [7][3]string {
	return [...][3]string{
		{"<!--", "-->", "<!--"},
		{"<?", "?>", "<?"},
		{"<![cdata[", "]]>", "<![CDATA["},
		{"<script", "</script>", "<script>"},
		{"<style", "</style>", "<style>"},
		{"<pre", "</pre>", "<pre>"},
		{"<textarea", "</textarea>", "<textarea>"},
	}
}

// htmlUntil returns what ends the HTML that a line begins, when that goes on over empty lines.
func htmlUntil(text string) string {
	if text[0] != '<' {
		return ""
	}
	low := strings.ToLower(text)
	for _, p := range longHTML() {
		if strings.HasPrefix(low, p[0]) {
			if strings.Contains(low[len(p[0]):], p[1]) {
				return ""
			}
			return p[1]
		}
	}
	return ""
}
