package body

import (
	"golang.org/x/net/html"

	"lede/content/parse/page/dom"
	"lede/content/parse/page/lift"
	"lede/content/parse/page/meta"
)

// mainText is the elements of a page that are the article's own text.
type mainText struct {
	nodes   map[*html.Node]bool // elements with text of their own, and those around them that have none
	main    *html.Node          // the element around most of the text, or nil
	left    []Left              // the passages of main below all of nodes
	failure error               // of readability, which then had no say; or nil
}

// findMainText finds the elements that are the article's own text:
//
//  1. the passages of the page, which are the elements with words of their own, are listed (passages.go);
//  2. readability chooses among them, on a copy (readability.go);
//  3. what is known of each passage is gathered (facts.go) and weighed (judge.go).
//
// What has been lifted is left out. article says that the page is known for an article or a thread, and is no list of
// items.
func findMainText(page dom.Page, marks lift.Marks, facts meta.Facts, article bool) mainText {
	s := newSurvey(page, marks)
	kept, failure := s.read()
	if len(s.passages) <= maxJudged {
		kept = judge(s, gatherFacts(s, kept, facts), article)
	}
	main := s.boxAround(func(i int) bool { return kept[i] })
	return mainText{nodes: s.elements(kept), main: main, left: s.below(main, kept), failure: failure}
}

// elements returns the elements of the kept passages. An element without words of its own is kept if something in it
// is.
func (s *survey) elements(kept []bool) map[*html.Node]bool {
	nodes, seen := map[*html.Node]bool{}, map[*html.Node]bool{}
	for i, q := range s.passages {
		if !kept[i] {
			continue
		}
		nodes[q.node] = true
		for n := q.node.Parent; n != nil && !seen[n]; n = n.Parent {
			seen[n] = true
			if _, ok := s.of[n]; !ok {
				nodes[n] = true
			}
		}
	}
	return nodes
}
