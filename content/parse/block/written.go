package block

import (
	"strings"

	"golang.org/x/net/html"

	"lede/model"
	"lede/model/fold"
)

// Break is a thematic break that is never taken for front matter or for the line below a heading.
const Break = "***"

// Written is a block as Markdown that can be rendered alone and as plain text.
type Written struct {
	Markdown, Plain string
	Links           []model.Link
	Kind            Kind
	Level           int         // of a heading
	Block           model.Block // when it is no prose
	Continued       bool
	Defined         bool       // a term with what it means
	Why             Why        // of a page: the rule that made it what it is,
	Node            *html.Node // and the element that it was made of
}

// Unbreak takes line breaks off the end.
func (w *Inline) Unbreak() {
	for strings.HasSuffix(string(w.Markdown), "\\\n") {
		w.Markdown = w.Markdown[:len(w.Markdown)-2]
		w.Plain = w.Plain[:max(0, len(w.Plain)-1)]
		w.Trim()
	}
}

// ImageOf makes an image with its description and its caption, each on one line.
func ImageOf(url, alt, caption string) Written {
	i := model.Image{URL: url, Alt: fold.Line(alt), Caption: fold.Line(caption)}
	return Written{Markdown: i.Markdown(), Plain: i.Text(), Kind: Image, Block: i}
}

// CodeOf writes code. At the top it is a block of its own.
func CodeOf(language, source string, depth int) Written {
	language, _, _ = strings.Cut(strings.ReplaceAll(fold.Line(language), "`", ""), " ")
	c := model.Code{Language: language, Source: strings.TrimRight(source, "\n")}
	p := Written{Markdown: c.Markdown(), Plain: c.Source, Kind: Code}
	if depth == 0 {
		p.Block = c
	}
	return p
}

// Join puts blocks one below the other, with an empty line between them. Tight ones have none where they are
// told apart without it.
func Join(all []Written, tight bool) Written {
	if len(all) == 1 {
		return all[0]
	}
	var md, plain strings.Builder
	var p Written
	for i, b := range all {
		if i > 0 {
			md.WriteByte('\n')
			plain.WriteByte('\n')
			if !tight || !PartsFrom(all[i-1], b) {
				md.WriteByte('\n')
			}
		}
		md.WriteString(b.Markdown)
		plain.WriteString(b.Plain)
		p.Links = append(p.Links, b.Links...)
	}
	p.Markdown, p.Plain = md.String(), plain.String()
	return p
}

// PartsFrom reports whether a block on the line below another is read as a block of its own.
func PartsFrom(before, b Written) bool {
	switch b.Kind {
	case List:
		number := b.Markdown != "" && b.Markdown[0] >= '0' && b.Markdown[0] <= '9'
		return before.Kind == List || !number && !emptyItem(b.Markdown) || strings.HasPrefix(b.Markdown, "1. ") ||
			strings.HasPrefix(b.Markdown, "1) ")
	case Quote:
		return before.Kind == Plain
	case Code, Rule, Heading:
		return true
	case Plain:
		return before.Kind == Heading || before.Kind == Code || before.Kind == Rule
	case Table, Image:
	}
	return false
}

// Meaning joins terms and what they mean, a line each.
func Meaning(all []Written) Written {
	var p Written
	for i, b := range all {
		if i > 0 {
			p.Markdown += "\n"
			p.Plain += "\n"
		}
		p.Markdown += b.Markdown
		p.Plain += b.Plain
		p.Links = append(p.Links, b.Links...)
	}
	p.Kind = List
	return p
}
