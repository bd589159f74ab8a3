package rst

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Markdown returns a text in reStructuredText, which is clean, as Markdown, and the fields that say something of the
// whole text, by their names in small letters.
func Markdown(s string) (markdown string, fields map[string]any) {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(untabbed(line), " ")
	}
	c := &converter{
		fields: map[string]any{}, targets: map[string]string{}, said: map[string]string{},
		budget: new(int), top: true,
	}
	*c.budget = 1000 + 2*len(s)
	c.collect(lines)
	c.body(lines, true)
	return strings.TrimLeft(c.out.String(), "\n"), c.fields
}

// converter writes Markdown.
type converter struct {
	out       strings.Builder
	fields    map[string]any
	targets   map[string]string // the addresses of links by name, in small letters
	anonymous []string          // those of links without a name, in order
	said      map[string]string // the texts of |names|, as Markdown
	budget    *int              // how many bytes may still be written in the places of names
	styles    []string          // of titles, the highest first
	top       bool              // nothing has been written but the title
	depth     int               // of blocks in blocks
}

// maxDepth is how deep blocks stand in blocks; what is deeper is written as it stands.
const maxDepth = 12

// untabbed writes tabs as spaces up to the next multiple of eight columns.
func untabbed(s string) string {
	if !strings.Contains(s, "\t") {
		return s
	}
	var b strings.Builder
	n := 0
	for _, r := range s {
		if r == '\t' {
			for b.WriteByte(' '); (n+1)%8 != 0; n++ {
				b.WriteByte(' ')
			}
			n++
			continue
		}
		b.WriteRune(r)
		n++
	}
	return b.String()
}

var (
	targetLine    = regexp.MustCompile("^\\.\\. _(?:`([^`]+)`|([^:`]+)):(?: +(\\S.*))?$")
	anonymousLine = regexp.MustCompile(`^(?:__|\.\. __:) +(\S+)$`)
	saidLine      = regexp.MustCompile(`^\.\. \|([^|]+)\| +(replace|unicode|image)::(?: +(.*))?$`)
	embedded      = regexp.MustCompile("`([^`<]+?) *<([^<>`]+)>`_(?:[^_]|$)")
)

// collect finds the addresses that links have elsewhere in the text, and the texts that names are replaced by.
func (c *converter) collect(lines []string) {
	for _, line := range lines {
		text := strings.TrimSpace(line)
		if m := targetLine.FindStringSubmatch(text); m != nil && m[3] != "" {
			c.targets[named(m[1]+m[2])] = strings.ReplaceAll(m[3], " ", "")
		} else if m := anonymousLine.FindStringSubmatch(text); m != nil {
			c.anonymous = append(c.anonymous, m[1])
		}
		for _, m := range embedded.FindAllStringSubmatch(text, 100) {
			c.targets[named(m[1])] = m[2]
		}
	}
	for i, line := range lines {
		if m := saidLine.FindStringSubmatch(strings.TrimSpace(line)); m != nil {
			if said := c.substitute(m[2], m[3], lines[i+1:]); len(said) <= maxSaid {
				c.said[m[1]] = said
			}
		}
	}
	for name, to := range c.targets { // a name for another name
		if other, ok := strings.CutSuffix(to, "_"); ok {
			c.targets[name] = c.targets[named(strings.Trim(other, "`"))]
		}
	}
}

// substitute returns the text that a name is replaced by.
func (c *converter) substitute(how, value string, below []string) string {
	switch how {
	case "image":
		alt := ""
		for _, line := range below {
			text, ok := strings.CutPrefix(strings.TrimSpace(line), ":alt:")
			if ok {
				alt = strings.TrimSpace(text)
			} else if !strings.HasPrefix(strings.TrimSpace(line), ":") {
				break
			}
		}
		return picture(alt, value, "")
	case "unicode":
		return escaped(codePoints(value), false)
	}
	for _, line := range below {
		if !strings.HasPrefix(line, " ") {
			break
		}
		value += " " + strings.TrimSpace(line)
	}
	return c.inline(value)
}

// named is the name of a target as names are compared.
func named(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// isAdornment reports whether a line is made of one mark of punctuation, as those above and below titles are.
func isAdornment(s string) bool {
	if len(s) < 2 || strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[0]) < 0 {
		return false
	}
	return strings.Trim(s, s[:1]) == ""
}

// fits reports whether a line of marks is long enough for a title.
func fits(marks, title string) bool {
	n := utf8.RuneCountInString(title)
	return len(marks) >= n || len(marks) >= 4 && len(marks) >= n*2/3
}

// title reads the title that the lines begin with, and returns the number of its lines; 0 when they begin with none.
func (c *converter) title(lines []string) int {
	over := len(lines) > 2 && isAdornment(lines[0]) && lines[1] != "" && lines[2] == lines[0] && !isAdornment(lines[1])
	if over {
		text := strings.TrimSpace(lines[1])
		c.heading(text, lines[0][:1]+lines[0][:1])
		return 3
	}
	if len(lines) < 2 || lines[0] == "" || lines[0][0] == ' ' || isAdornment(lines[0]) || !isAdornment(lines[1]) ||
		!fits(lines[1], lines[0]) {
		return 0
	}
	c.heading(lines[0], lines[1][:1])
	return 2
}

// heading writes a title. Its level is the place of its style among those that the text has used.
func (c *converter) heading(text, style string) {
	level := 0
	for level < len(c.styles) && c.styles[level] != style {
		level++
	}
	if level == len(c.styles) {
		c.styles = append(c.styles, style)
	}
	first := c.out.Len() == 0
	c.out.WriteString("\n" + strings.Repeat("#", min(level+1, 6)) + " " + c.inline(text) + "\n")
	c.top = first
}
