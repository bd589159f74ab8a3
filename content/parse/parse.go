// Package parse turns bytes into articles. It is pure: it reads no file and asks no network.
//
// Start with Read: it decodes, detects the format, and hands the text to the function that the format
// table names. Every format ends in units, which one pass of recognisers (recognise.go) turns into blocks.
package parse

import "lede/model"

// Format names a kind of source.
type Format string

// The formats that lede reads.
const (
	Text     Format = "text"
	Markdown Format = "markdown"
)

// Options tells what is known of a source besides its bytes.
type Options struct {
	Name   string // its file name or address, for the format and a last-resort title
	Format Format // "" lets Detect decide
	Base   string // the address that relative links are resolved against, or ""
	Labels Labels // the reader's own wordings, added to the built-in ones
}

// Labels are wordings that mark a line as related or as a notice, beside the built-in ones.
type Labels struct {
	Related []string
	Notices map[model.NoticeKind][]string
}
