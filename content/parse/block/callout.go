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

// HeadedOf makes a quotation of a call-out that stands in another block.
func HeadedOf(b Written) Written {
	if p, ok := b.Block.(model.Prose); ok {
		b.Markdown, b.Block = p.Headed(), nil
	}
	return b
}
