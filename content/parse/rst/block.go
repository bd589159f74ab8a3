package rst

import (
	"regexp"
	"strings"
)

// indentOf counts the spaces that a line begins with.
func indentOf(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }

// setIn returns the lines from the first on that are set in or empty, without their common margin, and their number.
// Empty lines at the end are not counted.
func setIn(lines []string) (inner []string, n int) {
	margin := -1
	for n < len(lines) && (lines[n] == "" || lines[n][0] == ' ') {
		if lines[n] != "" && (margin < 0 || indentOf(lines[n]) < margin) {
			margin = indentOf(lines[n])
		}
		n++
	}
	for n > 0 && lines[n-1] == "" {
		n--
	}
	inner = make([]string, n)
	for i, line := range lines[:n] {
		inner[i] = line[min(len(line), max(margin, 0)):]
	}
	for len(inner) > 0 && inner[0] == "" {
		inner = inner[1:]
	}
	return inner, n
}

// within writes lines by themselves and returns the Markdown.
func (c *converter) within(lines []string) string {
	inner := &converter{
		fields: map[string]any{}, targets: c.targets, anonymous: c.anonymous, said: c.said,
		budget: c.budget, depth: c.depth + 1,
	}
	if inner.depth > maxDepth {
		return escaped(strings.Join(lines, "\n"), true)
	}
	inner.body(lines, false)
	c.anonymous = inner.anonymous
	return strings.Trim(inner.out.String(), "\n")
}

// write writes a block.
func (c *converter) write(block string) {
	if strings.TrimSpace(block) == "" {
		return
	}
	c.out.WriteString("\n" + strings.Trim(block, "\n") + "\n")
	c.top = false
}

// body writes lines. titled says that titles may stand among them.
func (c *converter) body(lines []string, titled bool) {
	for at := 0; at < len(lines); {
		rest := lines[at:]
		if rest[0] == "" {
			at++
			continue
		}
		n := 0
		if titled {
			n = c.title(rest)
		}
		for _, take := range []func([]string) int{
			c.transition, c.explicit, c.fieldList, c.bullets, c.numbers, c.options, c.lineBlock, c.doctest, c.gridTable,
			c.simpleTable, c.quotation,
			c.definitions, c.paragraph,
		} {
			if n > 0 {
				break
			}
			n = take(rest)
		}
		at += max(n, 1)
	}
}

func (c *converter) transition(lines []string) int {
	if len(lines[0]) < 4 || !isAdornment(lines[0]) || len(lines) > 1 && lines[1] != "" {
		return 0
	}
	c.write("***")
	return 1
}

// paragraph takes the lines up to an empty one. Two colons at its end announce a literal block.
func (c *converter) paragraph(lines []string) int {
	n := 1
	for n < len(lines) && lines[n] != "" && (lines[n][0] != ' ' || n > 1 || lines[0][0] == ' ') {
		n++
	}
	text := strings.Join(lines[:n], "\n")
	if !strings.HasSuffix(text, "::") {
		c.write(c.inline(text))
		return n
	}
	if text = strings.TrimSuffix(text, "::"); text != "" && !strings.HasSuffix(text, " ") &&
		!strings.HasSuffix(text, "\n") {
		text += ":"
	}
	c.write(c.inline(strings.TrimSpace(text)))
	return n + c.literal(lines[n:], "")
}

// literal takes a block that is written as it stands: lines that are set in, or that all begin with the same mark.
func (c *converter) literal(lines []string, language string) int {
	inner, n := setIn(lines)
	if len(inner) == 0 {
		for n < len(lines) && lines[n] == "" {
			n++
		}
		for n < len(lines) && lines[n] != "" && strings.IndexByte(">|$%#*-+=~&!:;,.", lines[n][0]) >= 0 &&
			(len(inner) == 0 || inner[0][0] == lines[n][0]) {
			inner = append(inner, lines[n])
			n++
		}
		if len(inner) == 0 {
			return 0
		}
	}
	c.write(fenced(strings.Join(inner, "\n"), language))
	return n
}

// fenced is a block of code.
func fenced(code, language string) string {
	fence := "```"
	for strings.Contains(code, fence) {
		fence += "`"
	}
	language, _, _ = strings.Cut(strings.ReplaceAll(language, "`", ""), " ")
	return fence + language + "\n" + code + "\n" + fence
}

