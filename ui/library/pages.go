package library

import "lede/model"

// pageRows is how many rows are fetched at once.
const pageRows = 100

// keptPages is how many pages of rows are kept: those nearest to the view.
const keptPages = 8

// pages are the rows of a query as far as they have been fetched. Above them stand those of head. Rows are counted
// from 0.
type pages struct {
	ask   ask
	made  int // the request that they answer
	head  []model.Row
	held  map[int][]model.Row
	old   map[int][]model.Row // as they were before, shown until they have come again
	n     int                 // rows below the head, as far as known
	whole bool                // n is exact
}

// put takes a page in.
func (p *pages) put(page int, rows []model.Row) {
	if p.held == nil {
		p.held = map[int][]model.Row{}
	}
	p.held[page] = rows
	end := page*pageRows + len(rows)
	switch {
	case len(rows) < pageRows && (len(rows) > 0 || page == 0):
		p.n, p.whole = end, true
	case !p.whole:
		p.n = max(p.n, end)
	}
}

// count sets how many rows there are.
func (p *pages) count(n int) {
	if !p.whole {
		p.n, p.whole = n, true
	}
}

// len is how many rows there are, the head included.
func (p *pages) len() int { return len(p.head) + p.n }

// row is row i; nil when it has not been fetched.
func (p *pages) row(i int) *model.Row {
	if i < 0 || i >= p.len() {
		return nil
	}
	if i < len(p.head) {
		return &p.head[i]
	}
	i -= len(p.head)
	page, there := p.held[i/pageRows]
	if !there {
		page = p.old[i/pageRows]
	}
	if i%pageRows >= len(page) {
		return nil
	}
	return &page[i%pageRows]
}

// pageOf is the page that row i is on.
func (p *pages) pageOf(i int) int { return max(0, i-len(p.head)) / pageRows }

// missing is the first page between two rows that has not been fetched.
func (p *pages) missing(from, to int) (page int, ok bool) {
	if p.n == 0 {
		return 0, false
	}
	last := (p.n - 1) / pageRows
	for page := p.pageOf(max(0, from)); page <= min(p.pageOf(to), last); page++ {
		if _, there := p.held[page]; !there {
			return page, true
		}
	}
	return 0, false
}

// trim lets go of the pages that are farthest from the one given.
func (p *pages) trim(near int) {
	for len(p.held) > keptPages {
		far, at := -1, 0
		for page := range p.held {
			if d := max(page-near, near-page); d > far {
				far, at = d, page
			}
		}
		delete(p.held, at)
	}
}

// find returns where an article is among the rows that have been fetched, the nearest to row near; -1 when it is not.
func (p *pages) find(id model.ID, near int) int {
	best := -1
	look := func(i int, row model.Row) {
		if row.ID == id && (best < 0 || max(i-near, near-i) < max(best-near, near-best)) {
			best = i
		}
	}
	for i, row := range p.head {
		look(i, row)
	}
	for page, rows := range p.held {
		for i, row := range rows {
			look(len(p.head)+page*pageRows+i, row)
		}
	}
	return best
}

// each calls f for every row that has been fetched.
func (p *pages) each(f func(*model.Row)) {
	for i := range p.head {
		f(&p.head[i])
	}
	for _, held := range []map[int][]model.Row{p.held, p.old} {
		for _, rows := range held {
			for i := range rows {
				f(&rows[i])
			}
		}
	}
}
