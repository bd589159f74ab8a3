package topics

import (
	"cmp"
	"hash/maphash"
	"strings"
	"unicode"

	"lede/model"
)

// document is an article cut into words, and what has been found in it.
type document struct {
	passages []passage
	tokens   []token
	words    []word
	index    map[string]int // fold → word
	lang     *language
	tag      string          // of the language, as the source states it or as the words tell
	skip     map[string]bool // keys of the authors and the site
	seed     maphash.Seed
	found    map[uint64]*candidate
	order    []*candidate // in the order of the text
	used     []bool       // the tokens that names have taken
	buffer   []byte
	at       int // the passage that names are looked for in
}

// read cuts the article into tokens and tells its language.
func read(a model.Article) *document {
	d := &document{
		passages: passages(a), index: map[string]int{}, lang: unknown, skip: map[string]bool{},
		seed: maphash.MakeSeed(), found: map[uint64]*candidate{},
	}
	for _, name := range append([]string{a.Site}, a.Byline...) {
		d.skip[model.TopicKey(name)] = true
	}
	for p := range d.passages {
		d.cut(p)
	}
	if d.lang = d.denseLanguage(); d.lang == nil {
		d.lang = detect(a.Language, d.words)
	}
	d.tag = cmp.Or(a.Language, d.lang.code)
	d.classify()
	d.labels()
	d.nouns()
	return d
}

// cut adds the tokens of passage p.
func (d *document) cut(p int) {
	text := d.passages[p].text
	from, capitals, words := len(d.tokens), 0, 0
	shout := shouting(text)
	scan(text, func(i, j int, f flag) {
		if shout {
			f &^= acronym
		}
		d.tokens = append(d.tokens, token{word: d.intern(text[i:j], f), from: i, to: j, flags: f})
		if f&(number|ideograph) == 0 && j-i > 3 {
			words++
			if f&capital != 0 {
				capitals++
			}
		}
	})
	d.passages[p].from, d.passages[p].to = from, len(d.tokens)
	d.passages[p].loud = shout || words > 2 && capitals*10 >= words*7 && d.passages[p].line()
	d.tally(p)
}

// shouting reports whether a text has no small letters but some capitals.
func shouting(text string) bool {
	small, large := 0, 0
	for _, r := range text {
		switch {
		case unicode.IsLower(r):
			small++
		case unicode.IsUpper(r):
			large++
		}
		if small > 2+large/4 {
			return false
		}
	}
	return large > 5
}

// intern returns the number of a word. An acronym of up to four letters keeps its capitals: US is not us.
func (d *document) intern(raw string, f flag) int {
	b := d.buffer[:0]
	if f&acronym != 0 && len(raw) <= 7 {
		for i := range len(raw) {
			if raw[i] != '.' {
				b = append(b, raw[i])
			}
		}
	} else {
		b = lower(b, raw)
	}
	d.buffer = b
	if i, ok := d.index[string(b)]; ok {
		return i
	}
	i := len(d.words)
	d.words = append(d.words, word{fold: string(b), stem: i})
	d.index[d.words[i].fold] = i
	return i
}

func lower(b []byte, raw string) []byte {
	for _, r := range raw {
		switch {
		case 'A' <= r && r <= 'Z':
			b = append(b, byte(r|0x20)) //nolint:gosec // ASCII
		case r < 0x80:
			b = append(b, byte(r)) //nolint:gosec // ASCII
		case r == 0xAD || r == 0x307:
		case r == '’' || r == 'ʼ':
			b = append(b, '\'')
		default:
			b = append(b, string(unicode.ToLower(r))...)
		}
	}
	return b
}

// classify looks every word up in the language and joins the words of one stem.
func (d *document) classify() {
	stems := make(map[string]int, len(d.words))
	names := givenNames()
	for i := range d.words {
		w := &d.words[i]
		low := strings.ToLower(w.fold)
		if low == w.fold {
			w.class = d.lang.words[low] | names[low]
		} else {
			w.class = d.lang.words[low] & (agency | calendar | role)
			if len(low) > 3 {
				w.class |= d.lang.words[low]
			}
		}
		if strings.Contains(low, "'") && contraction(low[strings.LastIndexByte(low, '\'')+1:]) {
			w.class |= function
		}
		w.place = d.lang.placeOf(low)
		s := d.lang.stem(low)
		if low != w.fold && w.place == "" && len(low) < 4 {
			s = w.fold
		}
		if first, ok := stems[s]; ok {
			w.stem = first
		} else {
			stems[s] = i
		}
	}
}

// tally notes how the words of passage p are written.
func (d *document) tally(p int) {
	for i := d.passages[p].from; i < d.passages[p].to; i++ {
		t := &d.tokens[i]
		if d.passages[p].loud {
			t.flags |= opening
		}
		w := &d.words[t.word]
		switch {
		case !t.is(capital):
			w.lower++
		case t.is(opening):
			w.open++
		default:
			w.upper++
		}
	}
}

// nouns notes which words stand after determiners.
func (d *document) nouns() {
	for i := 1; i < len(d.tokens); i++ {
		if !d.tokens[i].is(parted) && d.words[d.tokens[i-1].word].class&determiner != 0 {
			d.words[d.tokens[i].word].nominal++
		}
	}
}

// labels makes the words that number headings say nothing: "Chapter" of "Chapter One" and "Chapter 2: The bridge".
func (d *document) labels() {
	counts := map[int]int{}
	each := func(f func(first int)) {
		for _, p := range d.passages {
			if (p.place == title || p.place == heading) && d.numbered(p) {
				f(d.tokens[p.from].word)
			}
		}
	}
	each(func(first int) { counts[first]++ })
	each(func(first int) {
		if counts[first] > 1 {
			d.words[first].class |= action
		}
	})
}

// numbered reports whether a heading may be a word with a number, or begins with them.
func (d *document) numbered(p passage) bool {
	n := p.to - p.from
	return n == 2 || n > 2 && d.tokens[p.from+1].is(number)
}

// knows reports whether a lower-case word occurs in the text.
func (d *document) knows(w string) bool {
	_, ok := d.index[w]
	return ok
}

func (d *document) eachToken(p int, f func(i int, t token)) {
	for i := d.passages[p].from; i < d.passages[p].to; i++ {
		f(i, d.tokens[i])
	}
}
