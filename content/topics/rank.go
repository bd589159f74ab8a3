package topics

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"lede/model"
	"lede/model/clean"
)

// inferred returns the names of what the text is about, the most telling first.
func (d *document) inferred() []string {
	d.names()
	switch d.lang.code {
	case "ja":
		d.denseRuns()
	case "zh":
		d.denseGrams()
	}
	d.phrases()
	d.mergeKeys()
	d.mergeNames()
	d.absorb()
	return d.choose()
}

// scored is a candidate and how much the article is about it.
type scored struct {
	*candidate
	score float64
}

// choose returns the names of the candidates that tell the most. A few places are left to subjects before names of people
// and places take what remains.
func (d *document) choose() []string {
	all := d.scores()
	limit := min(Max, 6+len(d.tokens)/60)
	var chosen []scored
	chosen = d.pick(all, chosen, limit, maxNames)
	chosen = d.pick(all, chosen, limit, limit)
	slices.SortFunc(chosen, byScore)
	names := make([]string, len(chosen))
	for i, s := range chosen {
		names[i] = clean.Line(d.show(s.candidate))
	}
	return names
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

// pick adds to the chosen, up to limit, the best that say something more; at most maxNames of all are names.
func (d *document) pick(all, chosen []scored, limit, maxNames int) []scored {
	named := 0
	for _, s := range all {
		switch {
		case len(chosen) >= limit:
			return chosen
		case s.kind >= nameKind && named >= maxNames, slices.Contains(chosen, s), repeats(chosen, s.candidate):
			continue
		case !d.fit(clean.Line(d.show(s.candidate))):
			continue
		}
		chosen = append(chosen, s)
		if s.kind >= nameKind {
			named++
		}
	}
	return chosen
}

// maxNames is how many of the topics may be names of people and places; the others are left to subjects.
const maxNames = 9

// weakest is the share of the best score that a topic must have.
const weakest = 0.15

// repeats reports whether a word or phrase says what a chosen topic says already.
func repeats(chosen []scored, c *candidate) bool {
	if c.kind >= nameKind {
		return false
	}
	for _, o := range chosen {
		shared := 0
		for _, id := range c.ids {
			if slices.Contains(o.ids, id) {
				shared++
			}
		}
		switch {
		case shared == 0:
		case len(c.ids) == 1 && c.count < 3*o.count:
			return true
		case len(c.ids) > 1 && len(o.ids) > 1 && shared*2 >= len(c.ids):
			return true
		case len(c.ids) > 1 && len(o.ids) == 1 && o.count > 4*c.count:
			return true
		}
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
		if part := d.found[d.key(c.ids[i:i+1])]; part != nil && !part.merged && part.kind == wordKind && part.count > c.count && d.nounish(part) {
			return true
		}
	}
	return false
}

// score tells how much the article is about c; 0 or less is not at all.
func (d *document) score(c *candidate) float64 {
	if c.merged || len(c.forms) == 0 || !d.enough(c) {
		return 0
	}
	s := math.Log2(1 + c.weight)
	switch c.kind {
	case nameKind:
		s *= 1.3
		if len(c.ids) > 1 {
			s *= 1.15
		}
	case placeKind:
		s *= 1.3
	case phraseKind:
		s *= 1.1
	case wordKind:
		s *= 0.85
		if d.bare(c) {
			s *= 1.2
		}
	}
	if c.in(title) {
		s *= 1.35
	}
	if c.in(heading) {
		s *= 1.1
	}
	if c.in(lead) {
		s *= 1.15
	}
	return s * (1 + 0.1*math.Log2(float64(c.passages)))
}

// enough reports whether there is enough evidence for c at all.
func (d *document) enough(c *candidate) bool {
	front := c.in(title) || c.in(heading)
	switch c.kind {
	case nameKind:
		return c.count > 1 || front || len(c.ids) > 1 && (c.in(lead) || c.in(body) && d.words[c.ids[0]].class&given != 0)
	case placeKind:
		return c.weight >= 1
	case phraseKind:
		return c.ids == nil && c.count > 1 || c.count > 1 && d.lang != unknown && (c.count > 2 || !d.strongPart(c) && (front || c.nominal+c.preposed > 0 || !d.lang.hasDeterminers()))
	case wordKind:
		return d.nounish(c) && (c.count > 2 || (front || c.in(lead)) && c.count > 1)
	}
	return false
}
