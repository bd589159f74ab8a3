package thread

import (
	"cmp"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"lede/content/parse/page/dom"
	"lede/model"
	"lede/model/clean"
)

// depth returns how deep a message stands below the first, as it says itself: in an attribute or a class, or by how
// far it is set in.
func (f finder) depth(i int) int {
	e := f.at(i)
	if d, ok := statedDepth(e.node); ok {
		return d
	}
	for j := i + 1; j < min(e.end, i+8); j++ { // the cell or picture at its beginning that sets it in
		n := f.at(j).node
		if d, ok := number(dom.Attr(n, "indent")); ok {
			return d
		}
	}
	return 0
}

func statedDepth(n *html.Node) (int, bool) {
	for _, key := range [...]string{"data-depth", "data-level", "depth", "aria-level", "data-indent"} {
		if d, ok := number(dom.Attr(n, key)); ok {
			return d, true
		}
	}
	for name := range strings.FieldsSeq(dom.Attr(n, "class")) {
		for _, before := range [...]string{"depth-", "level-", "indent-", "depth", "level"} {
			if rest, ok := strings.CutPrefix(name, before); ok {
				if d, ok := number(rest); ok {
					return d, true
				}
			}
		}
	}
	return 0, false
}

func number(s string) (int, bool) {
	d, err := strconv.Atoi(s)
	return d, err == nil && d >= 0 && d <= model.MaxDepth
}

// shells returns for each element of a group the outermost element so many steps around it that each has one of its
// own: a message and its answers.
func (f finder) shells(g *group) map[int]int {
	shells := map[int]int{}
	for _, i := range g.of {
		shells[i] = i
	}
	for {
		next, taken := map[int]int{}, map[int]bool{}
		for i, shell := range shells {
			up := f.at(shell).parent
			if up < 0 || taken[up] {
				return shells
			}
			next[i], taken[up] = up, true
		}
		shells = next
	}
}

// answered notes whom messages answer that are set in below others, or that begin with a quotation of one. The first
// of them stands at depth 0.
func answered(page dom.Page, all []Turn) {
	least := model.MaxDepth
	for _, t := range all {
		least = min(least, t.Depth)
	}
	var above []string // the last author at each depth
	for i := range all {
		t := &all[i]
		t.Depth = min(t.Depth-least, model.MaxDepth)
		if t.Answers == "" && t.Depth > 0 && t.Depth <= len(above) {
			t.Answers = above[t.Depth-1]
		}
		if t.Answers == "" && t.Depth == 0 {
			t.Answers = cmp.Or(quoted(t.Text, all[:i]), spokenTo(page, t.Text, all[:i]))
		}
		for len(above) <= t.Depth {
			above = append(above, "")
		}
		above = append(above[:t.Depth], t.Author)
	}
}

// quoted returns the author of the first quotation in a text, where a message before is theirs.
func quoted(text []*html.Node, before []Turn) string {
	for _, n := range text {
		for d := range n.Descendants() {
			if d.Type != html.ElementNode {
				continue
			}
			for _, key := range [...]string{"data-quote", "data-username", "data-author", "data-ipsquote-username"} {
				if author := knownAuthor(dom.Attr(d, key), before); author != "" {
					return author
				}
			}
		}
	}
	return ""
}

// knownAuthor returns the author of a message before that has a name, or "".
func knownAuthor(name string, before []Turn) string {
	if name == "" {
		return ""
	}
	for _, t := range before {
		if strings.EqualFold(name, t.Author) {
			return t.Author
		}
	}
	return ""
}

// spokenTo returns the author whose name a text begins with, where a message before is theirs: "@ida Which one?".
func spokenTo(page dom.Page, text []*html.Node, before []Turn) string {
	const most = 200
	if len(text) == 0 || len(before) == 0 {
		return ""
	}
	first, _, _ := strings.Cut(clean.Clip(page.TextOf(text[0]), most), " ")
	name, ok := strings.CutPrefix(strings.TrimRight(first, ",:"), "@")
	if !ok || name == "" {
		return ""
	}
	for _, t := range before {
		handle, _, _ := strings.Cut(strings.TrimPrefix(t.Handle, "@"), "@")
		if strings.EqualFold(name, strings.ReplaceAll(t.Author, " ", "")) || strings.EqualFold(name, handle) {
			return t.Author
		}
	}
	return ""
}
