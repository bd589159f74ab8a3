package content

import (
	"errors"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// errTOML says that a file is written in a way in which nothing can be added to it.
var errTOML = errors.New("it is written in a way that lede cannot add to")

// withValue returns a TOML file with a value added to the list under a key of a table, "" for the top of the file: at the beginning of the
// list, or at its end. A single value becomes a list. Everything else in the file stays as it is written, comments too. A value that is
// there already changes nothing.
func withValue(data []byte, table, key, value string, first bool) ([]byte, error) {
	before, err := listIn(data, table, key)
	if err != nil {
		return nil, err
	}
	if slices.Contains(before, value) {
		return data, nil
	}
	f := tomlText{string(data)}
	after := f.with(table, key, quoted(value), first)
	want := append(slices.Clone(before), value)
	if first {
		want = append([]string{value}, before...)
	}
	if got, err := listIn([]byte(after), table, key); err != nil || !slices.Equal(got, want) {
		return nil, errTOML
	}
	return []byte(after), nil
}

// listIn is the list, or the single value, under a key of a table.
func listIn(data []byte, table, key string) ([]string, error) {
	var all map[string]any
	if err := toml.Unmarshal(data, &all); err != nil {
		return nil, err
	}
	at := all
	if table != "" {
		for name := range strings.SplitSeq(table, ".") {
			at, _ = at[name].(map[string]any)
		}
	}
	list, ok := selectorList(at[key])
	if !ok {
		return nil, errTOML
	}
	return list, nil
}

// quoted writes a value: as it is between single quotes where that is possible.
func quoted(value string) string {
	if !strings.Contains(value, "'") {
		return "'" + value + "'"
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(value) + `"`
}

// tomlText is a TOML file as it is written.
type tomlText struct{ s string }

// with writes a value under a key.
func (f tomlText) with(table, key, value string, first bool) string {
	from, to, found := f.table(table)
	if !found {
		return f.ended() + "\n[" + table + "]\n" + key + " = [" + value + "]\n"
	}
	at := f.value(from, to, key)
	if at < 0 {
		head := strings.TrimRight(f.s[:to], " \t\n")
		tail := f.s[len(head):]
		line := key + " = [" + value + "]"
		switch {
		case head == "":
			return line + "\n" + tail
		case strings.TrimSpace(tail) == "":
			return head + "\n" + line + "\n"
		}
		return head + "\n" + line + tail
	}
	end := f.end(at)
	old := f.s[at:end]
	if old[0] != '[' {
		if first {
			return f.s[:at] + "[" + value + ", " + old + "]" + f.s[end:]
		}
		return f.s[:at] + "[" + old + ", " + value + "]" + f.s[end:]
	}
	return f.s[:at] + withItem(old, value, first) + f.s[end:]
}

func (f tomlText) ended() string {
	if f.s == "" || strings.HasSuffix(f.s, "\n") {
		return f.s
	}
	return f.s + "\n"
}

// table finds the lines of a table, without its header.
func (f tomlText) table(name string) (from, to int, found bool) {
	at, found := 0, name == ""
	for line := range strings.Lines(f.s) {
		text := strings.TrimSpace(line)
		if strings.HasPrefix(text, "[") && f.statement(at) {
			if found {
				return from, at, true
			}
			header, _, _ := strings.Cut(text, "#")
			if strings.TrimSpace(header) == "["+name+"]" {
				from, found = at+len(line), true
			}
		}
		at += len(line)
	}
	return from, len(f.s), found
}

// statement reports whether a line that begins at a place is no part of a list that began before it.
func (f tomlText) statement(at int) bool {
	depth := 0
	for i := 0; i < at; i++ {
		switch f.s[i] {
		case '\'', '"', '#':
			i = f.skip(i) - 1
		case '[':
			depth++
		case ']':
			depth--
		}
	}
	return depth == 0
}

// skip is where the string or the comment that begins at a place ends.
func (f tomlText) skip(at int) int {
	mark := f.s[at]
	if mark == '#' {
		if n := strings.IndexByte(f.s[at:], '\n'); n >= 0 {
			return at + n
		}
		return len(f.s)
	}
	for i := at + 1; i < len(f.s); i++ {
		switch {
		case f.s[i] == '\\' && mark == '"':
			i++
		case f.s[i] == mark:
			return i + 1
		}
	}
	return len(f.s)
}

// value finds where the value of a key begins in a table, -1 when it has none.
func (f tomlText) value(from, to int, key string) int {
	at := from
	for line := range strings.Lines(f.s[from:to]) {
		name, rest, ok := strings.Cut(line, "=")
		if ok && strings.Trim(strings.TrimSpace(name), `"'`) == key && f.statement(at) {
			return at + len(name) + 1 + len(rest) - len(strings.TrimLeft(rest, " \t"))
		}
		at += len(line)
	}
	return -1
}

// end is where the value that begins at a place ends.
func (f tomlText) end(at int) int {
	if f.s[at] != '[' {
		return f.skip(at)
	}
	depth := 0
	for i := at; i < len(f.s); i++ {
		switch f.s[i] {
		case '\'', '"', '#':
			i = f.skip(i) - 1
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(f.s)
}

// withItem adds an item to a list, on a line of its own where the items have lines.
func withItem(list, value string, first bool) string {
	inside := list[1 : len(list)-1]
	if strings.TrimSpace(inside) == "" {
		return "[" + value + "]"
	}
	lead := inside[:len(inside)-len(strings.TrimLeft(inside, " \t\n"))]
	if first {
		if lead == "" {
			lead = " "
		}
		return "[" + inside[:len(inside)-len(strings.TrimLeft(inside, " \t\n"))] + value + "," + lead + strings.TrimLeft(inside, " \t\n") + "]"
	}
	if lead == "" || !strings.Contains(lead, "\n") {
		lead = " "
	}
	body := strings.TrimRight(inside, " \t\n")
	tail := inside[len(body):]
	if f := (tomlText{inside}); f.commented(len(body)) {
		return "[" + body + lead + value + "," + tail + "]" // the verdict is the reader of the file: a comma may be missing
	}
	comma := ","
	if strings.HasSuffix(body, ",") {
		return "[" + body + lead + value + "," + tail + "]"
	}
	return "[" + body + comma + lead + value + tail + "]"
}

// commented reports whether a place is the end of a comment.
func (f tomlText) commented(at int) bool {
	for i := 0; i < at; i++ {
		switch f.s[i] {
		case '\'', '"':
			i = f.skip(i) - 1
		case '#':
			if i = f.skip(i); i >= at {
				return true
			}
		}
	}
	return false
}
