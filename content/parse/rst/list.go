package rst

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// bulletMark is the mark of an item of a list.
var bulletMark = regexp.MustCompile(`^([-*+•‣⁃])(?: +|$)`)

// bullets takes a list of items with marks.
func (c *converter) bullets(lines []string) int {
	return c.list(lines, func(line string) (mark int, ok bool) {
		m := bulletMark.FindString(line)
		return len(m), m != ""
	}, func(int) string { return "- " })
}

// numberMark is the number or letter of an item of a list.
var numberMark = regexp.MustCompile(`^\(?(\d+|#|[a-zA-Z]|[ivxlcIVXLC]+)([.)]) +`)

// numbers takes a list of items with numbers or letters. A line that begins like one and goes on at the margin is
// text.
func (c *converter) numbers(lines []string) int {
	first := numberMark.FindStringSubmatch(lines[0])
	if first == nil || len(lines) > 1 && lines[1] != "" && lines[1][0] != ' ' && !numberMark.MatchString(lines[1]) {
		return 0
	}
	start, err := strconv.Atoi(first[1])
	if err != nil || start > 1e6 {
		start = 1
	}
	return c.list(lines, func(line string) (mark int, ok bool) {
		m := numberMark.FindStringSubmatch(line)
		if m == nil || m[2] != first[2] || isCount(m[1]) != isCount(first[1]) {
			return 0, false
		}
		return len(m[0]), true
	}, func(i int) string { return strconv.Itoa(start+i) + first[2] + " " })
}

// isCount reports whether an item is counted with figures.
func isCount(mark string) bool { return mark == "#" || mark[0] <= '9' }

// list takes the items that mark finds the marks of, and writes them with those that write gives.
func (c *converter) list(lines []string, mark func(string) (int, bool), write func(i int) string) int {
	var items []string
	n, loose := 0, false
	for n < len(lines) {
		columns, ok := mark(lines[n])
		if !ok {
			break
		}
		inner, more := setIn(lines[n+1:])
		first := lines[n][min(columns, len(lines[n])):]
		text := append([]string{first}, below(lines[n+1:n+1+more], inner, columns)...)
		sign := write(len(items))
		items = append(items, sign+hung(c.within(text), len(sign)))
		n += 1 + more
		next := n
		for next < len(lines) && lines[next] == "" {
			next++
		}
		if _, goes := mark(at(lines, next)); !goes || next == len(lines) {
			break
		}
		loose = loose || next > n && more > 0
		n = next
	}
	between := "\n"
	if loose {
		between = "\n\n"
	}
	c.write(strings.Join(items, between))
	return n
}

// below are the lines of an item below its first, without the margin that its mark makes; where they are set in
// otherwise, without their own.
func below(lines, inner []string, columns int) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		if line != "" && indentOf(line) < columns {
			return append(make([]string, len(lines)-len(inner)), inner...)
		}
		out[i] = line[min(columns, len(line)):]
	}
	return out
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

// optionMark is the options of a program, with what they do behind two spaces or below.
var optionMark = regexp.MustCompile(
	`^((?:-[A-Za-z0-9?]|--[A-Za-z][\w-]*|/[A-Z])(?:[ =]?(?:[A-Za-z][\w-]*|<[^>]+>))?(?:, (?:-[A-Za-z0-9?]|` +
		`--[A-Za-z][\w-]*|/[A-Z])(?:[ =]?(?:[A-Za-z][\w-]*|<[^>]+>))?)*)(?:  +(.*))?$`)

// options takes the options of a program with what they do.
func (c *converter) options(lines []string) int {
	n := 0
	for n < len(lines) {
		m := optionMark.FindStringSubmatch(lines[n])
		inner, more := setIn(lines[min(n+1, len(lines)):])
		if m == nil || m[2] == "" && more == 0 {
			break
		}
		text := inner
		if m[2] != "" {
			text = append([]string{m[2]}, inner...)
		}
		c.write("`" + m[1] + "`\n: " + hung(c.within(text), 2))
		n += 1 + more
		for n < len(lines) && lines[n] == "" {
			n++
		}
	}
	return n
}

// definitions takes a term with what it means, set in right below it.
func (c *converter) definitions(lines []string) int {
	if len(lines) < 2 || lines[1] == "" || lines[1][0] != ' ' || strings.HasSuffix(lines[0], "::") ||
		utf8.RuneCountInString(lines[0]) > 200 {
		return 0
	}
	inner, n := setIn(lines[1:])
	term, kind, ok := strings.Cut(lines[0], " : ")
	head := "**" + c.inline(term) + "**"
	if ok {
		head += " (" + c.inline(kind) + ")"
	}
	if strings.ContainsAny(term, "*`") {
		head = c.inline(lines[0])
	}
	c.write(head + "\n: " + hung(c.within(inner), 2))
	return 1 + n
}
