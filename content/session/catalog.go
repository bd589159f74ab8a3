package session

import (
	"errors"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"lede/content/fetch"
	"lede/model"
	"lede/model/clean"
)

// catalog is what a session lists, in order. A file has a row of its own, named by where it is: two files may hold
// one article. The zero value is none; the methods may be called from several goroutines at once.
type catalog struct {
	mu    sync.RWMutex
	all   []listed
	place map[model.ID]int        // by row
	rows  map[model.ID][]model.ID // by article
	pipes map[string]model.ID     // the rows of what can be read only once, and has been
}

// listed is one file.
type listed struct {
	ref     string
	row     model.ID
	article model.ID // "" until the whole of it has been read
	err     error    // why there is no article
	stamp   stamp    // of the file, when its row was made
	gone    bool     // the file is no longer there
}

// stamp tells one text of a file from the next; the zero value belongs to what is not a file.
type stamp struct {
	size int64
	at   time.Time
}

// stampOf is the stamp of the file at a path.
func stampOf(path string) stamp {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return stamp{}
	}
	return stamp{info.Size(), info.ModTime()}
}

// add takes a reference in. It returns false for one that is there already.
func (f *catalog) add(ref string) (place int, fresh bool) {
	return f.put(listed{ref: ref, row: model.NewID("listed", ref)})
}

// fail takes in what could not be found, or not be looked through.
func (f *catalog) fail(err error) (place int) {
	l := listed{err: err, ref: "…"}
	var known *fetch.Error
	if errors.As(err, &known) {
		l.ref = known.Ref
	}
	f.mu.RLock()
	n := len(f.all)
	f.mu.RUnlock()
	l.row = model.NewID("failed", l.ref, strconv.Itoa(n))
	place, _ = f.put(l)
	return place
}

func (f *catalog) put(l listed) (place int, fresh bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if at, known := f.place[l.row]; known {
		fresh = f.all[at].gone
		f.all[at].gone = false
		return at, fresh
	}
	if f.place == nil {
		f.place, f.rows, f.pipes = map[model.ID]int{}, map[model.ID][]model.ID{}, map[string]model.ID{}
	}
	f.place[l.row] = len(f.all)
	f.all = append(f.all, l)
	return len(f.all) - 1, true
}

// stamp notes when the row of a file was made.
func (f *catalog) stamp(place int, at stamp) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.all[place].stamp = at
}

// lose takes a file out that is no longer there, or has another name now: its place goes to a file at ref, unless ref
// is "".
func (f *catalog) lose(place int, ref string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	old := f.all[place]
	f.all[place].gone = true
	if rows := f.rows[old.article]; rows != nil {
		f.rows[old.article] = slices.DeleteFunc(slices.Clone(rows), func(row model.ID) bool { return row == old.row })
	}
	f.all[place].article = ""
	if ref != "" {
		delete(f.place, old.row)
		f.all[place] = listed{ref: ref, row: model.NewID("listed", ref)}
		f.place[f.all[place].row] = place
	}
}

// places are the files that are there, by their references.
func (f *catalog) places() map[string]int {
	f.mu.RLock()
	defer f.mu.RUnlock()
	there := make(map[string]int, len(f.all))
	for place, l := range f.all {
		if !l.gone {
			there[l.ref] = place
		}
	}
	return there
}

// at is the file at a place.
func (f *catalog) at(place int) listed {
	f.mu.RLock()
	defer f.mu.RUnlock()
	return f.all[place]
}

// of is the file of a row.
func (f *catalog) of(row model.ID) (l listed, place int, ok bool) {
	f.mu.RLock()
	defer f.mu.RUnlock()
	place, ok = f.place[row]
	if ok {
		l = f.all[place]
	}
	return l, place, ok
}

// len is how many files there are.
func (f *catalog) len() int {
	f.mu.RLock()
	defer f.mu.RUnlock()
	return len(f.all)
}

// know notes which article a file holds, or why it holds none.
func (f *catalog) know(place int, article model.ID, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	l := &f.all[place]
	l.err = err
	if article == "" || article == l.article {
		return
	}
	if old := f.rows[l.article]; old != nil {
		f.rows[l.article] = slices.DeleteFunc(slices.Clone(old), func(row model.ID) bool { return row == l.row })
	}
	l.article = article
	f.rows[article] = append(f.rows[article], l.row)
}

// article is the one that a row is of; id itself when it is of none.
func (f *catalog) article(id model.ID) model.ID {
	if l, _, ok := f.of(id); ok && l.article != "" {
		return l.article
	}
	return id
}

// rowsOf are the rows of some articles, or of all, by article.
func (f *catalog) rowsOf(articles []model.ID, all bool) map[model.ID][]model.ID {
	f.mu.RLock()
	defer f.mu.RUnlock()
	found := make(map[model.ID][]model.ID)
	if all {
		for id, rows := range f.rows {
			found[id] = rows
		}
		return found
	}
	for _, id := range articles {
		if rows, ok := f.rows[id]; ok {
			found[id] = rows
		}
	}
	return found
}

// keepOnce notes that a reference can be read only once, and is in the session's store now.
func (f *catalog) keepOnce(place int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.pipes[f.all[place].ref] = f.all[place].row
}

// once is the row of what can be read only once, when it has been.
func (f *catalog) once(ref string) (row model.ID, ok bool) {
	f.mu.RLock()
	defer f.mu.RUnlock()
	row, ok = f.pipes[ref]
	return row, ok
}

// explain has rows say why they are no articles.
func (f *catalog) explain(rows []model.Row) {
	f.mu.RLock()
	defer f.mu.RUnlock()
	for i := range rows {
		if at, ok := f.place[rows[i].ID]; ok && f.all[at].err != nil {
			rows[i].Problem = problemOf(f.all[at].err)
		}
	}
}

// problemOf is what is wrong with a file, in a few words.
func problemOf(err error) string {
	var known *fetch.Error
	if errors.As(err, &known) {
		return known.Problem
	}
	return clean.Line(err.Error())
}

// titleOf is the title of a file of which nothing is known but its name.
func titleOf(ref string) string {
	switch {
	case ref == fetch.Stdin:
		return "standard input"
	case fetch.IsAddress(ref):
		return fetch.Shown(ref)
	}
	return fetch.Shown(path.Base(strings.TrimPrefix(filepath.ToSlash(ref), fetch.Builtin)))
}
