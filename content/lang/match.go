package lang

import (
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"lede/model"
	"lede/model/fold"
)

// Label is a wording that a line may begin with.
type Label struct {
	words  string // folded
	Kind   LabelKind
	Mode   byte // of a notice: ':' needs a sign after it, '*' may be followed by anything, 0 is all of its line
	Notice model.NoticeKind
}

// LabelKind is what a label marks.
type LabelKind int

// What labels mark.
const (
	SureRelated LabelKind = iota // a related link, whatever follows
	WeakRelated                  // a related link where a sign follows
	noticeLabel
)

// LabelSet is what lines are compared with.
type LabelSet struct{ Related, Notices, text labelIndex }

// labelIndex holds labels by their first two characters, the longest first: there are hundreds, and every line is
// looked up.
type labelIndex map[labelKey][]Label

// labelKey is how a label begins, folded; the second is 0 for a label of one character.
type labelKey struct{ first, second rune }

func (s labelIndex) add(words string, l Label) {
	own := l.Mode
	for w := range strings.SplitSeq(words, "|") {
		l.words = fold.Text(w)
		if l.Kind == noticeLabel && own == 0 {
			l.words, l.Mode = noticeMode(l.words)
		}
		if l.words != "" {
			key := keyOf(l.words)
			s[key] = append(s[key], l)
		}
	}
}

// noticeMode takes the sign off a wording that says what may follow it.
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

// noticeKinds are the kinds of notices with the kinds of their wordings.
var noticeKinds = [...]struct {
	kind  model.NoticeKind
	words string
}{
	{model.Disclaimer, "disclaimer"},
	{model.Advertisement, "advertisement"},
	{model.Continues, "continues"},
	{model.Newsletter, "newsletter"},
	{model.Credit, "credit"},
}

// builtInLabels are those of the languages' files.
var builtInLabels = sync.OnceValue(func() LabelSet { return newLabelSet(Labels{}) })

// LabelsWith are the built-in labels and the reader's own.
func LabelsWith(own Labels) LabelSet {
	if len(own.Related) == 0 && len(own.Notices) == 0 && len(own.Text) == 0 {
		return builtInLabels()
	}
	return newLabelSet(own)
}

func newLabelSet(own Labels) LabelSet {
	s := LabelSet{Related: labelIndex{}, Notices: labelIndex{}, text: labelIndex{}}
	for _, w := range own.Related {
		s.Related.add(strings.TrimRight(w, " :"), Label{Kind: SureRelated})
	}
	for _, w := range own.Text {
		s.text.add(strings.TrimRight(w, " :"), Label{})
	}
	for mark, ws := range own.Notices {
		for _, w := range ws {
			s.Notices.add(w, Label{Kind: noticeLabel, Notice: mark, Mode: '*'})
		}
	}
	for _, w := range Wordings("related") {
		s.Related.add(w, Label{Kind: SureRelated})
	}
	for _, w := range Wordings("related-before-sign") {
		s.Related.add(w, Label{Kind: WeakRelated})
	}
	for _, n := range noticeKinds {
		for _, w := range Wordings(n.words) {
			s.Notices.add(w, Label{Kind: noticeLabel, Notice: n.kind})
		}
	}
	s.Related.sort()
	s.Notices.sort()
	s.text.sort()
	return s
}

// IsText reports whether a line begins with words that the reader has said mark nothing.
func (s LabelSet) IsText(line string) bool {
	if len(s.text) == 0 {
		return false
	}
	bare, _ := Undecorate(line)
	_, n := s.text.Match(bare, func(Label, string) bool { return true })
	return n > 0
}

// Match finds the longest label that the text begins with and that accept takes, and how many bytes of the text it
// covers.
func (s labelIndex) Match(text string, accept func(l Label, after string) bool) (l Label, n int) {
	key := keyOf(text)
	for _, key := range [...]labelKey{key, {first: key.first}} {
		for _, l := range s[key] {
			if n, ok := matchWords(text, l.words); ok && accept(l, text[n:]) {
				return l, n
			}
		}
	}
	return Label{}, 0
}

