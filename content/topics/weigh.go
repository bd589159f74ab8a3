package topics

import (
	"math"
	"strings"
	"unicode/utf8"
)

// trait is something that is known of a candidate and bears on whether the article is about it.
type trait int

const (
	always trait = iota
	isPerson
	isFullName
	isName
	isAcronym
	isPlace // of no weight, but for how often it is said
	isPhrase
	isWord
	isCapitalNoun      // a word of a language that gives every noun a capital
	isNoun             // a word that stands as nouns do
	isLong             // a name of more than three words
	isFirstName        // a first name alone
	isOften            // doublings of how often it is said, against the root of the length of the text
	isPlaceOften       // doublings of how often a place is said
	inTitle            // it stands in the title
	inLead             // it stands in the lead
	isLate             // where it is said first, from 0 at the beginning to 1 at the end
	isDull             // the share of its words that say little by themselves
	isLetters          // doublings of its letters
	isPreposed         // the share of mentions after a preposition
	isFollowing        // the share of mentions after another word that carries sense
	isRarePhrase       // doublings of how often a phrase is said, against its most frequent word
	isRareName         // the same of a name of several words
	inCompounds        // doublings of how often a word is said, by the words that it is a part of
	inCapitalCompounds // the same in a language that gives every noun a capital
	traits
)

// weights are how much each trait adds to the logarithm of the odds that a publisher names a candidate as a topic.
// They were learned by logistic regression from 565 pages of a corpus, which have topics of their own, and two thirds
// of its plain texts, and hold on the third that was left out. Those of places were raised by trial on the two thirds:
// pages of blogs name few.
var weights = [traits]float64{
	always:             -0.60,
	isPerson:           0.76,
	isFullName:         0.49,
	isName:             0.26,
	isAcronym:          0.23,
	isPhrase:           -0.30,
	isWord:             -1.25,
	isCapitalNoun:      -0.81,
	isNoun:             0.76,
	isLong:             -0.48,
	isFirstName:        -0.42,
	isOften:            0.62,
	isPlaceOften:       0.35,
	inTitle:            1.00,
	inLead:             0.46,
	isLate:             -0.37,
	isDull:             -0.68,
	isLetters:          0.39,
	isPreposed:         0.27,
	isFollowing:        0.22,
	isRarePhrase:       -0.30,
	isRareName:         -0.34,
	inCompounds:        1.15,
	inCapitalCompounds: 0.78,
}

// likely is how probable it must be that a publisher names a topic.
const likely = 0.07

// score returns the odds that the article is about c; 0 when they are too small.
func (d *document) score(c *candidate) float64 {
	if !d.enough(c) {
		return 0
	}
	sum := 0.0
	for i, v := range d.traitsOf(c) {
		sum += v * weights[i]
	}
	if odds := math.Exp(sum); odds >= likely/(1-likely) {
		return odds
	}
	return 0
}

// traitsOf returns how far each trait is true of a candidate.
func (d *document) traitsOf(c *candidate) [traits]float64 {
	tokens, count := float64(len(d.tokens)), float64(c.count)
	t := [traits]float64{always: 1}
	t[d.sort(c)] = 1
	t[isOften] = math.Log2(count / math.Sqrt(tokens+shortText))
	t[isPlaceOften] = t[isPlace] * math.Log2(count)
	t[inTitle] = share(c.in(title))
	t[inLead] = share(c.in(lead))
	t[isLate] = float64(c.first) / (tokens + 1)
	t[isLetters] = math.Log2(float64(utf8.RuneCountInString(c.forms[0].text)) / usualLetters)
	t[isPreposed] = float64(c.preposed) / count
	t[isFollowing] = float64(c.follows) / count
	if len(c.ids) > 0 {
		d.wordTraits(c, &t)
	}
	return t
}

// What lengths are compared with: a text in words, and a topic in letters.
const shortText, usualLetters = 50, 8

// wordTraits notes what the words of a candidate are.
func (d *document) wordTraits(c *candidate, t *[traits]float64) {
	dull, most := 0, 1
	for _, id := range c.ids {
		w := &d.words[id]
		if w.class&(vague|action) != 0 {
			dull++
		}
		most = max(most, w.lower+w.upper+w.open)
	}
	first, n := &d.words[c.ids[0]], len(c.ids)
	rare := math.Log2(float64(c.count) / float64(most))
	compounds := math.Log2(1 + float64(first.within)/float64(c.count))
	t[isDull] = float64(dull) / float64(n)
	t[isRarePhrase], t[isRareName] = t[isPhrase]*rare, t[isFullName]*rare
	t[inCompounds], t[inCapitalCompounds] = t[isWord]*compounds, t[isCapitalNoun]*compounds
	t[isLong] = share(n > 3 && c.kind == nameKind)
	t[isFirstName] = share(n == 1 && c.kind == nameKind && first.class&given != 0)
	t[isNoun] = share(c.kind == wordKind && d.nounish(c))
}

// sort returns the trait that says of what sort a candidate is.
func (d *document) sort(c *candidate) trait {
	text := c.forms[0].text
	switch {
	case c.kind == placeKind:
		return isPlace
	case c.kind == nameKind && len(c.ids) > 1 && d.words[c.ids[0]].class&given != 0:
		return isPerson
	case c.kind == nameKind && len(c.ids) > 1:
		return isFullName
	case c.kind == nameKind && text == strings.ToUpper(text):
		return isAcronym
	case c.kind == nameKind:
		return isName
	case c.ids == nil:
		return always
	case c.kind == phraseKind:
		return isPhrase
	case d.lang.capitalNouns():
		return isCapitalNoun
	}
	return isWord
}

func share(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// The fewest letters that a part of a compound has, and the fewest that stand beside it.
const minPart, minRest = 5, 3

// compounds notes how often each word is a part of longer ones, as a beginning or an end.
func (d *document) compounds() {
	for i := range d.words {
		w := &d.words[i]
		said := w.lower + w.upper + w.open
		n, letters := 0, utf8.RuneCountInString(w.fold)
		for at := range w.fold {
			if n >= minPart && letters-n >= minRest {
				d.within(w.fold[:at], said)
			}
			if n >= minRest && letters-n >= minPart {
				d.within(w.fold[at:], said)
			}
			n++
		}
	}
}

func (d *document) within(part string, said int) {
	if at, ok := d.index[part]; ok {
		d.words[at].within += said
	}
}
