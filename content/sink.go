package content

import (
	"bufio"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"lede/content/export"
	"lede/content/fetch"
	"lede/model"
	"lede/model/clean"
)

// sink is where pieces go. It is either closed or given up.
type sink interface {
	put(p piece) error
	close() error
	giveUp()
}

// newSink makes the sink for a format and a place.
func newSink(format, dir string, out io.Writer, e *exporting) (sink, error) {
	switch format {
	case JSONLines:
		if dir == fetch.Stdin {
			return &lines{w: bufio.NewWriter(out)}, nil
		}
		f, err := newWhole(dir, ".jsonl")
		if err != nil {
			return nil, err
		}
		return &lines{whole: f, w: bufio.NewWriterSize(f, 1<<20)}, nil
	case epub:
		f, err := newWhole(dir, ".epub")
		if err != nil {
			return nil, err
		}
		w := bufio.NewWriterSize(f, 1<<20)
		book, err := export.NewBook(w, e.Now())
		if err != nil {
			f.giveUp()
			return nil, err
		}
		return &chapters{f, w, book}, nil
	default:
		return newFiles(dir, export.Ending(format))
	}
}

// whole is a file that appears under its name when it is finished.
type whole struct {
	*os.File
	path string
}

// newWhole begins the file dir, or library and the ending in dir.
func newWhole(dir, ending string) (*whole, error) {
	path := dir
	if !strings.EqualFold(filepath.Ext(dir), ending) {
		path = filepath.Join(dir, "library"+ending)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".lede-*"+ending)
	return &whole{f, path}, err
}

// finish gives the file its name once it is on the disk, or, after an error, takes it away.
func (w *whole) finish(err error) error {
	if err == nil {
		err = w.Sync()
	}
	return w.named(err)
}

// named is finish for one file of many, which do not wait for the disk one by one.
func (w *whole) named(err error) error {
	if bad := w.Close(); err == nil {
		err = bad
	}
	if err == nil {
		err = os.Rename(w.Name(), w.path)
	}
	if err != nil {
		_ = os.Remove(w.Name())
	}
	return err
}

func (w *whole) giveUp() {
	_ = w.Close()
	_ = os.Remove(w.Name())
}

// lines is the sink for JSON Lines.
type lines struct {
	*whole // nil for standard output
	w      *bufio.Writer
}

func (s *lines) put(p piece) error {
	if s.whole == nil { // a terminal may be behind it
		_, err := s.w.WriteString(clean.Text(string(p.data)))
		return err
	}
	_, err := s.w.Write(p.data)
	return err
}

func (s *lines) close() error {
	err := s.w.Flush()
	if s.whole == nil {
		return err
	}
	return s.finish(err)
}

func (s *lines) giveUp() {
	if s.whole != nil {
		s.whole.giveUp()
	}
}

// chapters is the sink for an EPUB.
type chapters struct {
	*whole
	w    *bufio.Writer
	book *export.Book
}

func (s *chapters) put(p piece) error { return s.book.Add(p.entry, p.data) }

func (s *chapters) close() error {
	err := s.book.Close()
	if err == nil {
		err = s.w.Flush()
	}
	return s.finish(err)
}

// files is the sink for a file an article.
type files struct {
	dir, ending string
	names       map[string]bool // of the files written
}

func newFiles(dir, ending string) (sink, error) {
	return &files{dir, ending, map[string]bool{}}, os.MkdirAll(dir, 0o700)
}

func (s *files) put(p piece) error {
	name := fileName(p.entry, shortID)
	if s.names[name] {
		name = fileName(p.entry, len(p.entry.ID))
	}
	s.names[name] = true
	f, err := os.CreateTemp(s.dir, ".lede-*"+s.ending)
	if err != nil {
		return err
	}
	_, err = f.Write(p.data)
	return (&whole{f, filepath.Join(s.dir, name+s.ending)}).named(err)
}

func (s *files) close() error { return nil }
func (s *files) giveUp()      {}

const (
	// maxSlug is how long the part of a file name is that the title makes, in bytes.
	maxSlug = 80
	// shortID is how many digits of an ID tell files with the same date and title apart as a rule.
	shortID = 8
)

// fileName is a name that tells date and title and is the same each time: "2026-05-03-harbour-towns-brace-1a2b3c4d".
// It ends in so many digits of the ID.
func fileName(e model.Entry, digits int) string {
	var b strings.Builder
	if !e.Published.IsZero() {
		b.WriteString(e.Published.Format("2006-01-02"))
	}
	part := true
	for _, r := range strings.ToLower(e.Title) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			part = true
			continue
		}
		if b.Len() > maxSlug {
			break
		}
		if part && b.Len() > 0 {
			b.WriteByte('-')
		}
		part = false
		b.WriteRune(r)
	}
	return strings.TrimPrefix(b.String()+"-"+string(e.ID[:min(digits, len(e.ID))]), "-")
}
