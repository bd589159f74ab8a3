package topics

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// flag is what is known of a token from the way it is written.
type flag uint8

const (
	capital   flag = 1 << iota // begins with a capital
	acronym                    // capitals only, two letters at least
	opening                    // stands where every word has a capital: after a full stop, in a loud passage
	parted                     // something else than a space stands before it
	owning                     // "'s" follows it
	number                     // digits only
	ideograph                  // a run of Han, Kana or the like
)

// token is a word where it stands: text[from:to] of its passage.
type token struct {
	word     int
	from, to int
	flags    flag
}

func (t token) is(f flag) bool { return t.flags&f != 0 }

// word is what a document knows of one of its words.
type word struct {
	fold    string // lower-case, but an acronym that would read as another word
	class   class
	stem    int // the first word with the same stem; itself as a rule
	place   string
	lower   int // mentions in lower case
	upper   int // with a capital where that is a sign of a name
	open    int // with a capital where every word has one
	nominal int // after a determiner
	within  int // mentions as a part of longer words
}

// scanner cuts a text into tokens.
type scanner struct {
	text  string
	at    int
	flags flag // of the next token
	emit  func(from, to int, flags flag)
}

// scan calls emit for every token of text.
func scan(text string, emit func(from, to int, flags flag)) {
	s := scanner{text: text, flags: opening | parted, emit: emit}
	for s.at < len(s.text) {
		r, n := s.peek(s.at)
		switch {
		case r == ' ' || r == 0xA0:
			s.at += n
		case dense(r):
			s.run()
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			s.word()
		default:
			s.mark(r)
			s.at += n
		}
	}
}

func (s *scanner) peek(i int) (rune, int) {
	if i >= len(s.text) {
		return 0, 0
	}
	if c := s.text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s.text[i:])
}

// mark notes what a character between words means for the next of them.
func (s *scanner) mark(r rune) {
	s.flags |= parted
	switch r {
	case '.', '!', '?', '…', ':', ';', '\n', '\t', ']', '•', '·', '|', '“', '„', '«', '‘', '‹', '"', '¿', '¡', '।', '。',
		'؟', '–', '—', '►', '*', '>':
		s.flags |= opening
	}
}

// word reads a word: letters, marks and digits, with hyphens, apostrophes and the points of an abbreviation inside.
func (s *scanner) word() {
	from, letters, uppers := s.at, 0, 0
	f := s.flags
	first, _ := s.peek(from)
	if unicode.IsUpper(first) || unicode.IsTitle(first) {
		f |= capital
	}
	for s.at < len(s.text) {
		r, n := s.peek(s.at)
		if letter := unicode.IsLetter(r); letter && !dense(r) {
			letters++
			if unicode.IsUpper(r) {
				uppers++
			}
		} else if !inside(r) && !s.joins(r, n, from) {
			break
		}
		s.at += n
	}
	to := s.at
	switch {
	case letters == 0:
		f |= number
	case letters > 1 && uppers == letters, uppers > 2 && uppers*3 > letters*2:
		f |= acronym
	}
	next := s.after(&to, from)
	if next&owning != 0 {
		f |= owning
	}
	s.emit(from, to, f)
	s.flags = next &^ owning
}

// inside reports whether a character that is no letter stays in a word: digits, marks, soft hyphens and joiners.
func inside(r rune) bool {
	return unicode.IsDigit(r) || unicode.IsMark(r) || r == 0xAD || r == 0x200C || r == 0x200D
}

// joins reports whether the character r at s.at, n bytes long, goes on with the word that begins at from.
func (s *scanner) joins(r rune, n, from int) bool {
	next, _ := s.peek(s.at + n)
	if !unicode.IsLetter(next) && !unicode.IsDigit(next) || dense(next) {
		return false
	}
	switch r {
	case '-', '‐', '‑':
		return true
	case '.':
		w := s.text[max(from, s.at-maxInitials):s.at]
		part := strings.LastIndexByte(w, '-') + 1
		return (part > 0 || s.at-from <= maxInitials) && initials(w[part:]) && unicode.IsUpper(next)
	case '\'', '’', 'ʼ':
		return !s.elided(from) && unicode.IsLetter(next)
	}
	return false
}

// maxInitials is how many bytes of initials make one word: the longest abbreviations have some ten.
const maxInitials = 40

// initials reports whether w is one capital, or capitals with a point after each but the last: "U", "U.S".
func initials(w string) bool {
	for i := 0; i < len(w); {
		r, n := utf8.DecodeRuneInString(w[i:])
		if !unicode.IsUpper(r) {
			return false
		}
		if i += n; i < len(w) {
			if w[i] != '.' {
				return false
			}
			i++
		}
	}
	return true
}

// elided reports whether the letters up to s.at are an article or the like that lost its vowel: "l'", "dell'".
func (s *scanner) elided(from int) bool {
	switch w := s.text[from:s.at]; w {
	case "l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quelqu",
		"dell", "all", "nell", "sull", "dall", "un", "quell", "quest", "L", "J", "C", "Qu", "Jusqu", "Lorsqu", "Dell", "All",
		"Nell", "Sull", "Un":
		return true
	}
	return false
}

// after looks at what follows a word, takes a possessive or a suffix behind an apostrophe off it, and returns the
// flags for the next one.
func (s *scanner) after(to *int, from int) flag {
	w := s.text[from:*to]
	for i, r := range w {
		if r != '\'' && r != '’' && r != 'ʼ' || i == 0 {
			continue
		}
		tail := w[i+len(string(r)):]
		first, _ := utf8.DecodeRuneInString(w)
		switch {
		case tail == "s" || tail == "S":
			*to = from + i
			return owning | parted
		case contraction(tail):
		case unicode.IsUpper(first) && (utf8.RuneCountInString(w[:i]) > 2 || shouting(w[:i]+w[:i]+w[:i])) &&
			strings.ToLower(tail) == tail && len(tail) < 9:
			*to = from + i // Ankara'da
			return 0
		}
		break
	}
	r, n := s.peek(s.at)
	next, _ := s.peek(s.at + n)
	switch {
	case (r == '\'' || r == '’') && strings.HasSuffix(w, "s") && next == ' ':
		s.at += n // the neighbours' house
		return owning | parted
	case r == '.' && abbreviated(w):
		s.at += n
	}
	return 0
}

func contraction(tail string) bool {
	switch tail {
	case "t", "re", "ve", "ll", "d", "m", "T", "RE", "LL", "VE":
		return true
	}
	return false
}

// abbreviated reports whether a full stop after w belongs to it.
func abbreviated(w string) bool {
	if initials(w) {
		return true
	}
	switch strings.ToLower(w) {
	case "mr", "mrs", "ms", "dr", "prof", "st", "sen", "rep", "gov", "gen", "lt", "col", "sgt", "capt", "jr", "sr", "rev",
		"hon", "no", "vs", "inc", "corp", "ltd", "co", "mt", "ft", "hl", "bzw", "ca", "inkl", "nr", "mme", "sra", "dra",
		"av", "г", "ул", "им":
		return true
	}
	return false
}

// run reads a run of one script that is written without spaces.
func (s *scanner) run() {
	from := s.at
	first, _ := s.peek(from)
	kind := scriptOf(first)
	for s.at < len(s.text) {
		r, n := s.peek(s.at)
		if scriptOf(r) != kind && (r != 'ー' && r != '・' || kind != katakana) && r != '々' {
			break
		}
		s.at += n
	}
	s.emit(from, s.at, s.flags|ideograph)
	s.flags = 0
}
