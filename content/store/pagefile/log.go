package pagefile

import (
	"encoding/binary"
	"io"
)

// The sizes of a log's header and of the header of one of its frames, in bytes.
const (
	logHeader   = 32
	frameHeader = 24
)

// readLog notes where the log has the newest text of each page: of the frames up to the last one that ends a
// transaction. A frame whose checksum is wrong ends the log, as it does for SQLite.
func (f *File) readLog() {
	head := make([]byte, logHeader)
	if _, err := io.ReadFull(f.log, head); err != nil {
		return
	}
	sum := checksum{order: binary.LittleEndian}
	switch binary.BigEndian.Uint32(head) {
	case 0x377f0682:
	case 0x377f0683:
		sum.order = binary.BigEndian
	default:
		return
	}
	size := int(binary.BigEndian.Uint32(head[8:]))
	sum.add(head[:24])
	if size < minPage || size > maxPage || size&(size-1) != 0 || !sum.is(head[24:]) {
		return
	}
	f.followLog(head[16:24], size, sum)
}

// followLog reads the frames that carry the salt, each with a page of so many bytes.
func (f *File) followLog(salt []byte, size int, sum checksum) {
	frame := make([]byte, frameHeader+size)
	pending := make(map[uint32]int64)
	for at := int64(logHeader); ; at += int64(len(frame)) {
		if _, err := f.log.ReadAt(frame, at); err != nil || string(frame[8:16]) != string(salt) {
			return
		}
		sum.add(frame[:8])
		sum.add(frame[frameHeader:])
		if !sum.is(frame[16:]) {
			return
		}
		pending[binary.BigEndian.Uint32(frame)] = at + frameHeader
		pages := binary.BigEndian.Uint32(frame[4:])
		if pages == 0 {
			continue // it does not end a transaction
		}
		if f.logged == nil {
			f.logged = make(map[uint32]int64)
		}
		for n, where := range pending {
			f.logged[n] = where
		}
		f.setPageSize(size)
		f.pages = pages
		clear(pending)
	}
}

// checksum is the checksum of a log so far.
type checksum struct {
	order  binary.ByteOrder
	s1, s2 uint32
}

// add adds bytes, a multiple of eight.
func (c *checksum) add(data []byte) {
	for i := 0; i+8 <= len(data); i += 8 {
		c.s1 += c.order.Uint32(data[i:]) + c.s2
		c.s2 += c.order.Uint32(data[i+4:]) + c.s1
	}
}

// is reports whether the checksum is the one written at the beginning of data.
func (c *checksum) is(data []byte) bool {
	return c.s1 == binary.BigEndian.Uint32(data) && c.s2 == binary.BigEndian.Uint32(data[4:])
}
