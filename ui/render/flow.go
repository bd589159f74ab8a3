package render

import (
	"strconv"

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

// children draws the blocks in a node, with an empty line between those that are not items of a tight list.
func (d *drawing) children(parent ast.Node, width, depth int) []Line {
	var lines []Line
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		drawn := d.node(n, width, depth)
		if len(lines) > 0 && len(drawn) > 0 && apart(n) {
			lines = append(lines, Line{})
		}
		lines = append(lines, drawn...)
	}
	return lines
}

// apart tells whether an empty line stands before a block.
func apart(n ast.Node) bool {
	if n.Kind() == ast.KindListItem {
		return !n.Parent().(*ast.List).IsTight
	}
	if item := n.Parent(); item.Kind() == ast.KindListItem {
		return !item.Parent().(*ast.List).IsTight
	}
	return true
}

func (d *drawing) node(n ast.Node, width, depth int) []Line {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return layout(d.runs(n), width)
	case *ast.Heading:
		return layout(over(d.runs(n), d.theme.Heading(n.Level)), width)
	case *ast.Blockquote:
		return d.quote(n, width, depth)
	case *ast.List:
		return d.list(n, width, depth)
	case *ast.FencedCodeBlock:
		return d.code(string(n.Language(d.source)), rawText(n, d.source), width)
	case *ast.CodeBlock:
		return d.code("", rawText(n, d.source), width)
	case *ast.HTMLBlock:
		return layout([]run{styled(rawText(n, d.source), d.theme.Dim)}, width)
	case *ast.ThematicBreak:
		return d.rule(width)
	case *ast.LinkReferenceDefinition:
		return nil
	case *extast.Table:
		return d.table(n, width)
	}
	return d.children(n, width, depth)
}

func (d *drawing) quote(n *ast.Blockquote, width, depth int) []Line {
	if depth >= maxDepth || width < 2*minWidth {
		return d.children(n, width, depth+1)
	}
	bar := d.theme.Border.Render("│") + " "
	return indent(d.children(n, width-2, depth+1), bar, bar)
}

func (d *drawing) list(n *ast.List, width, depth int) []Line {
	var lines []Line
	number, digits := n.Start, len(strconv.Itoa(n.Start+n.ChildCount()-1))
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		if len(lines) > 0 && apart(item) {
			lines = append(lines, Line{})
		}
		lines = append(lines, d.item(item, d.marker(n, item, number, digits), width, depth)...)
		number++
	}
	return lines
}

// item draws what is in a list's item beside its marker.
func (d *drawing) item(n ast.Node, marker string, width, depth int) []Line {
	wide := Width(marker)
	if depth >= maxDepth || width-wide < minWidth {
		wide, marker = 0, ""
	}
	lines := d.children(n, width-wide, depth+1)
	if len(lines) == 0 {
		lines = []Line{{}}
	}
	if marker == "" {
		return lines
	}
	return indent(lines, d.theme.Dim.Render(marker), Spaces(wide))
}

// marker is the bullet, number or box of an item, with the space after it. Numbers of a list are equally wide.
func (d *drawing) marker(n *ast.List, item ast.Node, number, digits int) string {
	if box := checkbox(item); box != nil {
		if box.IsChecked {
			return "[✓] "
		}
		return "[ ] "
	}
	if n.IsOrdered() {
		s := strconv.Itoa(number)
		return Spaces(digits-len(s)) + s + string(n.Marker) + " "
	}
	bullets := [...]string{"• ", "◦ ", "▪ "}
	return bullets[outer(n)%len(bullets)]
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
