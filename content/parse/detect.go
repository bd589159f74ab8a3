package parse

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"lede/content/parse/feed"
	"lede/content/parse/matter"
)

// formatOf returns the format of a source by its name, or else by its text.
func formatOf(name, s string) Format {
	if feed.Is(s) {
		return Feed // whatever its name is: it would be no text to read
	}
	if f := namedFormat(name); f != "" && f != Feed && (f != Text || !looksPage(s)) {
		return f
	}
	switch {
	case looksPage(s):
		return HTML
	case looksRST(s):
		return RST
	case looksMarkdown(s):
		return Markdown
	}
	return Text
}

// namedFormat is the format that a name ends in, or "".
func namedFormat(name string) Format {
	for _, f := range formats {
		for _, end := range f.ends {
			if len(name) >= len(end) && strings.EqualFold(name[len(name)-len(end):], end) {
				return f.name
			}
		}
	}
	return ""
}

// IsArticle reports whether a file of that name is an article. A feed is one, with a section for each of its items.
func IsArticle(name string) bool {
	name = strings.TrimSuffix(strings.ToLower(name), ".gz")
	return namedFormat(name) != "" || slices.Contains(packedEnds[:], path.Ext(name))
}

// rstSign is a line that only reStructuredText has: a directive, or what a link leads to.
var rstSign = regexp.MustCompile(`(?m)^\.\. (?:[a-z][\w-]*::(?: |$)|_[^:\n]+:(?: |$))`)

// looksRST reports whether a text has such a line near its start, and no sign of Markdown.
func looksRST(s string) bool {
	s = s[:min(len(s), 16<<10)]
	return rstSign.MatchString(s) && !looksMarkdown(s)
}

// looksMarkdown reports whether a text has front matter, or at least two different signs of Markdown near its start.
func looksMarkdown(s string) bool {
	if m, _ := matter.Cut(s); m.Kind != matter.NoMatter {
		return true
	}
	signs := [5]bool{}
	s = s[:min(len(s), 16<<10)]
	for line := range strings.Lines(s) {
		line = strings.TrimRight(line, "\n")
		rest := strings.TrimLeft(line, "#")
		level := len(line) - len(rest)
		signs[0] = signs[0] || level >= 1 && level <= 6 && strings.HasPrefix(rest, " ")
		signs[1] = signs[1] || strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~")
		signs[2] = signs[2] || strings.Contains(line, "](")
		signs[3] = signs[3] || strings.Count(line, "**") >= 2 || strings.HasPrefix(line, "> ")
		signs[4] = signs[4] || strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "* ")
	}
	n := 0
	for _, sign := range signs {
		if sign {
			n++
		}
	}
	return n >= 2
}
