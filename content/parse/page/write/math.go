package write

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/block"
	"lede/content/parse/page/dom"
	"lede/model/fold"
)

// mathOf returns what a formula says, as TeX where the page has it. display reports whether it is set as a
// block. ok is false when n is not a formula.
func mathOf(page dom.Page, n *html.Node) (s string, display, ok bool) {
	switch {
	case n.DataAtom == atom.Math:
		return mathSource(page, n), dom.Attr(n, "display") == "block" || dom.Attr(n, "mode") == "display", true
	case n.DataAtom == atom.Script:
		kind := dom.Attr(n, "type")
		if n.FirstChild == nil || !strings.HasPrefix(kind, "math/tex") {
			return "", false, true
		}
		return inDollars(n.FirstChild.Data), strings.Contains(kind, "display"), true
	case n.DataAtom == atom.Img && isMathPicture(n):
		return inDollars(strings.Trim(block.HTMLText(dom.Attr(n, "alt")), "$ ")), false, true
	}
	class := dom.Attr(n, "class")
	if class == "" && n.Data != "mjx-container" {
		return "", false, false
	}
	switch {
	case dom.HasClass(n, "katex", "katex-display", "mwe-math-element", "mjx-container") || n.Data == "mjx-container" ||
		dom.HasClass(n, "mathjax", "mathjax_svg", "mathjax_chtml"):
		return drawnMath(page, n)
	case dom.HasClass(n, "mathjax_preview"):
		return "", false, true
	}
	return "", false, false
}

// drawnMath reads a formula that a script has drawn, from the source that it has kept beside the drawing.
func drawnMath(page dom.Page, n *html.Node) (s string, block, ok bool) {
	block = dom.HasClass(n, "katex-display", "mathjax_display") || dom.Attr(n, "display") == "true"
	if m := dom.First(n, atom.Math); m != nil {
		return mathSource(page, m), block || dom.Attr(m, "display") == "block", true
	}
	if m := dom.First(n, atom.Annotation); m != nil {
		return inDollars(page.TextOf(m)), block, true
	}
	if tex := dom.Attr(n, "data-tex") + dom.Attr(n, "data-latex"); tex != "" {
		return inDollars(tex), block, true
	}
	if hasScript(n) { // a formula of MathJax 2: the source follows it
		return "", false, true
	}
	if n.Data == "mjx-container" {
		if s := glyphs(n); s != "" {
			return s, block, true
		}
	}
	return "", false, false
}

// hasScript reports whether a script with the source of a formula follows its drawing.
func hasScript(n *html.Node) bool {
	for i, next := 0, n.NextSibling; next != nil && i < 3; i, next = i+1, next.NextSibling {
		if next.DataAtom == atom.Script && strings.HasPrefix(dom.Attr(next, "type"), "math/") {
			return true
		}
	}
	if p := n.Parent; p != nil && dom.HasClass(p, "mathjax_display", "mathjax_svg_display") {
		return hasScript(p)
	}
	return false
}

// isMathPicture reports whether a picture is a formula, by its class or where it comes from.
func isMathPicture(n *html.Node) bool {
	alt := dom.Attr(n, "alt")
	if alt == "" {
		return false
	}
	if dom.HasClass(n, "latex", "tex", "math", "mwe-math-fallback-image-inline", "mwe-math-fallback-image-display",
		"ql-img-inline-formula", "mathtex", "latex-image") {
		return true
	}
	src := dom.Attr(n, "src")
	for _, s := range [...]string{
		"latex.codecogs.com", "/latex.php", "chart.apis.google.com/chart?cht=tx", "chart.googleapis.com/chart?cht=tx",
		"mathtex.cgi", "mimetex.cgi", "/media/math/render/", "/render/png?tex=", "i.upmath.me", "math.now.sh",
		"render.githubusercontent.com/render/math",
	} {
		if strings.Contains(src, s) {
			return true
		}
	}
	return false
}

// mathSource returns the TeX of a formula, or what it says in signs.
func mathSource(page dom.Page, n *html.Node) string {
	for d := range n.Descendants() {
		if d.DataAtom == atom.Annotation || d.Data == "annotation" {
			if encoding := dom.Attr(d, "encoding"); strings.Contains(encoding, "tex") || strings.Contains(encoding, "TeX") {
				return inDollars(page.TextOf(d))
			}
		}
	}
	if tex := dom.Attr(n, "alttext"); tex != "" {
		return inDollars(tex)
	}
	var m mathWriter
	m.all(n)
	return fold.Line(block.HTMLText(m.b.String()))
}

// inDollars writes TeX as it is written in texts. The style that a page sets a formula in says nothing.
func inDollars(tex string) string {
	tex = fold.Line(block.HTMLText(tex))
	if inner, ok := strings.CutPrefix(tex, `{\displaystyle `); ok && strings.HasSuffix(inner, "}") {
		tex = strings.TrimSpace(strings.TrimSuffix(inner, "}"))
	}
	if tex = strings.TrimSpace(strings.Trim(tex, "$")); tex == "" {
		return ""
	}
	return "$" + tex + "$"
}

// math writes a formula.
func (w *pageWriter) math(s string, block bool, holder *html.Node) {
	if s == "" || !w.keeps(holder) && !w.body.Inside(holder) {
		return
	}
	if block && s[0] == '$' {
		s = "$" + s + "$"
	}
	alone := block && !w.line
	if alone {
		w.flush()
	}
	if s[0] == '$' {
		w.w.Formula(s)
	} else {
		w.w.Text(s)
	}
	if alone {
		w.flush()
	}
}
