package model

import (
	"cmp"
	"strings"
)

// DefaultCallout is the kind that a call-out of no kind is written with.
const DefaultCallout = "note"

// maxCalloutKind is how many letters a kind of call-out has at most.
const maxCalloutKind = 30

// CalloutKind returns a word as the kind of a call-out: small ASCII letters and hyphens. It is "" for a word that is
// none.
func CalloutKind(word string) string {
	word = strings.ToLower(word)
	if len(word) > maxCalloutKind || strings.Trim(word, "abcdefghijklmnopqrstuvwxyz-") != "" {
		return ""
	}
	return word
}

// NewCallout returns the head of a call-out that a source names and entitles so. A title that only repeats the kind
// is none.
func NewCallout(kind, title string) Callout {
	kind = CalloutKind(kind)
	if strings.EqualFold(title, kind) {
		title = ""
	}
	return Callout{Kind: kind, Title: title}
}

// Head returns the line above the words of a call-out: its title, or else its kind with a capital letter. It is ""
// for the zero value.
func (c Callout) Head() string {
	if c.Title != "" || c.Kind == "" {
		return c.Title
	}
	return strings.ToUpper(c.Kind[:1]) + c.Kind[1:]
}

// markdown returns the line that begins a call-out.
func (c Callout) markdown() string {
	line := "> [!" + strings.ToUpper(cmp.Or(c.Kind, DefaultCallout)) + "]"
	if c.Title != "" && !strings.EqualFold(c.Title, c.Kind) {
		line += " " + Escape(c.Title)
	}
	return line
}

// Headed returns the Markdown of prose with the head of a call-out as its first paragraph, for what knows no
// call-outs.
func (p Prose) Headed() string {
	head := p.Callout.Head()
	switch {
	case head == "":
		return p.Source
	case p.Source == "":
		return "> **" + Escape(head) + "**"
	}
	return "> **" + Escape(head) + "**\n>\n" + p.Source
}

// Bare returns the words of prose without markup and without the head of a call-out.
func (p Prose) Bare() string { return plain(p.Source, p.Plain) }

// Body returns the Markdown of a call-out's words outside of the quotation that Source is.
func (p Prose) Body() string {
	lines := strings.Split(p.Source, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimPrefix(strings.TrimPrefix(line, ">"), " ")
	}
	return strings.Join(lines, "\n")
}
