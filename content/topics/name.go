package topics

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxNameWords is the most words of a name; a longer run of capitals is a heading or a list.
const maxNameWords = 6

// names makes candidates of the runs of words with a capital.
func (d *document) names() {
	d.used = make([]bool, len(d.tokens))
	for p := range d.passages {
		end := d.passages[p].to
		d.at = p
		for i := d.passages[p].from; i < end; {
			d.adjective(p, i)
			j := d.nameEnd(i, end)
			if j > i && j-i <= maxNameWords {
				d.name(p, i, j)
			}
			i = max(j, i+1)
		}
	}
}

// adjective counts a mention of a place by its adjective in small letters, as most languages write it: "ukrainische".
func (d *document) adjective(p, i int) {
	w := &d.words[d.tokens[i].word]
	if w.place != "" && !d.tokens[i].is(capital) && d.lang.code != "en" && w.class&stop == 0 {
		d.addText(p, i, w.place).place(0.4)
	}
}

// nameEnd returns the end of the name that begins at token i, or i when none does.
func (d *document) nameEnd(i, end int) int {
	if !d.proper(i, end) {
		return i
	}
	j := i + 1
	for j < end && (!d.tokens[j].is(parted) || d.ampersand(j)) {
		if d.genitive(j) || d.genitive(j-1) {
			return j
		}
		switch next := d.link(j, end); {
		case d.proper(j, end) || d.capitalInside(j):
			j++
		case next > j:
			j = next
		default:
			return j
		}
	}
	return j
}

// ampersand reports whether nothing but an & parts token j from the one before it.
func (d *document) ampersand(j int) bool {
	text := d.passages[d.at].text[d.tokens[j-1].to:d.tokens[j].from]
	return !d.lang.capitalNouns() && strings.TrimSpace(text) == "&" && d.tokens[j].is(capital)
}

// capitalInside reports whether token j, after a name, has a capital that cannot come from a beginning sentence.
func (d *document) capitalInside(j int) bool {
	t := d.tokens[j]
	return t.is(capital) && !t.is(opening) && d.words[t.word].class&stop == 0 && !d.lang.capitalNouns()
}

// proper reports whether token i is written as part of a name.
func (d *document) proper(i, end int) bool {
	t := d.tokens[i]
	w := &d.words[t.word]
	switch {
	case !t.is(capital) || w.class&stop != 0 || t.is(ideograph):
		return false
	case t.is(acronym) && !t.is(opening), w.class&given != 0, w.place != "" && w.place[0] != w.fold[0]|0x20:
		return true
	case !t.is(opening):
		return w.upper >= w.lower
	case w.upper > 0 || w.lower > 0:
		return w.upper > w.lower
	case w.place != "" || t.is(acronym):
		return true
	case w.class&vague != 0:
		return false
	}
	return d.leads(i, end) || w.open > 2 && d.lang != unknown
}

// mostlyBare is how often a name is said, at least, for each time that an article stands before it.
const mostlyBare = 3

// genitive reports whether token i is a name with the ending of possession, as in "Trumps Anwältin": its word is met
// without that ending too.
func (d *document) genitive(i int) bool {
	w := &d.words[d.tokens[i].word]
	if !d.lang.capitalNouns() || !strings.HasSuffix(w.fold, "s") || len(w.fold) < 4 {
		return false
	}
	base := w.fold[:len(w.fold)-1]
	if at, ok := d.index[base]; ok {
		w := &d.words[at]
		return w.upper+w.open > w.nominal*mostlyBare
	}
	return w.place != "" && strings.ToLower(w.place) == base
}

// leads reports whether a word that opens a sentence and stands nowhere else goes on as a name.
func (d *document) leads(i, end int) bool {
	if i+1 >= end {
		return false
	}
	next := d.tokens[i+1]
	return next.is(capital) && !next.is(parted) && !next.is(opening) && d.words[next.word].class&stop == 0 &&
		!d.lang.capitalNouns()
}

// link returns the token after small words inside a name, such as "of the", or j when there are none.
func (d *document) link(j, end int) int {
	before := d.words[d.tokens[j-1].word]
	if d.lang.capitalNouns() && before.class&given == 0 {
		return j
	}
	for k := j; k < end && k < j+2; k++ {
		w := d.words[d.tokens[k].word]
		if d.tokens[k].is(capital) || d.tokens[k].is(parted) || w.class&linking == 0 || k == j && !d.links(w.fold, before) {
			return j
		}
		if next := k + 1; next < end && d.tokens[next].is(capital) && !d.tokens[next].is(opening|parted) &&
			d.proper(next, end) {
			return next
		}
	}
	return j
}

// links reports whether a small word may follow the word before it inside a name.
func (d *document) links(small string, before word) bool {
	switch small {
	case "the", "la", "las", "le", "les", "los", "el", "der", "den", "het", "l":
		return before.class&given != 0
	case "for":
		return before.class&(common|role) != 0 || hasAny(before.fold, "tion", "ment", "ute", "ion", "tre", "paign", "cil")
	}
	return before.class&role == 0
}

// name makes a candidate of the run of tokens i to j, without the titles and offices before it.
func (d *document) name(p, i, j int) {
	if k := d.lastOffice(i, j); k > i {
		d.name(p, i, k) // "Florida Governor …"
		i = k
	}
	for i < j {
		next, done := d.office(p, i, j)
		if done {
			break
		}
		i = next
	}
	if i == j {
		return
	}
	for k := i; k < j; k++ {
		d.used[k] = true
	}
	w := &d.words[d.tokens[i].word]
	if j-i > 1 {
		d.fullName(p, i, j)
		return
	}
	switch {
	case w.place != "":
		d.addPlace(p, i, w)
	case d.compound(p, i):
	case w.class&(vague|rank) != 0, utf8.RuneCountInString(w.fold) < 2:
		d.used[i] = d.tokens[i].is(acronym)
	case d.lang.capitalNouns() && !d.tokens[i].is(acronym) && w.class&given == 0:
		d.used[i] = false // an ordinary noun as well as a name
	default:
		d.add(nameKind, p, i, j, 1)
	}
}

