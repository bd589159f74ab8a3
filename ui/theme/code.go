package theme

import (
	"encoding/json"
	"fmt"
	"hash/fnv"

	"charm.land/glamour/v2/ansi"
	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/styles"
)

// Code is how the words of program text look.
type Code struct {
	Style     *chroma.Style // under a name of its own; nil where the style sheet has one look for all code
	Formatter string        // chroma's, that writes the colours as they are
}

// newCode takes the look of code out of a style sheet. Glamour would register it under one name for all style sheets,
// so that the first one coloured the code of all that follow; here each has its own.
func newCode(s ansi.StyleCodeBlock) Code {
	c := Code{Formatter: "terminal16m"}
	if s.Chroma == nil {
		c.Style = styles.Registry[s.Theme]
		return c
	}
	entries, plain := entriesOf(s.Chroma)
	if plain {
		c.Formatter = "terminal16"
	}
	named, err := json.Marshal(s.Chroma)
	if err != nil {
		return c
	}
	h := fnv.New64a()
	_, _ = h.Write(named)
	c.Style, _ = chroma.NewStyle(fmt.Sprintf("lede-%x", h.Sum64()), entries) // its colours have been checked
	return c
}

// checkCode returns an error for a style of chroma's that there is not.
func checkCode(s ansi.StyleCodeBlock) error {
	if s.Chroma == nil && s.Theme != "" && styles.Registry[s.Theme] == nil {
		return fmt.Errorf("code_block.theme: chroma has no style %q", s.Theme)
	}
	return nil
}

// entriesOf are the entries of a style sheet as chroma reads them. plain says that their colours are the terminal's
// own 16.
func entriesOf(c *ansi.Chroma) (all chroma.StyleEntries, plain bool) {
	var colors []string
	looks := looksOf(c)
	for _, p := range looks {
		for _, color := range []*string{p.Color, p.BackgroundColor} {
			if color != nil {
				colors = append(colors, *color)
			}
		}
	}
	plain = len(colors) > 0
	for _, color := range colors {
		plain = plain && basic(color)
	}
	all = chroma.StyleEntries{}
	for kind, p := range looks {
		all[kind] = entry(p, plain)
	}
	return all, plain
}

// entry is a style in the words of chroma.
func entry(p ansi.StylePrimitive, plain bool) string {
	var s string
	if p.Color != nil {
		s += chromaColor(*p.Color, plain) + " "
	}
	if p.BackgroundColor != nil {
		s += "bg:" + chromaColor(*p.BackgroundColor, plain) + " "
	}
	for _, a := range []struct {
		on   *bool
		name string
	}{{p.Bold, "bold "}, {p.Italic, "italic "}, {p.Underline, "underline "}} {
		if isSet(a.on) {
			s += a.name
		}
	}
	return s
}

// chromaColor is a colour as chroma reads it: one of the 16 by its name where the terminal is to look it up, and else
// by its parts.
func chromaColor(c string, plain bool) string {
	if !plain {
		return rgbOf(c).String()
	}
	return map[string]string{
		"0": "#ansiblack", "1": "#ansidarkred", "2": "#ansidarkgreen", "3": "#ansibrown",
		"4": "#ansidarkblue", "5": "#ansipurple", "6": "#ansiteal", "7": "#ansilightgray",
		"8": "#ansidarkgray", "9": "#ansired", "10": "#ansigreen", "11": "#ansiyellow",
		"12": "#ansiblue", "13": "#ansifuchsia", "14": "#ansiturquoise", "15": "#ansiwhite",
	}[c]
}

// looksOf maps chroma's kinds of words to the entries of a style sheet.
func looksOf(c *ansi.Chroma) map[chroma.TokenType]ansi.StylePrimitive {
	return map[chroma.TokenType]ansi.StylePrimitive{
		chroma.Text:                c.Text,
		chroma.Error:               c.Error,
		chroma.Comment:             c.Comment,
		chroma.CommentPreproc:      c.CommentPreproc,
		chroma.Keyword:             c.Keyword,
		chroma.KeywordReserved:     c.KeywordReserved,
		chroma.KeywordNamespace:    c.KeywordNamespace,
		chroma.KeywordType:         c.KeywordType,
		chroma.Operator:            c.Operator,
		chroma.Punctuation:         c.Punctuation,
		chroma.Name:                c.Name,
		chroma.NameBuiltin:         c.NameBuiltin,
		chroma.NameTag:             c.NameTag,
		chroma.NameAttribute:       c.NameAttribute,
		chroma.NameClass:           c.NameClass,
		chroma.NameConstant:        c.NameConstant,
		chroma.NameDecorator:       c.NameDecorator,
		chroma.NameException:       c.NameException,
		chroma.NameFunction:        c.NameFunction,
		chroma.NameOther:           c.NameOther,
		chroma.Literal:             c.Literal,
		chroma.LiteralNumber:       c.LiteralNumber,
		chroma.LiteralDate:         c.LiteralDate,
		chroma.LiteralString:       c.LiteralString,
		chroma.LiteralStringEscape: c.LiteralStringEscape,
		chroma.GenericDeleted:      c.GenericDeleted,
		chroma.GenericEmph:         c.GenericEmph,
		chroma.GenericInserted:     c.GenericInserted,
		chroma.GenericStrong:       c.GenericStrong,
		chroma.GenericSubheading:   c.GenericSubheading,
		chroma.Background:          c.Background,
	}
}

// codeColors are the colours of code that the style sheet does not name as they are written.
func codeColors(s ansi.StyleCodeBlock) []string {
	var all []string
	if s.Chroma != nil {
		for _, c := range sheetColors(s.Chroma) {
			if c != "" && c[0] != '#' {
				all = append(all, rgbOf(c).String())
			}
		}
		return all
	}
	style := styles.Registry[s.Theme]
	if style == nil {
		return nil
	}
	for _, kind := range style.Types() {
		e := style.Get(kind)
		for _, color := range []chroma.Colour{e.Colour, e.Background} {
			if color.IsSet() {
				all = append(all, color.String())
			}
		}
	}
	return all
}
