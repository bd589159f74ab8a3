package session

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"lede/content/fetch"
	"lede/content/pool"
	"lede/content/reading"
	"lede/content/shelf"
	"lede/content/store"
	"lede/content/watch"
	"lede/model"
	"lede/model/diff"
)

// follower is what keeps the rows of a session as its files are. The zero value follows nothing.
type follower struct {
	*Session
	watcher *watch.Watcher
}

// followable begins to follow the folders of the session, once they have been read. What cannot be said at once of
// them is a note of the last step.
func (l *intake) followable(ctx context.Context) follower {
	if l.store == nil || ctx.Err() != nil {
		return follower{}
	}
	folders := l.look(ctx).folders
	if len(folders) == 0 {
		return follower{}
	}
	f := follower{l.Session, watch.New(l.watching)}
	if err := f.watcher.Follow(folders); err != nil {
		l.Step.Note = fmt.Sprintf("lede looks for changes in %s from time to time: %s.", l.Name(), slowly(err))
	}
	return f
}

// slowly says why a folder is only looked at from time to time.
func slowly(err error) string {
	if errors.Is(err, watch.ErrTooMany) {
		return "it has too many folders to be followed at once"
	}
	return "the system cannot follow it (" + fetch.Cause(err) + ")"
}

// run follows the files until ctx ends.
func (f follower) run(ctx context.Context) {
	if f.watcher == nil {
		return
	}
	defer f.watcher.Close()
	for {
		n := f.look(ctx)
		_ = f.watcher.Follow(n.folders) // it has been said, or the folder has just gone
		if ctx.Err() == nil && f.takeNews(ctx, n) {
			select {
			case f.moved <- struct{}{}:
			default: // what was not seen yet is seen with this
			}
		}
		if !f.watcher.Wait(ctx) {
			return
		}
	}
}

// news is what has become of the files of a session.
type news struct {
	folders []string
	places  []int      // of the files that are new or have another text
	gone    []model.ID // the rows that are no more
}

// look finds what has become of the files since their rows were made. A file that has another name now keeps its
// place.
func (s *Session) look(ctx context.Context) news {
	var n news
	var fresh []string
	there := s.files.places()
	s.Fetcher.WalkFolders(ctx, s.refs, func(path string) { n.folders = append(n.folders, path) },
		func(f fetch.Found) bool {
			for _, ref := range f.Refs {
				place, known := there[ref]
				delete(there, ref)
				if !known {
					fresh = append(fresh, ref)
				} else if was := s.files.at(place).stamp; was != (stamp{}) && was != stampOf(ref) {
					n.places = append(n.places, place)
				}
			}
			return ctx.Err() == nil
		})
	if ctx.Err() != nil {
		return news{}
	}
	n.replace(&s.files, fresh, n.lose(&s.files, there))
	for _, place := range n.places {
		s.files.stamp(place, stampOf(s.files.at(place).ref))
	}
	return n
}

// lose takes out the rows of files that are no longer there, and returns their places by what they were.
func (n *news) lose(files *catalog, missing map[string]int) map[stamp]int {
	free := make(map[stamp]int)
	for ref, place := range missing {
		l := files.at(place)
		if _, err := os.Lstat(ref); l.stamp == (stamp{}) || !errors.Is(err, fs.ErrNotExist) {
			continue // it is not a file, or cannot be seen just now
		}
		n.gone = append(n.gone, l.row)
		files.lose(place, "")
		free[l.stamp] = place
	}
	return free
}

// replace takes in new files: in the place of one that was the same, or at the end.
func (n *news) replace(files *catalog, fresh []string, free map[stamp]int) {
	for _, ref := range fresh {
		at := stampOf(ref)
		if place, renamed := free[at]; renamed && at.size > 0 {
			delete(free, at)
			files.lose(place, ref)
			n.places = append(n.places, place)
		} else if place, added := files.add(ref); added {
			n.places = append(n.places, place)
		}
	}
}

// takeNews makes the rows as the files are now. It reports whether there was anything to do.
func (s *Session) takeNews(ctx context.Context, n news) bool {
	st, err := s.opened(ctx)
	if err != nil || len(n.gone)+len(n.places) == 0 {
		return false
	}
	if len(n.gone) > 0 {
		if err := st.Unlist(ctx, n.gone...); err != nil {
			return false
		}
	}
	l := &intake{Session: s, store: st, Reports: pool.NewReports(StageTopics)}
	again := func(yield func(load) bool) { deal(n.places, yield) }
	l.stage(ctx, pool.AsTheyCome(ctx, s.Pool, workers(), again, l.wholes), wholeBatch)
	for _, place := range n.places {
		s.newer(ctx, s.files.at(place))
	}
	return true
}

// newer makes the text of a file the newest one of the article, if the library holds an earlier one.
func (s *Session) newer(ctx context.Context, f listed) {
	if f.article == "" || !s.holds(ctx, f.article) {
		return
	}
	kept, err := s.Kept(ctx, string(f.article))
	if err != nil {
		return
	}
	a, err := s.Read(ctx, f.ref)
	if err != nil || reading.SameText(kept, a) || diff.Relate(kept, a, false) != diff.Version {
		return
	}
	a.ID = kept.ID
	a = shelf.ForLibrary(a, f.ref)
	s.ApplyRules(&a)
	_, err = shelf.Ask(ctx, s.Shelf, func(st *store.Store) ([]model.Kept, error) { return st.Put(ctx, false, a) })
	_ = s.leave(ctx, err)
}

// Changes is that of the library; something comes too when files have changed.
func (s *Session) Changes(ctx context.Context) <-chan struct{} {
	out, theirs := make(chan struct{}, 1), s.Library.Changes(ctx)
	s.Pool.Start("look for changes of files", func() {
		defer close(out)
		for {
			select {
			case _, more := <-theirs:
				if !more {
					return
				}
			case <-s.moved:
			}
			select {
			case out <- struct{}{}:
			default:
			}
		}
	})
	return out
}
