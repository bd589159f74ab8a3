package parse

import (
	"math"
	"strings"
	"time"

	"golang.org/x/net/html"
)

// How far a date may be from the title, in elements, and what counts as distance, too.
const (
	maxFar    = 250 // of an element that is marked as that of the publication
	doubtFar  = 125 // from there on a date may be another one's
	bylineFar = 40  // and from there on one in a byline
	byName    = 15  // added where only the class of an element says that it is a date
	byChange  = 40  // added where the words say that it is the date of a change
)

// nearLine is the longest line that a date is looked for in, in bytes.
const nearLine = 200

// nearDates is what the page prints near the title. The zero value is that of a page that prints nothing.
type nearDates struct {
	marked  time.Time // of an element that is marked as that of the publication
	when    time.Time // of the element or line nearest to the title, as its attributes say it
	printed time.Time // as its words say it
	changed bool      // the words say that it is the date of a change
	far     bool      // it stands so far away that it may be another one's
}

// nearDate finds the dates that are printed near the title, and the elements that they were read from.
func nearDate(near *vicinity) (nearDates, []*html.Node) {
	var nodes []*html.Node
	dates, box := nearSpot(near)
	if box != nil {
		nodes = append(nodes, box)
	}
	if dates.when.IsZero() || dates.far && near.title != nil {
		if t, box := nearText(near); !t.IsZero() {
			dates.when, dates.printed, dates.far = t, t, false
			nodes = append(nodes, box)
		}
	}
	return dates, nodes
}

// nearSpot returns the date of the element nearest to the title of those that are for dates, and the element; or nil.
func nearSpot(near *vicinity) (dates nearDates, best *html.Node) {
	least, leastMarked := math.MaxInt, math.MaxInt
	for _, s := range near.spots {
		if !s.kind.mayDate() || near.aside(s.node) {
			continue
		}
		far := near.distance(s)
		if s.kind == dayClassSpot || s.kind == bylineSpot {
			far += byName
		}
		if far >= least && (s.kind != dateSpot || far >= leastMarked) {
			continue
		}
		said, ok := s.date()
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

// mayDate reports whether a spot of a kind may hold the date of the publication.
func (k spotKind) mayDate() bool {
	return k == timeSpot || k == dayClassSpot || k == bylineSpot || k == dateSpot
}

// spotDate is the date that an element says.
type spotDate struct {
	when    time.Time // as its attributes say it, or else its words
	printed time.Time // as its words say it, or the zero time
	changed bool      // the words say that it is the date of a change
}

// date reads the date of an element, and reports whether it has one.
func (s spot) date() (d spotDate, ok bool) {
	words := spotText(s.node)
	if s.kind == bylineSpot && len(words) > nearLine {
		return d, false
	}
	printed, inWords := dateIn(words)
	d = spotDate{printed: printed, changed: changed(words)}
	if d.when, ok = attrDate(s.node); ok {
		return d, true
	}
	if words != "" {
		if d.when, ok = innerDate(s.node); ok {
			return d, true
		}
	}
	d.when = printed
	return d, inWords
}

// changed reports whether a line says when a text was changed, rather than published.
func changed(s string) bool {
	s = strings.ToLower(s)
	for _, w := range [...]string{"updated", "modified", "aktualisiert", "update", "mis à jour", "modifié", "actualizado", "aggiornato", "bijgewerkt", "uppdaterad", "oppdatert", "更新", "обновлено", "güncelleme", "수정"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// nearText returns the first date in a short line after the title, and the element of the line; or the zero time.
func nearText(near *vicinity) (when time.Time, at *html.Node) {
	eachLine(near.start(), func(box *html.Node, line string) bool {
		if !hasDigit(line) || len(line) > nearLine || near.aside(box) {
			return true
		}
		for _, piece := range append(textPieces(box), line) {
			if t, ok := metaDate(piece); ok && !t.IsZero() {
				when, at = t, box
				return false
			}
		}
		return true
	})
	return when, at
}
