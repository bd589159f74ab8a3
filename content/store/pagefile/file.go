// Package pagefile reads the pages of a SQLite database file without SQLite.
//
// It is for what SQLite refuses: a file whose pages are damaged, and a file with a log in a folder that cannot be
// written. Start with Open; FS hands the file to SQLite as one that has no log, and walk.go reads the rows of a
// damaged one.
//
// See https://www.sqlite.org/fileformat2.html.
package pagefile

import (
	"encoding/binary"
	"errors"
	"io"
	"os"
	"strings"
)

// magic is what a database file begins with.
const magic = "SQLite format 3\x00"

// headerBytes is how long the header of a file is: the beginning of its first page.
const headerBytes = 100

// The sizes that a page may have, in bytes.
const (
	minPage   = 512
	maxPage   = 65536
	usualPage = 4096
)

// Header is what the first bytes of a file say of it.
type Header struct {
	Sound       bool // all that is the same in every file is as it must be; else nothing of the rest is known
	Application uint32
	Version     int32  // PRAGMA user_version
	pages       uint32 // as many as the file should have
	freelist    uint32 // the first page of the list of pages that are free
	pageSize    int
	reserved    int // bytes at the end of each page that hold no content
}

// File is a database file, with what its log adds to it. It changes nothing. It may be used by several goroutines at
// once.
type File struct {
	db, log  *os.File         // log is nil when there is none
	lock     *os.File         // holds the lock; nil when there is none
	logged   map[uint32]int64 // where the newest text of a page begins in the log
	header   Header
	pageSize int
	usable   int    // bytes of a page that may hold content
	pages    uint32 // how many there are; the last may be cut off
}

// Open opens a database file and its log, whatever is wrong with them. A page size that the header does not tell, or
// that does not fit the pages, is found by trying.
func Open(path string) (*File, error) {
	db, err := os.Open(path) //nolint:gosec // the user named it
	if err != nil {
		return nil, err
	}
	f := &File{db: db}
	if err := f.measure(); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	if f.log, err = os.Open(path + "-wal"); err == nil { //nolint:gosec // beside the file that the user named
		f.readLog()
		f.readHeader()
	}
	return f, nil
}

// Close closes the file and its log, and gives up its lock.
func (f *File) Close() error {
	var errs []error
	for _, o := range []*os.File{f.db, f.log, f.lock} {
		if o != nil {
			errs = append(errs, o.Close())
		}
	}
	return errors.Join(errs...)
}

// Header returns what the file says of itself.
func (f *File) Header() Header { return f.header }

// measure finds out how long a page is and how many there are.
func (f *File) measure() error {
	info, err := f.db.Stat()
	if err != nil {
		return err
	}
	if info.IsDir() {
		return errors.New("it is a folder")
	}
	f.readHeader()
	f.pageSize = f.fittingSize(info.Size())
	if !f.reserves(info.Size()) {
		f.header.reserved = 0
	}
	f.setPageSize(f.pageSize)
	// SQLite has no more pages than that.
	f.pages = uint32((info.Size() + int64(f.pageSize) - 1) / int64(f.pageSize)) //nolint:gosec
	return nil
}

func (f *File) setPageSize(n int) { f.pageSize, f.usable = n, n-f.header.reserved }

// readHeader reads the header, that of the log when it has one.
func (f *File) readHeader() {
	head := make([]byte, headerBytes)
	if at, ok := f.logged[1]; ok {
		_, _ = f.log.ReadAt(head, at)
	} else {
		_, _ = f.db.ReadAt(head, 0) // what is missing is zero, which is no header
	}
	f.header = parseHeader(head)
}

func parseHeader(head []byte) Header {
	size := int(binary.BigEndian.Uint16(head[16:]))
	if size == 1 {
		size = maxPage
	}
	sound := string(head[:16]) == magic && size >= minPage && size&(size-1) == 0 &&
		head[18] <= 2 && head[19] <= 2 && head[20] <= 32 && head[21] == 64 && head[22] == 32 && head[23] == 32 &&
		binary.BigEndian.Uint32(head[56:]) <= 3
	if !sound {
		return Header{}
	}
	return Header{
		Sound: true, pageSize: size, reserved: int(head[20]), pages: binary.BigEndian.Uint32(head[28:]),
		freelist: binary.BigEndian.Uint32(head[32:]),
		// It is signed.
		Version: int32(binary.BigEndian.Uint32(head[60:])), Application: binary.BigEndian.Uint32(head[68:]), //nolint:gosec
	}
}

// fittingSize returns the page size under which most pages are such as SQLite writes; the header's when another is
// not much better.
func (f *File) fittingSize(size int64) int {
	const enough = 16 << 20 // bytes that are looked at
	head := make([]byte, min(size, enough))
	n, err := f.db.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		n = 0
	}
	best, most := usualPage, 0
	if f.header.Sound {
		best = f.header.pageSize
		most = wellFormed(head[:n], best) * 3 / 2
	}
	for try := minPage; try <= maxPage; try *= 2 {
		if k := wellFormed(head[:n], try); k > most {
			best, most = try, k
		}
	}
	return best
}

// reserves reports whether the ends of pages are empty that the header says hold no content.
func (f *File) reserves(size int64) bool {
	const enough = 100 // pages that are looked at
	end := make([]byte, f.header.reserved)
	empty, pages := 0, min(size/int64(f.pageSize), enough)
	for n := int64(1); n <= pages; n++ {
		_, err := f.db.ReadAt(end, n*int64(f.pageSize)-int64(len(end)))
		if err == nil && strings.Trim(string(end), "\x00") == "" {
			empty++
		}
	}
	return 2*int64(empty) > pages
}

// wellFormed counts the pages of data that are such as SQLite writes, when a page has so many bytes.
func wellFormed(data []byte, size int) (n int) {
	for at := 0; at+size <= len(data); at += size {
		if p := (page{data: data[at : at+size], first: at == 0}); p.wellFormed() {
			n++
		}
	}
	return n
}

// Complete reports whether the file has as many bytes as its header says. The log is not looked at.
func (f *File) Complete() bool {
	info, err := f.db.Stat()
	return err == nil && f.header.Sound && info.Size() >= int64(f.header.pages)*int64(f.header.pageSize) &&
		f.header.pages > 0
}

// read reads a page, from the log when it is there. What is cut off is zero. It reports false for a page that the
// file does not have.
func (f *File) read(n uint32) (page, bool) {
	if n == 0 || n > f.pages {
		return page{}, false
	}
	data := make([]byte, f.pageSize)
	var err error
	if at, ok := f.logged[n]; ok {
		_, err = f.log.ReadAt(data, at)
	} else {
		_, err = f.db.ReadAt(data, int64(n-1)*int64(f.pageSize))
	}
	return page{data: data, first: n == 1}, err == nil || errors.Is(err, io.EOF)
}
