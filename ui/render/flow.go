package render

import (
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// maxDepth is how many quotes and lists inside each other are drawn with bars and bullets.
const maxDepth = 16

// drawing is one block of Markdown on its way to lines.
type drawing struct {
	*Renderer
	source    []byte
	continued bool
}

// frame is where a node is drawn.
type frame struct {
	place place
	width int // cells
	depth int // of quotes and lists in each other
}

// further is the frame in a container that takes cells off the width.
func (f frame) further(container string, cells int) frame {
	return frame{f.place.in(container), f.width - cells, f.depth + 1}
}

// children draws the blocks in a node, with an empty line between those that are not items of a tight list.
func (d *drawing) children(parent ast.Node, f frame) []Line {
	var lines []Line
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		drawn := d.node(n, f)
		if len(lines) > 0 && len(drawn) > 0 && apart(n) {
			lines = append(lines, Line{})
		}
		lines = append(lines, drawn...)
	}
	return lines
}

// apart reports whether an empty line stands before a block.
func apart(n ast.Node) bool {
	if n.Kind() == ast.KindListItem {
		return !n.Parent().(*ast.List).IsTight
	}
	if item := n.Parent(); item.Kind() == ast.KindListItem {
		return !item.Parent().(*ast.List).IsTight
	}
	return true
}

func (d *drawing) node(n ast.Node, f frame) []Line {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return layout(d.paragraph(n, f.place), f.width)
	case *ast.Heading:
		w := writer{d: d}
		return layout(w.heading(n.Level, f.place, func(to ast.Node) { w.children(to, n) }), f.width)
	case *ast.Blockquote:
		return d.quote(n, f)
	case *ast.List:
		return d.list(n, f)
	case *ast.FencedCodeBlock:
		return d.code(string(n.Language(d.source)), rawText(n, d.source), f.width)
	case *ast.CodeBlock:
		return d.code("", rawText(n, d.source), f.width)
	case *ast.HTMLBlock:
		return layout(in(d.press.pen(f.place.as(rawHTML)), rawText(n, d.source)), f.width)
	case *ast.ThematicBreak:
		return d.rule(f.width)
	case *ast.LinkReferenceDefinition:
		return nil
	case *extast.Table:
		return d.table(n, f)
	}
	return d.children(n, f)
}

// paragraph draws the words of a paragraph or of an item.
func (d *drawing) paragraph(n ast.Node, where place) []run {
	if item := n.Parent(); item != nil && item.Kind() == ast.KindListItem {
		where = where.of(itemText)
	}
	return d.inline(n, where)
}

// heading draws the words of a heading that write writes, with what the style sheet puts round them.
func (w *writer) heading(level int, where place, write func(to ast.Node)) []run {
	w.root, w.marked = ast.NewDocument(), true
	write(within(w.root, ast.NewHeading(level)))
	return w.d.press.draw(where.of(headingText), w.wording)
}

func (d *drawing) quote(n *ast.Blockquote, f frame) []Line {
	bar := d.theme.Bar + " "
	if f.depth >= maxDepth || f.width < 2*minWidth {
		return d.children(n, f.further(inQuote, 0))
	}
	lines := d.children(n, f.further(inQuote, Width(bar)))
	bar = d.theme.Border.Render(d.theme.Bar) + " "
	return indent(lines, bar, bar)
}

func (d *drawing) list(n *ast.List, f frame) []Line {
	var lines []Line
	number, digits := n.Start, len(strconv.Itoa(n.Start+n.ChildCount()-1))
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		if len(lines) > 0 && apart(item) {
			lines = append(lines, Line{})
		}
		lines = append(lines, d.item(item, d.marker(n, item, number, digits, f.place.in(inList)), f)...)
		number++
	}
	return lines
}

// item draws what is in a list's item beside its marker.
func (d *drawing) item(n ast.Node, marker []run, f frame) []Line {
	wide := Width(join(marker))
	if f.depth >= maxDepth || f.width-wide < minWidth {
		wide = 0
	}
	lines := d.children(n, f.further(inList, wide))
	if len(lines) == 0 {
		lines = []Line{{}}
	}
	if wide == 0 {
		return lines
	}
	return indent(lines, paint(marker), Spaces(wide))
}

// marker is the bullet, number or box of an item, as Glamour draws it, with the space after it. The numbers of a list
// are equally wide.
func (d *drawing) marker(n *ast.List, item ast.Node, number, digits int, where place) []run {
	if box := checkbox(item); box != nil {
		if box.IsChecked {
			return d.press.marker(where, "- [x] ")
		}
		return d.press.marker(where, "- [ ] ")
	}
	if !n.IsOrdered() {
		bullets := [...]string{"• ", "◦ ", "▪ "}
		return renamed(d.press.marker(where, "- "), bullets[0], bullets[outer(n)%len(bullets)])
	}
	s := strconv.Itoa(number)
	numbered := renamed(d.press.marker(where, "1. "), "1", Spaces(digits-len(s))+s)
	return renamed(numbered, ". ", string(n.Marker)+" ")
}

// renamed are runs with a text in them for another.
func renamed(runs []run, from, to string) []run {
	runs = slices.Clone(runs)
	for i := range runs {
		runs[i].text = strings.Replace(runs[i].text, from, to, 1)
	}
	return runs
}

// outer is how many lists a list is in, as far as it matters.
func outer(n ast.Node) int {
	lists := 0
	for p := n.Parent(); p != nil && lists < maxDepth; p = p.Parent() {
		if p.Kind() == ast.KindList {
			lists++
		}
	}
	return lists
}

// checkbox is the box of a task, nil for any other item.
func checkbox(item ast.Node) *extast.TaskCheckBox {
	if item.FirstChild() == nil || item.FirstChild().FirstChild() == nil {
		return nil
	}
	box, _ := item.FirstChild().FirstChild().(*extast.TaskCheckBox)
	return box
}
