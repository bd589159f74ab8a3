package topics

import (
	"cmp"
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
	d.compounds()
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
	return all
}

func byScore(a, b scored) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.first, b.first))
}

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

// enough reports whether there is enough evidence for c at all.
func (d *document) enough(c *candidate) bool {
	switch {
	case c.merged || len(c.forms) == 0:
		return false
	case c.kind == phraseKind:
		return c.count > 1 && (c.ids == nil || d.lang != unknown && (c.count > 2 || d.twice(c)))
	case c.kind == wordKind:
		return d.nounish(c) || !d.lang.capitalNouns() && !d.lang.verbal(d.words[c.ids[0]].fold)
	}
	return true
}

// twice reports whether a phrase that is said twice is enough.
func (d *document) twice(c *candidate) bool {
	front := c.in(title) || c.in(heading)
	return !d.strongPart(c) && (front || c.nominal+c.preposed > 0 || !d.lang.hasDeterminers())
}

// strongPart reports whether a word of the phrase c says more without the others.
func (d *document) strongPart(c *candidate) bool {
	for i := range c.ids {
		if part := d.found[d.key(c.ids[i:i+1])]; part != nil && !part.merged && part.kind == wordKind &&
			part.count > c.count && d.nounish(part) {
			return true
		}
	}
	return false
}