// quotation takes lines that are set in. The line that begins with two hyphens says whom it quotes.
func (c *converter) quotation(lines []string) int {
	if lines[0][0] != ' ' {
		return 0
	}
	inner, n := setIn(lines)
	c.write(quoted(c.within(inner)))
	return n
}

// quoted is Markdown as a quotation.
func quoted(markdown string) string {
	return "> " + strings.ReplaceAll(markdown, "\n", "\n> ")
}

// lineBlock takes lines that begin with a bar, whose ends stay.
func (c *converter) lineBlock(lines []string) int {
	var verses []string
	n := 0
	for ; n < len(lines) && lines[n] != "" &&
		(lines[n][0] == '|' && (len(lines[n]) == 1 || lines[n][1] == ' ') || n > 0 && lines[n][0] == ' '); n++ {
		text := strings.TrimSpace(strings.TrimPrefix(lines[n], "|"))
		if lines[n][0] == ' ' {
			verses[len(verses)-1] += " " + text
			continue
		}
		verses = append(verses, text)
	}
	var b strings.Builder
	for i, verse := range verses {
		switch {
		case verse == "" || b.Len() == 0:
		case verses[i-1] == "":
			b.WriteString("\n\n")
		default:
			b.WriteString("\\\n")
		}
		b.WriteString(c.inline(verse))
	}
	c.write(b.String())
	return n
}

// doctest takes a session with Python.
func (c *converter) doctest(lines []string) int {
	if !strings.HasPrefix(lines[0], ">>> ") {
		return 0
	}
	n := 0
	for n < len(lines) && lines[n] != "" {
		n++
	}
	c.write(fenced(strings.Join(lines[:n], "\n"), "pycon"))
	return n
}

// fieldMark is the name of a field.
var fieldMark = regexp.MustCompile(`^:((?:[^:\\]|\\.|:[^\s` + "`" + `])+):(?: +(.*))?$`)

// fieldList takes fields. Those below the title that say something of the whole text are kept for it; others are
// terms with what they mean.
func (c *converter) fieldList(lines []string) int {
	all, n := fieldsOf(lines)
	for _, f := range all {
		name := strings.ToLower(f[0])
		text := strings.TrimSpace(f[1])
		switch {
		case c.top && c.depth == 0 && ofWhole(name):
			c.state(name, text)
		case c.top && c.depth == 0 && text == "":
		default:
			c.out.WriteString("\n**" + c.inline(f[0]) + "**\n: " + hung(c.within(strings.Split(f[1], "\n")), 2) + "\n")
		}
	}
	return n
}

// state keeps a field of the whole text. Some write the names of a list parted by semicolons.
func (c *converter) state(name, text string) {
	if _, ok := c.fields[name]; ok || text == "" {
		return
	}
	values := strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '\n' })
	if name != "authors" && name != "tags" && name != "author" || len(values) < 2 {
		c.fields[name] = strings.Join(strings.Fields(text), " ")
		return
	}
	list := make([]any, 0, len(values))
	for _, v := range values {
		if v = strings.Trim(v, "-* "); v != "" {
			list = append(list, v)
		}
	}
	c.fields[name] = list
}

// ofWhole reports whether a field says something of the whole text, or of how a program shows it.
func ofWhole(name string) bool {
	switch name {
	case "author", "authors", "date", "title", "tags", "category", "categories", "keywords", "summary", "description",
		"language", "lang", "url", "slug", "status",
		"orphan", "tocdepth", "nocomments", "template", "modified", "save_as":
		return true
	}
	return false
}

// fieldsOf returns the names and the texts of the fields that lines begin with, and the number of their lines.
func fieldsOf(lines []string) (all [][2]string, n int) {
	for n < len(lines) {
		m := fieldMark.FindStringSubmatch(lines[n])
		if m == nil || strings.HasPrefix(m[2], "`") {
			break
		}
		inner, more := setIn(lines[n+1:])
		text := m[2]
		if len(inner) > 0 {
			text += "\n" + strings.Join(inner, "\n")
		}
		all = append(all, [2]string{m[1], text})
		n += 1 + more
		for next := n; next < len(lines) && lines[next] == ""; next++ {
			if next+1 < len(lines) && fieldMark.MatchString(lines[next+1]) {
				n = next + 1
			}
		}
	}
	return all, n
}

// hung sets the lines below the first in.
func hung(markdown string, columns int) string {
	indent := strings.Repeat(" ", columns)
	return strings.ReplaceAll(strings.ReplaceAll(markdown, "\n", "\n"+indent), "\n"+indent+"\n", "\n\n")
}
