package topics

import (
	"slices"
	"unicode/utf8"

	"lede/model"
)

// mergeInto makes c a mention of into.
func (d *document) mergeInto(into, c *candidate) {
	if into == c || c.merged {
		return
	}
	into.weight += c.weight
	into.count += c.count
	into.passages = max(into.passages, c.passages)
	into.places |= c.places
	into.first = min(into.first, c.first)
	into.nominal += c.nominal
	c.merged = true
}

// mergeKeys joins candidates that are one topic under two spellings.
func (d *document) mergeKeys() {
	byKey := make(map[string]*candidate, len(d.order))
	for _, c := range d.order {
		key := model.TopicKey(d.show(c))
		first := byKey[key]
		switch {
		case key == "":
			c.merged = true
		case first == nil:
			byKey[key] = c
		case c.kind > first.kind:
			d.mergeInto(c, first)
			byKey[key] = c
		default:
			d.mergeInto(first, c)
		}
	}
}

// mergeNames joins a surname with the full name, and a name with the same name and more before it. It takes a time in
// proportion to how many names there are.
func (d *document) mergeNames() {
	byLast := map[int][]*candidate{}
	for _, c := range d.order {
		if c.kind == nameKind && !c.merged && len(c.ids) > 1 {
			first, last := c.ids[0], c.ids[len(c.ids)-1]
			byLast[last] = append(byLast[last], c)
			if d.words[first].class&given != 0 {
				byLast[first] = append(byLast[first], c)
			}
		}
	}
	for _, c := range d.order {
		if c.kind == nameKind && !c.merged && len(c.ids) > 2 {
			d.mergeShorter(c)
		}
	}
	for _, c := range d.order {
		if len(c.ids) != 1 || c.merged || c.kind != nameKind && !d.bare(c) {
			continue
		}
		if full := strongest(byLast[c.ids[0]]); full != nil {
			d.join(full, c)
		}
	}
}

// minName is how many letters of a name stand before an ending, and maxEnding how many an ending has.
const minName, maxEnding = 4, 3

// mergeInflected joins a single name with the one that it is a form of: "Óslóar" with "Ósló", "Solenova" with "Marta
// Solen".
func (d *document) mergeInflected() {
	if d.lang.code == "en" {
		return // possession is all that there is
	}
	byFold := map[string][]*candidate{}
	for _, c := range d.order {
		if c.kind == nameKind && !c.merged && c.ids != nil {
			last := d.words[c.ids[len(c.ids)-1]].fold
			byFold[last] = append(byFold[last], c)
		}
	}
	for _, c := range d.order {
		if len(c.ids) != 1 || c.merged || c.kind != nameKind && !d.bare(c) {
			continue
		}
		if base := d.baseOf(c, byFold); base != nil {
			d.mergeInto(base, c)
		}
	}
}

// baseOf returns the name that a single one is a form of, or nil.
func (d *document) baseOf(c *candidate, byFold map[string][]*candidate) *candidate {
	fold := d.words[c.ids[0]].fold
	base := fold
	for range maxEnding {
		_, n := utf8.DecodeLastRuneInString(base)
		base = base[:len(base)-n]
		if utf8.RuneCountInString(base) < minName {
			return nil
		}
		if d.lang.ending(fold[len(base):]) {
			if all := byFold[base]; len(all) > 0 {
				return strongest(all)
			}
		}
	}
	return nil
}

// join merges the single name c with the full one, or, where nouns have capitals, a full one that is but a noun
// before the name ("Weltverband FIS") with the name.
func (d *document) join(full, c *candidate) {
	first := &d.words[full.ids[0]]
	switch {
	case !d.lang.capitalNouns() || first.class&given != 0:
		d.mergeInto(full, c)
	case first.nominal > 0 && len(full.ids) == 2 && c.count > full.count:
		d.mergeInto(c, full)
	case first.nominal == 0 && first.lower == 0 && len(full.ids) == 2:
		d.mergeInto(full, c)
	}
}

// bare reports whether a noun with a capital, in a language that gives every noun one, stands without an article as
// names do.
func (d *document) bare(c *candidate) bool {
	return d.lang.capitalNouns() && c.kind == wordKind && c.capitals > 0 && c.nominal*5 <= c.count
}

// mergeShorter joins a name with those that it ends in, and with the one that differs from it in a middle name.
func (d *document) mergeShorter(long *candidate) {
	for _, short := range d.shorter(long) {
		switch {
		case long.merged:
			return
		case long.count > short.count:
			d.mergeInto(long, short)
		default:
			d.mergeInto(short, long)
		}
	}
}

// shorter are the names of several words that a longer one stands for, in the order of the text.
func (d *document) shorter(long *candidate) []*candidate {
	var all []*candidate
	add := func(ids []int, before int) {
		c := d.found[d.key(ids)]
		if c != nil && c.kind == nameKind && !c.merged && d.words[before].class&linking == 0 {
			all = append(all, c)
		}
	}
	for n := 1; n < len(long.ids)-1; n++ {
		add(long.ids[n:], long.ids[n-1])
	}
	if len(long.ids) == 3 {
		add([]int{long.ids[0], long.ids[2]}, long.ids[1])
	}
	slices.SortStableFunc(all, func(a, b *candidate) int { return a.first - b.first })
	return all
}

// strongest returns the candidate with the most mentions that has not been merged, or nil.
func strongest(group []*candidate) *candidate {
	var best *candidate
	for _, c := range group {
		if !c.merged && (best == nil || c.count > best.count || c.count == best.count && c.first < best.first) {
			best = c
		}
	}
	return best
}

// absorb takes away the words that are hardly met outside of a phrase, and the phrases that are a part of a longer
// one.
func (d *document) absorb() {
	for _, c := range d.order {
		if c.merged || len(c.ids) < 2 || c.kind != phraseKind {
			continue
		}
		for n := 1; n < len(c.ids); n++ {
			for i := 0; i+n <= len(c.ids); i++ {
				part := d.found[d.key(c.ids[i:i+n])]
				if part == nil || part == c || part.merged || part.kind >= nameKind {
					continue
				}
				if part.count*3 <= c.count*4 {
					part.merged = true
					c.places |= part.places
				}
			}
		}
	}
}
