package parse

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// code writes preformatted text.
func (w *pageWriter) code(n *html.Node) bool {
	if lineNumbers(n) {
		return true
	}
	if w.line {
		return false
	}
	w.flush()
	if !w.keepsCode(n) {
		return true
	}
	source := codeText(n)
	if strings.TrimSpace(source) == "" {
		return true
	}
	w.add(codeOf(codeLanguage(n), source, w.depth))
	return true
}

// keepsCode tells whether code is part of the article: its words may stand in the element or in one below.
func (w *pageWriter) keepsCode(n *html.Node) bool {
	if w.keeps(n) {
		return true
	}
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && partsWords(d.DataAtom) && w.keeps(d) {
			return true
		}
	}
	return false
}

// codeText returns the lines of code. Pages write them as text with line ends, as an element a line, or as a table with the numbers of
// the lines beside them.
func codeText(n *html.Node) string {
	c := coder{apart: linesApart(n)}
	c.walk(n)
	lines := strings.Split(unmarkedText(c.b.String()), "\n")
	for len(lines) > 0 && strings.TrimSpace(lines[0]) == "" {
		lines = lines[1:]
	}
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " \t")
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}

// coder collects the text of code.
type coder struct {
	b     strings.Builder
	last  byte
	apart bool // an element that is a line has no line end in it
}

func (c *coder) put(s string) {
	if s != "" {
		c.b.WriteString(s)
		c.last = s[len(s)-1]
	}
}

func (c *coder) walk(n *html.Node) {
	for d := n.FirstChild; d != nil; d = d.NextSibling {
		switch {
		case d.Type == html.TextNode:
			c.put(d.Data)
		case d.Type != html.ElementNode || lineNumbers(d) || unseenInCode(d):
		case d.DataAtom == atom.Br:
			c.put("\n")
		case partsWords(d.DataAtom) && d.DataAtom != atom.Td && d.DataAtom != atom.Th || c.apart && isCodeLine(d):
			c.line()
			before := c.b.Len()
			c.walk(d)
			if c.b.Len() == before && d.DataAtom != atom.Table && d.DataAtom != atom.Tbody {
				c.put("\n") // an empty line
			}
			c.ends(d)
		default:
			c.walk(d)
		}
	}
}

// line begins a line.
func (c *coder) line() {
	if c.last != 0 && c.last != '\n' {
		c.put("\n")
	}
}

// ends ends a line when something follows.
func (c *coder) ends(n *html.Node) {
	if n.NextSibling != nil {
		c.line()
	}
}

// linesApart tells whether the lines of code are elements without line ends between them.
func linesApart(n *html.Node) bool {
	lines, ends := 0, 0
	for d := range n.Descendants() {
		switch {
		case d.Type == html.TextNode:
			ends += strings.Count(d.Data, "\n")
		case isCodeLine(d):
			lines++
		case d.DataAtom == atom.Br:
			ends++
		}
	}
	return lines > 1 && ends < lines-1
}

// isCodeLine tells whether an element is one line of code by its name.
func isCodeLine(n *html.Node) bool {
	if n.Type != html.ElementNode || n.DataAtom != atom.Span && n.DataAtom != atom.Code && n.DataAtom != atom.Div {
		return false
	}
	if hasClass(n, "line", "code-line", "codeline", "view-line", "token-line", "cm-line", "react-code-text") {
		return true
	}
	style := strings.ReplaceAll(attr(n, "style"), " ", "")
	return n.Parent != nil && n.Parent.DataAtom == atom.Code && (strings.Contains(style, "display:block") || strings.Contains(style, "display:flex"))
}

// unseenInCode tells whether an element is no part of the code: a button that copies it.
func unseenInCode(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Button, atom.Svg, atom.Textarea, atom.Template:
		return true
	}
	return hidden(n)
}

// lineNumbers tells whether an element holds the numbers of lines.
func lineNumbers(n *html.Node) bool {
	named := hasClass(n, "gutter", "rouge-gutter", "lineno", "linenos", "linenumber", "linenumbers", "line-number", "line-numbers", "line-numbers-rows", "lineno-gutter",
		"lnt", "ln", "lnum", "blob-num", "hljs-ln-numbers", "hljs-ln-n", "react-syntax-highlighter-line-number", "line-numbers-sizer", "code-line-number", "lntable-number", "crayon-nums")
	style := attr(n, "style")
	if !named && (!strings.Contains(style, "user-select") || !strings.Contains(style, "none")) {
		if !hasAttr(n, "data-line-number") {
			return false
		}
	}
	for d := range n.Descendants() {
		if d.Type == html.TextNode && strings.Trim(d.Data, "0123456789 \t\n\u00a0.:|") != "" {
			return false
		}
	}
	return true
}

