package meta

import (
	"bytes"
	"strconv"
	"strings"

	"lede/model/fold"
)

// maxMendedDepth is how many brackets may be open at once; anything deeper is cut off.
const maxMendedDepth = 500

// mendedJSON corrects what pages get wrong in JSON: line ends, tabs and quotes inside strings, unknown escapes,
// missing or extra commas, keys without quotes, comments, and a missing end.
func mendedJSON(s string) []byte {
	m := jsonMender{s: s, out: make([]byte, 0, len(s)+16)}
	for m.at < len(s) {
		m.step()
	}
	m.dropComma()
	if bytes.HasSuffix(m.out, []byte(":")) {
		m.out = append(m.out, "null"...)
	}
	for i := len(m.open) - 1; i >= 0; i-- {
		m.out = append(m.out, m.open[i])
	}
	return m.out
}

// jsonMender goes over a JSON text once.
type jsonMender struct {
	s     string
	at    int
	out   []byte // does not end in a space
	open  []byte // the brackets that will close what is open
	value bool   // a value has just ended: a further one needs a comma
}

func (m *jsonMender) step() {
	c := m.s[m.at]
	switch {
	case c == '"':
		m.begin()
		m.text()
		m.value = true
	case c == '{', c == '[':
		m.begin()
		m.out = append(m.out, c)
		m.open = append(m.open, c+2) // } and ] come two after { and [ in ASCII
		m.at++
		if len(m.open) > maxMendedDepth {
			m.at = len(m.s)
		}
	case c == '}', c == ']':
		m.close(c)
		m.at++
	case c == ',', c == ':':
		if c == ',' && bytes.HasSuffix(m.out, []byte(":")) {
			m.out = append(m.out, "null"...)
			m.value = true
		}
		if m.value {
			m.out = append(m.out, c)
		}
		m.value = false
		m.at++
	case c == '/':
		m.comment()
	case fold.IsAlnum(c), c == '-', c == '_', c == '$', c == '@':
		m.begin()
		m.word()
		m.value = true
	default:
		m.at++
	}
}

// begin writes a comma that is missing before a value.
func (m *jsonMender) begin() {
	if m.value {
		m.out = append(m.out, ',')
	}
	m.value = false
}

// close closes everything that is open up to a bracket of this kind. A bracket that nothing has opened is dropped.
func (m *jsonMender) close(bracket byte) {
	if bytes.IndexByte(m.open, bracket) < 0 {
		return
	}
	m.dropComma()
	for {
		last := m.open[len(m.open)-1]
		m.open = m.open[:len(m.open)-1]
		if bytes.HasSuffix(m.out, []byte(":")) {
			m.out = append(m.out, "null"...)
		}
		m.out = append(m.out, last)
		if last == bracket {
			break
		}
	}
	m.value = true
}

func (m *jsonMender) dropComma() {
	if n := len(m.out); n > 0 && m.out[n-1] == ',' {
		m.out = m.out[:n-1]
	}
}

// text writes a string.
func (m *jsonMender) text() {
	m.out = append(m.out, '"')
	for m.at++; m.at < len(m.s); m.at++ {
		switch c := m.s[m.at]; {
		case c == '\\':
			m.escape()
		case c == '\n', c == '\t':
			m.out = append(m.out, ' ')
		case c == '"' && m.ends():
			m.at++
			m.out = append(m.out, '"')
			return
		case c == '"':
			m.out = append(m.out, `\"`...)
		case c >= ' ':
			m.out = append(m.out, c)
		}
	}
	m.out = append(m.out, '"')
}

// escape writes an escape sequence.
func (m *jsonMender) escape() {
	next := byte(0)
	if m.at+1 < len(m.s) {
		next = m.s[m.at+1]
	}
	if next == 'u' && isCodeUnit(m.s[m.at+2:]) || next != 0 && strings.IndexByte(`"\/bfnrt`, next) >= 0 {
		m.out = append(m.out, '\\', next)
		m.at++
		return
	}
	if next == '\'' {
		return
	}
	m.out = append(m.out, `\\`...)
}

// ends reports whether the quote here ends its string: what follows it is what may follow a string.
func (m *jsonMender) ends() bool {
	for i := m.at + 1; i < len(m.s); i++ {
		switch m.s[i] {
		case ' ', '\t':
		case '\n', '\r', ',', ':', '}', ']':
			return true
		default:
			return strings.HasPrefix(m.s[i:], "/*") || strings.HasPrefix(m.s[i:], "//")
		}
	}
	return true
}

// comment skips a comment.
func (m *jsonMender) comment() {
	rest, end := m.s[m.at:], "\n"
	switch {
	case strings.HasPrefix(rest, "/*"):
		end = "*/"
	case !strings.HasPrefix(rest, "//"):
		m.at++
		return
	}
	if i := strings.Index(rest, end); i >= 0 {
		m.at += i + len(end)
	} else {
		m.at = len(m.s)
	}
}

// word writes a number, true, false or null; any other word is a key without quotes.
func (m *jsonMender) word() {
	from := m.at
	for m.at < len(m.s) && (fold.IsAlnum(m.s[m.at]) || strings.IndexByte("+-._$@", m.s[m.at]) >= 0) {
		m.at++
	}
	switch w := m.s[from:m.at]; {
	case w == "true", w == "false", w == "null", numeral(w):
		m.out = append(m.out, w...)
	default:
		m.out = append(append(append(m.out, '"'), w...), '"')
	}
}

// numeral reports whether a word is a plain JSON number.
func numeral(w string) bool {
	digits := strings.TrimPrefix(w, "-")
	whole, part, dotted := strings.Cut(digits, ".")
	all := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	return all(whole) && (whole == "0" || whole[0] != '0') && (!dotted || all(part))
}

// isCodeUnit reports whether a text begins with four hexadecimal digits, as they follow \u.
func isCodeUnit(s string) bool {
	const digits = 4
	_, err := strconv.ParseUint(s[:min(len(s), digits)], 16, 16)
	return err == nil && len(s) >= digits
}
