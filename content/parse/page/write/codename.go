package write

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/page/dom"
)

// codeLanguage returns the language of code as the element, a child of it or one around it names it.
func codeLanguage(n *html.Node) string {
	if c := dom.First(n, atom.Code); c != nil {
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
		if l := codeName(dom.Attr(n, name)); l != "" {
			return l
		}
	}
	class := dom.Attr(n, "class")
	words := strings.Fields(class[:min(len(class), 500)])
	for _, word := range words {
		low := strings.ToLower(word)
		for _, before := range [...]string{
			"language-", "lang-", "highlight-source-", "highlight-text-", "highlight-", "brush:", "syntax-", "code-",
		} {
			if rest, ok := strings.CutPrefix(low, before); ok {
				if l := codeName(rest); l != "" &&
					(before != "highlight-" && before != "code-" && before != "syntax-" || isLanguage(l)) {
					return l
				}
			}
		}
	}
	if !dom.HasClass(n, "hljs", "sourcecode", "prettyprint", "highlight", "chroma", "codehilite", "shiki", "brush:",
		"literal-block", "src") && n.DataAtom != atom.Code && n.DataAtom != atom.Pre {
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
	case "none", "plaintext", "text", "plain", "nohighlight", "default", "auto", "unknown", "fallback", "rouge",
		"highlighter-rouge", "highlight", "null", "undefined", "block", "inline":
		return ""
	}
	return s
}

// isLanguage reports whether a word by itself is known as the name of a language.
func isLanguage(s string) bool {
	switch s {
	case "bash", "sh", "shell", "zsh", "console", "powershell", "python", "python3", "py", "js", "javascript", "jsx",
		"ts", "typescript", "tsx", "go", "golang", "rust", "rs", "c", "cpp", "c++", "csharp", "cs",
		"c#", "java", "kotlin", "scala", "swift", "objc", "objective-c", "ruby", "rb", "php", "perl", "lua", "r", "julia",
		"haskell", "hs", "ocaml", "elixir", "erlang", "clojure", "lisp", "elisp",
		"emacs-lisp", "scheme", "fsharp", "dart", "zig", "nim", "sql", "html", "xml", "css", "scss", "sass", "less", "json",
		"yaml", "yml", "toml", "ini", "diff", "patch", "makefile", "make", "cmake", "dockerfile",
		"docker", "nginx", "graphql", "proto", "protobuf", "latex", "tex", "markdown", "md", "vim", "asm", "nasm", "verilog",
		"vhdl", "matlab", "fortran", "pascal", "ada", "groovy", "gradle", "terraform", "hcl", "nix", "lean", "lean4", "coq",
		"svelte", "vue", "astro", "http", "awk", "sed", "wasm", "wat", "glsl", "hlsl", "cuda", "d", "v", "crystal",
		"solidity", "prolog", "racket", "batch", "applescript", "basic", "vbnet", "jinja", "liquid", "handlebars", "regex",
		"csv", "mermaid":
		return true
	}
	return false
}
