package store

// page takes the rows of one page out of a longer row of them.
type page[T any] struct {
	fold          bool
	offset, limit int
	found         []T
	seen          map[int64]bool // groups
}

// take adds a row and reports whether the page has room for more. group is what the row is folded into, 0 for one
// that stands alone.
func (p *page[T]) take(row T, group int64) bool {
	if p.fold && group != 0 {
		if p.seen[group] {
			return true
		}
		if p.seen == nil {
			p.seen = make(map[int64]bool)
		}
		p.seen[group] = true
	}
	if p.offset > 0 {
		p.offset--
		return true
	}
	if len(p.found) < p.limit {
		p.found = append(p.found, row)
	}
	return len(p.found) < p.limit
}
