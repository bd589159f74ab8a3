// Package export writes articles: as plain text, Markdown, HTML and JSON. It is pure.
//
// Start with Write and its table of formats. What it writes holds no control character, since articles
// are clean (see package clean); the plain form carries no escape sequence either.
package export

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"lede/model"
)

// Options says how to write. The zero value writes plain text that is not wrapped.
type Options struct {
	Width int // columns of plain text; 0 leaves paragraphs on one line
}

// format is one way of writing an article.
type format struct {
	name   string
	short  []string // what it is called besides
	ending string   // of the files of an export; "" when there are none of it
	write  func(w io.Writer, a model.Article, o Options) error
}

func formats() []format {
	return []format{
		{"plain", []string{"txt", "text"}, "", plain},
		{"markdown", []string{"md"}, ".md", markdown},
		{"json", nil, "", writeJSON},
		{"html", nil, ".html", writeHTML},
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

// FileFormats are the names of the formats that an export writes a file of for each article, the default first.
func FileFormats() []string {
	var names []string
	for _, f := range formats() {
		if f.ending != "" {
			names = append(names, f.name)
		}
	}
	return names
}

// Ending is what the names of files in a format end in; "" for one that FileFormats does not name.
func Ending(name string) string {
	for _, f := range formats() {
		if f.name == name {
			return f.ending
		}
	}
	return ""
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
	for _, f := range formats() {
		if slices.Contains(f.short, strings.ToLower(name)) {
			return f.name
		}
	}
	return name
}
