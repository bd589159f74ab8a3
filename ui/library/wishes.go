package library

// wishes are what the screen has wanted of the store, by numbers: the latest counts, and an answer names the wish
// that it is for. It says which count to ask for next, so that no key waits for one. The zero value has wanted
// nothing.
type wishes struct {
	made  int  // the latest wish
	again bool // it is for the rows that are shown, which may have changed

	turned  int  // the latest wish for other rows
	waiting int  // the wish whose counts wait until no key has come for a while
	rested  int  // the wish whose counts have waited
	putOff  bool // the first facets have been dropped once
	tallied bool // the rows of a search have been counted before the first facets
	counted int  // the wish that the rows have been counted for
	faceted int  // the wish that the facets are of
	viewed  bool // the counts of the views are right
}

// want wants the rows of now.
func (w *wishes) want() { w.made++ }

// reload wants the rows again that are shown for a wish.
func (w *wishes) reload(shown int) {
	w.again = w.again || shown == w.made
	w.made++
}

// turn wants other rows.
func (w *wishes) turn() {
	w.again = false
	w.made++
	w.turned = w.made
}

// rest notes that a wish has been the latest one for a while.
func (w *wishes) rest(made int) { w.rested = max(w.rested, made) }

// settle asks for no count of a wish any more: it has failed.
func (w *wishes) settle(made int) { w.counted, w.faceted, w.viewed = made, made, true }

// count is something to be counted.
type count int

const (
	noCount     count = iota
	afterRest         // none before the keys have rested
	rowCount          // how many rows there are
	facetCounts       // what they are about
	viewCounts        // how many each view has
)

// shownRows is what is known of the rows on the screen.
type shownRows struct {
	made     int  // the wish that they are for
	whole    bool // their number is known
	narrowed bool // they are not all of the library
	held     bool // nothing is to be counted: a count is under way, or the library cannot be read
}

// next is the count to ask for now.
func (w *wishes) next(rows shownRows) count {
	switch {
	case w.turned == w.made && w.waiting != w.made:
		w.waiting = w.made
		return afterRest
	case w.turned == w.made && w.rested != w.made, rows.held, rows.made != w.made:
		return noCount
	case w.counted != w.made && rows.whole:
		w.counted = w.made
	// the first facets take longer than the number of a search's rows
	case w.counted != w.made && !w.tallied && rows.narrowed:
		w.tallied = true
		return rowCount
	}
	switch {
	case w.faceted != w.made:
		return facetCounts
	case !w.viewed:
		return viewCounts
	}
	return noCount
}

// drops reports whether a count that is under way for a wish is to be dropped. The first facets load what all later
// ones are quickly made from, for a second that the keys should have: they are dropped for who types at once, and
// begun again after a rest, but once only, or they would never come.
func (w *wishes) drops(made int) bool {
	if made == w.made {
		return false
	}
	if w.faceted == 0 && w.putOff {
		return false
	}
	w.putOff = w.putOff || w.faceted == 0
	return true
}
