package rst

import (
	"regexp"
	"strings"

	"lede/model"
)

// directive writes a directive with its argument and the lines that are set in below it. blank says that an empty
// line parts them.
func (c *converter) directive(name, argument string, inner []string, blank bool) {
	if _, after, ok := strings.Cut(name, ":"); ok { // of a domain of Sphinx
		name = after
	}
	more, options, content := parted(inner, blank)
	switch name = strings.ToLower(name); name {
	case "attention", "caution", "danger", "error", "hint", "important", "note", "tip", "warning", "seealso", "todo":
		c.callout(name, "", joinedArgument(argument, more, content))
	case "admonition", "topic", "sidebar":
		kind := "note"
		if class := model.CalloutKind(strings.TrimPrefix(options["class"], "admonition-")); class != "" {
			kind = class
		}
		c.callout(kind, strings.TrimSpace(argument+" "+strings.Join(more, " ")), content)
	case "versionadded", "versionchanged", "deprecated", "versionremoved":
		version, text, _ := strings.Cut(argument, " ")
		words := map[string]string{
			"versionadded": "New in version ", "versionchanged": "Changed in version ",
			"deprecated": "Deprecated since version ", "versionremoved": "Removed in version ",
		}
		c.callout("note", words[name]+version, joinedArgument(text, more, content))
	case "code", "code-block", "sourcecode", "highlight-block", "prompt", "ipython", "parsed-literal", "literal",
		"productionlist", "testcode", "doctest", "math":
		c.code(name, argument, more, content)
	case "image", "figure", "thumbnail":
		c.picture(argument, options, content)
	case "table":
		c.write(c.caption(argument))
		c.body(content, false)
	case "csv-table":
		c.write(c.caption(argument))
		c.csvTable(options, content)
	case "list-table":
		c.write(c.caption(argument))
		c.listTable(content)
	case "rubric", "centered":
		c.write("**" + c.inline(argument) + "**")
	case "epigraph", "highlights", "pull-quote", "compound", "container", "class", "rst-class", "only", "hlist",
		"glossary", "line-block", "details", "collapse", "tab", "tabs",
		"tab-set", "tab-item", "grid", "card", "dropdown":
		c.contained(name, argument, joinedArgument("", more, content))
	case "toctree":
		c.contents(content)
	case "post": // of ABlog
		c.state("date", argument)
		for _, key := range [...]string{"author", "tags", "category", "language"} {
			c.state(key, options[key])
		}
	case "contents", "sectnum", "index", "meta", "raw", "include", "highlight", "currentmodule", "module", "default-role",
		"role", "target-notes", "header", "footer",
		"tabularcolumns", "literalinclude", "automodule", "autosummary", "bibliography", "youtube", "default-domain",
		"title", "unicode", "date":
	default:
		c.described(argument, more, content)
	}
}

// joinedArgument are the lines of a directive that takes no argument.
func joinedArgument(argument string, more, content []string) []string {
	var lines []string
	if argument != "" {
		lines = append(lines, argument)
	}
	lines = append(lines, more...)
	if len(lines) > 0 && len(content) > 0 {
		lines = append(lines, "")
	}
	return append(lines, content...)
}

// callout writes a box with a kind and a title.
func (c *converter) callout(kind, title string, content []string) {
	head := "[!" + strings.ToUpper(kind) + "]"
	if title != "" {
		head += " " + c.inline(title)
	}
	if body := c.within(content); body != "" {
		c.write("> " + head + "\n" + quoted(body))
		return
	}
	c.write("> " + head)
}

// code writes program text, or a formula.
func (c *converter) code(name, argument string, more, content []string) {
	language := strings.TrimSpace(argument)
	switch name {
	case "math":
		content = joinedArgument(argument, more, content)
		language = "math"
	case "parsed-literal", "literal", "productionlist", "prompt", "doctest", "testcode":
		content = append(more, content...)
		language = ""
	default:
		content = append(more, content...)
	}
	for len(content) > 0 && content[0] == "" {
		content = content[1:]
	}
	if len(content) > 0 {
		c.write(fenced(strings.Join(content, "\n"), language))
	}
}

// picture writes a picture, with its caption: the first paragraph below it. What follows that is text.
func (c *converter) picture(address string, options map[string]string, content []string) {
	n := 0
	for n < len(content) && content[n] != "" {
		n++
	}
	caption := strings.Join(content[:n], " ")
	if caption == ".." {
		caption = ""
	}
	c.write(picture(options["alt"], address, caption))
	c.body(content[n:], false)
}

// picture is a picture in Markdown.
func picture(alt, address, caption string) string {
	address = strings.ReplaceAll(address, " ", "")
	s := "![" + escaped(alt, false) + "](<" + strings.NewReplacer("<", "%3C", ">", "%3E").Replace(address) + ">"
	if caption = strings.Join(strings.Fields(caption), " "); caption != "" {
		s += ` "` + strings.ReplaceAll(model.Escape(unmarked(caption)), `"`, `\"`) + `"`
	}
	return s + ")"
}

// marksIn are the marks around words in a line, and the address behind those of a link.
var marksIn = regexp.MustCompile("\\*{1,2}([^*]+)\\*{1,2}|`{1,2}([^`<]+?)(?: *<[^>`]*>)?`{1,2}_{0,2}")

// unmarked are the words of a line without markup.
func unmarked(s string) string { return plain(marksIn.ReplaceAllString(s, "$1$2")) }

// caption returns the line above a table.
func (c *converter) caption(argument string) string {
	if argument == "" {
		return ""
	}
	return "*" + c.inline(argument) + "*"
}

// contained writes what is in a directive that only says how it is shown.
func (c *converter) contained(name, argument string, content []string) {
	switch name {
	case "epigraph", "highlights", "pull-quote":
		c.write(quoted(c.within(joinedArgument(argument, nil, content))))
		return
	case "tab", "tab-item", "card", "dropdown", "details", "collapse":
		if argument != "" {
			c.write("**" + c.inline(argument) + "**")
		}
	}
	c.write(c.within(content))
}

// contents writes the pages that a text is the front of.
func (c *converter) contents(content []string) {
	for _, line := range content {
		if line = strings.TrimSpace(line); line != "" {
			title, _, _ := strings.Cut(line, " <")
			c.out.WriteString("\n- " + escaped(title, false))
		}
	}
	if len(content) > 0 {
		c.out.WriteString("\n")
	}
}

// described writes a directive that is not known: what it is about, with what is said of it.
func (c *converter) described(argument string, more, content []string) {
	head := strings.TrimSpace(argument + " " + strings.Join(more, " "))
	body := c.within(content)
	switch {
	case head == "":
		c.write(body)
	case body == "":
		c.write(code(head))
	default:
		c.write(code(head) + "\n: " + hung(body, 2))
	}
}
