package miniflux

import (
	"strconv"
	"strings"

	"lede/content/remote"
)

// reached is what a cursor says: how far entries have been asked for. IDs are given before entries can be seen, and
// feeds that are read at once may show theirs in another order, so that an entry below the last one may appear late.
// What has come since floor is therefore counted once more before floor moves up to last.
type reached struct {
	floor int64 // all entries up to here have been seen
	count int64 // how many have been seen between floor and last
	tail  int64 // the last before the newest page
	page  int64 // how many that page had
	last  int64 // the newest that has been seen
	more  int64 // 1 while more pages are to be asked for
}

func (r *reached) fields() []*int64 {
	return []*int64{&r.floor, &r.count, &r.tail, &r.page, &r.last, &r.more}
}

// cursor writes it down.
func (r *reached) cursor() remote.Cursor {
	var parts []string
	for _, f := range r.fields() {
		parts = append(parts, strconv.FormatInt(*f, 10))
	}
	return remote.Cursor(strings.Join(parts, " "))
}

// readCursor reads a cursor; one that cannot be read asks from the beginning.
func readCursor(c remote.Cursor) reached {
	var r reached
	fields, parts := r.fields(), strings.Fields(string(c))
	if len(parts) != len(fields) {
		return reached{}
	}
	for i, part := range parts {
		n, err := strconv.ParseInt(part, 10, 64)
		if err != nil || n < 0 {
			return reached{}
		}
		*fields[i] = n
	}
	if r.last < r.tail || r.tail < r.floor {
		return reached{}
	}
	return r
}

// settled has no entries that are to be counted once more.
func (r *reached) settled() reached { return reached{floor: r.last, tail: r.last, last: r.last} }

// add notes a page of n entries up to last. What was seen before the page before it has been there for long, and is
// not counted again.
func (r *reached) add(n int, last int64, more bool) {
	if r.more != 0 {
		r.floor, r.count = r.tail, r.page
	}
	r.more = 0
	if more {
		r.more = 1
	}
	if n > 0 {
		r.tail, r.page, r.last = r.last, int64(n), last
		r.count += r.page
	}
}
