package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/content/parse/block"
)

// look is what matters of a unit to the lines around it. The zero value is the look of nothing.
type look struct {
	size  int        // columns, up to maxSize
	first rune       // what it begins with
	end   ending     // how it ends
	kind  block.Kind //
	bare  bool       // a short line that does not end like a sentence
	aside bool       // it stands beside the text: a credit, a byline, a post, a related link
}

const (
	maxSize        = 1000
	maxBare        = 115
	maxDeckHeading = 30
)

// prose reports whether it reads like a paragraph.
func (l look) prose() bool {
	return l.size > 0 && l.kind == block.Plain && !l.aside && (l.size > maxBare || l.end != endNone && l.end != endComma)
}

// ending is the mark that ends a text, before quotation marks and brackets.
type ending int

const (
	endNone ending = iota
	endStop
	endQuestion
	endBang
	endColon
	endComma
	endDots
)

func endingOf(s string) ending {
	t := strings.TrimRight(withoutNotes(s), closers)
	r, _ := utf8.DecodeLastRuneInString(t)
	switch {
	case r == '…' || strings.HasSuffix(t, ".."):
		return endDots
	case strings.ContainsRune(".。．।॥۔։።", r):
		if len(t) < maxDeckHeading && len(t) > 1 && '0' <= t[len(t)-2] && t[len(t)-2] <= '9' {
			return endNone // an ordinal, as in "18. 7."
		}
		return endStop
	case strings.ContainsRune("?？؟", r):
		return endQuestion
	case strings.ContainsRune("!！", r):
		return endBang
	case strings.ContainsRune(":：", r):
		return endColon
	case strings.ContainsRune(",;、，；،", r):
		return endComma
	}
	return endNone
}

// withoutNotes takes the marks of footnotes from the end of s: "[3]", "[n 2]".
func withoutNotes(s string) string {
	for strings.HasSuffix(s, "]") {
		i := strings.LastIndexByte(s, '[')
		if i <= 0 || len(s)-i > 20 {
			break
		}
		s = strings.TrimRight(s[:i], " ")
	}
	return s
}

// outline knows of a text what its headings are told by.
type outline struct {
	units      []block.Unit
	looks      []look
	counts     map[string]int  // how often each short line occurs
	recurring  map[string]bool // the lines among them that head a part each time
	labels     map[string]int  // how often a short line begins with a label
	contents   map[string]bool // the items of lists, without marks and numbers
	numbers    map[int]bool    // the numbers that bare lines begin with
	loud       bool            // the title is in capitals
	tabled     bool            // the items of a list are the headings: a table of contents
	deck       int             // how many units from the start are bare
	paragraphs int
	bares      int
	capitals   int // bare lines without small letters
	questions  int // short questions
	answers    int // of them those that somebody answers
	speakers   int // units that begin with who says them
	typical    int // the mean size of paragraphs
}

func newOutline(units []block.Unit, marked []block.Found, title string) *outline {
	o := &outline{
		units: units, looks: make([]look, len(units)), loud: isCapitals(title),
		counts: map[string]int{}, recurring: map[string]bool{}, labels: map[string]int{}, contents: map[string]bool{},
		numbers: map[int]bool{},
	}
	for i, u := range units {
		o.looks[i] = lookOf(u)
		o.note(i)
	}
	for _, f := range marked {
		for i := f.From; i < f.To; i++ {
			o.looks[i].aside = true
		}
	}
	o.recur()
	o.setAside()
	o.measure()
	return o
}

func lookOf(u block.Unit) look {
	l := look{kind: u.Kind, end: endingOf(u.Text)}
	l.size = min(columns(u.Text[:min(len(u.Text), maxSize)]), maxSize)
	l.first, _ = utf8.DecodeRuneInString(u.Text)
	l.bare = u.Kind == block.Plain && l.size <= maxBare && l.end == endNone
	return l
}

// note counts what recurs.
func (o *outline) note(i int) {
	u, l := o.units[i], o.looks[i]
	switch {
	case u.Kind == block.List:
		for item := range strings.Lines(u.Text) {
			if len(item) < 2*maxHeading {
				o.contents[unnumbered(item)] = true
			}
		}
	case u.Kind == block.Plain && l.size <= maxHeading:
		o.counts[alike(u.Text)]++
		if p := prefix(u.Text); p != "" {
			o.labels[p]++
		}
	}
	if l.kind == block.Plain && speaker(u.Text) {
		o.speakers++
	}
}

// setAside finds the lines that stand beside the text.
func (o *outline) setAside() {
	for i, u := range o.units {
		if l := &o.looks[i]; l.kind == block.Plain && l.size <= maxBare && o.beside(u.Text) {
			l.aside, l.bare = true, false
		}
	}
}

// beside reports whether a line accompanies the text without being part of it: a credit, a byline, a remark in
// brackets, or a line that is repeated as it is.
func (o *outline) beside(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	bracketed := strings.ContainsRune("([（【［＜", first) && strings.ContainsRune(")]）】］＞", last)
	k := alike(s)
	repeated := o.counts[k] > maxAlike || o.counts[k] == maxAlike && k != s
	return bracketed || repeated && !o.recurring[k] || isSigned(s) || isCredit(s) || isCounter(s) || isChrome(s)
}

// measure counts the lines of each look.
func (o *outline) measure() {
	named, sum := 0, 0
	for i, l := range o.looks {
		s := o.units[i].Text
		if l.kind != block.Plain {
			continue
		}
		switch {
		case l.bare:
			o.bares++
			if isCapitals(s) {
				o.capitals++
			}
			if o.contents[unnumbered(s)] {
				named++
			}
			if m, ok := numbered(s); ok {
				o.numbers[m.number] = true
			}
		case l.end == endStop && l.size <= maxBare && o.apart(i):
			if m, ok := numbered(s); ok {
				o.numbers[m.number] = true
			}
		case l.end == endQuestion && l.size <= maxHeading:
			o.questions++
			if i+1 < len(o.looks) && speaks(o.looks[i+1].first) {
				o.answers++
			}
		}
		if l.size > maxHeading/2 && l.end != endNone {
			o.paragraphs++
			sum += l.size
		}
	}
	for o.deck < len(o.looks) && o.looks[o.deck].bare {
		o.deck++
	}
	o.tabled = named > 3
	o.typical = sum / max(1, o.paragraphs)
}

// around is the look of the unit that is n away from i, not counting what is set aside.
func (o *outline) around(i, n int) look {
	if j := o.step(i, n); 0 <= j && j < len(o.looks) {
		return o.looks[j]
	}
	return look{}
}

// step is the index of the unit n away from i, not counting what is set aside; it may lie outside of the text.
func (o *outline) step(i, n int) int {
	by := 1
	if n < 0 {
		by, n = -1, -n
	}
	for ; n > 0; n-- {
		for i += by; 0 <= i && i < len(o.looks) && o.looks[i].aside; i += by {
		}
	}
	return i
}

// speaks reports whether direct speech begins with r.
func speaks(r rune) bool { return strings.ContainsRune("\"“„«‘'‹「『–—", r) }

func isCapitals(s string) bool {
	small := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		small = small || unicode.IsUpper(r)
	}
	return small
}
