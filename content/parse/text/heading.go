package text

import (
	"strings"
	"unicode"

	"lede/content/lang"
	"lede/content/parse/block"
)

// maxHeading is the length in columns of the longest heading.
const maxHeading = 140

// markHeadings makes headings of the plain units that read like one; title is the title of the text. Some lines
// cannot be a heading and some must be; the others are scored by what they are and by what is around them.
func markHeadings(units []block.Unit, marked []block.Found, title string) {
	o := newOutline(units, marked, title)
	weights := headingWeights()
	for i, l := range o.looks {
		if l.kind != block.Plain || l.size > maxHeading || units[i].Text == title || o.never(i) {
			continue
		}
		rule := o.always(i)
		if rule == "" && o.features(i).score(weights) > 0 {
			rule = "heading: a short line without a full stop, among lines that speak for one"
		}
		if rule != "" {
			units[i].Kind, units[i].Why.Rule = block.Heading, rule
		}
	}
	setLevels(units)
}

// never reports whether unit i cannot be a heading, no matter what comes before and after it.
func (o *outline) never(i int) bool {
	s, l := o.units[i].Text, o.looks[i]
	switch {
	case o.units[i].Sure || l.aside || !lang.HasLetter(s) || strings.Contains(s, "\n"):
		return true
	case l.end == endComma, l.end == endStop && !o.counted(i), l.end == endColon && !o.announces(i):
		return true
	case i == len(o.units)-1: // it would have nothing below it
		return true
	case o.speakers > 2 && speaker(s): // a conversation, or questions and answers
		return true
	case unicode.IsLower(l.first) && !isLettered(s) && !o.contents[unnumbered(s)]:
		return true
	// the text right below a title sums up the text
	case i < o.deck && (i == 0 || o.deck > 2) && l.size > maxDeckHeading && !conventional(s):
		return true
	case l.end == endQuestion && o.answers >= 2 && o.answers*3 >= o.questions: // an interview
		return true
	// the text names its headings itself, and this is none of them
	case o.tabled && !o.contents[unnumbered(s)] && !conventional(s):
		return true
	}
	return o.fragment(i)
}

