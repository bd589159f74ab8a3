// Package download saves files that articles have with them.
//
// A file is written aside, under a name of lede's own in the folder that it is meant for, and gets its name when it is
// whole. What has come of one stays: the next download of the same address goes on from there, if the server still has
// the same file. Start with Loader.Download; part.go is the file aside, name.go the name at the end.
package download

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"syscall"
	"time"

	"lede/content/fetch"
	"lede/content/pool"
	"lede/model/attached"
	"lede/model/clean"
)

// Options is what a Loader is made of.
type Options struct {
	Web    *fetch.Web    // fetches files, or nil
	Folder func() string // where they are saved, made when it does not exist; "" for nowhere
	Most   int64         // the largest file that is downloaded, in bytes
	// Home reports whether the host of an address may be at a private one; nil for none.
	Home func(ctx context.Context, url string) bool
	Run  pool.Run
}

// Loader saves files. Its methods may be called from several goroutines at once.
type Loader struct{ o Options }

// New returns a loader.
func New(o Options) *Loader { return &Loader{o} }

// Into returns a loader that saves files in another folder; "" is the same one.
func (l *Loader) Into(folder string) *Loader {
	if folder == "" {
		return l
	}
	o := l.o
	o.Folder = func() string { return folder }
	return New(o)
}

// Download saves a file. The last step is sent in any case, also when ctx has ended before: what has come by then is
// kept for the next time. Then the channel is closed. Errors are sentences.
func (l *Loader) Download(ctx context.Context, file attached.File) <-chan attached.Progress {
	out := make(chan attached.Progress, 1)
	j := &job{Options: l.o, file: file, out: out}
	j.step = attached.Progress{Name: clean.Line(file.Name), Size: -1}
	l.o.Run.Start("download", func() {
		defer close(out)
		err := j.run(ctx)
		if err != nil && ctx.Err() == nil {
			j.step.Err = sentence(j.step.Name, j.folder, err)
		}
		j.last()
	})
	return out
}

// job is one download.
type job struct {
	Options
	file   attached.File
	folder string
	home   bool // the file's host may be at a private address
	part   *part
	out    chan attached.Progress
	step   attached.Progress
	sent   time.Time // when the last step was
}

// attempts is how often a file is asked for whose connection breaks off, as long as more of it comes each time.
const attempts = 5

func (j *job) run(ctx context.Context) error {
	if j.Web == nil {
		return errors.New("nothing is fetched from the web here")
	}
	if j.folder = j.Folder(); j.folder == "" {
		return errNoFolder
	}
	if err := os.MkdirAll(j.folder, 0o700); err != nil {
		return err
	}
	p, err := openPart(j.folder, j.file.URL)
	if err != nil {
		return err
	}
	j.part = p
	defer p.close()
	for range attempts {
		before := p.size
		err = j.attempt(ctx)
		if err == nil || ctx.Err() != nil || p.size <= before || !p.note.resumable() || !brokeOff(err) {
			return err
		}
	}
	return err
}

// attempt asks for what is missing of the file, and for the whole where the server has another one.
func (j *job) attempt(ctx context.Context) error {
	in, err := j.ask(ctx)
	if fetch.IsOtherPart(err) {
		if err := j.part.begin(note{URL: j.file.URL, Size: -1}); err != nil {
			return err
		}
		in, err = j.ask(ctx)
	}
	if err != nil {
		return err
	}
	defer in.Close() //nolint:errcheck // it was only read
	if in.From == 0 {
		err = j.part.begin(note{URL: j.file.URL, ETag: in.ETag, Modified: in.Modified, Size: in.Size})
		if err != nil {
			return err
		}
	}
	if err := j.copy(in); err != nil {
		return err
	}
	j.step.Path, err = j.part.finish(names(append(in.Names, j.file.Name)))
	return err
}

// ask asks the server for what is missing of the file. Only of a host at a private address is it found out whether it
// may be there.
func (j *job) ask(ctx context.Context) (*fetch.File, error) {
	r := j.part.request(j.Most)
	r.Home = j.home
	in, err := j.Web.File(ctx, r)
	if !fetch.IsPrivate(err) || j.home || j.Home == nil || !j.Home(ctx, r.URL) {
		return in, err
	}
	j.home, r.Home = true, true
	return j.Web.File(ctx, r)
}

// errShort says that a file ended before all of it had come.
var errShort = errors.New("it ended before all of it had come. Try again: what came is kept")

// copy writes what comes into the part.
func (j *job) copy(in *fetch.File) error {
	j.step.Size = in.Size
	buf := make([]byte, 64<<10)
	for {
		n, err := in.Read(buf)
		if failed := j.part.write(buf[:n]); failed != nil {
			return failed
		}
		j.tell()
		switch {
		case errors.Is(err, io.EOF) && in.Size >= 0 && j.part.size != in.Size:
			return errShort
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
	}
}

// often is how long there is between two steps at least.
const often = 100 * time.Millisecond

// tell sends a step, unless there was one just now, or nobody has taken that one yet.
func (j *job) tell() {
	j.step.Bytes = j.part.size
	if time.Since(j.sent) < often {
		return
	}
	select {
	case j.out <- j.step:
		j.sent = time.Now()
	default:
	}
}

// last sends the last step, in place of one that nobody has taken.
func (j *job) last() {
	j.step.Last = true
	select {
	case <-j.out:
	default:
	}
	j.out <- j.step
}

// brokeOff reports whether an error is of a connection, so that the next may bring more.
func brokeOff(err error) bool {
	var known *fetch.Error
	var status fetch.StatusError
	return errors.Is(err, errShort) || errors.As(err, &known) && known.Err != nil && !errors.As(err, &status) &&
		!fetch.IsOtherPart(err)
}

var (
	errNoFolder = errors.New("there is no home folder to save it in. Name one with downloads in the settings")
	errLocked   = errors.New("another lede is downloading it")
)

// Error says in one sentence why a file is not saved. Its text is clean.
type Error struct {
	Name, Problem string
	Err           error
}

// Error is the sentence.
func (e *Error) Error() string { return "Cannot download " + e.Name + ": " + e.Problem + "." }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// sentence says why a file is not saved.
func sentence(name, folder string, err error) error {
	problem := fetch.Cause(err)
	var known *fetch.Error
	switch {
	case errors.As(err, &known):
		problem = known.Problem
		if known.Advice != "" {
			problem += ". " + known.Advice
		}
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		problem = "the disk is full. Make room and try again: what came is kept"
	case errors.Is(err, os.ErrPermission), errors.Is(err, syscall.EROFS), errors.Is(err, syscall.ENOTDIR):
		problem = fmt.Sprintf("you may not write to %s. Name another folder with downloads in the settings",
			fetch.Shown(folder))
	}
	return &Error{Name: fetch.Shown(name), Problem: clean.Line(problem), Err: err}
}
