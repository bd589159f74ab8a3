package topics

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxPhraseWords is the most words of a phrase, and maxSyllables of one in a language that parts its words into
// syllables.
const maxPhraseWords, maxSyllables = 3, 4

// phrases makes candidates of the words and phrases that recur.
func (d *document) phrases() {
	counts := map[uint64]int{}
	d.eachPhrase(func(_, i, j int) { counts[d.keyOf(i, j)]++ })
	d.eachPhrase(func(p, i, j int) {
		if n := counts[d.keyOf(i, j)]; n > 1 && (j-i == 1 || d.telling(i, j, n)) {
			d.add(d.kindOf(i, j), p, i, j, 1)
		}
	})
}

func (d *document) kindOf(i, j int) kind {
	if j-i > 1 {
		return phraseKind
	}
	return wordKind
}

// telling reports whether a phrase of n mentions is more than common words side by side.
func (d *document) telling(i, j, n int) bool {
	first, last := &d.words[d.tokens[i].word], &d.words[d.tokens[j-1].word]
	if first.class&role != 0 || last.class&role != 0 || d.genitive(i) || d.genitive(j-1) {
		return false
	}
	dull := 0
	for k := i; k < j; k++ {
		c := d.words[d.tokens[k].word].class
		if c&common != 0 {
			dull++
		}
		if c&linking != 0 && n < 3 && d.lang.capitalNouns() {
			return false
		}
	}
	if d.lang.capitalNouns() &&
		(!d.tokens[j-1].is(capital) || last.upper < last.lower || !mayQualify(first, d.tokens[i])) {
		return false
	}
	return dull < j-i || n > 3
}

// mayQualify reports whether a word of a language that writes nouns with a capital may stand before one.
func mayQualify(w *word, t token) bool {
	return t.is(capital) && !t.is(opening) || w.upper > w.lower || hasAny(w.fold, "e", "en", "er", "es", "em")
}

// eachPhrase calls f for each word and for each sequence of words that may name a subject: tokens i to j of passage p.
func (d *document) eachPhrase(f func(p, i, j int)) {
	most := maxPhraseWords
	if d.lang.syllables() {
		most = maxSyllables
	}
	for p := range d.passages {
		end := d.passages[p].to
		for i := d.passages[p].from; i < end; i++ {
			if !d.content(i) {
				continue
			}
			if d.words[d.tokens[i].word].class&common == 0 {
				f(p, i, i+1)
			}
			for j := i + 1; j < end && j < i+most && d.joined(j); j++ {
				if d.content(j) {
					f(p, i, j+1)
				} else if c := d.words[d.tokens[j].word].class; c&linking == 0 || c&action != 0 || j > i+1 ||
					d.words[d.tokens[j].word].fold == "the" {
					break
				}
			}
		}
	}
}

// joined reports whether token j goes on with what is before it.
func (d *document) joined(j int) bool {
	return !d.tokens[j].is(parted) && !d.tokens[j-1].is(owning)
}

// content reports whether token i may be a part of a phrase.
func (d *document) content(i int) bool {
	t := d.tokens[i]
	if d.used[i] || t.is(number|ideograph) {
		return false
	}
	w := &d.words[t.word]
	return w.class&(stop|agency|action) == 0 && (len(w.fold) > 2 || t.is(acronym)) && utf8.RuneCountInString(w.fold) > 1
}

// nounish reports whether a single word is likely to be a noun.
func (d *document) nounish(c *candidate) bool {
	w := &d.words[c.ids[0]]
	r, _ := utf8.DecodeRuneInString(w.fold)
	switch {
	case d.lang == unknown, d.lang.syllables(), w.class&(role|action) != 0, w.place != "":
		return false
	case d.lang.capitalNouns():
		return c.capitals > 0 && w.upper > w.lower && c.heads*2 >= c.count
	case !unicode.IsLower(r):
		return true
	case d.lang.verbal(w.fold):
		return c.nominal*5 >= c.count*3 || !d.lang.hasDeterminers() && (c.nominal+c.preposed)*2 >= c.count
	case d.lang.code == "en" && d.plural(c) && c.heads*2 >= c.count && c.follows*2 < c.count:
		return true // "tariffs" stands without an article
	case d.lang.hasDeterminers():
		return (c.nominal+c.preposed)*5 >= c.count*2 && c.heads*2 >= c.count || c.in(title) && c.nominal*6 >= c.count &&
			c.heads*3 >= c.count
	}
	return c.heads*5 >= c.count || d.lang.code == "ko" // its words end in particles
}

// plural reports whether an English candidate is mostly written with the ending of the plural, which verbs have as
// well.
func (d *document) plural(c *candidate) bool {
	n := 0
	for _, f := range c.forms {
		if w := strings.ToLower(f.text); len(w) > 5 && singular(w) != w {
			n += f.count
		}
	}
	return n*2 >= c.count
}

// minVerb is how many letters a word has at least that an ending makes a verb: short ones that end so are nouns as
// often.
const minVerb = 5

// verbal reports whether a word ends as verbs, adjectives and adverbs do, in languages whose nouns mostly do not.
func (l *language) verbal(w string) bool {
	return hasAny(w, l.verbs...) && utf8.RuneCountInString(w) >= minVerb
}
