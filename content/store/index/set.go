package index

import "math/bits"

// Set is a set of slots, a bit each.
type Set []uint64

func newSet(n int) Set { return make(Set, (n+63)/64) }

func (s Set) add(i int32) { s[i>>6] |= 1 << (i & 63) }

func (s Set) has(i int32) bool { return s[i>>6]>>(i&63)&1 != 0 }

func (s Set) and(o Set) {
	for i := range s {
		s[i] &= o[i]
	}
}

func (s Set) or(o Set) {
	for i := range s {
		s[i] |= o[i]
	}
}

func (s Set) not() {
	for i := range s {
		s[i] = ^s[i]
	}
}

func (s Set) len() int {
	n := 0
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

// each calls f for each slot until it returns false.
func (s Set) each(f func(i int32) bool) {
	for at, w := range s {
		for ; w != 0; w &= w - 1 {
			if !f(int32(at<<6 + bits.TrailingZeros64(w))) { //nolint:gosec // there are not that many
				return
			}
		}
	}
}
