package pagefile

import "encoding/binary"

// The kinds of pages of a tree.
const (
	indexInterior = 0x02
	tableInterior = 0x05
	indexLeaf     = 0x0a
	tableLeaf     = 0x0d
)

// page is one page of a tree.
type page struct {
	data  []byte
	first bool // it begins with the header of the file
}

func (p page) start() int {
	if p.first {
		return headerBytes
	}
	return 0
}

// kind is what the page says that it is; 0 for a page that is not part of a tree.
func (p page) kind() byte {
	switch k := p.data[p.start()]; k {
	case indexInterior, tableInterior, indexLeaf, tableLeaf:
		return k
	}
	return 0
}

func (p page) interior() bool { k := p.kind(); return k == indexInterior || k == tableInterior }
func (p page) index() bool    { k := p.kind(); return k == indexInterior || k == indexLeaf }

// pointers is where the places of the cells begin.
func (p page) pointers() int {
	if p.interior() {
		return p.start() + 12
	}
	return p.start() + 8
}

// cells are the places of the cells, but for those that are outside the page.
func (p page) cells() []int {
	at := p.pointers()
	n := int(binary.BigEndian.Uint16(p.data[p.start()+3:]))
	var cells []int
	for end := min(at+2*n, len(p.data)-1); at < end; at += 2 {
		if c := int(binary.BigEndian.Uint16(p.data[at:])); c >= p.pointers() && c < len(p.data)-3 {
			cells = append(cells, c)
		}
	}
	return cells
}

// children are the pages below an interior page, in their order.
func (p page) children() []uint32 {
	if !p.interior() {
		return nil
	}
	var below []uint32
	for _, at := range p.cells() {
		below = append(below, binary.BigEndian.Uint32(p.data[at:]))
	}
	return append(below, binary.BigEndian.Uint32(p.data[p.start()+8:]))
}

// wellFormed reports whether the page is such as SQLite writes: all its cells are where its header says that they are.
func (p page) wellFormed() bool {
	if p.kind() == 0 {
		return false
	}
	n := int(binary.BigEndian.Uint16(p.data[p.start()+3:]))
	content := int(binary.BigEndian.Uint16(p.data[p.start()+5:]))
	if content == 0 {
		content = maxPage
	}
	if n == 0 || p.pointers()+2*n > content || content > len(p.data) {
		return false
	}
	for i := range n {
		if c := int(binary.BigEndian.Uint16(p.data[p.pointers()+2*i:])); c < content || c >= len(p.data) {
			return false
		}
	}
	return true
}