// lastOffice returns the last word of i to j that names an office and does not end the name, or i.
func (d *document) lastOffice(i, j int) int {
	for k := j - 2; k > i; k-- {
		w := &d.words[d.tokens[k].word]
		if w.class&role != 0 && d.tokens[k].is(capital) && w.class&linking == 0 || d.beginsPerson(i, k, j) {
			return k
		}
	}
	return i
}

// beginsPerson reports whether the name of a person begins at token k of i to j, after nouns that say who that is:
// "Parteifreundin Bettina …", in a language that gives every noun a capital.
func (d *document) beginsPerson(i, k, j int) bool {
	before := &d.words[d.tokens[k-1].word]
	return d.lang.capitalNouns() && d.words[d.tokens[k].word].class&given != 0 && k+1 < j && k > i &&
		before.class&(given|linking) == 0 && !saint(before.fold)
}

// saint reports whether a word stands before the name of a saint, which then names a place.
func saint(word string) bool {
	switch word {
	case "st", "sankt", "san", "santa", "santo", "são", "saint", "sainte":
		return true
	}
	return false
}

// fullName makes a candidate of a name of several words.
func (d *document) fullName(p, i, j int) {
	if text := d.passages[p].text[d.tokens[i].from:d.tokens[j-1].to]; j-i < 4 && len(text) < 32 {
		if place := d.lang.places()[strings.ToLower(text)]; place != "" {
			d.addText(p, i, place).place(1)
			return
		}
	}
	d.add(nameKind, p, i, j, 1)
}

// office passes over one word before a name that gives a person's office or origin. It returns the token to go on
// with, and whether the name begins at i.
func (d *document) office(p, i, j int) (next int, done bool) {
	w := &d.words[d.tokens[i].word]
	after := class(0)
	if i+1 < j {
		after = d.words[d.tokens[i+1].word].class
	}
	switch {
	case i+1 < j && d.qualified(p, i):
	case w.place != "" && d.tokens[i].is(acronym) && j-i > 2:
		d.addPlace(p, i, w)
	case w.place != "" && i+1 < j && (after&(role|rank) != 0 || d.isOffice(d.words[d.tokens[i+1].word].fold)):
		d.addPlace(p, i, w)
	case w.class&role != 0, w.class&rank != 0 && after&(role|rank) != 0:
	case w.class&linking != 0 && !d.tokens[i].is(capital):
	case d.isOffice(w.fold):
		d.compound(p, i)
	case d.lang.capitalNouns() && i+1 < j && w.class&given == 0 &&
		(w.class&vague != 0 || w.nominal > 0 && w.place == "" && j-i > 2):
		return i + 1, false
	default:
		return i, true
	}
	d.used[i] = true
	return i + 1, false
}

// isOffice reports whether a word ends as the words for a person's office do: "Regierungssprecherin".
func (d *document) isOffice(w string) bool {
	for _, s := range d.lang.offices {
		if len(w) > len(s)+2 && strings.HasSuffix(w, s) {
			return true
		}
	}
	return false
}

// addPlace counts a mention of the place that w names, a little less when it is named by its people or language.
func (d *document) addPlace(p, i int, w *word) {
	weight := 0.7
	if key := strings.ToLower(w.place); key == w.fold || d.tokens[i].is(acronym) ||
		d.lang.stem(key) == d.lang.stem(w.fold) {
		weight = 1
	}
	d.used[i] = true
	d.addText(p, i, w.place).place(weight)
}

// compound counts the parts of a word with a hyphen that are names themselves: both of US-China, the first of
// Trump-Anwältin. It reports whether the word is nothing but such parts.
func (d *document) compound(p, i int) bool {
	first, rest, ok := strings.Cut(d.words[d.tokens[i].word].fold, "-")
	if !ok {
		return false
	}
	a, b := d.part(p, i, first), d.part(p, i, rest)
	return a && (b || d.words[d.tokens[i].word].place == "" && d.lang.placeOf(first) != "" && d.smallTail(p, i))
}

// qualified counts the place in a word such as Indian-controlled, and reports whether token i is one.
func (d *document) qualified(p, i int) bool {
	return d.smallTail(p, i) && d.compound(p, i)
}

// smallTail reports whether what follows the hyphen in token i has a small letter.
func (d *document) smallTail(p, i int) bool {
	_, tail, ok := strings.Cut(d.passages[p].text[d.tokens[i].from:d.tokens[i].to], "-")
	r, _ := utf8.DecodeRuneInString(tail)
	return ok && unicode.IsLower(r)
}

func (d *document) part(p, i int, fold string) bool {
	if place := d.lang.placeOf(fold); place != "" {
		d.addText(p, i, place).place(0.6)
		return true
	}
	at, ok := d.index[fold]
	if !ok {
		at, ok = d.index[strings.ToUpper(fold)]
	}
	if !ok || d.words[at].upper == 0 || d.words[at].class&vague != 0 {
		return false
	}
	if c := d.found[d.key([]int{d.words[at].stem})]; c != nil {
		c.count++
		c.weight += 0.6
	}
	return true
}
