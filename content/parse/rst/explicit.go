package rst

import (
	"regexp"
	"strings"
)

var (
	directiveLine = regexp.MustCompile(`^\.\. +([A-Za-z][\w.:+-]*?) ?::(?: +(.*))?$`)
	noteLine      = regexp.MustCompile(`^\.\. \[([^\]]+)\](?: +(.*))?$`)
	metaLine      = regexp.MustCompile(`^\.\. (\w+): +(.*)$`)
)

// explicit takes what begins with two dots: a directive, a note, what links lead to, or a comment, which is not shown.
func (c *converter) explicit(lines []string) int {
	if anonymousLine.MatchString(lines[0]) {
		return 1
	}
	if lines[0] != ".." && !strings.HasPrefix(lines[0], ".. ") {
		return 0
	}
	inner, n := setIn(lines[1:])
	if m := directiveLine.FindStringSubmatch(lines[0]); m != nil {
		c.directive(m[1], m[2], inner, n > 0 && lines[1] == "")
		return 1 + n
	}
	if m := noteLine.FindStringSubmatch(lines[0]); m != nil {
		text := inner
		if m[2] != "" {
			text = append([]string{m[2]}, inner...)
		}
		c.write("[^" + noteName(m[1]) + "]: " + hung(c.within(text), 4))
		return 1 + n
	}
	// as Nikola writes it
	if m := metaLine.FindStringSubmatch(lines[0]); m != nil && c.top && c.depth == 0 && ofWhole(strings.ToLower(m[1])) {
		c.state(strings.ToLower(m[1]), m[2])
		return 1
	}
	if lines[0] == ".." && len(lines) > 1 && lines[1] == "" { // an empty comment ends where it begins
		return 1
	}
	return 1 + n
}

// noteName is the label of a note: "#" counts by itself.
func noteName(label string) string {
	return strings.Join(
		strings.Fields(strings.NewReplacer("#", "auto-", "*", "star", "[", "", "]", "", "^", "").Replace(label)), "-")
}

// options parts the lines of a directive: what goes on with its argument, its options, its content. A directive that
// takes no argument has none but content.
func parted(inner []string, blank bool) (argument []string, options map[string]string, content []string) {
	options = map[string]string{}
	at := 0
	if !blank {
		for at < len(inner) && inner[at] != "" && fieldMark.FindString(inner[at]) == "" {
			at++
		}
		argument = inner[:at]
	}
	all, n := fieldsOf(inner[at:])
	for _, f := range all {
		options[strings.ToLower(f[0])] = strings.TrimSpace(f[1])
	}
	return argument, options, inner[at+n:]
}
