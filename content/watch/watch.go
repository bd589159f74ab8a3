// Package watch waits until files in folders may have changed: the system says so, or else it is time to look.
//
// Start with Watcher.
package watch

import (
	"context"
	"errors"
	"io/fs"
	"time"

	"github.com/fsnotify/fsnotify"
)

const (
	// join is how long a change waits for others to come along.
	join = 300 * time.Millisecond
	// poll is the time between two looks where the system cannot say what changes.
	poll = 10 * time.Second
	// maxFolders is how many folders the system is asked about: what it can do is shared by all programs of the user.
	maxFolders = 4096
)

// Source is what the system says of folders.
type Source struct {
	Add    func(folder string) error // has the system say what happens in a folder, not in those below it
	Events <-chan fsnotify.Event
	Errors <-chan error
	Close  func() error
}

// System is the source that the system itself has.
func System() (*Source, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	return &Source{Add: w.Add, Events: w.Events, Errors: w.Errors, Close: w.Close}, nil
}

// ErrTooMany says that there are more folders than the system is asked about.
var ErrTooMany = errors.New("there are too many folders")

// Options are what a Watcher is made with.
type Options struct {
	Open  func() (*Source, error)              // nil means System
	After func(time.Duration) <-chan time.Time // nil means time.After
}

// Watcher waits for changes in folders. One goroutine uses it, and closes it.
type Watcher struct {
	after    func(time.Duration) <-chan time.Time
	source   *Source // nil when it looks from time to time
	cause    error   // why there is no source
	followed map[string]bool
}

// New returns a watcher that follows no folder yet.
func New(o Options) *Watcher {
	if o.Open == nil {
		o.Open = System
	}
	if o.After == nil {
		o.After = time.After
	}
	w := &Watcher{after: o.After, followed: map[string]bool{}}
	w.source, w.cause = o.Open()
	return w
}

// Follow follows folders beside those that are followed already. Its error is why the watcher only looks from time to
// time, now or since an earlier call; Wait works all the same.
func (w *Watcher) Follow(folders []string) error {
	for _, folder := range folders {
		if w.source == nil {
			return w.cause
		}
		if w.followed[folder] {
			continue
		}
		err := ErrTooMany
		if len(w.followed) < maxFolders {
			err = w.source.Add(folder)
		}
		switch {
		case err == nil:
			w.followed[folder] = true
		case !errors.Is(err, fs.ErrNotExist): // one that has just gone is missed by nobody
			w.Close()
			w.cause = err
		}
	}
	return w.cause
}

// Wait waits until something may have changed, with all that changes soon after it. It returns false when ctx has
// ended.
func (w *Watcher) Wait(ctx context.Context) bool {
	if w.source == nil {
		return w.pass(ctx, poll)
	}
	for {
		select {
		case <-ctx.Done():
			return false
		case e, open := <-w.source.Events:
			if !open {
				return w.pass(ctx, poll)
			}
			if w.matters(e) {
				return w.pass(ctx, join)
			}
		case <-w.source.Errors: //nolint:errcheck // some changes were missed
			return w.pass(ctx, join)
		}
	}
}

// matters reports whether an event may be about the text of a file.
func (w *Watcher) matters(e fsnotify.Event) bool {
	if e.Has(fsnotify.Remove) || e.Has(fsnotify.Rename) {
		delete(w.followed, e.Name) // the system has let go of it, if it was a folder
	}
	return e.Op != fsnotify.Chmod
}

// pass lets a time pass, and takes what is said meanwhile. It returns false when ctx has ended.
func (w *Watcher) pass(ctx context.Context, d time.Duration) bool {
	over := w.after(d)
	var events <-chan fsnotify.Event
	if w.source != nil {
		events = w.source.Events
	}
	for {
		select {
		case <-ctx.Done():
			return false
		case <-over:
			return true
		case e, open := <-events:
			if !open {
				events = nil
				continue
			}
			w.matters(e)
		}
	}
}

// Close lets go of all folders.
func (w *Watcher) Close() {
	if w.source != nil {
		_ = w.source.Close() // nothing is lost with it
	}
	w.source = nil
}
