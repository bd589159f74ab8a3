package export

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"lede/model"
	"lede/model/clean"
)

// Links are the links of a block in reading order, with their words and addresses.
func Links(b model.Block) []model.Link {
	switch b := b.(type) {
	case model.Prose:
		return markdownLinks(b.Source)
	case model.Notice:
		return markdownLinks(b.Source)
	case model.Related:
		return b.Links
	case model.Post:
		links := b.Links
		for _, inner := range b.Body {
			links = append(links[:len(links):len(links)], Links(inner)...)
		}
		if b.URL == "" {
			return links
		}
		return append([]model.Link{{Title: PostLine(b), URL: b.URL}}, links...)
	case model.Image:
		if b.URL == "" {
			return nil
		}
		return []model.Link{{Title: b.Text(), URL: b.URL}}
	case model.Code:
		return nil
	}
	return nil
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
