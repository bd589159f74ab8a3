package draft

import (
	"fmt"

	"lede/model"
)

// Ready is an article and what the reader did with it, made ready to be kept.
type Ready struct {
	Draft
	Status model.Status
}

// Prepare makes a record ready for Restore. It does most of the work and may be called by several goroutines at once.
func Prepare(r model.Record) (Ready, error) {
	d, err := New(r.Article)
	if err != nil {
		return Ready{}, fmt.Errorf("keep %q: %w", r.Article.Title, err)
	}
	d.Record, d.Again = true, true
	return Ready{d, r.Status}, nil
}

// Fetched is the record when its text has just been fetched: an earlier text of an article that is the page's again
// becomes the newest once more. The text of a record that is not fetched, of a file or an export, may be older than
// the one that is kept.
func (r Ready) Fetched() Ready {
	r.Again = false
	return r
}

// PrepareAt makes an article ready for List, at a place counted from 0. It does most of the work and may be called by
// several goroutines at once.
func PrepareAt(place int, a model.Article) (Ready, error) {
	r, err := Prepare(model.Record{Article: a})
	r.Place = place
	return r, err
}
