// Package fetch turns a reference into bytes: a file, a folder's files, standard input, a built-in page, a page of
// the web.
//
// Start with Fetcher.Open for one reference and Fetcher.Walk for many; web.go is the way to a page. Nothing here
// knows what the bytes mean, but that some are no text to read.
package fetch

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"lede/model"
)

// MaxBytes is the most that is read of one text; more is cut there.
const MaxBytes = 64 << 20

// Builtin stands before the names of built-in pages.
const Builtin = model.Builtin

// Stdin is the reference that names standard input.
const Stdin = "-"

// Fetcher opens references.
type Fetcher struct {
	Stdin io.Reader // what "-" reads, or nil
	Pages fs.FS     // the built-in pages, or nil
	Web   *Web      // fetches pages of the web; nil refuses them
	// IsArticle reports whether a file in a folder is an article, by its name. It is needed for folders.
	IsArticle func(name string) bool
	// Go runs f in a goroutine of its own. It is needed.
	Go func(name string, f func())
}

// Source is an open reference. Close it when done.
type Source struct {
	io.ReadCloser
	Name     string    // a file name for its format and a last-resort title, "" for standard input
	Size     int64     // bytes, 0 when not known
	Slow     bool      // a pipe: bytes come when its writer sends them
	Modified time.Time // UTC, zero when not known
	Page     *Page     // what is known of a page of the web, nil for anything else
}

// Open opens ref. It returns an *Error when there is nothing that can be read, and ends with ctx when it
// waits for the writer of a pipe.
func (f Fetcher) Open(ctx context.Context, ref string) (*Source, error) {
	switch {
	case ref == Stdin:
		return f.standardInput()
	case strings.HasPrefix(ref, Builtin):
		return f.page(ref)
	case IsAddress(ref):
		return f.openWeb(ctx, ref)
	default:
		return f.openFile(ctx, ref)
	}
}

func (f Fetcher) openWeb(ctx context.Context, ref string) (*Source, error) {
	if f.Web == nil {
		return nil, NewError(ref, "nothing is fetched from the web here", "Save the page to a file and open that", nil)
	}
	return f.Web.open(ctx, ref)
}

// Check reports at once why ref cannot be opened, as far as that is known without waiting for the writer of a pipe or
// for the web; nil when it can.
func (f Fetcher) Check(ctx context.Context, ref string) error {
	if IsAddress(ref) {
		if _, err := webAddress(ref); err != nil {
			return addressError(ref, err)
		}
		return nil
	}
	if info, err := os.Stat(ref); err == nil && !info.Mode().IsRegular() {
		return readable(ref, info.Mode())
	}
	src, err := f.Open(ctx, ref)
	if err == nil {
		_ = src.Close()
	}
	return err
}

func (f Fetcher) standardInput() (*Source, error) {
	if f.Stdin == nil {
		return nil, NewError("standard input", "nothing is connected to it", "Name a file, or pipe a text into lede", nil)
	}
	return &Source{ReadCloser: io.NopCloser(f.Stdin), Slow: true}, nil
}

func (f Fetcher) page(ref string) (*Source, error) {
	name := strings.TrimPrefix(ref, Builtin)
	if f.Pages == nil {
		return nil, NewError(ref, "there are no built-in pages", "", fs.ErrNotExist)
	}
	file, err := f.Pages.Open(name)
	if err != nil {
		return nil, NewError(ref, "there is no such built-in page", "To see them all: lede manual", err)
	}
	src := &Source{ReadCloser: file, Name: name}
	if info, err := file.Stat(); err == nil {
		src.Size = info.Size()
	}
	return src, nil
}

func (f Fetcher) openFile(ctx context.Context, path string) (*Source, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fileError(path, err)
	}
	if err := readable(path, info.Mode()); err != nil {
		return nil, err
	}
	pipe := info.Mode()&fs.ModeNamedPipe != 0
	file, err := f.open(ctx, path, pipe)
	if err != nil {
		return nil, fileError(path, err)
	}
	src := &Source{ReadCloser: file, Name: filepath.Base(path), Slow: pipe, Modified: info.ModTime().UTC()}
	if !pipe {
		src.Size = info.Size()
	}
	return src, nil
}

// readable refuses what is neither a file nor a pipe.
func readable(path string, mode fs.FileMode) error {
	switch {
	case mode.IsDir():
		return NewError(path, "it is a folder", "Name a file in it, or open the folder with: lede FOLDER", nil)
	case mode&fs.ModeSocket != 0:
		return NewError(path, "it is a socket, not a text", "Name a file", nil)
	case mode&(fs.ModeDevice|fs.ModeCharDevice) != 0:
		return NewError(path, "it is a device, not a text", "Name a file", nil)
	default:
		return nil
	}
}

// open opens a file. The open of a pipe waits for its writer, so it is left to itself when ctx ends first.
func (f Fetcher) open(ctx context.Context, path string, pipe bool) (*os.File, error) {
	if !pipe {
		return os.Open(path) //nolint:gosec // the reader named it
	}
	return openPipe(ctx, path, f.Go)
}

// IsAddress reports whether ref is meant as an address, of the web or of another kind.
func IsAddress(ref string) bool {
	scheme, _, ok := strings.Cut(ref, "://")
	if !ok {
		return false
	}
	switch strings.ToLower(scheme) {
	case "http", "https", "feed", "gemini", "gopher", "ftp", "file":
		return true
	default:
		return false
	}
}

// ReadAll reads on after data until the source ends, ctx ends, or there are limit bytes; cut reports
// whether the source may go on.
func (s *Source) ReadAll(ctx context.Context, data []byte, limit int) (all []byte, cut bool, err error) {
	const step = 1 << 20
	all = slices.Grow(data, max(0, min(int(s.Size), limit)-len(data))+1)
	for len(all) < limit && ctx.Err() == nil {
		room := min(max(cap(all)-len(all), 512), step, limit-len(all))
		var more bool
		all, more, err = ReadHead(s, all, room)
		if err != nil || !more {
			return all, false, err
		}
	}
	return all, true, ctx.Err()
}

// ReadHead reads up to limit bytes more after data and reports whether the source goes on. A source that ends
// early is no error.
func ReadHead(r io.Reader, data []byte, limit int) (all []byte, more bool, err error) {
	from := len(data)
	all = slices.Grow(data, limit)[:from+limit]
	n, err := io.ReadFull(r, all[from:])
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return all[:from+n], false, nil
	}
	return all[:from+n], err == nil, err
}
