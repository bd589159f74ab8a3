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
)

// sink is where pieces go. It is either closed or given up.
type sink interface {
	put(p piece) error
	close() error
	giveUp()
}

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
		book, err := export.NewBook(w, "lede, "+e.o.Now().Format("2 January 2006"), e.o.Now())
		if err != nil {
			f.giveUp()
			return nil, err
		}
		return &chapters{f, w, book}, nil
	case "html":
		return &files{dir, ".html"}, os.MkdirAll(dir, 0o700)
	default:
		return &files{dir, ".md"}, os.MkdirAll(dir, 0o700)
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

// finish gives the file its name.
func (w *whole) finish(err error) error {
	if err == nil {
		err = w.Sync()
	}
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
type files struct{ dir, ending string }

func (s *files) put(p piece) error {
	path := filepath.Join(s.dir, fileName(p.entry)+s.ending)
	temp := path + ".part"
	if err := os.WriteFile(temp, p.data, 0o600); err != nil {
		_ = os.Remove(temp)
		return err
	}
	return os.Rename(temp, path)
}

func (s *files) close() error { return nil }
func (s *files) giveUp()      {}

// maxSlug is how long the part of a file name is that the title makes, in bytes.
const maxSlug = 80

// fileName is a name that tells date and title and is the same each time: "2026-05-03-harbour-towns-brace-1a2b3c4d".
func fileName(e model.Entry) string {
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
	return strings.TrimPrefix(b.String()+"-"+string(e.ID[:min(8, len(e.ID))]), "-")
}
