package index

// Page takes the rows of one page out of a longer row of them.
type Page[T any] struct {
	Fold          bool
	Offset, Limit int
	Found         []T
	seen          map[int64]bool // groups
}

// Take adds a row and reports whether the page has room for more. group is what the row is folded into, 0 for one
// that stands alone.
func (p *Page[T]) Take(row T, group int64) bool {
	if p.Fold && group != 0 {
		if p.seen[group] {
			return true
		}
		if p.seen == nil {
			p.seen = make(map[int64]bool)
		}
		p.seen[group] = true
	}
	if p.Offset > 0 {
		p.Offset--
		return true
	}
	if len(p.Found) < p.Limit {
		p.Found = append(p.Found, row)
	}
	return len(p.Found) < p.Limit
}
