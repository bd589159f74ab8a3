package topics

import (
	"hash/maphash"
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is how a candidate was found.
type kind int

const (
	wordKind   kind = iota // a single word that recurs
	phraseKind             // several words, or a run of a script without spaces
	nameKind               // words with a capital
	placeKind              // a place that words/ knows
)

// candidate is something that the article may be about.
type candidate struct {
	kind     kind
	ids      []int // the stems of its words; nil for one that was added as text
	forms    []form
	first    int // the token where it stands first
	weight   float64
	count    int
	nominal  int // mentions after a determiner
	preposed int // mentions after a preposition
	capitals int // mentions with a capital
	heads    int // mentions that no other content word follows
	follows  int // mentions that follow another content word
	passages int
	last     int   // the passage of the last mention
	places   uint8 // a bit for each place where it stands
	merged   bool  // into another candidate
}

// form is a way in which a candidate is written.
type form struct {
	text  string
	count int
}

// formLimit is how many ways of writing are told apart.
const formLimit = 6

func (c *candidate) in(p place) bool { return c.places&(1<<p) != 0 }

// place makes a candidate that was just mentioned a place, and that mention weigh so much.
func (c *candidate) place(weight float64) {
	c.kind = placeKind
	c.weight += weight - 1
}

// add counts a mention of the tokens i to j of passage p.
func (d *document) add(k kind, p, i, j int, weight float64) {
	key := d.keyOf(i, j)
	c := d.found[key]
	if c == nil {
		c = &candidate{first: i, last: -1, ids: d.ids(i, j)}
		d.found[key] = c
		d.order = append(d.order, c)
	}
	c.kind = max(c.kind, k)
	if i > 0 && !d.tokens[i].is(parted) {
		switch before := d.words[d.tokens[i-1].word].class; {
		case before&determiner != 0:
			c.nominal++
		case before&preposition != 0:
			c.preposed++
		case before&(stop|action) == 0:
			c.follows++
		}
	}
	if d.tokens[i].is(capital) {
		c.capitals++
	}
	if d.heads(j) {
		c.heads++
	}
	text := d.passages[p].text[d.tokens[i].from:d.tokens[j-1].to]
	if d.passages[p].loud && k < nameKind && !d.tokens[i].is(acronym) {
		text = d.quiet(i, j, text)
	}
	d.mention(c, p, text, weight)
}

// heads reports whether what ends before token j is not followed at once by another word that carries sense: an
// adjective is.
func (d *document) heads(j int) bool {
	if j >= len(d.tokens) || d.tokens[j].is(parted) || d.lang.capitalNouns() && !d.tokens[j].is(capital) {
		return true
	}
	return d.words[d.tokens[j].word].class&(stop|action) != 0
}

// quiet returns words that stand in a loud passage as they are written elsewhere.
func (d *document) quiet(i, j int, text string) string {
	for k := i; k < j; k++ {
		if w := &d.words[d.tokens[k].word]; w.upper > w.lower {
			return text
		}
	}
	if d.lang.capitalNouns() {
		return text
	}
	return strings.ToLower(text)
}

// addText counts a mention, at token i, of something that is not written there in these words.
func (d *document) addText(p, i int, text string) *candidate {
	key := maphash.String(d.seed, text)
	c := d.found[key]
	if c == nil {
		c = &candidate{kind: phraseKind, first: i, last: -1}
		d.found[key] = c
		d.order = append(d.order, c)
	}
	d.mention(c, p, text, 1)
	return c
}

func (d *document) mention(c *candidate, p int, text string, weight float64) {
	where := d.passages[p].place
	c.weight += weight * where.weight()
	c.count++
	c.places |= 1 << where
	if c.last != p {
		c.passages++
		c.last = p
	}
	for i := range c.forms {
		if c.forms[i].text == text {
			c.forms[i].count++
			return
		}
	}
	if len(c.forms) < formLimit {
		c.forms = append(c.forms, form{text, 1})
	}
}

func (d *document) ids(i, j int) []int {
	ids := make([]int, 0, j-i)
	for k := i; k < j; k++ {
		ids = append(ids, d.words[d.tokens[k].word].stem)
	}
	return ids
}

func (d *document) keyOf(i, j int) uint64 {
	key := newKey(j - i)
	for k := i; k < j; k++ {
		key = mix(key, d.words[d.tokens[k].word].stem)
	}
	return key
}

func (d *document) key(ids []int) uint64 {
	key := newKey(len(ids))
	for _, id := range ids {
		key = mix(key, id)
	}
	return key
}

// newKey begins the key of a sequence of n words. It is far from any word's number, so that no sequence begins with 0.
func newKey(n int) uint64 { return uint64(n) * 0xD6E8FEB86659FD93 } //nolint:gosec // a length is not negative

// mix adds a word to the key of a sequence.
func mix(key uint64, id int) uint64 {
	key = (key ^ uint64(id+1)) * 0x9E3779B97F4A7C15 //nolint:gosec // a word's number is not negative
	return key ^ key>>29
}

// show returns the candidate as a reader would write it.
func (d *document) show(c *candidate) string {
	best := c.forms[0]
	for _, f := range c.forms[1:] {
		if d.better(c, f, best) {
			best = f
		}
	}
	text := strings.Join(strings.Fields(best.text), " ")
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\u00ad", ""), "\u200b", "")
	if shout(text) && strings.Contains(text, " ") {
		text = titleCase(text)
	}
	if d.lang.code == "ko" {
		return d.lang.stem(text)
	}
	if d.lang.capitalNouns() && len(c.ids) > 1 {
		text = d.nominative(c, text)
	}
	if c.kind < nameKind && d.openOnly(c) && !d.lang.capitalNouns() {
		return lowerFirst(text)
	}
	return text
}

// nominative puts the adjective before a German noun into the form that stands without an article: "Deutsche Bank" for
// "der Deutschen Bank". It is done for feminine nouns, which their endings tell.
func (d *document) nominative(c *candidate, text string) string {
	first, rest, _ := strings.Cut(text, " ")
	for _, f := range c.forms {
		if f.text == first[:len(first)-1]+" "+rest && hasAny(first, "en", "er", "es", "em") {
			return f.text
		}
	}
	at, ok := d.index[strings.ToLower(first)]
	if !ok || !feminine(rest) || d.words[at].place == "" && d.words[at].lower == 0 {
		return text
	}
	if r, _ := utf8.DecodeRuneInString(first); strings.HasSuffix(first, "en") ||
		strings.HasSuffix(first, "er") && unicode.IsLower(r) {
		return first[:len(first)-1] + " " + rest
	}
	return text
}

func feminine(noun string) bool {
	return hasAny(strings.ToLower(noun), "ung", "heit", "keit", "ion", "schaft", "tät", "ik", "enz", "anz", "ei", "bank",
		"kirche", "gewalt",
		"arbeit", "wahl", "kunst", "armee", "krise", "hilfe", "liga", "frage", "schule", "geschichte")
}

// better reports whether form a is the better one to show: the one met more often, in inflecting languages the
// shorter name.
func (d *document) better(c *candidate, a, b form) bool {
	if shout(a.text) != shout(b.text) {
		return shout(b.text)
	}
	if c.kind == nameKind && d.lang.inflects() && len(a.text) != len(b.text) {
		return len(a.text) < len(b.text)
	}
	return a.count > b.count
}

func shout(s string) bool { return len(s) > 5 && s == strings.ToUpper(s) && s != strings.ToLower(s) }

// openOnly reports whether the first word has a capital only where sentences begin.
func (d *document) openOnly(c *candidate) bool {
	if c.ids == nil {
		return false
	}
	w := &d.words[c.ids[0]]
	return w.lower > 0 && w.upper <= w.lower
}

// titleCase writes words of capitals only with a capital each: "THE HAGUE" is The Hague.
func titleCase(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		_, n := utf8.DecodeRuneInString(w)
		words[i] = w[:n] + strings.ToLower(w[n:])
	}
	return strings.Join(words, " ")
}

func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[n:])
	if unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}
