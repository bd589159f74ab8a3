package feed

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// prepare makes a text readable for a reader of XML: it begins with the root, without a declaration, has no character
// that XML forbids, and every "<" in it opens something.
func prepare(s string) string {
	if at := rootAt(s); at > 0 {
		s = s[at:]
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '<':
			n = opened(&b, s[i:])
		case r == utf8.RuneError && n == 1:
			b.WriteRune(utf8.RuneError)
		case r == '&' && forbidden(s[i:]) > 0:
			n = forbidden(s[i:])
		case allowed(r):
			b.WriteString(s[i : i+n])
		}
		i += n
	}
	return b.String()
}

// opened writes what begins with "<", whole when nothing in it is markup, and returns how many bytes that are.
func opened(b *strings.Builder, s string) int {
	for _, kind := range [...][2]string{{"<![CDATA[", "]]>"}, {"<!--", "-->"}, {"<?", "?>"}} {
		if !strings.HasPrefix(s, kind[0]) {
			continue
		}
		end := strings.Index(s, kind[1])
		if end < 0 {
			return len(s) // it is cut off
		}
		end += len(kind[1])
		if kind[0] == "<![CDATA[" {
			b.WriteString(kind[0] + strings.Map(onlyAllowed, strings.ToValidUTF8(s[len(kind[0]):end], "\ufffd")))
		}
		return end
	}
	if strings.HasPrefix(s, "<!") {
		return doctypeEnd(s)
	}
	if len(s) > 1 && (isLetter(s[1]) || s[1] == '/' && len(s) > 2 && isLetter(s[2])) {
		b.WriteByte('<')
		return 1
	}
	b.WriteString("&lt;")
	return 1
}

// doctypeEnd is where a declaration ends, with what is between its brackets.
func doctypeEnd(s string) int {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '[':
			depth++
		case ']':
			depth--
		case '>':
			if depth <= 0 {
				return i + 1
			}
		}
	}
	return len(s)
}

// maxEntities and maxEntity are how many references a feed may declare, and how long the texts are that they stand
// for.
const maxEntities, maxEntity = 64, 1 << 10

// entity finds the declaration of a reference to a text, not to another file, and without references in the text.
var entity = regexp.MustCompile(`<!ENTITY\s+([A-Za-z_][\w.-]*)\s+(?:"([^"&%<]*)"|'([^'&%<]*)')\s*>`)

// entities returns the references that the text before the root declares.
func entities(s string) map[string]string {
	root := rootAt(s)
	head := s[:max(0, min(root, 64<<10))]
	if !strings.Contains(head, "<!ENTITY") {
		return nil
	}
	own := map[string]string{}
	for _, m := range entity.FindAllStringSubmatch(head, maxEntities) {
		if text := m[2] + m[3]; len(text) <= maxEntity {
			own[m[1]] = text
		}
	}
	return own
}

// forbidden is how long a reference to a character is that XML forbids; 0 for any other text.
func forbidden(s string) int {
	end := strings.IndexByte(s[:min(len(s), 12)], ';')
	if end < 3 || s[1] != '#' {
		return 0
	}
	r, base := rune(0), rune(10)
	digits := s[2:end]
	if digits[0] == 'x' || digits[0] == 'X' {
		digits, base = digits[1:], 16
	}
	for _, c := range strings.ToLower(digits) {
		d := c - '0'
		if c >= 'a' {
			d = c - 'a' + 10
		}
		if d < 0 || d >= base {
			return 0
		}
		r = r*base + d
	}
	if allowed(r) {
		return 0
	}
	return end + 1
}

func allowed(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r < 0xD800 || r > 0xDFFF && r < 0xFFFE ||
		r >= 0x10000 && r <= utf8.MaxRune
}

func onlyAllowed(r rune) rune {
	if allowed(r) {
		return r
	}
	return -1
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || c >= 0x80 }

// rootAt is where the root of a feed begins, behind declarations, comments and at most maxBefore bytes of something
// else; -1 without one.
func rootAt(s string) int {
	junk := 0
	for at := 0; ; {
		next := strings.IndexByte(s[at:], '<')
		if junk += next; next < 0 || junk > maxBefore {
			return -1
		}
		at += next
		rest := s[at:]
		switch {
		case strings.HasPrefix(rest, "<!--"):
			end := strings.Index(rest, "-->")
			if end < 0 {
				return -1
			}
			at += end + len("-->")
		case strings.HasPrefix(rest, "<!"):
			at += doctypeEnd(rest)
		case strings.HasPrefix(rest, "<?"):
			end := strings.Index(rest, "?>")
			if end < 0 {
				return -1
			}
			at += end + len("?>")
		default:
			if IsRoot(rest) {
				return at
			}
			at++
			junk++
		}
		if at >= len(s) {
			return -1
		}
	}
}

// maxName is more than the name of a root takes, with its prefix, in bytes.
const maxName = 64

// rootName is the name of the element that a text begins with, lower case, without its prefix.
func rootName(s string) (name, tag string) {
	name = s[1:min(len(s), maxName)]
	if end := strings.IndexAny(name, " \t\r\n/>"); end >= 0 {
		name = name[:end]
	}
	tag, _, _ = strings.Cut(s[:min(len(s), 4096)], ">")
	return strings.ToLower(name[strings.IndexByte(name, ':')+1:]), tag
}

// IsRoot reports whether a text begins with the root element of a feed.
func IsRoot(s string) bool {
	if !strings.HasPrefix(s, "<") {
		return false
	}
	switch name, tag := rootName(s); name {
	case "rss", "channel":
		return true
	case "feed":
		return strings.Contains(strings.ToLower(tag), "atom") || strings.Contains(s[:min(len(s), 64<<10)], "<entry") ||
			strings.Contains(s[:min(len(s), 4096)], "<title")
	case "entry":
		return strings.Contains(strings.ToLower(tag), "atom")
	case "rdf":
		tag = strings.ToLower(s[:min(len(s), 4096)])
		return strings.Contains(tag, "rss") || strings.Contains(tag, "netscape") || strings.Contains(tag, "<channel")
	}
	return false
}

// Charset returns the encoding that the declaration of a feed names, or "".
func Charset(data []byte) string {
	head := string(data[:min(len(data), maxBefore)])
	at := strings.Index(head, "<?xml")
	if at < 0 {
		return ""
	}
	declaration, _, _ := strings.Cut(head[at:], "?>")
	_, named, ok := strings.Cut(declaration, "encoding")
	named = strings.TrimLeft(named, " \t\r\n=")
	if !ok || named == "" {
		return ""
	}
	name, _, _ := strings.Cut(named[1:], named[:1])
	return strings.TrimSpace(name)
}
