package write

import (
	"golang.org/x/net/html"

	"lede/content/parse/block"
	"lede/content/parse/page/thread"
	"lede/model"
)

// turn writes a message of the page, and then those that stand in its element.
func (w *pageWriter) turn(t thread.Turn) {
	w.flush()
	if w.body.Live {
		w.update(t)
		return
	}
	var said []block.Written
	for _, n := range t.Text {
		said = append(said, w.said(n)...)
	}
	body, apart := saidAndApart(blocksOf(said))
	if len(body) > 0 {
		p := model.Post{
			Own: true, Author: t.Author, Handle: t.Handle, Posted: t.Posted, URL: t.URL, Answers: t.Answers,
			Depth: t.Depth, Body: body,
		}
		w.out = append(w.out, block.Written{
			Markdown: p.Markdown(), Plain: p.Text(), Kind: block.Image, Block: p, Node: t.Node,
			Why: block.Why{Rule: "thread: one of several elements that each have an author or a time, and a text"},
		})
	}
	for _, b := range apart {
		w.out = append(w.out,
			block.Written{Markdown: b.Markdown(), Plain: b.Text(), Kind: block.Image, Block: b, Node: t.Node})
	}
	w.turnsIn(t.Node)
}

// update writes an update of a live blog as its time and then as any part of an article: it may have a heading and
// pictures of its own.
func (w *pageWriter) update(t thread.Turn) {
	if t.Posted != "" || t.Author != "" {
		p := model.Post{Own: true, Author: t.Author, Handle: t.Handle, Posted: t.Posted, URL: t.URL}
		w.out = append(w.out, block.Written{
			Markdown: p.Markdown(), Kind: block.Image, Block: p, Node: t.Node,
			Why: block.Why{Rule: "live blog: the time of an update"},
		})
	}
	for _, n := range t.Text {
		w.walk(n, n)
		w.flush()
	}
}

// saidAndApart parts what a message says itself from the posts that it quotes and the articles that it leads to:
// these follow it.
func saidAndApart(blocks []model.Block) (said, apart []model.Block) {
	for _, b := range blocks {
		_, isPost := b.(model.Post)
		_, isRelated := b.(model.Related)
		if isPost || isRelated {
			apart = append(apart, b)
		} else {
			said = append(said, b)
		}
	}
	return said, apart
}

// turnsIn writes the messages in an element, and nothing else of it.
func (w *pageWriter) turnsIn(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if t, ok := w.body.Turns[c]; ok {
			w.turn(t)
		} else {
			w.turnsIn(c)
		}
	}
}

// said writes what is in an element as blocks of their own.
func (w *pageWriter) said(n *html.Node) []block.Written {
	c := pageWriter{writing: w.writing}
	c.begin()
	c.walk(n, n)
	c.flush()
	return c.out
}

// blocksOf makes blocks of what a message says. A heading in it is no section of the article: it is a line in bold.
func blocksOf(said []block.Written) []model.Block {
	for i, b := range said {
		if b.Kind == block.Heading {
			said[i] = block.Written{Markdown: "**" + block.Escape(b.Plain) + "**", Plain: b.Plain, Node: b.Node}
		}
	}
	sections, _ := block.Sections(unitsOf(said), nil, block.Rules{})
	return sections[0].Blocks
}
