package body

import (
	"maps"
	"slices"
	"unicode"

	"golang.org/x/net/html"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/content/parse/network"
	"lede/content/parse/page/dom"
	"lede/content/parse/page/lift"
	"lede/model"
)

// nearby is how many letters that are not the article's may stand between it and what belongs to it.
const nearby = 200

// settled returns the marks with those of their blocks that are the article's, without those that say again what a
// mark before has said.
//
// A mark is the article's when it stands inside of it (inside.go). A quoted post or a player is so in more places,
// since nothing else on a page looks like one: anywhere in the element around the article, between its first and last
// words, and near before or after these. So is a picture near before them, and one with a caption.
func (k *keeper) settled() lift.Marks {
	s := settler{Kept: k.Kept, first: -1, posts: map[string]place{}}
	s.Marks = maps.Clone(k.Marks)
	s.count(k.Page.Doc)
	for _, at := range s.places {
		m := s.Marks[at.node]
		m.Blocks = s.chosen(at, m.Blocks)
		s.Marks[at.node] = m
	}
	for _, at := range s.places {
		s.once(at.node)
	}
	return s.Marks
}

// settler goes over the marks in reading order.
type settler struct {
	Kept
	places     []where
	begun      int // kept elements that have begun so far
	ended      int // and that have ended
	foreign    int // letters so far that are not the article's
	first, end int // how many there were at the first and at the last of the article's words; first is -1 without any
	posts      map[string]place
}

// where is the place of a mark among the article's words.
type where struct {
	node         *html.Node
	begun, ended int
	foreign      int
}

// place is where a block stands.
type place struct {
	node *html.Node
	at   int
}

func (s *settler) count(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if m, ok := s.Marks[c]; ok {
			if len(m.Blocks) > 0 {
				s.places = append(s.places, where{node: c, begun: s.begun, ended: s.ended, foreign: s.foreign})
			}
			continue
		}
		switch {
		case c.Type == html.TextNode:
			s.letters(n, c.Data)
		case c.Type != html.ElementNode || s.Page.Unseen(c):
		case s.Words[c]:
			s.begun++
			s.count(c)
			s.ended++
		default:
			s.count(c)
		}
	}
}

// letters counts the letters of a text that is not the article's, and notes where the article's are.
func (s *settler) letters(n *html.Node, text string) {
	for n.Type == html.ElementNode && !block.Parts(n.DataAtom) && !s.Words[n] && n.Parent != nil {
		n = n.Parent
	}
	if !lang.HasLetter(text) {
		return
	}
	if s.Words[n] {
		if s.first < 0 {
			s.first = s.foreign
		}
		s.end = s.foreign
		return
	}
	for _, r := range text {
		if unicode.IsLetter(r) {
			s.foreign++
		}
	}
}

// chosen returns those of a mark's blocks that are the article's.
func (s *settler) chosen(at where, blocks []model.Block) []model.Block {
	blocks = slices.Clone(blocks)
	if s.Inside(at.node) {
		return blocks
	}
	between := at.ended > 0 && at.begun < s.begun
	before := s.first >= 0 && at.ended == 0 && s.first-at.foreign <= nearby
	after := at.begun == s.begun && at.foreign-s.end <= nearby
	around := s.main != nil && dom.Within(at.node, s.main)
	return slices.DeleteFunc(blocks, func(b model.Block) bool {
		_, isPost := b.(model.Post)
		image, isImage := b.(model.Image)
		switch {
		case isPost, isImage && network.IsPlayer(image):
			return !between && !before && !after && !around
		case isImage:
			return !before && (image.Caption == "" || !between && !around)
		}
		return true
	})
}

// once leaves out the posts of a mark that have been there before; of two, the one with words is kept, in the first
// place.
func (s *settler) once(n *html.Node) {
	m := s.Marks[n]
	var kept []model.Block
	for _, b := range m.Blocks {
		post, ok := b.(model.Post)
		if !ok || post.URL == "" {
			kept = append(kept, b)
			continue
		}
		before, ok := s.posts[post.URL]
		if !ok {
			s.posts[post.URL] = place{n, len(kept)}
			kept = append(kept, b)
			continue
		}
		if blocks := s.Marks[before.node].Blocks; before.node != n && !post.Missing && before.at < len(blocks) {
			if old, ok := blocks[before.at].(model.Post); ok && old.Missing {
				blocks[before.at] = post
			}
		}
	}
	m.Blocks = kept
	s.Marks[n] = m
}
