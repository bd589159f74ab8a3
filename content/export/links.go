package export

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"lede/model"
	"lede/model/clean"
)

// Links are the links of a block in reading order, with their words and addresses.
func Links(b model.Block) []model.Link {
	leads := model.LeadsOf(b)
	var links []model.Link
	if leads.URL != "" {
		links = append(links, model.Link{Title: shownAs(b), URL: leads.URL})
	}
	links = append(append(links, leads.Links...), markdownLinks(leads.Markdown)...)
	for _, inner := range leads.Body {
		links = append(links, Links(inner)...)
	}
	return links
}

// shownAs are the words for what a block shows.
func shownAs(b model.Block) string {
	if post, ok := b.(model.Post); ok {
		return PostLine(post)
	}
	return b.Text()
}

// markdownLinks are the links of Markdown.
func markdownLinks(source string) []model.Link {
	if !strings.Contains(source, "](") && !strings.Contains(source, "<") && !strings.Contains(source, "://") {
		return nil
	}
	s := &setter{source: []byte(source)}
	var links []model.Link
	_ = ast.Walk(tree(s.source), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Link:
			links = append(links, model.Link{Title: clean.Line(s.inline(n)), URL: clean.Line(string(n.Destination))})
		case *ast.AutoLink:
			links = append(links,
				model.Link{Title: clean.Line(string(n.Label(s.source))), URL: clean.Line(string(n.URL(s.source)))})
		}
		return ast.WalkContinue, nil
	})
	return links
}
