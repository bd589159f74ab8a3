package render

import (
	"bufio"
	"bytes"
	"strings"
	"sync"

	"charm.land/glamour/v2/ansi"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"lede/ui/theme"
)

// press draws words by Glamour. It is safe for several goroutines, though Glamour is not: one draws a piece while the
// others wait. A piece is at most maxPiece of a paragraph, a cell, an item, a heading or a block of code.
type press struct {
	theme *theme.Theme

	lock      sync.Mutex // guards what follows
	inks      map[place]*inks
	coder     renderer.Renderer // draws code; nil until it is needed
	plainCode *string           // the pen of code that is not coloured; nil until it is needed
	out       bytes.Buffer
	buffered  *bufio.Writer // into out; nil until it is needed
}

// inks is what a press has made for a place.
type inks struct {
	renderer renderer.Renderer // nil until it is needed
	sheet    ansi.StyleConfig
	plain    *string          // the pen of words without markup; nil until it is needed
	markers  map[string][]run // the marker of an item, by the Markdown that writes it
}

func (p *press) in(where place) *inks {
	if i := p.inks[where]; i != nil {
		return i
	}
	if p.inks == nil {
		p.inks = map[place]*inks{}
	}
	i := &inks{sheet: where.sheet(p.theme)}
	p.inks[where] = i
	return i
}

func newGlamour(options ansi.Options) renderer.Renderer {
	return renderer.NewRenderer(renderer.WithNodeRenderers(util.Prioritized(ansi.NewRenderer(options), 1000)))
}

// render lets Glamour draw a node. What it returns holds until the next call.
func (p *press) render(g renderer.Renderer, n ast.Node, source []byte) ([]byte, error) {
	p.out.Reset()
	if p.buffered == nil {
		p.buffered = bufio.NewWriter(&p.out)
	}
	err := g.Render(p.buffered, source, n) // a style sheet may have a format that cannot be executed
	if flushed := p.buffered.Flush(); err == nil {
		err = flushed
	}
	return p.out.Bytes(), err
}

// draw returns words in their looks.
func (p *press) draw(where place, w wording) []run {
	p.lock.Lock()
	defer p.lock.Unlock()
	i := p.in(where)
	if !w.marked && isPen(i.sheet.Text) {
		return []run{{text: string(w.plain), pen: p.plain(where)}}
	}
	if i.renderer == nil {
		i.renderer = newGlamour(ansi.Options{Styles: i.sheet})
	}
	drawn, err := p.render(i.renderer, w.root, w.source)
	if err != nil {
		i.renderer = nil // it was left in the middle of a block
	} else if runs, ok := p.read(drawn, where, w.leaves); ok {
		return runs
	}
	return []run{{text: string(w.plain), pen: p.plain(where)}}
}

// pen is the pen of words without markup.
func (p *press) pen(where place) string {
	p.lock.Lock()
	defer p.lock.Unlock()
	return p.plain(where)
}

// plain is pen for a caller that holds the lock: the style of a word that Glamour drew there.
func (p *press) plain(where place) string {
	i := p.in(where)
	if i.plain == nil {
		pen := ""
		if i.sheet.Text != (ansi.StylePrimitive{}) {
			pen = p.penOf(i.sheet.Text)
		}
		i.plain = &pen
	}
	return *i.plain
}

func (p *press) penOf(style ansi.StylePrimitive) string {
	word := []byte("x")
	block := ast.NewTextBlock()
	within(block, ast.NewTextSegment(text.NewSegment(0, len(word))))
	drawn, err := p.render(newGlamour(ansi.Options{Styles: ansi.StyleConfig{Text: bare(style)}}), block, word)
	if runs := readRuns(drawn); err == nil && len(runs) > 0 {
		return runs[0].pen
	}
	return ""
}

// rule is the line of a thematic break.
func (p *press) rule() run {
	p.lock.Lock()
	defer p.lock.Unlock()
	i := p.in(place{})
	drawn, err := p.render(newGlamour(ansi.Options{Styles: i.sheet}), ast.NewThematicBreak(), nil)
	if err != nil {
		return run{}
	}
	runs := readRuns(drawn)
	for i := range runs {
		if runs[i].text = strings.TrimSpace(runs[i].text); runs[i].text != "" {
			return runs[i]
		}
	}
	return run{}
}

// marker is what Glamour draws before the words of an item that is written so: "- ", "1. ", "- [x] ".
func (p *press) marker(where place, written string) []run {
	p.lock.Lock()
	defer p.lock.Unlock()
	i := p.in(where)
	m, ok := i.markers[written]
	if !ok {
		if i.markers == nil {
			i.markers = map[string][]run{}
		}
		m = p.drawMarker(where, written)
		i.markers[written] = m
	}
	return m
}

func (p *press) drawMarker(where place, written string) []run {
	outside := place{inside: strings.TrimSuffix(where.inside, inList), kind: itemText}
	sheet := p.theme.Sheet
	sheet.Document.StylePrimitive = outside.ground(p.theme)
	source := []byte(written + wordsBegin)
	root := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader(source))
	drawn, err := p.render(newGlamour(ansi.Options{Styles: sheet}), root, source)
	if err != nil {
		return nil
	}
	before, _, _ := bytes.Cut(drawn, []byte(wordsBegin))
	var runs []run
	for _, r := range readRuns(before) {
		if r.text = strings.Trim(r.text, "\n"); r.text != "" {
			runs = append(runs, r)
		}
	}
	return runs
}
