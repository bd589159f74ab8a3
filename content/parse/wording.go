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

type labelKind int

const (
	sureRelated labelKind = iota
	weakRelated
	noticeLabel
)

// labelSet holds labels by their first character, the longest first.
type labelSet map[rune][]label

func (s labelSet) add(words string, l label) {
	own := l.mode
	for w := range strings.SplitSeq(words, "|") {
		l.words = fold(w)
		if l.kind == noticeLabel && own == 0 {
			l.words, l.mode = noticeMode(l.words)
		}
		if l.words != "" {
			first, _ := utf8.DecodeRuneInString(l.words)
			s[first] = append(s[first], l)
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

func (s labelSet) sort() {
	for _, ls := range s {
		sort.SliceStable(ls, func(i, j int) bool { return len(ls[i].words) > len(ls[j].words) })
	}
}

// builtInLabels are those of labels.go.
var builtInLabels = sync.OnceValue(func() labelSet { return newLabelSet(Labels{}) })

// labelsWith are the built-in labels and the reader's own.
func labelsWith(own Labels) labelSet {
	if len(own.Related) == 0 && len(own.Notices) == 0 {
		return builtInLabels()
	}
	return newLabelSet(own)
}

func newLabelSet(own Labels) labelSet {
	s := labelSet{}
	for _, w := range own.Related {
		s.add(strings.TrimRight(w, " :"), label{kind: sureRelated})
	}
	for mark, ws := range own.Notices {
		for _, w := range ws {
			s.add(w, label{kind: noticeLabel, mark: mark, mode: '*'})
		}
	}
	for _, w := range relatedLabels {
		s.add(w.words, label{kind: sureRelated})
	}
	for _, w := range weakLabels {
		s.add(w.words, label{kind: weakRelated})
	}
	for _, w := range noticeWordings {
		s.add(w.words, label{kind: noticeLabel, mark: w.kind})
	}
	s.sort()
	return s
}

// match finds the longest label of the kinds that accept takes and with which the text begins, and how many bytes of the text it covers.
func (s labelSet) match(text string, accept func(l label, after string) bool) (l label, n int) {
	first, _ := utf8.DecodeRuneInString(text)
	for _, l := range s[unicode.ToLower(foldRune(first))] {
		if n, ok := matchWords(text, l.words); ok && accept(l, text[n:]) {
			return l, n
		}
	}
	return label{}, 0
}

// foldRune folds a character as fold does.
func foldRune(r rune) rune {
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
		want, wide := utf8.DecodeRuneInString(words[i:])
		got, size := utf8.DecodeRuneInString(text[n:])
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

// invisible tells whether a character is left out of comparisons.
func invisible(r rune) bool {
	return r == '\u00ad' || r == '\u200b' || r == '\u200e' || r == '\u200f' || r == '\ufeff' || r == '\ufe0f' || r == '\u0307'
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
