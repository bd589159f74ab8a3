package clean

import "unicode"

// The largest number of marks on one letter, and of tags after one flag.
const (
	maxMarks = 8
	maxTags  = 8
)

type verdict int

const (
	keep verdict = iota
	drop
	replace
)

// filter judges the characters of a text in order. Only characters that are kept change it, so
// that a text judged twice is judged the same.
type filter struct {
	base  rune // the last character that is not a mark, a joiner or a tag
	prev  rune // the last character
	marks int  // since base
	tags  int  // since base
}

func (f *filter) reset(r rune) { *f = filter{base: r, prev: r} }

// judge reports what to do with a character that is not printable ASCII, and remembers it if it is kept.
func (f *filter) judge(r rune) verdict {
	switch {
	case common(r):
		f.reset(r)
		return keep
	case r < 0xA0, r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE:
		return replace
	case removed(r):
		return drop
	case r == 0x200C || r == 0x200D:
		return f.joiner(r)
	case r >= 0xE0000 && r <= 0xE007F:
		return f.tag(r)
	case r >= 0xE0100 && r <= 0xE01EF && !ideograph(f.prev):
		return drop
	case mark(r):
		return f.mark(r)
	}
	f.reset(r)
	return keep
}

// joiner keeps one joiner after a letter beyond Latin or an emoji, marks between them or not.
func (f *filter) joiner(r rune) verdict {
	if f.prev == 0x200C || f.prev == 0x200D {
		return drop
	}
	if emoji(f.base) || f.base >= 0x250 && unicode.IsLetter(f.base) {
		f.prev = r
		return keep
	}
	return drop
}

// tag keeps the tags that follow a black flag and make it the flag of a region.
func (f *filter) tag(r rune) verdict {
	if f.base != 0x1F3F4 || f.marks > 0 || f.tags == maxTags {
		return drop
	}
	f.tags++
	f.prev = r
	return keep
}

func (f *filter) mark(r rune) verdict {
	if f.marks == maxMarks {
		return drop
	}
	f.marks++
	f.prev = r
	return keep
}

// removed reports whether a character is not seen, or reorders others, and no script needs it.
func removed(r rune) bool {
	if r >= 0x2000 && r < 0x2070 {
		return r == 0x200B || r == 0x200E || r == 0x200F || r >= 0x2028 && r <= 0x202E ||
			r >= 0x2060 && r <= 0x2064 || r >= 0x2066
	}
	switch r {
	case 0xAD, 0x61C, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFA, 0xFFFB:
		return true
	}
	return r >= 0x1D173 && r <= 0x1D17A
}

func mark(r rune) bool { return r >= 0x300 && unicode.Is(unicode.M, r) }

// common reports whether r is of a block that has letters and signs alone, and nothing to judge.
func common(r rune) bool {
	return r > 0xAD && r < 0x300 || r >= 0x370 && r < 0x483 || r >= 0x2010 && r < 0x2028 ||
		r >= 0x3400 && r < 0xA000 || r >= 0xAC00 && r < 0xD7A4
}

func ideograph(r rune) bool { return unicode.Is(unicode.Ideographic, r) }

// emoji reports whether r is of a block that emoji come from.
func emoji(r rune) bool {
	return r >= 0x1F000 && r <= 0x1FAFF || r >= 0x2190 && r <= 0x21FF || r >= 0x2300 && r <= 0x23FF ||
		r >= 0x25A0 && r <= 0x27BF || r >= 0x2900 && r <= 0x297F || r >= 0x2B00 && r <= 0x2BFF
}
