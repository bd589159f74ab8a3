package pagefile

import (
	"cmp"
	"context"
	"encoding/binary"
	"slices"
)

// Row is a row of a table, or of an index: an index has its columns as values, the last of which is the number of a
// row.
type Row struct {
	Root  uint32 // the first page of its tree; 0 when that is not known
	Index bool   // it has no number: a row of an index, or of a table WITHOUT ROWID
	Key   int64  // its number
	// nil, int64, float64, string or []byte. A column that is the row's number is nil; columns added later may be missing
	Values []any
}

// Object is a table or an index, as the file describes it.
type Object struct {
	Kind, Name, Table string
	Root              uint32
	SQL               string
}

// Schema returns the tables and indexes that the file says it has; nothing when that part of it is lost.
func (f *File) Schema() []Object {
	var all []Object
	seen := make(map[uint32]bool)
	for _, n := range f.tree(1, seen) {
		_ = f.rows(n, 1, func(r Row) error {
			if o, ok := object(r); ok {
				all = append(all, o)
			}
			return nil
		})
	}
	return all
}

func object(r Row) (o Object, ok bool) {
	if r.Index || len(r.Values) != 5 {
		return o, false
	}
	var root int64
	for i, into := range []*string{&o.Kind, &o.Name, &o.Table} {
		if *into, ok = r.Values[i].(string); !ok {
			return o, false
		}
	}
	root, _ = r.Values[3].(int64)
	o.SQL, _ = r.Values[4].(string) // an index of a constraint has none
	o.Root = uint32(root)           //nolint:gosec // a wrong one leads nowhere
	return o, true
}

// Walk calls f for each row that can be read, until f returns an error: first for those of the trees that begin at
// roots, in their order, then for those on pages that no such tree leads to, the largest tree first. Pages that are
// free are passed over when the file knows which they are.
func (f *File) Walk(ctx context.Context, roots []uint32, each func(Row) error) error {
	seen := f.free()
	seen[1] = true
	for _, n := range f.tree(1, make(map[uint32]bool)) {
		seen[n] = true
	}
	for _, root := range roots {
		if err := f.walkPages(ctx, f.tree(root, seen), root, each); err != nil {
			return err
		}
	}
	for _, group := range f.lost(ctx, seen) {
		if err := f.walkPages(ctx, group, 0, each); err != nil {
			return err
		}
	}
	return ctx.Err()
}

func (f *File) walkPages(ctx context.Context, pages []uint32, root uint32, each func(Row) error) error {
	for _, n := range pages {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err := f.rows(n, root, each); err != nil {
			return err
		}
	}
	return nil
}

// rows calls f for the rows on one page.
func (f *File) rows(n, root uint32, each func(Row) error) error {
	p, ok := f.read(n)
	if !ok || p.kind() == 0 {
		return nil
	}
	for _, at := range p.cells() {
		r, ok := f.row(p, at)
		if !ok {
			continue
		}
		r.Root = root
		if err := each(r); err != nil {
			return err
		}
	}
	return nil
}

// tree returns the pages of a tree in the order of its keys, and adds them to seen; those that are there already are
// left out.
func (f *File) tree(root uint32, seen map[uint32]bool) (pages []uint32) {
	waiting := []uint32{root}
	for len(waiting) > 0 {
		n := waiting[len(waiting)-1]
		waiting = waiting[:len(waiting)-1]
		p, ok := f.read(n)
		if !ok || seen[n] || p.kind() == 0 {
			continue
		}
		seen[n] = true
		pages = append(pages, n)
		below := p.children()
		slices.Reverse(below)
		waiting = append(waiting, below...)
	}
	return pages
}

// lost returns the trees of the pages that are not seen, the largest first. A page that only looks like one of a tree
// is among them.
func (f *File) lost(ctx context.Context, seen map[uint32]bool) [][]uint32 {
	var tops []uint32
	below := make(map[uint32]bool)
	for n := uint32(1); n <= f.pages && ctx.Err() == nil; n++ {
		if p, ok := f.read(n); ok && !seen[n] && p.kind() != 0 {
			tops = append(tops, n)
			for _, c := range p.children() {
				below[c] = true
			}
		}
	}
	var groups [][]uint32
	for _, whole := range []bool{true, false} { // then what hangs together in a ring
		for _, n := range tops {
			if seen[n] || whole && below[n] {
				continue
			}
			groups = append(groups, f.tree(n, seen))
		}
	}
	slices.SortStableFunc(groups, func(a, b []uint32) int { return cmp.Compare(len(b), len(a)) })
	return groups
}

// free returns the pages that the file says are free.
func (f *File) free() map[uint32]bool {
	free := make(map[uint32]bool)
	for next := f.header.freelist; next != 0 && !free[next]; {
		p, ok := f.read(next)
		if !ok || p.kind() != 0 {
			break // a list that leads to a page of a tree is damaged
		}
		free[next] = true
		n := min(int(binary.BigEndian.Uint32(p.data[4:])), f.usable/4-2)
		for i := range n {
			free[binary.BigEndian.Uint32(p.data[8+4*i:])] = true
		}
		next = binary.BigEndian.Uint32(p.data)
	}
	return free
}
