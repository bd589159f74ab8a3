// Package export writes articles: as plain text, Markdown, HTML and JSON. It is pure.
//
// Start with Write and its table of formats. What it writes holds no control character, since articles
// are clean (see package clean); the plain form carries no escape sequence either.
package export

import (
	"fmt"
	"io"
	"strings"

	"lede/model"
)

// Options says how to write. The zero value writes plain text that is not wrapped.
type Options struct {
	Width int // columns of plain text; 0 leaves paragraphs on one line
}

// format is one way of writing an article.
type format struct {
	name  string
	write func(w io.Writer, a model.Article, o Options) error
}

func formats() []format {
	return []format{
		{"plain", plain},
		{"markdown", markdown},
		{"json", writeJSON},
		{"html", writeHTML},
	}
}

// Formats are the names that Write knows, the default first.
func Formats() []string {
	var names []string
	for _, f := range formats() {
		names = append(names, f.name)
	}
	return names
}

// Write writes a in the named format. An unknown name is an error, as is what w returns.
func Write(w io.Writer, name string, a model.Article, o Options) error {
	for _, f := range formats() {
		if f.name == name {
			return f.write(w, a, o)
		}
	}
	return fmt.Errorf("unknown format %q: use %s", name, strings.Join(Formats(), ", "))
}

// FormatName is the name of a format that is given in full or for short.
func FormatName(name string) string {
	switch strings.ToLower(name) {
	case "md":
		return "markdown"
	case "txt", "text":
		return "plain"
	}
	return name
}
