package draft

import (
	"encoding/binary"
	"math"
	"time"
)

// A sketch is made of the smallest hashes of an article's runs of three words, one for each of 64 parts of the space
// of hashes. Two texts have as many numbers of their sketches in common as they have such runs, about. See Li, Owen,
// Zhang: One Permutation Hashing, 2012.
const (
	sketchParts = 64
	run         = 3
	// sketchWords is how many words a text must have for a sketch.
	sketchWords = 40
	// bands are pairs of numbers of a sketch that articles are looked up by.
	bands = 6
	// Alike is how many of the 64 numbers two texts that tell the same have in common at least.
	Alike = 30
	// SameDays is how far apart in time two articles that tell the same may be.
	SameDays = 10 * 24 * time.Hour
)

// sketcher makes the sketch of a text whose words it is given one after the other. The zero value is ready.
type sketcher struct {
	words int
	last  [run]uint64
	least [sketchParts]uint64 // with 0 for a part that has no run yet
}

// add adds the next word.
func (s *sketcher) add(word string) {
	i := s.words
	s.words++
	s.last[i%run] = HashWord(word)
	if i < run-1 {
		return
	}
	h := uint64(0)
	for k := range run {
		h = Mix(h*31 + s.last[(i+1+k)%run])
	}
	// A hash is kept one too large, so that 0 stands for none.
	if part := h >> 58; s.least[part] == 0 || h<<6>>6 < s.least[part]-1 {
		s.least[part] = h<<6>>6 + 1
	}
}

// sketch returns the sketch, two bytes a number; none of a text that is too short.
func (s *sketcher) sketch() []byte {
	if s.words < sketchWords {
		return nil
	}
	least := s.least
	for i := range least {
		least[i]-- // none becomes the largest number
	}
	return pack(least)
}

// pack gives each part without a run the number of the next one that has some.
func pack(least [sketchParts]uint64) []byte {
	out := make([]byte, 0, 2*sketchParts)
	for i := range least {
		h, away := least[i], 0
		for ; h == math.MaxUint64 && away < sketchParts; away++ {
			h = least[(i+away+1)%sketchParts]
		}
		out = binary.BigEndian.AppendUint16(out, uint16(Mix(h+uint64(away)))) //nolint:gosec // any 16 bits will do
	}
	return out
}

// HashWord is FNV-1a.
func HashWord(w string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(w) {
		h = (h ^ uint64(w[i])) * 1099511628211
	}
	return h
}

// Mix spreads the bits of h. It is the finalizer of splitmix64.
func Mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// BandsOf are the numbers that an article is looked up by.
func BandsOf(sketch []byte) []int64 {
	if len(sketch) != 2*sketchParts {
		return nil
	}
	out := make([]int64, bands)
	for i := range out {
		out[i] = int64(i)<<32 | int64(binary.BigEndian.Uint32(sketch[4*i:]))
	}
	return out
}

// Common is how many numbers two sketches have in common.
func Common(a, b []byte) int {
	n := 0
	for i := 0; i+1 < len(a) && i+1 < len(b); i += 2 {
		if a[i] == b[i] && a[i+1] == b[i+1] {
			n++
		}
	}
	return n
}
