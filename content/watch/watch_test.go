package watch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// rig is a watcher whose system and clock are in the hands of a test.
type rig struct {
	*Watcher
	events chan fsnotify.Event
	clock  chan time.Time
	waits  chan time.Duration // that the watcher asks the clock for
	added  []string
	closed int
}

// newRig makes a rig. refuse says which folders the system does not follow, and why.
func newRig(refuse func(folder string) error) *rig {
	r := &rig{events: make(chan fsnotify.Event), clock: make(chan time.Time), waits: make(chan time.Duration, 1)}
	r.Watcher = New(Options{
		After: func(d time.Duration) <-chan time.Time { r.waits <- d; return r.clock },
		Open: func() (*Source, error) {
			add := func(folder string) error {
				r.added = append(r.added, folder)
				return refuse(folder)
			}
			return &Source{Add: add, Events: r.events, Close: func() error { r.closed++; return nil }}, nil
		},
	})
	return r
}

func takesAll(string) error { return nil }

// waiting waits for a change in the background.
func (r *rig) waiting(ctx context.Context) <-chan bool {
	changed := make(chan bool, 1)
	go func() { changed <- r.Wait(ctx) }()
	return changed
}

// TestChangesThatComeTogetherAreOne lets three events come within the time that changes are joined in.
func TestChangesThatComeTogetherAreOne(t *testing.T) {
	r := newRig(takesAll)
	changed := r.waiting(t.Context())
	r.events <- fsnotify.Event{Name: "a.md", Op: fsnotify.Chmod}
	select {
	case d := <-r.waits:
		t.Fatalf("other rights of a file are a change, after %v", d)
	default:
	}
	r.events <- fsnotify.Event{Name: "a.md", Op: fsnotify.Create}
	if d := <-r.waits; d != join {
		t.Errorf("a change waits for others for %v, want %v", d, join)
	}
	r.events <- fsnotify.Event{Name: "a.md", Op: fsnotify.Write}
	r.events <- fsnotify.Event{Name: "b.md", Op: fsnotify.Write}
	select {
	case <-changed:
		t.Fatal("a change was told before its time was over")
	default:
	}
	r.clock <- time.Time{}
	if !<-changed {
		t.Error("no change was told")
	}
}

// TestWaitEndsWithItsContext ends it before any event, among events, and between two looks.
func TestWaitEndsWithItsContext(t *testing.T) {
	for name, begin := range map[string]func(*rig){
		"before any event": func(*rig) {},
		"among events": func(r *rig) {
			r.events <- fsnotify.Event{Name: "a.md", Op: fsnotify.Write}
			<-r.waits
		},
	} {
		r := newRig(takesAll)
		ctx, cancel := context.WithCancel(t.Context())
		changed := r.waiting(ctx)
		begin(r)
		cancel()
		if <-changed {
			t.Errorf("%s: a change was told", name)
		}
	}
	r := newRig(takesAll)
	r.Close()
	ctx, cancel := context.WithCancel(t.Context())
	changed := r.waiting(ctx)
	<-r.waits
	cancel()
	if <-changed {
		t.Error("between two looks: a change was told")
	}
}

// TestLooksFromTimeToTimeWhereTheSystemCannotSay has the system refuse folders, and asks about more than it is asked
// about.
func TestLooksFromTimeToTimeWhereTheSystemCannotSay(t *testing.T) {
	many := make([]string, maxFolders+1)
	for i := range many {
		many[i] = fmt.Sprint("folder", i)
	}
	full := func(folder string) error {
		if folder == "b" {
			return syscall.ENOSPC
		}
		return nil
	}
	for name, test := range map[string]struct {
		refuse  func(string) error
		folders []string
		want    error
	}{
		"no room":  {full, []string{"a", "b", "c"}, syscall.ENOSPC},
		"too many": {takesAll, many, ErrTooMany},
	} {
		r := newRig(test.refuse)
		for range 2 { // it stays like that
			if err := r.Follow(test.folders); !errors.Is(err, test.want) {
				t.Errorf("%s: the error is %v, want %v", name, err, test.want)
			}
		}
		if r.closed != 1 {
			t.Errorf("%s: the folders before were let go %d times, want once", name, r.closed)
		}
		changed := r.waiting(t.Context())
		if d := <-r.waits; d != poll {
			t.Errorf("%s: it looks after %v, want %v", name, d, poll)
		}
		r.clock <- time.Time{}
		if !<-changed {
			t.Errorf("%s: it does not look", name)
		}
	}
}

// TestFolderThatComesBackIsFollowedAgain removes a folder, which the system lets go of.
func TestFolderThatComesBackIsFollowedAgain(t *testing.T) {
	r := newRig(func(folder string) error {
		if folder == "gone" {
			return fs.ErrNotExist
		}
		return nil
	})
	both := []string{"a", "b", "gone"}
	for range 2 {
		if err := r.Follow(both); err != nil {
			t.Fatal(err)
		}
	}
	changed := r.waiting(t.Context())
	r.events <- fsnotify.Event{Name: "b", Op: fsnotify.Remove}
	<-r.waits
	r.clock <- time.Time{}
	<-changed
	if err := r.Follow(both); err != nil {
		t.Fatal(err)
	}
	if want := []string{"a", "b", "gone", "gone", "b", "gone"}; !slices.Equal(r.added, want) {
		t.Errorf("the system was asked about %q, want %q", r.added, want)
	}
}

// TestSystemSaysWhatChanges writes, renames and removes a file in a real folder, and waits for each to be told.
func TestSystemSaysWhatChanges(t *testing.T) {
	dir := t.TempDir()
	over := make(chan time.Time)
	close(over)
	w := New(Options{After: func(time.Duration) <-chan time.Time { return over }})
	defer w.Close()
	if err := w.Follow([]string{dir}); err != nil {
		t.Skip("the system cannot say what changes: ", err)
	}
	file, other := filepath.Join(dir, "a.md"), filepath.Join(dir, "b.md")
	for name, change := range map[string]func() error{
		"writing":  func() error { return os.WriteFile(file, []byte("# A\n"), 0o600) },
		"renaming": func() error { return errors.Join(os.WriteFile(file, nil, 0o600), os.Rename(file, other)) },
		"removing": func() error { return errors.Join(os.WriteFile(other, nil, 0o600), os.Remove(other)) },
	} {
		if err := change(); err != nil {
			t.Fatal(err)
		}
		if !w.Wait(t.Context()) {
			t.Errorf("%s a file is not told", name)
		}
	}
}
