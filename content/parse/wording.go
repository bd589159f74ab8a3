package parse

import (
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"lede/model"
)

// label is a wording that a line may begin with.
type label struct {
	words string // folded
	kind  labelKind
	mode  byte // of a notice: ':' needs a sign after it, '*' may be followed by anything, 0 is all of its line
	mark  model.NoticeKind
}

// labelKind is what a label marks.
type labelKind int

// What labels mark.
const (
	sureRelated labelKind = iota // a related link, whatever follows
	weakRelated                  // a related link where a sign follows
	noticeLabel
)

// labelSet is what lines are compared with.
type labelSet struct{ related, notices, text labelIndex }

// labelIndex holds labels by their first two characters, the longest first: there are hundreds, and every line is looked up.
type labelIndex map[labelKey][]label

// labelKey is how a label begins, folded; the second is 0 for a label of one character.
type labelKey struct{ first, second rune }

func (s labelIndex) add(words string, l label) {
	own := l.mode
	for w := range strings.SplitSeq(words, "|") {
		l.words = fold(w)
		if l.kind == noticeLabel && own == 0 {
			l.words, l.mode = noticeMode(l.words)
		}
		if l.words != "" {
			key := keyOf(l.words)
			s[key] = append(s[key], l)
		}
	}
}

// noticeMode takes the sign off a wording that tells what may follow it.
func noticeMode(words string) (string, byte) {
	switch {
	case strings.HasSuffix(words, ":"):
		return strings.TrimRight(words, " :"), ':'
	case strings.HasSuffix(words, "*"):
		return strings.TrimRight(words, "*"), '*'
	}
	return words, 0
}

func (s labelIndex) sort() {
	for _, ls := range s {
		sort.SliceStable(ls, func(i, j int) bool { return len(ls[i].words) > len(ls[j].words) })
	}
}

// builtInLabels are those of labels.go.
var builtInLabels = sync.OnceValue(func() labelSet { return newLabelSet(Labels{}) })

// labelsWith are the built-in labels and the reader's own.
func labelsWith(own Labels) labelSet {
	if len(own.Related) == 0 && len(own.Notices) == 0 && len(own.Text) == 0 {
		return builtInLabels()
	}
	return newLabelSet(own)
}

func newLabelSet(own Labels) labelSet {
	s := labelSet{related: labelIndex{}, notices: labelIndex{}, text: labelIndex{}}
	for _, w := range own.Related {
		s.related.add(strings.TrimRight(w, " :"), label{kind: sureRelated})
	}
	for _, w := range own.Text {
		s.text.add(strings.TrimRight(w, " :"), label{})
	}
	for mark, ws := range own.Notices {
		for _, w := range ws {
			s.notices.add(w, label{kind: noticeLabel, mark: mark, mode: '*'})
		}
	}
	for _, w := range relatedLabels {
		s.related.add(w.words, label{kind: sureRelated})
	}
	for _, w := range weakLabels {
		s.related.add(w.words, label{kind: weakRelated})
	}
	for _, w := range noticeWordings {
		s.notices.add(w.words, label{kind: noticeLabel, mark: w.kind})
	}
	s.related.sort()
	s.notices.sort()
	s.text.sort()
	return s
}

// isText tells whether a line begins with words that the reader has said mark nothing.
func (s labelSet) isText(line string) bool {
	if len(s.text) == 0 {
		return false
	}
	bare, _ := undecorate(line)
	_, n := s.text.match(bare, func(label, string) bool { return true })
	return n > 0
}

// match finds the longest label that the text begins with and that accept takes, and how many bytes of the text it covers.
func (s labelIndex) match(text string, accept func(l label, after string) bool) (l label, n int) {
	key := keyOf(text)
	for _, key := range [...]labelKey{key, {first: key.first}} {
		for _, l := range s[key] {
			if n, ok := matchWords(text, l.words); ok && accept(l, text[n:]) {
				return l, n
			}
		}
	}
	return label{}, 0
}

// keyOf returns the first two characters of a text, folded.
func keyOf(text string) labelKey {
	r, size := utf8.DecodeRuneInString(text)
	k := labelKey{first: foldRune(r)}
	for size < len(text) {
		r, n := utf8.DecodeRuneInString(text[size:])
		switch {
		case invisible(r):
			size += n
			continue
		case unicode.IsSpace(r):
			k.second = ' '
		default:
			k.second = foldRune(r)
		}
		return k
	}
	return k
}

// foldRune folds a character as fold does.
func foldRune(r rune) rune {
	if r < utf8.RuneSelf && r != '`' {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	switch r {
	case '’', '‘', 'ʼ', '`', '´':
		return '\''
	case '：':
		return ':'
	}
	return unicode.ToLower(r)
}

// matchWords tells whether a text begins with folded words, and how many bytes of it they are. A word that goes on in the text is no match.
func matchWords(text, words string) (n int, ok bool) {
	i := 0
	for i < len(words) {
		want, wide := runeAt(words, i)
		got, size := runeAt(text, n)
		switch {
		case size == 0:
			return 0, false
		case invisible(got):
			n += size
			continue
		case want == ' ':
			trimmed := strings.TrimLeftFunc(text[n:], unicode.IsSpace)
			if len(trimmed) == len(text)-n {
				return 0, false
			}
			n = len(text) - len(trimmed)
			i += wide
			continue
		case foldRune(got) != want:
			return 0, false
		}
		n += size
		i += wide
	}
	return n, !goesOnAsWord(words, text[n:])
}

// runeAt decodes the character at a place, most often a letter of one byte. Its size is 0 at the end.
func runeAt(s string, i int) (r rune, size int) {
	if i < len(s) && s[i] < utf8.RuneSelf {
		return rune(s[i]), 1
	}
	return utf8.DecodeRuneInString(s[i:])
}

// invisible tells whether a character is left out of comparisons.
func invisible(r rune) bool {
	return r >= utf8.RuneSelf && (r == '\u00ad' || r == '\u200b' || r == '\u200e' || r == '\u200f' || r == '\ufeff' || r == '\ufe0f' || r == '\u0307')
}

// goesOnAsWord tells whether what follows a label belongs to its last word. Scripts without spaces end words anywhere.
func goesOnAsWord(words, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(words)
	r, _ := utf8.DecodeRuneInString(after)
	if unicode.IsMark(r) {
		return true
	}
	if isDense(last) || unicode.Is(unicode.Thai, last) || unicode.IsPunct(last) {
		return false
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\'' || r == '’'
}
