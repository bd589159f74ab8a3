// Package trail is the articles that were read one after another, from link to link.
package trail

import (
	"cmp"
	"strconv"

	"lede/model"
	"lede/model/clean"
	"lede/ui"
	"lede/ui/reader/text"
)

// Stop is an article on a trail, and where it was left.
type Stop struct {
	Ref     string
	URL     string // where it is from, "" for a file
	Title   string // of the link that led here, then of the article; "" while none is known
	Place   model.Place
	Leap    text.Leap      // the search that had led there
	Article *model.Article // the whole article once it has been read, while it is remembered
}

// Name returns what a stop is called: its title, else its reference (- for standard input says little).
func (s *Stop) Name() string {
	if s.Title != "" {
		return s.Title
	}
	if s.Ref == "-" {
		return "standard input"
	}
	return clean.Masked(clean.Line(s.Ref))
}

// From is the host that a stop is from, "" for a file.
func (s *Stop) From() string { return ui.HostEnd(s.URL, ui.MaxHost) }

// Learn notes what a stop shows of its article.
func (s *Stop) Learn(a *model.Article) {
	s.Title, s.URL = cmp.Or(a.Title, s.Title), cmp.Or(a.URL, s.URL)
}

// Trail is the articles that were read one after another, to go back and forward in. It has at least one stop.
type Trail struct {
	Stops []Stop
	At    int
}

// What a trail remembers of the articles that were left, so that they need not be got again.
const (
	keptStops = 24
	keptBytes = 32 << 20
)

// Here is the present stop.
func (t *Trail) Here() *Stop { return &t.Stops[t.At] }

// add goes on to another article. What was ahead on the trail is forgotten.
func (t *Trail) add(s Stop) {
	t.Stops = append(t.Stops[:t.At+1:t.At+1], s)
	t.At++
}

// Ahead is the stop some steps on, nil when there is none.
func (t *Trail) Ahead(step int) *Stop {
	if to := t.At + step; to >= 0 && to < len(t.Stops) {
		return &t.Stops[to]
	}
	return nil
}

// Remember keeps the article of the present stop, and lets go of those that are farthest from it when there are too
// many.
func (t *Trail) Remember(a *model.Article) {
	t.Here().Article = a
	stops, size := 1, sizeOf(a)
	for step := 1; step < len(t.Stops); step++ {
		for _, s := range []*Stop{t.Ahead(-step), t.Ahead(step)} {
			if s == nil || s.Article == nil {
				continue
			}
			stops++
			size += sizeOf(s.Article)
			if stops > keptStops || size > keptBytes {
				s.Article = nil
			}
		}
	}
}

// Remembered is the article of a stop with that reference, nil when none is remembered.
func (t *Trail) Remembered(ref string) *model.Article {
	for _, s := range t.Stops {
		if s.Ref == ref && s.Article != nil {
			return s.Article
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

// Back is where the trail leads back to, how deep it is, and that there is more ahead: "‹ 2 back · The sea wall".
// It is "" where the trail begins and ends.
func (t *Trail) Back() string {
	switch behind, ahead := t.At, len(t.Stops)-1-t.At; {
	case behind > 0:
		return "‹ " + strconv.Itoa(behind) + " back · " + t.Ahead(-1).Name()
	case ahead > 0:
		return strconv.Itoa(ahead) + " forward › " + t.Ahead(1).Name()
	}
	return ""
}

// Depth is back in few cells: "‹ 2".
func (t *Trail) Depth() string {
	if t.At == 0 {
		return ""
	}
	return "‹ " + strconv.Itoa(t.At) + "  "
}

// Turn takes a step along the trail, or adds a stop when step is 0.
func (t *Trail) Turn(to Stop, step int) {
	if step == 0 {
		t.add(to)
		return
	}
	t.At += step
}
