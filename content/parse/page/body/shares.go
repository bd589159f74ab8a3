package body

import (
	"golang.org/x/net/html"

	"lede/content/parse/page/class"
	"lede/content/parse/page/dom"
	"lede/model/clean"
)

// share sums up passages, by size.
type share struct {
	size, read, linked, paragraphs int
}

func (s *share) add(f *passageFacts) { s.count(f, 1) }

// without returns the share without a passage.
func (s share) without(f *passageFacts) share {
	s.count(f, -1)
	return s
}

func (s *share) count(f *passageFacts, by int) {
	s.size += by * f.size
	s.linked += by * f.linked
	if f.read {
		s.read += by * f.size
	}
	if f.prose {
		s.paragraphs += by * f.size
	}
}

// fairShare is the size from which passages are enough to tell anything.
const fairShare = 200

// most reports whether readability has chosen most of the passages, if they are enough to tell.
func (s share) most() bool { return s.size > fairShare && 2*s.read >= s.size }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// shares notes what passages have in common with others.
func (g factGatherer) shares() {
	all := g.all
	alike, boxes := map[string]*share{}, map[*html.Node]*share{}
	cleanAlike := map[string]int{}
	clean, read := 0, 0
	kinds := make([]string, len(all))
	for i, f := range all {
		kinds[i] = kindOf(f.node)
		added(alike, kinds[i]).add(f)
		added(boxes, f.node.Parent).add(f)
		f.clean = f.prose && f.in&besidePlaces == 0 && f.far&besideNames == 0
		if !f.clean {
			continue
		}
		clean += f.size
		if f.read {
			read += f.size
		}
		cleanAlike[kinds[i]] += f.size
	}
	cleanIn := g.held(func(i int) bool { return all[i].clean })
	for i, f := range all {
		f.alike, f.box = alike[kinds[i]].without(f), boxes[f.node.Parent].without(f)
		f.alikeMain, f.boxMain = ratio(cleanAlike[kinds[i]], clean), ratio(cleanIn[f.node.Parent], clean)
		if up := f.node.Parent; up != nil {
			f.upMain = ratio(cleanIn[up.Parent], clean)
		}
		f.pageRead = ratio(read+1, clean+1)
	}
}

// What is beside the article for sure when it is found around a passage.
const (
	besidePlaces = inAside | inFooter | inForm | inHidden | inNav | inAnchor
	besideNames  = class.HintComment | class.HintRelated | class.HintLetter | class.HintLegal |
		class.HintAd | class.HintFoot | class.HintSide | class.HintPath
)

func added[K comparable](m map[K]*share, k K) *share {
	if m[k] == nil {
		m[k] = &share{}
	}
	return m[k]
}

// kindOf names what passages of the same make have in common: the tag and class of the element and of the one around
// it.
func kindOf(n *html.Node) string {
	k := n.Data + "." + clean.Clip(dom.Attr(n, "class"), dom.MaxNaming)
	if n.Parent != nil {
		k += "<" + n.Parent.Data + "." + clean.Clip(dom.Attr(n.Parent, "class"), dom.MaxNaming)
	}
	return k
}
