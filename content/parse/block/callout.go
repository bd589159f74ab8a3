package block

import (
	"strings"

	"lede/model"
)

// Quoted writes Markdown as a quotation.
func Quoted(markdown string) string {
	return "> " + strings.ReplaceAll(strings.ReplaceAll(markdown, "\n", "\n> "), "\n> \n", "\n>\n")
}

// CalloutOf makes a call-out of its head and the blocks below that.
func CalloutOf(head model.Callout, below []Written) Written {
	b := Join(below, false)
	p := model.Prose{Kind: model.Quote, Callout: head}
	if b.Markdown != "" {
		p.Source = Quoted(b.Markdown)
	}
	if b.Plain != p.Source {
		p.Plain = b.Plain
	}
	return Written{Markdown: p.Markdown(), Plain: p.Text(), Links: b.Links, Kind: Quote, Block: p}
}
