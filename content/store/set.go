package store

import "math/bits"

// set is a set of slots, a bit each.
type set []uint64

func newSet(n int) set { return make(set, (n+63)/64) }

func (s set) add(i int32)      { s[i>>6] |= 1 << (i & 63) }
func (s set) has(i int32) bool { return s[i>>6]>>(i&63)&1 != 0 }

func (s set) and(o set) {
	for i := range s {
		s[i] &= o[i]
	}
}

func (s set) or(o set) {
	for i := range s {
		s[i] |= o[i]
	}
}

func (s set) not() {
	for i := range s {
		s[i] = ^s[i]
	}
}

func (s set) len() int {
	n := 0
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

// each calls f for each slot until it returns false.
func (s set) each(f func(i int32) bool) {
	for at, w := range s {
		for ; w != 0; w &= w - 1 {
			if !f(int32(at<<6 + bits.TrailingZeros64(w))) { //nolint:gosec // there are not that many
				return
			}
		}
	}
}