// keyOf returns the first two characters of a text, folded.
func keyOf(text string) labelKey {
	r, size := utf8.DecodeRuneInString(text)
	k := labelKey{first: fold.Rune(r)}
	for size < len(text) {
		r, n := utf8.DecodeRuneInString(text[size:])
		switch {
		case fold.Invisible(r):
			size += n
			continue
		case unicode.IsSpace(r):
			k.second = ' '
		default:
			k.second = fold.Rune(r)
		}
		return k
	}
	return k
}

// matchWords reports whether a text begins with folded words, and how many bytes of it they are. A word that goes on
// in the text is no match.
func matchWords(text, words string) (n int, ok bool) {
	i := 0
	for i < len(words) {
		want, wide := runeAt(words, i)
		got, size := runeAt(text, n)
		switch {
		case size == 0:
			return 0, false
		case fold.Invisible(got):
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
		case fold.Rune(got) != want:
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

// goesOnAsWord reports whether what follows a label belongs to its last word. Scripts without spaces end words
// anywhere.
func goesOnAsWord(words, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(words)
	r, _ := utf8.DecodeRuneInString(after)
	if unicode.IsMark(r) {
		return true
	}
	if IsDense(last) || unicode.Is(unicode.Thai, last) || unicode.IsPunct(last) {
		return false
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\'' || r == '’'
}

// Fits reports whether what follows a notice's wording is what it says may follow, and the whole is not too long for
// its kind.
func (l Label) Fits(text, after string) bool {
	if utf8.RuneCountInString(text) > maxNotice(l.Notice) {
		return false
	}
	trimmed := strings.TrimLeft(after, " \u00a0")
	switch l.Mode {
	case ':':
		return strings.HasPrefix(trimmed, ":") || strings.HasPrefix(trimmed, "：") || strings.HasPrefix(trimmed, "|") ||
			strings.HasPrefix(trimmed, "©") || strings.HasPrefix(trimmed, "- ") ||
			strings.HasPrefix(trimmed, "– ") || strings.HasPrefix(after, "/")
	case '*':
		return true
	}
	return strings.Trim(trimmed, " .:…-–—•|)]*↓▼⬇\ufe0f\u00a0") == ""
}

// maxNotice is how many characters a notice of a kind may have; a longer one is rather a paragraph that begins alike.
func maxNotice(k model.NoticeKind) int {
	switch k {
	case model.Disclaimer:
		return 1500
	case model.Newsletter:
		return 300
	case model.Credit:
		return 200
	case model.Advertisement, model.Continues:
		return 120
	}
	return 300
}

// Labels are wordings that mark a line as related or as a notice, beside the built-in ones.
type Labels struct {
	Related []string
	Notices map[model.NoticeKind][]string
	Text    []string // these mark nothing, whatever they look like
}

// StartsWithSign reports whether a sign parts the label from what follows.
func StartsWithSign(rest string) bool {
	rest = strings.TrimLeft(rest, " \u00a0")
	if strings.HasPrefix(rest, "-") {
		return strings.HasPrefix(rest, "- ")
	}
	r, _ := utf8.DecodeRuneInString(rest)
	return rest != "" && strings.ContainsRune(":：|»›>–—→▶►】」]", r)
}

// Undecorate takes pictures, arrows and bullets off the start of a line, and a pair of brackets round it.
func Undecorate(text string) (bare string, bracketed bool) {
	bare = strings.TrimSpace(text)
	for {
		r, size := utf8.DecodeRuneInString(bare)
		if r|0x20 >= 'a' && r|0x20 <= 'z' {
			return bare, false
		}
		if !IsEmoji(r) && !strings.ContainsRune(" \u00a0»›▸▪●•|*>→–—-\ufe0f\u200d", r) || size == 0 {
			break
		}
		bare = bare[size:]
	}
	for _, pair := range []string{"()", "[]", "【】", "（）"} {
		open, size := utf8.DecodeRuneInString(pair)
		if strings.HasPrefix(bare, string(open)) && strings.HasSuffix(bare, pair[size:]) {
			return strings.TrimSpace(bare[size : len(bare)-len(pair)+size]), true
		}
	}
	return strings.TrimLeft(bare, "【「[〈"), false
}
