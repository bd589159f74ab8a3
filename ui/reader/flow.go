package reader

import (
	"sort"
	"strings"

	"lede/model"
	"lede/ui/render"
)

// item is one item of an article: its title block, a heading or a block.
type item struct {
	block   model.Block // nil for the title block and for a heading
	section int32       // the section that it belongs to; -1 for the title block
	number  int32       // the number of the block in the article; of a heading, the one that follows it
}

// items are an article laid out in one row, with the places that keys jump to. They are built once for an article
// and never change, so commands may read them.
type items struct {
	article  *model.Article
	all      []item
	entries  []entry // what the outline lists: the sections, and the posts that the article is made of
	sections []int   // the item that each of these starts with; the first one starts with the title block
	posts    []int   // the items that are posts
	related  []int   // the items that are related links
	size     int     // bytes of text, about
	level    int     // the highest level of its headings
}

// newItems lays out an article. Its cost is a few nanoseconds a block.
func newItems(a *model.Article) *items {
	n := 1
	for _, s := range a.Sections {
		n += len(s.Blocks) + 1
	}
	it := &items{
		article: a, all: make([]item, 1, n), sections: make([]int, 0, len(a.Sections)),
		size: len(a.Source), level: 6,
	}
	it.all[0].section = -1
	number := int32(0)
	for i, s := range a.Sections {
		if !beginsWithTurn(s) {
			it.list(entry{section: i})
		}
		if s.Title != "" {
			it.level = min(it.level, s.Level)
			it.all = append(it.all, item{nil, int32(i), number})
		}
		for _, b := range s.Blocks {
			if post, ok := model.IsTurn(b); ok {
				it.list(entry{i, &post})
			}
			it.mark(b)
			it.all = append(it.all, item{b, int32(i), number})
			number++
		}
	}
	return it
}

// entry is a line of the outline.
type entry struct {
	section int         // the section that it is, or that the post stands in
	post    *model.Post // or nil
}

// list adds a line to the outline, which starts with the next item; the first one starts with the title block.
func (it *items) list(e entry) {
	at := len(it.all)
	if len(it.entries) == 0 {
		at = 0
	}
	it.entries, it.sections = append(it.entries, e), append(it.sections, at)
}

// beginsWithTurn reports whether a section is no more than the posts in it.
func beginsWithTurn(s model.Section) bool {
	if s.Title != "" || len(s.Blocks) == 0 {
		return false
	}
	_, ok := model.IsTurn(s.Blocks[0])
	return ok
}

// mark notes where b stands, which is about to be the next item.
func (it *items) mark(b model.Block) {
	if _, ok := b.(model.Post); ok {
		it.posts = append(it.posts, len(it.all))
	}
	if _, ok := b.(model.Related); ok {
		it.related = append(it.related, len(it.all))
	}
}

// section is the line of the outline that item i stands under.
func (it *items) section(i int) int { return sort.SearchInts(it.sections, i+1) - 1 }

// text is the words of item i, as find sees them.
func (it *items) text(i int) string {
	at := it.all[i]
	if at.block == nil {
		if at.section >= 0 {
			return it.article.Sections[at.section].Title
		}
		e := it.article.Entry
		return e.Title + "\n" + strings.Join(e.Byline, "\n")
	}
	if p, ok := at.block.(model.Post); ok {
		return p.Author + " " + p.Handle + "\n" + p.Text()
	}
	return at.block.Text()
}

// sameAt reports whether item i stands at the same place of another text and says the same.
func (it *items) sameAt(o *items, i int) bool {
	if i >= len(it.all) || i >= len(o.all) {
		return false
	}
	a, b := it.all[i], o.all[i]
	return a.section == b.section && a.number == b.number && (a.block == nil) == (b.block == nil) &&
		it.text(i) == o.text(i)
}

// blocks is the number of blocks.
func (it *items) blocks() int {
	last := it.all[len(it.all)-1]
	if last.block == nil {
		return int(last.number)
	}
	return int(last.number) + 1
}

// itemOf is the item of the article's block of that number, the last one when there are fewer.
func (it *items) itemOf(block int) int {
	i := sort.Search(len(it.all), func(i int) bool {
		return int(it.all[i].number) >= block && it.all[i].block != nil
	})
	return min(i, len(it.all)-1)
}

// articleFlow shows the items of an article.
type articleFlow struct {
	*items
	draws *render.Renderer
	only  []int // the items to show, or nil for all
}

func (f *articleFlow) len() int {
	if f.only != nil {
		return len(f.only)
	}
	return len(f.all)
}

// real is the item that the flow's item i is.
func (f *articleFlow) real(i int) int {
	if f.only != nil {
		return f.only[i]
	}
	return i
}

// shown is the first of the flow's items at or after the article's item i.
func (f *articleFlow) shown(i int) int {
	if f.only == nil {
		return i
	}
	return min(sort.SearchInts(f.only, i), max(0, len(f.only)-1))
}

// nearest is the index in to, items of the article in order, of the first that starts below a spot of the flow, or
// the last that starts above it when step is -1; -1 when there is none. gap gives the blank lines above an item.
func (f *articleFlow) nearest(to []int, from spot, step int, gap func(int) int) int {
	at := f.real(from.item)
	if step > 0 {
		n := sort.Search(len(to), func(i int) bool {
			return to[i] > at || to[i] == at && from.line < gap(from.item)
		})
		if n == len(to) {
			return -1
		}
		return n
	}
	return sort.Search(len(to), func(i int) bool {
		return to[i] > at || to[i] == at && from.line <= gap(from.item)
	}) - 1
}

func (f *articleFlow) draw(i int) []render.Line {
	it := f.all[f.real(i)]
	switch {
	case it.section < 0:
		return f.draws.TitleBlock(f.article.Entry)
	case it.block == nil:
		return f.draws.Heading(f.article.Sections[it.section])
	}
	return f.draws.Block(it.block)
}

func (f *articleFlow) text(i int) string { return f.items.text(f.real(i)) }

// gap is two lines above a heading that words stand above, and else one.
func (f *articleFlow) gap(i int) int {
	b := f.all[f.real(i)].block
	if prose, ok := b.(model.Prose); ok && prose.Continued {
		return 0
	}
	if b == nil && f.all[f.real(i-1)].block != nil {
		return 2
	}
	return 1
}

// postsOnly are the posts and the headings that they stand below, under the title block.
func (it *items) postsOnly() []int {
	only := []int{0}
	last := -1
	for _, i := range it.posts {
		if s := it.section(i); s != last && s > 0 && it.all[it.sections[s]].block == nil {
			only = append(only, it.sections[s])
		}
		last = it.section(i)
		only = append(only, i)
	}
	return only
}
