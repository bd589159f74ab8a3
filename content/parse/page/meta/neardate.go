package meta

import (
	"math"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/net/html"

	"lede/content/lang"
)

// Distances between a date and the title, in elements, and what is added to them.
const (
	maxFar    = 250 // the farthest for an element marked as the date of publication
	doubtFar  = 125 // from here on a date may be that of something else
	bylineFar = 40  // and from here on a date in a byline
	byName    = 15  // added where only the class of an element says that it is a date
	byChange  = 40  // added where the words say that it is the date of a change
)

// nearDates are the dates printed near the title. The zero value is for a page that prints none.
type nearDates struct {
	marked  time.Time // in an element marked as the date of publication
	when    time.Time // in the element or line nearest to the title, by its attributes
	printed time.Time // and by its words
	changed bool      // the words say that it is the date of a change
	far     bool      // it is so far away that it may be the date of something else
}

// nearDate finds the dates printed near the title, and the elements that have them.
func nearDate(near *vicinity) (nearDates, []*html.Node) {
	dates, spot := nearSpot(near)
	nodes := []*html.Node{spot}
	if dates.when.IsZero() || dates.far && near.title != nil {
		if t, line := lineDate(near); !t.IsZero() && (!near.tellsOfChange(line) || !dates.before(t)) {
			dates.when, dates.printed, dates.far = t, t, false
			nodes = append(nodes, line)
		}
	}
	return dates, slices.DeleteFunc(nodes, func(n *html.Node) bool { return n == nil })
}

// tellsOfChange reports whether a line says when the page was changed. The zero value is one that does.
func (v *vicinity) tellsOfChange(line *html.Node) bool {
	return line == nil || changed(spotText(v.Page, line))
}

// before reports whether an element by the title has a date that is earlier than another one.
func (d nearDates) before(t time.Time) bool { return !d.when.IsZero() && d.when.Before(t) }

// nearSpot returns the date in the date element nearest to the title, and the element, or nil.
func nearSpot(near *vicinity) (dates nearDates, best *html.Node) {
	least, leastMarked := math.MaxInt, math.MaxInt
	for _, s := range near.spots {
		if !s.kind.mayDate() {
			continue
		}
		far := near.distance(s)
		if apart := near.apart(s.node); apart.byClass || apart.byTag && far > maxAsideFar || near.isQuoted(s.node) {
			continue
		}
		if s.kind == dayClassSpot || s.kind == bylineSpot {
			far += byName
		}
		if far >= least && (s.kind != dateSpot || far >= leastMarked) {
			continue
		}
		said, ok := near.dateOf(s)
		if !ok {
			continue
		}
		if said.changed {
			far += byChange
		}
		if s.kind == dateSpot && far < leastMarked && far < maxFar {
			leastMarked, dates.marked = far, said.when
		}
		if far < least {
			least, best = far, s.node
			dates.when, dates.printed, dates.changed = said.when, said.printed, said.changed
			dates.far = far > doubtFar || s.kind == bylineSpot && far > bylineFar
		}
	}
	return dates, best
}

// mayDate reports whether a spot of a kind may have the date of publication.
func (k spotKind) mayDate() bool {
	return k == timeSpot || k == dayClassSpot || k == bylineSpot || k == dateSpot
}

// spotDate is the date in an element.
type spotDate struct {
	when    time.Time // by its attributes, or else its words
	printed time.Time // by its words, or the zero time
	changed bool      // the words say that it is the date of a change
	chosen  bool      // the words have another date as well
}

// dateOf reads the date in an element, and reports whether there is one.
func (v *vicinity) dateOf(s spot) (d spotDate, ok bool) {
	words := spotText(v.Page, s.node)
	if s.kind == bylineSpot && len(words) > nearLine {
		return d, false
	}
	d, inWords := printedDate(words)
	if t, ok := attrDate(s.node); ok {
		d.when = t
		return d, true
	}
	if words != "" {
		if t, ok := innerDate(s.node); ok && (!d.chosen || sameDay(t, d.printed)) {
			d.when = t
			return d, true
		}
	}
	return d, inWords
}

// printedDate reads the date in a line: of several the first that is not that of a change.
func printedDate(words string) (d spotDate, ok bool) {
	for before, t := range datesIn(words) {
		switch {
		case !ok:
			d, ok = spotDate{when: t, printed: t, changed: changed(before)}, true
		case !d.changed:
			d.chosen = true
			return d, true
		case !changed(before):
			return spotDate{when: t, printed: t, chosen: true}, true
		}
	}
	d.changed = d.changed || changed(words)
	return d, ok
}

// changed reports whether a line says when a text was changed, rather than published.
func changed(s string) bool {
	s = strings.ToLower(s)
	for _, w := range changeWords() {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// changeWords are parts of the words for a change, in lower case.
var changeWords = sync.OnceValue(func() []string { return lang.Wordings("changed") })
