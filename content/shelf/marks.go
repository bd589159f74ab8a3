package shelf

import (
	"context"
	"errors"
	"time"

	"lede/content/store"
	"lede/content/store/db"
	"lede/model"
	"lede/model/query"
)

// Mark changes what the reader did with some articles, in one step that Undo takes back. title says what was done. It
// returns how many articles had it otherwise before.
func (l *Shelf) Mark(ctx context.Context, title string, ids []model.ID, to model.StatusChange) (int, error) {
	return Ask(ctx, l, func(s *store.Store) (int, error) {
		n, err := s.Mark(ctx, title, ids, to)
		if err == nil && to.Removed != nil {
			Purge(ctx, s)
		}
		return n, err
	})
}

// MarkQuery is Mark for all articles that the query asks for.
func (l *Shelf) MarkQuery(ctx context.Context, title string, q query.Query, to model.StatusChange) (int, error) {
	return askShown(ctx, l, q, func(s *store.Store, q query.Query) (int, error) {
		n, err := s.MarkQuery(ctx, title, q, to)
		if err == nil && to.Removed != nil {
			Purge(ctx, s)
		}
		return n, err
	})
}

// Purge takes out of the trash what has been there for 30 days. When that does not work, the next time will do.
func Purge(ctx context.Context, s *store.Store) { _, _ = s.Purge(ctx) }

// EmptyTrash deletes all that is in the trash for good, and returns how many articles that were. Undo does not bring
// them back.
func (l *Shelf) EmptyTrash(ctx context.Context) (int, error) {
	return Ask(ctx, l, func(s *store.Store) (int, error) { return s.Empty(ctx) })
}

// KeepPlace keeps where the reader stopped in an article, in the library or not, and how far that is in percent. It
// is on the disk when KeepPlace returns.
func (l *Shelf) KeepPlace(ctx context.Context, id model.ID, place model.Place, percent int) error {
	return l.Tell(ctx, func(s *store.Store) error { return s.KeepPlace(ctx, id, place, percent) })
}

// Tag adds topics to articles and takes others from them, in one step that Undo takes back. It returns how many
// articles had it otherwise before.
func (l *Shelf) Tag(ctx context.Context, title string, ids []model.ID, add, remove []string) (int, error) {
	return Ask(ctx, l, func(s *store.Store) (int, error) { return s.Tag(ctx, title, ids, add, remove) })
}

// RenameTopic gives a topic another name. Undo takes it back.
func (l *Shelf) RenameTopic(ctx context.Context, title, from, to string) error {
	return l.Tell(ctx, func(s *store.Store) error { return s.RenameTopic(ctx, title, from, to) })
}

// MergeTopics makes topics one. Undo takes it back.
func (l *Shelf) MergeTopics(ctx context.Context, title string, from []string, into string) error {
	return l.Tell(ctx, func(s *store.Store) error { return s.MergeTopics(ctx, title, from, into) })
}

// HideTopic leaves a topic out of the lists of topics, or shows it again. Undo takes it back.
func (l *Shelf) HideTopic(ctx context.Context, title, name string, hidden bool) error {
	return l.Tell(ctx, func(s *store.Store) error { return s.HideTopic(ctx, title, name, hidden) })
}

// Undo takes the last step back. It returns what the step was called and how many articles or topics it was about;
// the title is "" when there is none.
func (l *Shelf) Undo(ctx context.Context) (title string, n int, err error) {
	s, err := l.Store(ctx)
	if err != nil {
		return "", 0, err
	}
	title, n, err = s.Undo(ctx)
	if errors.Is(err, db.ErrNothing) {
		return "", 0, nil
	}
	return title, n, l.Sentence(err)
}

// Tell tells the store something and turns its errors into sentences.
func (l *Shelf) Tell(ctx context.Context, f func(*store.Store) error) error {
	_, err := Ask(ctx, l, func(s *store.Store) (struct{}, error) { return struct{}{}, f(s) })
	return err
}

// look is how often Changes looks for what others have changed.
const look = time.Second

// Changes tells when another instance of lede has changed the library: something comes within two seconds. It is for
// a screen that waits; changes that nobody has taken are told once. The channel is closed when ctx ends. There is
// nothing to see while the library cannot be read.
func (l *Shelf) Changes(ctx context.Context) <-chan struct{} {
	out := make(chan struct{}, 1)
	l.Pool.Start("look for changes", func() {
		defer close(out)
		tick := time.NewTicker(look)
		defer tick.Stop()
		last, known := l.version(ctx)
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
			}
			v, ok := l.version(ctx)
			if ok && known && v != last {
				select {
				case out <- struct{}{}:
				default:
				}
			}
			if ok {
				last, known = v, true
			}
		}
	})
	return out
}

// version is what changes with every change of another instance.
func (l *Shelf) version(ctx context.Context) (int64, bool) {
	if !l.Exists() {
		return 0, true
	}
	v, err := Ask(ctx, l, func(s *store.Store) (int64, error) { return s.Version(ctx) })
	return v, err == nil
}
