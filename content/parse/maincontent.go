package parse

import (
	"golang.org/x/net/html"

	"lede/model"
)

// mainContent finds the elements that are the article's own text:
//
//  1. the passages of the page, which are the elements with words of their own, are listed (mainpassages.go);
//  2. readability chooses among them, on a copy (mainread.go);
//  3. what is known of each passage is gathered (mainfacts.go) and weighed (mainjudge.go).
func (p *page) mainContent(e *model.Entry) {
	s := p.survey()
	s.title = e.Title
	s.read()
	s.judge()
	s.keep()
	p.main = s.around(func(q *passage) bool { return q.kept })
}

// keep notes the verdicts. An element without words of its own is kept when something in it is.
func (s *survey) keep() {
	kept, seen := s.page.kept, map[*html.Node]bool{}
	for _, q := range s.passages {
		if !q.kept {
			continue
		}
		kept[q.node] = true
		for n := q.node.Parent; n != nil && !seen[n]; n = n.Parent {
			seen[n] = true
			if _, ok := s.of[n]; !ok {
				kept[n] = true
			}
		}
	}
}
