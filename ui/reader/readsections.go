package reader

import "lede/model"

// readSections are the sections of an article that the user has come through: their beginning has been in view and
// their end has gone above it, or the place that was kept lies behind them. The zero value has none.
type readSections struct {
	read map[int]bool
	open map[int]bool // begun, and not read
}

// see notes what is in view.
func (s *readSections) see(p *pane) {
	f, it := p.flow(), p.items
	if f == nil || f.only != nil || f.len() == 0 {
		return
	}
	top := p.doc.top
	last, ended := p.doc.bottom()
	for i := max(0, it.section(top.item)); i < len(it.sections) && it.sections[i] <= last.item; i++ {
		first := it.sections[i]
		if first > top.item || top.line <= p.doc.item(first).gap {
			s.begin(i)
		}
	}
	for i := range s.open {
		if it.endOf(i) < top.item || ended && top != (spot{}) {
			s.end(i)
		}
	}
}

func (s *readSections) begin(i int) {
	if s.open == nil {
		s.open, s.read = map[int]bool{}, map[int]bool{}
	}
	if !s.read[i] {
		s.open[i] = true
	}
}

func (s *readSections) end(i int) {
	s.read[i] = true
	delete(s.open, i)
}

// upTo notes that the user has read as far as a place.
func (s *readSections) upTo(it *items, place model.Place) {
	for i := range it.sections {
		if it.endOf(i) >= it.itemOf(place.Block) {
			return
		}
		s.begin(i)
		s.end(i)
	}
}

// endOf is the last item of a section.
func (it *items) endOf(section int) int {
	if section+1 < len(it.sections) {
		return it.sections[section+1] - 1
	}
	return len(it.all) - 1
}

// minutesOf is how long it takes to read a section; 0 while the words are not counted.
func (w wordSums) minutesOf(it *items, section int) int {
	if w == nil || section >= len(it.sections) {
		return 0
	}
	return minutes(float64(w[it.endOf(section)+1] - w[it.sections[section]]))
}
