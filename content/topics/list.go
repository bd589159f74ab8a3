package topics

import (
	"slices"
	"strings"
	"unicode/utf8"

	"lede/model"
	"lede/model/clean"
	"lede/model/world"
)

// list is the topics of an article as they are chosen. No one says what another says already.
type list struct {
	d       *document
	entries []entry
	named   int // entries that are inferred names of people and places
}

// entry is a topic of a list.
type entry struct {
	model.Topic
	words []string // of its name, folded, without their endings
	from  scored   // where it was inferred
	place bool     // it is a country or the like
}

// maxNames is how many of the topics may be names of people and places; the others are left to subjects.
const maxNames = 10

// maxStatedWords is how many words a topic of the source has at most that stands for a shorter one as well: longer
// ones are phrases that people search for.
const maxStatedWords = 3

func (l *list) entry(t model.Topic) entry {
	e := entry{Topic: t, words: strings.Fields(world.Fold(t.Name))}
	e.place = l.d.lang.placeOf(strings.ToLower(t.Name)) != ""
	for i, w := range e.words {
		e.words[i] = l.d.lang.stem(w)
	}
	return e
}

// state adds the topics that the source states. Of two of which one is a part of the other, the longer stays, but
// that countries stay, too.
func (l *list) state(topics []model.Topic) {
	var all []entry
	for _, t := range topics {
		all = append(all, l.entry(t))
	}
	for i, e := range all {
		covered := false
		for j, o := range all {
			switch {
			case i == j || e.place:
			case l.d.covers(o, e) && (!l.d.covers(e, o) || j < i):
				covered = covered || len(o.words) <= maxStatedWords
			case l.d.covers(e, o):
				covered = covered || len(e.words) > maxStatedWords
			}
		}
		if !covered {
			l.entries = append(l.entries, e)
		}
	}
}

// Where the source states topics, those inferred only complete them: they fill a short list, or are a few more, and
// must be more probable than elsewhere.
const (
	shortList = 7
	fewMore   = 2
	telling   = 0.13 // the least probability
)

// infer adds the most telling of what was found in the text. A few places are left to subjects before names of people
// and places take what remains.
func (l *list) infer(all []scored) {
	limit, known := Max, len(l.entries)
	if known > 0 && len(all) > 0 {
		limit = min(Max, max(shortList, known+fewMore))
		least := telling / (1 - telling)
		all = slices.DeleteFunc(all, func(s scored) bool { return s.score < least })
	}
	rest := l.fill(all, limit, maxNames)
	l.fill(rest, limit, limit)
	slices.SortStableFunc(l.entries[known:], func(a, b entry) int { return byScore(a.from, b.from) })
}

// fill adds candidates until the list has so many, and returns those that were passed over because there were names
// enough.
func (l *list) fill(all []scored, limit, names int) (rest []scored) {
	for i, s := range all {
		if len(l.entries) >= limit {
			return rest
		}
		if s.kind >= nameKind && l.named >= names {
			rest = append(rest, all[i])
			continue
		}
		name := clean.Line(l.d.show(s.candidate))
		if l.d.fit(name) && !l.says(s.candidate) {
			e := l.entry(model.NewTopic(name, l.d.tag, model.Inferred))
			e.from, e.place = s, s.kind == placeKind
			l.add(e)
		}
	}
	return rest
}

// says reports whether a word or phrase says what the list says already.
func (l *list) says(c *candidate) bool {
	return slices.ContainsFunc(l.entries, func(e entry) bool { return !e.stated() && repeats(e.from.candidate, c) })
}

// add adds an entry, or puts it in the place of one that it says better.
func (l *list) add(e entry) {
	for i, o := range l.entries {
		within := l.d.covers(o, e)
		if !within && !l.d.covers(e, o) {
			continue
		}
		if l.d.saysBetter(e, o, within) {
			if e.from.score = o.from.score; o.stated() {
				e.From, e.from = o.From, o.from
			}
			l.entries[i] = e
		}
		return
	}
	l.entries = append(l.entries, e)
	if e.from.kind >= nameKind {
		l.named++
	}
}

// saysBetter reports whether e, all of whose words are within those of o or the other way round, is the one to list.
func (d *document) saysBetter(e, o entry, within bool) bool {
	switch {
	case o.stated() && within:
		return e.isShortOf(o)
	case o.stated():
		return d.isFullName(e, o)
	case within:
		return e.place && !o.place && (o.from.kind < nameKind || e.from.count > o.from.count)
	}
	return !o.place && e.from.count*2 >= o.from.count
}

// stated reports whether the source states the topic.
func (e entry) stated() bool { return e.from.candidate == nil }

// isFullName reports whether a name is that of a person whose surname is another topic.
func (d *document) isFullName(e, surname entry) bool {
	c := e.from.candidate
	return c.kind == nameKind && len(c.ids) > 1 && d.words[c.ids[0]].class&given != 0 && len(surname.words) == 1 &&
		e.words[len(e.words)-1] == surname.words[0]
}

// isShortOf reports whether e is another name without what is in its middle: "Ada Byron" for "Ada King Byron".
func (e entry) isShortOf(o entry) bool {
	return e.from.kind == nameKind && len(e.words) == 2 && len(o.words) == 3 && e.words[0] == o.words[0] &&
		e.words[1] == o.words[2]
}

// covers reports whether e is the topic o under another name, or has all words of o, be it with another ending.
func (d *document) covers(e, o entry) bool {
	if e.Key == o.Key {
		return true
	}
	if len(e.words) == 1 && len(o.words) == 1 && e.words[0] != o.words[0] {
		return denseWord(o.words[0]) && strings.Contains(e.words[0], o.words[0]) || d.isFormOf(e.words[0], o.words[0])
	}
	for _, w := range o.words {
		if !slices.ContainsFunc(e.words, func(v string) bool { return d.isFormOf(v, w) || d.isFormOf(w, v) }) {
			return false
		}
	}
	return len(o.words) > 0
}

// isFormOf reports whether a word is another one, or that with an ending.
func (d *document) isFormOf(w, base string) bool {
	ending, ok := strings.CutPrefix(w, base)
	if !ok || ending == "" {
		return ok
	}
	return d.lang.code != "en" && utf8.RuneCountInString(base) >= minName &&
		utf8.RuneCountInString(ending) <= maxEnding && d.lang.ending(ending)
}

func (l *list) topics() []model.Topic {
	var topics []model.Topic
	for _, e := range l.entries {
		topics = append(topics, e.Topic)
	}
	return topics
}
