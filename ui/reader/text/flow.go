package text

import (
	"sort"

	"lede/model"
	"lede/ui/render"
)

// ArticleFlow shows the items of an article.
type ArticleFlow struct {
	*Items
	draws *render.Renderer
	only  []int // the items to show, or nil for all
}

// Len is the number of items.
func (f *ArticleFlow) Len() int {
	if f.only != nil {
		return len(f.only)
	}
	return len(f.All)
}

// Real is the item that the flow's item i is.
func (f *ArticleFlow) Real(i int) int {
	if f.only != nil {
		return f.only[i]
	}
	return i
}

// Shown is the first of the flow's items at or after the article's item i.
func (f *ArticleFlow) Shown(i int) int {
	if f.only == nil {
		return i
	}
	return min(sort.SearchInts(f.only, i), max(0, len(f.only)-1))
}

// nearest is the index in to, items of the article in order, of the first that starts below a spot of the flow, or
// the last that starts above it when step is -1; -1 when there is none. gap gives the blank lines above an item.
func (f *ArticleFlow) nearest(to []int, from Spot, step int, gap func(int) int) int {
	at := f.Real(from.Item)
	if step > 0 {
		n := sort.Search(len(to), func(i int) bool {
			return to[i] > at || to[i] == at && from.Line < gap(from.Item)
		})
		if n == len(to) {
			return -1
		}
		return n
	}
	return sort.Search(len(to), func(i int) bool {
		return to[i] > at || to[i] == at && from.Line <= gap(from.Item)
	}) - 1
}

func (f *ArticleFlow) draw(i int) []render.Line {
	it := f.All[f.Real(i)]
	switch {
	case it.section < 0:
		return f.draws.TitleBlock(f.Article.Entry)
	case it.block == nil:
		return f.draws.Heading(f.Article.Sections[it.section])
	}
	return f.draws.Block(it.block)
}

func (f *ArticleFlow) text(i int) string { return f.Text(f.Real(i)) }

// gap is two lines above a heading that words stand above, and else one.
func (f *ArticleFlow) gap(i int) int {
	b := f.All[f.Real(i)].block
	if prose, ok := b.(model.Prose); ok && prose.Continued {
		return 0
	}
	if b == nil && f.All[f.Real(i-1)].block != nil {
		return 2
	}
	return 1
}
