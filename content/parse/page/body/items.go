package body

// minorText is the share of a page's own words up to which its running text is no article: an introduction to a list.
const minorText = .4

// keepItems keeps all that a page shows apart from its frame where the running text is the lesser part of it. Such a
// page has no article: it is an index of one's documentation, a shop's shelf, the front page of a blog. What it has to
// say are its items, which no sign of an article would keep.
func keepItems(all []*verdict) {
	own, kept := 0, 0
	for _, v := range all {
		if v.framed() {
			continue
		}
		if own += v.size; v.kept {
			kept += v.size
		}
	}
	if own < nothingKept || float64(kept) > minorText*float64(own) {
		return
	}
	for _, v := range all {
		v.kept = v.kept || !v.framed()
	}
}

// framed reports whether a passage is a part of the frame around a page's own words: its navigation, its forms, what
// is beside or below.
func (f *passageFacts) framed() bool {
	return f.in&framePlaces != 0 || (f.far|f.own)&besideNames != 0
}

const framePlaces = besidePlaces &^ inAnchor
