package parse

import (
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	nearTexts = 80 // texts that are read for a date after the title
	nearBytes = 2500
	nearLine  = 200 // the longest line that a date is looked for in, in bytes
)

// nearDates is what the page prints near the title.
type nearDates struct {
	marked  time.Time // of an element that is marked as that of the publication
	when    time.Time // of the element or line nearest to the title, as its attributes say it
	printed time.Time // as its words say it
	changed bool      // the words say that it is the date of a change
	far     bool      // it stands so far away that it may be another one's
}

// nearDate finds the dates that are printed near the title.
func (r *metaReader) nearDate() nearDates {
	near := r.nearSpot()
	if near.when.IsZero() || near.far && r.meta.titleNode != nil {
		if t := r.nearText(); !t.IsZero() {
			near.when, near.printed, near.far = t, t, false
		}
	}
	return near
}

// maxFar is how many elements a marked date may be from the title.
const maxFar = 250

// nearSpot returns the date of the element nearest to the title of those that are for dates.
func (r *metaReader) nearSpot() nearDates {
	var near nearDates
	title := r.titleAt()
	least, leastMarked := 1<<30, 1<<30
	var best *html.Node
	for _, s := range r.spots {
		if s.kind != timeSpot && s.kind != dayClassSpot && s.kind != bylineSpot && s.kind != dateSpot || r.aside(s.node) {
			continue
		}
		far := s.at - title
		if far < 0 {
			far *= -3
		}
		if s.kind == dayClassSpot || s.kind == bylineSpot {
			far += 15
		}
		if far >= least && (s.kind != dateSpot || far >= leastMarked) {
			continue
		}
		words := spotText(s.node)
		if s.kind == bylineSpot && len(words) > nearLine {
			continue
		}
		printed, inWords := dateIn(words)
		when, ok := attrDate(s.node)
		if !ok && words != "" {
			when, ok = innerDate(s.node)
		}
		if !ok {
			when, ok = printed, inWords
		}
		if !ok {
			continue
		}
		if changed(words) {
			far += 40
		}
		if s.kind == dateSpot && far < leastMarked && far < maxFar {
			leastMarked, near.marked = far, when
		}
		if far < least {
			least, best = far, s.node
			near.when, near.printed, near.changed, near.far = when, printed, changed(words), far > maxFar/2 || s.kind == bylineSpot && far > 40
		}
	}
	if best != nil {
		r.note(best)
	}
	return near
}

func (r *metaReader) note(n *html.Node) { r.meta.dateNodes = append(r.meta.dateNodes, n) }

// changed tells whether a line says when a text was changed, rather than published.
func changed(s string) bool {
	s = strings.ToLower(s)
	for _, w := range [...]string{"updated", "modified", "aktualisiert", "update", "mis à jour", "modifié", "actualizado", "aggiornato", "bijgewerkt", "uppdaterad", "oppdatert", "更新", "обновлено", "güncelleme", "수정"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// titleAt is where the title stands among the elements.
func (r *metaReader) titleAt() int {
	for _, s := range r.spots {
		if s.node == r.meta.titleNode {
			return s.at
		}
	}
	return 0
}

// nearText returns the first date in a short line after the title.
func (r *metaReader) nearText() time.Time {
	n := r.meta.titleNode
	if n == nil {
		if n = first(r.doc, atom.Main); n == nil {
			n = first(r.doc, atom.Body)
		}
	}
	var when time.Time
	r.eachLine(n, func(box *html.Node, line string) bool {
		if hasDigit(line) && len(line) <= nearLine && !r.aside(box) {
			for _, piece := range append(textPieces(box), line) {
				if t, ok := metaDate(piece); ok && when.IsZero() {
					r.note(box)
					when = t
				}
			}
		}
		return when.IsZero()
	})
	return when
}

// eachLine calls f for the lines after n, with the element that they stand in, as long as it returns true.
func (r *metaReader) eachLine(n *html.Node, f func(box *html.Node, line string) bool) {
	texts, bytes := 0, 0
	var last *html.Node
	for n = following(n); n != nil && texts < nearTexts && bytes < nearBytes; n = following(n) {
		if n.Type != html.TextNode || strings.TrimSpace(n.Data) == "" || n.Parent != nil && unseen(n.Parent) {
			continue
		}
		texts++
		bytes += len(n.Data)
		if box := lineOf(n); box != last {
			last = box
			if !f(box, spotText(box)) {
				return
			}
		}
	}
}

// following returns the node after n in the order of the text.
func following(n *html.Node) *html.Node {
	if n == nil {
		return nil
	}
	if n.FirstChild != nil && !unseen(n) {
		return n.FirstChild
	}
	for n != nil && n.NextSibling == nil {
		n = n.Parent
	}
	if n == nil {
		return nil
	}
	return n.NextSibling
}

// lineOf returns the element that a text is a line of.
func lineOf(n *html.Node) *html.Node {
	for n.Parent != nil && (n.Type != html.ElementNode || !partsText(n.DataAtom)) {
		n = n.Parent
	}
	return n
}
