package arrive

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"lede/model/clean"
)

// table is a text of rows with commas between, whose first row names the columns (RFC 4180).
type table struct {
	rows    *csv.Reader
	columns map[string]int
}

// row is a row of a table.
type row struct {
	*table
	values []string
	line   int // from 1, where it begins
}

// newTable reads the names of the columns.
func newTable(text string) (*table, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	r.Comma = delimiter(text)
	head, err := r.Read()
	if err != nil {
		return nil, err
	}
	t := &table{rows: r, columns: map[string]int{}}
	for i, name := range head {
		if name = columnName(name); name != "" {
			if _, ok := t.columns[name]; !ok {
				t.columns[name] = i
			}
		}
	}
	return t, nil
}

// columnName is a name of a column without what differs from export to export: "Document tags", "document_tags".
func columnName(s string) string {
	between := func(r rune) bool { return r == ' ' || r == '_' || r == '-' || r == '\u00A0' }
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), between), " ")
}

// delimiter is the sign between the columns, as the first line shows: spreadsheets write a semicolon or a tab in some
// countries.
func delimiter(text string) rune {
	first, _, _ := strings.Cut(text, "\n")
	best, most := ',', strings.Count(first, ",")
	for _, sign := range [...]rune{';', '\t'} {
		if n := strings.Count(first, string(sign)); n > most {
			best, most = sign, n
		}
	}
	return best
}

// hasColumns reports whether a file is a table with all of the columns.
func hasColumns(s *source, names ...string) bool {
	head := s.beginning()
	if head == "" || strings.HasPrefix(head, "<") || strings.HasPrefix(head, "{") || strings.HasPrefix(head, "[") {
		return false
	}
	t, err := newTable(head)
	return err == nil && !slices.ContainsFunc(names, func(n string) bool { return !t.has(n) })
}

func (t *table) has(name string) bool {
	_, ok := t.columns[name]
	return ok
}

// each hands the rows of a file to f. Rows without any value are none.
func (s *source) each(t *taking, f func(r row, p place)) error {
	text, err := s.text()
	if err != nil {
		return err
	}
	in, err := newTable(text)
	if err != nil {
		return err
	}
	for {
		values, err := in.rows.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		var wrong *csv.ParseError
		if errors.As(err, &wrong) {
			t.skip(place{file: s.file(), line: wrong.StartLine}, "The row cannot be read: its quotes do not match.", "")
			continue
		}
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(values, func(v string) bool { return strings.TrimSpace(v) != "" }) {
			continue
		}
		line, _ := in.rows.FieldPos(0)
		f(row{in, values, line}, place{file: s.file(), line: line, text: strings.Join(values, string(in.rows.Comma))})
	}
}

// value returns the value of the first of the columns that has one.
func (r row) value(names ...string) string {
	for _, n := range names {
		if i, ok := r.columns[n]; ok && i < len(r.values) {
			if v := strings.TrimSpace(r.values[i]); v != "" {
				return v
			}
		}
	}
	return ""
}

// listed are the texts of a list as JSON or Python writes it: ["a","b"], ['a', "b's"]. A text that is no list is one
// with commas between.
func listed(s string) []string {
	s = strings.TrimSpace(s)
	if !strings.HasPrefix(s, "[") {
		return parted(s, ",")
	}
	s = s[1:]
	var all []string
	for {
		s = strings.TrimLeft(s, ", \t\n")
		switch {
		case s == "" || s[0] == ']':
			return all
		case s[0] == '"' || s[0] == '\'':
			var word string
			word, s = literal(s)
			all = append(all, word)
		default:
			end := strings.IndexAny(s, ",]")
			if end < 0 {
				end = len(s)
			}
			all = append(all, clean.Line(s[:end]))
			s = s[end:]
		}
	}
}

// literal reads a text in quotes of either kind.
func literal(s string) (word, rest string) {
	quote := s[0]
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == quote:
			return b.String(), s[i+1:]
		case s[i] == '\\' && i+1 < len(s):
			n := escape(&b, s[i+1:])
			i += n
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String(), ""
}

// escape writes the character that follows a backslash, and returns how many bytes that takes.
func escape(b *strings.Builder, s string) int {
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[s[0]]
	if digits > 0 && len(s) > digits {
		if r, ok := hexRune(s[1 : 1+digits]); ok {
			if low, ok := lowHalf(s[1+digits:]); ok && r >= 0xD800 && r < 0xDC00 {
				b.WriteRune(0x10000 + (r-0xD800)<<10 + (low - 0xDC00))
				return 1 + digits + 6
			}
			b.WriteRune(r)
			return 1 + digits
		}
	}
	switch s[0] {
	case 'n':
		b.WriteByte('\n')
	case 't':
		b.WriteByte('\t')
	case 'r', 'b', 'f':
		b.WriteByte(' ')
	default:
		b.WriteByte(s[0])
	}
	return 1
}

// lowHalf is the second half of a character that JSON writes in two.
func lowHalf(s string) (rune, bool) {
	if len(s) < 6 || s[:2] != `\u` {
		return 0, false
	}
	r, ok := hexRune(s[2:6])
	return r, ok && r >= 0xDC00 && r < 0xE000
}

func hexRune(s string) (r rune, ok bool) {
	for i := range len(s) {
		d := strings.IndexByte("0123456789abcdef", s[i]|0x20)
		if d < 0 {
			return 0, false
		}
		r = r<<4 | rune(d) //nolint:gosec // a digit
	}
	return r, r >= 0
}
