package settings

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// errTOML is returned for a file whose layout leaves no safe way to add to it.
var errTOML = errors.New("it is written in a way that lede cannot add to")

// withValue returns a TOML file with a value added to the list under a key of a table ("" for the top of the file),
// as its first or its last item. A single value becomes a list. The rest of the file, comments included, stays as it
// is. A value that is there already changes nothing.
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

// listIn returns the list, or the single value, under a key of a table.
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

// quoted returns a value as a TOML string: a literal one where that is possible.
func quoted(value string) string {
	if !strings.Contains(value, "'") {
		return "'" + value + "'"
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(value) + `"`
}

// tomlText is the text of a TOML file.
type tomlText struct{ s string }

// with returns the text with a value under a key.
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

// table returns where the lines of a table begin and end, without its header.
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

// statement reports whether the line at a place begins a statement, and does not continue a list.
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

// skip returns where the string or comment that begins at a place ends.
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

// value returns where the value of a key begins in a table, or -1.
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

// end returns where the value that begins at a place ends.
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

// withItem returns a list with an item added, on a line of its own if the other items have theirs.
func withItem(list, value string, first bool) string {
	inside := list[1 : len(list)-1]
	if strings.TrimSpace(inside) == "" {
		return "[" + value + "]"
	}
	items := strings.TrimLeft(inside, " \t\n")
	lead := inside[:len(inside)-len(items)]
	if first {
		return "[" + lead + value + "," + cmp.Or(lead, " ") + items + "]"
	}
	if lead == "" || !strings.Contains(lead, "\n") {
		lead = " "
	}
	body := strings.TrimRight(inside, " \t\n")
	tail := inside[len(body):]
	if f := (tomlText{inside}); f.commented(len(body)) {
		return "[" + body + lead + value + "," + tail + "]" // a comma may be missing: withValue checks the result
	}
	if strings.HasSuffix(body, ",") {
		return "[" + body + lead + value + "," + tail + "]"
	}
	return "[" + body + "," + lead + value + tail + "]"
}

// commented reports whether a comment ends at a place.
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
