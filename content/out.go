package content

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"lede/content/export"
	"lede/content/fetch"
	"lede/content/store"
	"lede/model"
)

// epub is the name of books.
const epub = "epub"

// StageExporting is the stage of articles that are written out.
const StageExporting = "exporting"

// ExportFormats are the names that Export knows.
func ExportFormats() []string { return []string{"markdown", "html", JSONLines, epub} }

// Export writes the articles that the query asks for into the folder dir, which is made when it does not exist. Markdown and
// HTML are a file an article; JSON Lines and EPUB are one file, library.jsonl or library.epub, or dir itself when its name
// ends so. Of JSON Lines that file is also "-" for out.
//
// A file appears when it is whole. The last step tells how many articles there are, as Added, also when ctx has ended
// before; then the channel is closed.
func (l *Library) Export(ctx context.Context, q model.Query, format, dir string, out io.Writer) <-chan model.Progress {
	e := &exporting{Library: l, reports: newReports(StageExporting), format: format}
	l.o.Go("export", func() {
		defer close(e.out)
		if err := e.run(ctx, q, dir, out); err != nil {
			e.fail(err)
		}
		e.last()
	})
	return e.out
}

// exporting is a task of Export.
type exporting struct {
	*Library
	reports
	store  *store.Store
	format string
}

// piece is an article as it is written.
type piece struct {
	entry model.Entry
	data  []byte
	err   error
}

// sink is where pieces go. It is either closed or given up.
type sink interface {
	put(p piece) error
	close() error
	giveUp()
}

func (e *exporting) run(ctx context.Context, q model.Query, dir string, out io.Writer) error {
	s, err := e.opened(ctx)
	if err != nil {
		return err
	}
	e.store = s
	ids, err := s.IDs(ctx, q)
	if err != nil || len(ids) == 0 {
		return e.told(err)
	}
	e.step.Total = len(ids)
	to, err := newSink(e.format, dir, out, e)
	if err != nil {
		return writeError(dir, err)
	}
	if err := e.pieces(ctx, ids, to); err != nil || ctx.Err() != nil {
		to.giveUp()
		if e.format == JSONLines || e.format == epub {
			e.step.Added = 0
		}
		return writeError(dir, err)
	}
	return writeError(dir, to.close())
}

// pieces writes the articles to a sink.
func (e *exporting) pieces(ctx context.Context, ids []model.ID, to sink) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	source := func(yield func([]model.ID) bool) {
		for chunk := range slices.Chunk(ids, parcelArticles) {
			if !yield(chunk) {
				return
			}
		}
	}
	for made := range inOrder(ctx, e.Library, hands(), source, e.made()) {
		for _, p := range made {
			var broken *LibraryError
			if errors.As(p.err, &broken) {
				return p.err
			}
			if p.err != nil {
				e.fail(p.err)
				continue
			}
			if err := to.put(p); err != nil {
				return err
			}
			e.step.Added++
		}
		e.step.Done = min(e.step.Done+parcelArticles, e.step.Total)
		e.send()
	}
	return nil
}

// parcelArticles is how many articles a worker writes at once.
const parcelArticles = 32

// made returns what makes pieces of articles.
func (e *exporting) made() func(context.Context, []model.ID) []piece {
	chapters := make(chan func(model.Article) []byte, hands()) // one for each worker
	for range hands() {
		chapters <- nil
	}
	return func(ctx context.Context, ids []model.ID) []piece {
		records, err := e.store.Records(ctx, ids)
		if err != nil {
			return []piece{{err: e.told(err)}}
		}
		chapter := <-chapters
		if chapter == nil && e.format == epub {
			chapter = export.Chapters()
		}
		pieces := make([]piece, len(records))
		for i, r := range records {
			pieces[i] = e.piece(r, chapter)
		}
		chapters <- chapter
		return pieces
	}
}

func (e *exporting) piece(r model.Record, chapter func(model.Article) []byte) piece {
	var b bytes.Buffer
	var err error
	switch e.format {
	case JSONLines:
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		err = enc.Encode(export.JSONKept(r))
	case epub:
		b.Write(chapter(r.Article))
	default:
		err = export.Write(&b, e.format, r.Article, export.Options{})
	}
	return piece{r.Article.Entry, b.Bytes(), err}
}

// writeError is the sentence for a place that cannot be written.
func writeError(dir string, err error) error {
	if err == nil {
		return nil
	}
	var library *LibraryError
	if errors.As(err, &library) {
		return err
	}
	return &PlaceError{Place: fetch.Shown(dir), Problem: innermost(err), Err: err}
}

// PlaceError says in one sentence that a place cannot be written. Its text is clean.
type PlaceError struct {
	Place, Problem string
	Err            error
}

// Error is the sentence.
func (e *PlaceError) Error() string {
	return "Cannot write to " + e.Place + ": " + e.Problem + ". Name another folder, or make room."
}

// Unwrap returns the cause.
func (e *PlaceError) Unwrap() error { return e.Err }

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
