package text

import (
	"sort"
	"strings"

	"lede/model"
	"lede/model/attached"
)

// item is one item of an article: its title block, a heading or a block.
type item struct {
	block   model.Block // nil for the title block and for a heading
	section int32       // the section that it belongs to; -1 for the title block
	number  int32       // the number of the block in the article; of a heading, the one that follows it
}

// Items are an article laid out in one row, with the places that keys jump to. They are built once for an article
// and never change, so commands may read them.
type Items struct {
	Article  *model.Article
	All      []item
	entries  []entry         // what the outline lists: the sections, and the posts that the article is made of
	Sections []int           // the item that each of these starts with; the first one starts with the title block
	Posts    []int           // the items that are posts
	Related  []int           // the items that are related links
	Files    []attached.File // that the article has with it
	size     int             // bytes of text, about
	level    int             // the highest level of its headings
}

// NewItems lays out an article. Its cost is a few nanoseconds a block.
func NewItems(a *model.Article) *Items {
	n := 1
	for _, s := range a.Sections {
		n += len(s.Blocks) + 1
	}
	it := &Items{
		Article: a, All: make([]item, 1, n), Sections: make([]int, 0, len(a.Sections)),
		Files: attached.Of(a), size: len(a.Source), level: 6,
	}
	it.All[0].section = -1
	number := int32(0)
	for i, s := range a.Sections {
		if !beginsWithTurn(s) {
			it.list(entry{section: i})
		}
		if s.Title != "" {
			it.level = min(it.level, s.Level)
			it.All = append(it.All, item{nil, int32(i), number})
		}
		for _, b := range s.Blocks {
			if post, ok := model.IsTurn(b); ok {
				it.list(entry{i, &post})
			}
			it.mark(b)
			it.All = append(it.All, item{b, int32(i), number})
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
func (it *Items) list(e entry) {
	at := len(it.All)
	if len(it.entries) == 0 {
		at = 0
	}
	it.entries, it.Sections = append(it.entries, e), append(it.Sections, at)
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
func (it *Items) mark(b model.Block) {
	if _, ok := b.(model.Post); ok {
		it.Posts = append(it.Posts, len(it.All))
	}
	if _, ok := b.(model.Related); ok {
		it.Related = append(it.Related, len(it.All))
	}
}

// section is the line of the outline that item i stands under.
func (it *Items) section(i int) int { return sort.SearchInts(it.Sections, i+1) - 1 }

// Text is the words of item i, as find sees them.
func (it *Items) Text(i int) string {
	at := it.All[i]
	if at.block == nil {
		if at.section >= 0 {
			return it.Article.Sections[at.section].Title
		}
		e := it.Article.Entry
		return e.Title + "\n" + strings.Join(e.Byline, "\n")
	}
	if p, ok := at.block.(model.Post); ok {
		return p.Author + " " + p.Handle + "\n" + p.Text()
	}
	return at.block.Text()
}

// sameAt reports whether item i stands at the same place of another text and says the same.
func (it *Items) sameAt(o *Items, i int) bool {
	if i >= len(it.All) || i >= len(o.All) {
		return false
	}
	a, b := it.All[i], o.All[i]
	return a.section == b.section && a.number == b.number && (a.block == nil) == (b.block == nil) &&
		it.Text(i) == o.Text(i)
}

// Blocks is the number of blocks.
func (it *Items) Blocks() int {
	last := it.All[len(it.All)-1]
	if last.block == nil {
		return int(last.number)
	}
	return int(last.number) + 1
}

// itemOf is the item of the article's block of that number, the last one when there are fewer.
func (it *Items) itemOf(block int) int {
	i := sort.Search(len(it.All), func(i int) bool {
		return int(it.All[i].number) >= block && it.All[i].block != nil
	})
	return min(i, len(it.All)-1)
}

// postsOnly are the posts and the headings that they stand below, under the title block.
func (it *Items) postsOnly() []int {
	only := []int{0}
	last := -1
	for _, i := range it.Posts {
		if s := it.section(i); s != last && s > 0 && it.All[it.Sections[s]].block == nil {
			only = append(only, it.Sections[s])
		}
		last = it.section(i)
		only = append(only, i)
	}
	return only
}

// HasText reports whether there is anything of an article to show.
func HasText(a *model.Article) bool {
	return len(a.Sections) > 0 || a.Source != "" || a.Title != ""
}
