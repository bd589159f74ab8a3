package pagefile

import (
	"encoding/binary"
	"math"
)

// maxPayload is the longest row that is read, in bytes: as long as SQLite's own bound.
const maxPayload = 1_000_000_000

// varint reads a number of one to nine bytes, and how many it has; 0 when data ends within it.
func varint(data []byte) (v uint64, n int) {
	for i := range 8 {
		if i >= len(data) {
			return 0, 0
		}
		v = v<<7 | uint64(data[i]&0x7f)
		if data[i] < 0x80 {
			return v, i + 1
		}
	}
	if len(data) < 9 {
		return 0, 0
	}
	return v<<8 | uint64(data[8]), 9
}

// row reads the row of the cell at a place of a page. It reports false for a cell that cannot be read, or holds no
// row.
func (f *File) row(p page, at int) (Row, bool) {
	r := Row{Index: p.index()}
	switch p.kind() {
	case tableInterior:
		return r, false
	case indexInterior:
		at += 4
	}
	if at >= len(p.data) {
		return r, false
	}
	size, n := varint(p.data[at:])
	if at += n; n == 0 || size > maxPayload || int64(size) > int64(f.pages)*int64(f.pageSize) {
		return r, false
	}
	if !r.Index {
		key, n := varint(p.data[at:])
		if at += n; n == 0 {
			return r, false
		}
		r.Key = int64(key) //nolint:gosec // it is signed
	}
	payload, ok := f.payload(p, at, int(size))
	if !ok {
		return r, false
	}
	r.Values, ok = decode(payload)
	return r, ok
}

// payload reads what begins at a place of a page and goes on on other pages when it is long.
func (f *File) payload(p page, at, size int) ([]byte, bool) {
	local := f.local(size, p.index())
	if at+local > f.usable {
		return nil, false
	}
	if local == size {
		return p.data[at : at+size], true
	}
	if at+local+4 > f.usable || !begins(p.data[at:at+local], size) {
		return nil, false
	}
	out := append(make([]byte, 0, size), p.data[at:at+local]...)
	next := binary.BigEndian.Uint32(p.data[at+local:])
	for len(out) < size {
		more, ok := f.read(next)
		if !ok {
			return nil, false
		}
		out = append(out, more.data[4:4+min(f.usable-4, size-len(out))]...)
		next = binary.BigEndian.Uint32(more.data)
	}
	return out, true
}

// local is how much of a row of so many bytes is on the page of its cell.
func (f *File) local(size int, index bool) int {
	most := f.usable - 35
	if index {
		most = (f.usable-12)*64/255 - 23
	}
	if size <= most {
		return size
	}
	least := (f.usable-12)*32/255 - 23
	if k := least + (size-least)%(f.usable-4); k <= most {
		return k
	}
	return least
}

// decode reads the values of a record: nil, int64, float64, string or []byte. It reports false unless they fill the
// record.
func decode(record []byte) ([]any, bool) {
	head, n := varint(record)
	if n == 0 || head > uint64(len(record)) {
		return nil, false
	}
	types, body := record[:head], record[head:]
	types = types[min(n, len(types)):]
	var values []any
	for len(types) > 0 {
		t, n := varint(types)
		if n == 0 {
			return nil, false
		}
		types = types[n:]
		v, size, ok := value(t, body)
		if !ok {
			return nil, false
		}
		values, body = append(values, v), body[size:]
	}
	return values, len(body) == 0
}

// begins reports whether a row of so many bytes may begin so: garbage would have whole chains of pages read for each
// of its cells. The sizes of the values must add up, as far as they are here.
func begins(record []byte, size int) bool {
	head, n := varint(record)
	if n == 0 || head < uint64(n) || head > uint64(size) { //nolint:gosec // n is small, and size not below 0
		return false
	}
	if head > uint64(len(record)) {
		return true // the rest of the types is on another page
	}
	left := uint64(size) - head //nolint:gosec // not below 0
	for types := record[n:head]; len(types) > 0; {
		kind, n := varint(types)
		if n == 0 {
			return false
		}
		types = types[n:]
		bytes := kind / 2
		if kind >= 12 {
			bytes -= 6
		} else {
			bytes = uint64(sizes()[kind]) //nolint:gosec // small
		}
		if bytes > left {
			return false
		}
		left -= bytes
	}
	return left == 0
}

// sizes are how many bytes the values of the first types have.
func sizes() [12]int { return [...]int{0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0} }

// value reads a value of a type, and how many bytes it has.
func value(kind uint64, data []byte) (v any, size int, ok bool) {
	if kind >= 12 {
		if kind = (kind - 12); kind/2 > uint64(len(data)) {
			return nil, 0, false
		}
		size = int(kind / 2) //nolint:gosec // not longer than data
		if kind%2 == 0 {
			return data[:size:size], size, true
		}
		return string(data[:size]), size, true
	}
	size = sizes()[kind]
	if size > len(data) {
		return nil, 0, false
	}
	switch kind {
	case 0:
		return nil, 0, true
	case 7:
		return math.Float64frombits(binary.BigEndian.Uint64(data)), size, true
	case 8, 9:
		return int64(kind - 8), 0, true
	case 10, 11:
		return nil, 0, false // never written to a file
	}
	return signed(data[:size]), size, true
}

// signed reads a number of one to eight bytes.
func signed(data []byte) int64 {
	v := int64(int8(data[0])) //nolint:gosec // the sign is in the first byte
	for _, b := range data[1:] {
		v = v<<8 | int64(b)
	}
	return v
}
