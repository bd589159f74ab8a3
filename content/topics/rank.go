package topics

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"lede/model"
)

// inferred returns the candidates that may be topics, the most telling first.
func (d *document) inferred() []scored {
	d.names()
	switch d.lang.code {
	case "ja":
		d.denseRuns()
	case "zh":
		d.denseGrams()
	}
	d.phrases()
	d.mergeKeys()
	d.mergeInflected()
	d.mergeNames()
	d.absorb()
	return d.scores()
}

// scored is a candidate and how much the article is about it.
type scored struct {
	*candidate
	score float64
}

// scores returns the candidates that may be topics, the best first.
func (d *document) scores() []scored {
	var all []scored
	for _, c := range d.order {
		if s := d.score(c); s > 0 {
			all = append(all, scored{c, s})
		}
	}
	slices.SortFunc(all, byScore)
	for i := range all {
		if all[i].score < all[0].score*weakest {
			return all[:i]
		}
	}
	return all
}

func byScore(a, b scored) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.first, b.first))
}

// weakest is the share of the best score that a topic must have.
const weakest = 0.15

// repeats reports whether a word or phrase says what a chosen topic says already.
func repeats(chosen, c *candidate) bool {
	if c.kind >= nameKind {
		return false
	}
	shared := 0
	for _, id := range c.ids {
		if slices.Contains(chosen.ids, id) {
			shared++
		}
	}
	switch {
	case shared == 0:
	case len(c.ids) == 1 && c.count < 3*chosen.count:
		return true
	case len(c.ids) > 1 && len(chosen.ids) > 1 && shared*2 >= len(c.ids):
		return true
	case len(c.ids) > 1 && len(chosen.ids) == 1 && chosen.count > 4*c.count:
		return true
	}
	return false
}

// fit reports whether a name can stand as a topic.
func (d *document) fit(name string) bool {
	n := utf8.RuneCountInString(name)
	return n > 1 && n < 60 && !d.skip[model.TopicKey(name)] && !strings.ContainsAny(name, "@/\uFFFD")
}

// strongPart reports whether a word of the phrase c tells more without the others.
func (d *document) strongPart(c *candidate) bool {
	for i := range c.ids {
		if part := d.found[d.key(c.ids[i:i+1])]; part != nil && !part.merged && part.kind == wordKind &&
			part.count > c.count && d.nounish(part) {
			return true
		}
	}
	return false
}

// The weights of a score. They were found by trial on two thirds of the news of a corpus, and hold on the third.
const (
	nameWeight     = 1.3
	fullNameWeight = 1.3 // of several words
	onceWeight     = 0.8 // of a full name that stands in the text once
	placeWeight    = 1.3
	phraseWeight   = 1.3
	wordWeight     = 0.85
	bareWeight     = 1.15 // of a noun that stands as names do
	titleWeight    = 1.4
	headingWeight  = 1.1
	leadWeight     = 1.15
	spreadWeight   = 0.1 // for each doubling of the passages
)

// score returns how much the article is about c; 0 is not at all.
func (d *document) score(c *candidate) float64 {
	if c.merged || len(c.forms) == 0 || !d.enough(c) {
		return 0
	}
	s := math.Log2(1+c.weight) * d.kindWeight(c)
	if c.in(title) {
		s *= titleWeight
	}
	if c.in(heading) {
		s *= headingWeight
	}
	if c.in(lead) {
		s *= leadWeight
	}
	return s * (1 + spreadWeight*math.Log2(float64(c.passages)))
}

func (d *document) kindWeight(c *candidate) float64 {
	switch {
	case c.kind == nameKind && len(c.ids) < 2:
		return nameWeight
	case c.kind == nameKind && c.count == 1 && !c.in(title) && !c.in(lead):
		return fullNameWeight * onceWeight
	case c.kind == nameKind:
		return fullNameWeight
	case c.kind == placeKind:
		return placeWeight
	case c.kind == phraseKind:
		return phraseWeight
	case d.bare(c):
		return wordWeight * bareWeight
	}
	return wordWeight
}

// How often a word is said at least that is a topic: one of the title or the lead, one elsewhere, and one elsewhere
// in a language that gives nouns a capital, which tells them apart.
const (
	saidInFront  = 2
	saidBelow    = 4
	saidAsNoun   = 3
	saidAsNoNoun = 5 // one of the title that does not stand as nouns do
)

// enough reports whether there is enough evidence for c at all.
func (d *document) enough(c *candidate) bool {
	front := c.in(title) || c.in(heading)
	switch c.kind {
	case nameKind:
		return c.count > 1 || front || len(c.ids) > 1
	case placeKind:
		return c.count > 1 || front || c.in(lead) && c.weight >= 1
	case phraseKind:
		return c.count > 1 && (c.ids == nil || d.lang != unknown && (c.count > 2 || d.twice(c, front)))
	case wordKind:
		return d.enoughWord(c, front)
	}
	return false
}

// twice reports whether a phrase that is said twice is enough.
func (d *document) twice(c *candidate, front bool) bool {
	return !d.strongPart(c) && (front || c.nominal+c.preposed > 0 || !d.lang.hasDeterminers())
}

func (d *document) enoughWord(c *candidate, front bool) bool {
	switch {
	case d.nounish(c):
		return c.count >= saidInFront && (front || c.in(lead)) || c.count >= saidBelow ||
			d.lang.capitalNouns() && c.count >= saidAsNoun
	case c.in(title) && !d.lang.capitalNouns():
		w := &d.words[c.ids[0]]
		return c.count >= saidAsNoNoun && w.class&(role|action) == 0 && w.place == "" && !d.lang.verbal(w.fold)
	}
	return false
}
