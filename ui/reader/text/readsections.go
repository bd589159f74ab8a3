package text

import "lede/model"

// readSections are the sections of an article that the user has come through: their beginning has been in view and
// their end has gone above it, or the place that was kept lies behind them. The zero value has none.
type readSections struct {
	read map[int]bool
	open map[int]bool // begun, and not read
}

// See notes what is in view.
func (s *readSections) See(p *Pane) {
	f, it := p.Flow(), p.Items
	if f == nil || f.only != nil || f.Len() == 0 {
		return
	}
	top := p.Doc.Top
	last, ended := p.Doc.Bottom()
	for i := max(0, it.section(top.Item)); i < len(it.Sections) && it.Sections[i] <= last.Item; i++ {
		first := it.Sections[i]
		if first > top.Item || top.Line <= p.Doc.Item(first).Gap {
			s.begin(i)
		}
	}
	for i := range s.open {
		if it.endOf(i) < top.Item || ended && top != (Spot{}) {
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

// UpTo notes that the user has read as far as a place.
func (s *readSections) UpTo(it *Items, place model.Place) {
	for i := range it.Sections {
		if it.endOf(i) >= it.itemOf(place.Block) {
			return
		}
		s.begin(i)
		s.end(i)
	}
}

// endOf is the last item of a section.
func (it *Items) endOf(section int) int {
	if section+1 < len(it.Sections) {
		return it.Sections[section+1] - 1
	}
	return len(it.All) - 1
}

// minutesOf is how long it takes to read a section; 0 while the words are not counted.
func (w wordSums) minutesOf(it *Items, section int) int {
	if w == nil || section >= len(it.Sections) {
		return 0
	}
	return minutes(float64(w[it.endOf(section)+1] - w[it.Sections[section]]))
}