// fragment reports whether a line belongs to a list without marks, a table or a program.
func (o *outline) fragment(i int) bool {
	s := o.units[i].Text
	for _, start := range []string{"|", "$ ", "//", "#include"} {
		if strings.HasPrefix(s, start) {
			return true
		}
	}
	for _, end := range []string{"|", "; and", "; or"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	if p := prefix(s); p != "" && (o.labels[p] > maxAlike && !o.apart(i) || o.labelled(i-1) || o.labelled(i+1)) {
		return true
	}
	price := unicode.Is(unicode.Sc, o.looks[i].first) && strings.Count(s, " ") < 3
	details := strings.HasSuffix(s, ")") && strings.Contains(s, ", ") && o.around(i, -1).bare
	return price || details || o.around(i, -1).end == endComma || strings.Contains(s, "://")
}

// labelled reports whether the unit at i is an entry of the kind "Kind: value".
func (o *outline) labelled(i int) bool {
	return i >= 0 && i < len(o.looks) && o.looks[i].kind == block.Plain && o.looks[i].end == endNone &&
		prefix(o.units[i].Text) != ""
}

// always returns the rule by which unit i is a heading, no matter what comes before and after it: the table of
// contents names it, texts commonly have it for a heading, or its number counts on from the headings above. It returns
// "" where no such rule holds.
func (o *outline) always(i int) string {
	s := o.units[i].Text
	switch {
	case o.counted(i):
		return "heading: a number that counts up through the text"
	case o.announces(i):
		return "heading: a few words and a colon above a list or a text"
	case o.loud && isCapitals(s) && o.looks[i].size <= maxBare && o.between(i):
		return "heading: in capitals like the title, between two paragraphs"
	case !o.looks[i].bare:
		return ""
	}
	m, ok := numbered(s)
	switch {
	case o.recurring[alike(s)]:
		return "heading: it heads one part after another"
	case o.tabled && o.contents[unnumbered(s)]:
		return "heading: the table of contents names it"
	case conventional(s):
		return "heading: words that texts have for one"
	case ok && (o.numbers[m.number-1] || o.numbers[m.number+1]):
		return "heading: a number that counts up through the text"
	}
	return ""
}

// between reports whether a line stands alone between two paragraphs.
func (o *outline) between(i int) bool {
	prev, next := o.around(i, -1), o.around(i, 1)
	return prev.prose() && prev.end != endColon && next.prose()
}

// features are what speaks for a heading, and against it. All are between 0 and 1, but for words.
type features struct {
	bias          float64 // 1
	words         float64 // in tens, up to 2
	exclaims      float64 // ends with an exclamation mark
	symbols       float64 // currency, arithmetic, brackets and the like, up to 4
	sentence      float64 // a sentence ends inside
	capitals      float64 // has no small letters
	odd           float64 // the share of the other bare lines that differ in that
	prevEnds      float64 // stands below a paragraph
	prevColon     float64 // stands below a line that announces something
	nextEnds      float64 // stands above a paragraph
	nextShort     float64 // what follows is not much longer
	nextLong      float64 // what follows is much longer
	nextSpeaks    float64 // what follows begins with a quotation mark or a dash
	nextNextBare  float64 // and what follows that is a bare line
	opensRun      float64 // is the first of several bare lines
	repeated      float64 // the share of its longer words that the text below says again
	bareShare     float64 // the share of bare lines in the text
	shortProse    float64 // the paragraphs of the text are short
	nearEnd, last float64 // is among the last three units; is the last
}

// headingWeights says how much each feature speaks for a heading, as the logarithm of odds. They were fitted by
// logistic regression on news and web pages in many languages, and tested on pages left out.
func headingWeights() features {
	return features{
		bias:         0.8,
		words:        -1.8,
		exclaims:     -2.7,
		symbols:      -1.6,
		sentence:     -1.5,
		capitals:     -2.5,
		odd:          0.9,
		prevEnds:     2.0,
		prevColon:    -0.3,
		nextEnds:     1.1,
		nextShort:    -1.2,
		nextLong:     0.6,
		nextSpeaks:   -1.4,
		nextNextBare: -0.8,
		opensRun:     1.5,
		repeated:     1.1,
		bareShare:    0.7,
		shortProse:   -2.3,
		nearEnd:      -0.9,
		last:         -1.8,
	}
}

// score is above 0 for what is more likely a heading than not.
func (f features) score(w features) float64 {
	return f.bias*w.bias + f.words*w.words + f.exclaims*w.exclaims + f.symbols*w.symbols + f.sentence*w.sentence +
		f.capitals*w.capitals + f.odd*w.odd + f.prevEnds*w.prevEnds + f.prevColon*w.prevColon + f.nextEnds*w.nextEnds +
		f.nextShort*w.nextShort + f.nextLong*w.nextLong + f.nextSpeaks*w.nextSpeaks + f.nextNextBare*w.nextNextBare +
		f.opensRun*w.opensRun + f.repeated*w.repeated + f.bareShare*w.bareShare + f.shortProse*w.shortProse +
		f.nearEnd*w.nearEnd + f.last*w.last
}

// features measures the unit at i.
func (o *outline) features(i int) features {
	s, l := o.units[i].Text, o.looks[i]
	words := strings.Fields(s)
	prev, next, nextNext := o.around(i, -1), o.around(i, 1), o.around(i, 2)
	capitals := isCapitals(s)
	f := features{
		bias:         1,
		words:        float64(min(len(words), 20)) / 10,
		exclaims:     on(l.end == endBang),
		symbols:      symbols(s),
		sentence:     on(sentenceInside(s)),
		capitals:     on(capitals),
		odd:          o.odd(capitals),
		prevEnds:     on(prev.prose() && prev.end != endColon || prev.kind == block.Rule),
		prevColon:    on(prev.end == endColon),
		nextEnds:     on(next.prose() && next.end != endColon),
		nextNextBare: on(nextNext.bare),
		opensRun:     on(l.bare && next.bare && (prev.prose() || i == 0)),
		bareShare:    float64(o.bares) / float64(max(1, o.paragraphs+o.bares)),
		shortProse:   on(o.paragraphs > 0 && o.typical < 150),
		nearEnd:      on(i >= len(o.units)-3),
		last:         on(i == len(o.units)-1),
	}
	if next.size > 0 {
		f.nextShort = on(next.size < l.size*3/2)
		f.nextLong = on(next.size > l.size*4)
		f.nextSpeaks = on(speaks(next.first))
	}
	if j := o.step(i, 1); j < len(o.units) && next.kind == block.Plain {
		f.repeated = overlap(words, o.units[j].Text)
	}
	return f
}

func on(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// odd is the share of the bare lines that have small letters, for a line that has none, and the other way round.
func (o *outline) odd(capitals bool) float64 {
	if o.bares == 0 {
		return 0
	}
	share := float64(o.capitals) / float64(o.bares)
	if capitals {
		return 1 - share
	}
	return share
}
