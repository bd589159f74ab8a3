package reader

import (
	"cmp"
	"strconv"

	"lede/model"
	"lede/model/clean"
	"lede/ui"
)

// stop is an article on a trail, and where it was left.
type stop struct {
	ref     string
	url     string // where it is from, "" for a file
	title   string // of the link that led here, then of the article; "" while none is known
	place   model.Place
	leap    leap           // the search that had led there
	article *model.Article // the whole article once it has been read, while it is remembered
}

// name returns what a stop is called: its title, else its reference (- for standard input says little).
func (s *stop) name() string {
	if s.title != "" {
		return s.title
	}
	if s.ref == "-" {
		return "standard input"
	}
	return clean.Masked(clean.Line(s.ref))
}

// from is the host that a stop is from, "" for a file.
func (s *stop) from() string { return ui.HostEnd(s.url, ui.MaxHost) }

// learn notes what a stop shows of its article.
func (s *stop) learn(a *model.Article) {
	s.title, s.url = cmp.Or(a.Title, s.title), cmp.Or(a.URL, s.url)
}

// trail is the articles that were read one after another, to go back and forward in. It has at least one stop.
type trail struct {
	stops []stop
	at    int
}

// What a trail remembers of the articles that were left, so that they need not be got again.
const (
	keptStops = 24
	keptBytes = 32 << 20
)

func (t *trail) here() *stop { return &t.stops[t.at] }

// add goes on to another article. What was ahead on the trail is forgotten.
func (t *trail) add(s stop) {
	t.stops = append(t.stops[:t.at+1:t.at+1], s)
	t.at++
}

// ahead is the stop some steps on, nil when there is none.
func (t *trail) ahead(step int) *stop {
	if to := t.at + step; to >= 0 && to < len(t.stops) {
		return &t.stops[to]
	}
	return nil
}

// remember keeps the article of the present stop, and lets go of those that are farthest from it when there are too
// many.
func (t *trail) remember(a *model.Article) {
	t.here().article = a
	stops, size := 1, sizeOf(a)
	for step := 1; step < len(t.stops); step++ {
		for _, s := range []*stop{t.ahead(-step), t.ahead(step)} {
			if s == nil || s.article == nil {
				continue
			}
			stops++
			size += sizeOf(s.article)
			if stops > keptStops || size > keptBytes {
				s.article = nil
			}
		}
	}
}

// remembered is the article of a stop with that reference, nil when none is remembered.
func (t *trail) remembered(ref string) *model.Article {
	for _, s := range t.stops {
		if s.ref == ref && s.article != nil {
			return s.article
		}
	}
	return nil
}

// sizeOf is about how much memory an article takes, in bytes.
func sizeOf(a *model.Article) int {
	n := len(a.Source)
	for _, s := range a.Sections {
		for _, b := range s.Blocks {
			n += 2*len(b.Text()) + 100
		}
	}
	return n
}

// back is where the trail leads back to, how deep it is, and that there is more ahead: "‹ 2 back · The sea wall".
// It is "" where the trail begins and ends.
func (t *trail) back() string {
	switch behind, ahead := t.at, len(t.stops)-1-t.at; {
	case behind > 0:
		return "‹ " + strconv.Itoa(behind) + " back · " + t.ahead(-1).name()
	case ahead > 0:
		return strconv.Itoa(ahead) + " forward › " + t.ahead(1).name()
	}
	return ""
}

// depth is back in few cells: "‹ 2".
func (t *trail) depth() string {
	if t.at == 0 {
		return ""
	}
	return "‹ " + strconv.Itoa(t.at) + "  "
}