// codeLanguage returns the language of code as the element, what stands directly in it or one around it names it.
func codeLanguage(n *html.Node) string {
	if c := first(n, atom.Code); c != nil {
		if l := namedLanguage(c); l != "" {
			return l
		}
	}
	for up, i := n, 0; up != nil && i < 6; up, i = up.Parent, i+1 {
		if up.DataAtom == atom.Article || up.DataAtom == atom.Main || up.DataAtom == atom.Body {
			break
		}
		if l := namedLanguage(up); l != "" {
			return l
		}
	}
	return ""
}

// namedLanguage returns the language that an element of code names in its class or attributes.
func namedLanguage(n *html.Node) string {
	for _, name := range [...]string{"data-lang", "data-language", "data-code-lang", "data-programming-language"} {
		if l := codeName(attr(n, name)); l != "" {
			return l
		}
	}
	class := attr(n, "class")
	words := strings.Fields(class[:min(len(class), 500)])
	for _, word := range words {
		low := strings.ToLower(word)
		for _, before := range [...]string{"language-", "lang-", "highlight-source-", "highlight-text-", "highlight-", "brush:", "syntax-", "code-"} {
			if rest, ok := strings.CutPrefix(low, before); ok {
				if l := codeName(rest); l != "" && (before != "highlight-" && before != "code-" && before != "syntax-" || isLanguage(l)) {
					return l
				}
			}
		}
	}
	if !hasClass(n, "hljs", "sourcecode", "prettyprint", "highlight", "chroma", "codehilite", "shiki", "brush:", "literal-block", "src") && n.DataAtom != atom.Code && n.DataAtom != atom.Pre {
		return ""
	}
	for _, word := range words {
		if l := codeName(strings.TrimPrefix(strings.ToLower(strings.TrimSuffix(word, ";")), "src-")); isLanguage(l) {
			return l
		}
	}
	return ""
}

// codeName returns the name of a language, or "" where a page says that there is none.
func codeName(s string) string {
	s = strings.TrimSuffix(strings.TrimSpace(s), ";")
	if strings.Trim(strings.ToLower(s), "abcdefghijklmnopqrstuvwxyz0123456789+#.-_") != "" || len(s) > 30 {
		return ""
	}
	switch s {
	case "none", "plaintext", "text", "plain", "nohighlight", "default", "auto", "unknown", "fallback", "rouge", "highlighter-rouge", "highlight", "null", "undefined", "block", "inline":
		return ""
	}
	return s
}

// isLanguage tells whether a word by itself is known as the name of a language.
func isLanguage(s string) bool {
	switch s {
	case "bash", "sh", "shell", "zsh", "console", "powershell", "python", "python3", "py", "js", "javascript", "jsx", "ts", "typescript", "tsx", "go", "golang", "rust", "rs", "c", "cpp", "c++", "csharp", "cs",
		"c#", "java", "kotlin", "scala", "swift", "objc", "objective-c", "ruby", "rb", "php", "perl", "lua", "r", "julia", "haskell", "hs", "ocaml", "elixir", "erlang", "clojure", "lisp", "elisp",
		"emacs-lisp", "scheme", "fsharp", "dart", "zig", "nim", "sql", "html", "xml", "css", "scss", "sass", "less", "json", "yaml", "yml", "toml", "ini", "diff", "patch", "makefile", "make", "cmake", "dockerfile",
		"docker", "nginx", "graphql", "proto", "protobuf", "latex", "tex", "markdown", "md", "vim", "asm", "nasm", "verilog", "vhdl", "matlab", "fortran", "pascal", "ada", "groovy", "gradle", "terraform", "hcl", "nix", "lean", "lean4", "coq", "svelte", "vue", "astro", "http", "awk", "sed", "wasm", "wat", "glsl", "hlsl", "cuda", "d", "v", "crystal", "solidity", "prolog", "racket", "batch", "applescript", "basic", "vbnet", "jinja", "liquid", "handlebars", "regex", "csv", "mermaid":
		return true
	}
	return false
}
