package content

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"slices"

	"lede/content/export"
	"lede/content/fetch"
	"lede/content/pool"
	"lede/content/shelf"
	"lede/content/store"
	"lede/model"
	"lede/model/query"
)

// epub is the name of books.
const epub = "epub"

// StageExporting is the stage of articles that are written out.
const StageExporting = "exporting"

// ExportFormats are the names that Export knows.
func ExportFormats() []string { return append(export.FileFormats(), JSONLines, epub) }

// Export writes the articles that the query asks for into the folder dir, which is made when it does not exist.
// JSON Lines and EPUB are one file, library.jsonl or library.epub, or dir itself when its name ends so; the other
// formats are a file an article. Of JSON Lines that file is also "-" for out.
//
// A file appears when it is whole. The last step reports how many articles there are, as Added, also when ctx
// has ended before; then the channel is closed.
func (l *Library) Export(ctx context.Context, q query.Query, format, dir string, out io.Writer) <-chan model.Progress {
	return l.ExportRevision(ctx, q, 0, format, dir, out)
}

// ExportRevision is Export for the version of that number of each article; an article without it is told of in the
// steps. 0 means the newest texts.
func (l *Library) ExportRevision(ctx context.Context, q query.Query, revision int, format, dir string,
	out io.Writer,
) <-chan model.Progress {
	e := &exporting{Library: l, Reports: pool.NewReports(StageExporting), format: format, revision: revision}
	l.Pool.Start("export", func() {
		defer close(e.Out)
		if err := e.run(ctx, q, dir, out); err != nil {
			e.Fail(err)
		}
		e.Last()
	})
	return e.Out
}

// exporting is a task of Export.
type exporting struct {
	*Library
	pool.Reports
	store    *store.Store
	format   string
	revision int // 0 for the newest texts
}

// piece is an article as it is written.
type piece struct {
	entry model.Entry
	data  []byte
	err   error
}

func (e *exporting) run(ctx context.Context, q query.Query, dir string, out io.Writer) error {
	s, err := e.Store(ctx)
	if err != nil {
		return err
	}
	e.store = s
	ids, err := s.IDs(ctx, e.Everything(q))
	if err != nil || len(ids) == 0 {
		return e.Sentence(err)
	}
	e.Step.Total = len(ids)
	to, err := newSink(e.format, dir, out, e)
	if err != nil {
		return writeError(dir, err)
	}
	err = e.pieces(ctx, ids, to)
	whole := err == nil && ctx.Err() == nil
	if whole {
		err = to.close()
	} else {
		to.giveUp()
	}
	if (!whole || err != nil) && (e.format == JSONLines || e.format == epub) {
		e.Step.Added = 0 // there is no file
	}
	return writeError(dir, err)
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
	for made := range pool.InOrder(ctx, e.Pool, pool.Hands(), source, e.made()) {
		for _, p := range made {
			var broken *shelf.LibraryError
			if errors.As(p.err, &broken) {
				return p.err
			}
			if p.err != nil {
				e.Fail(p.err)
				continue
			}
			if err := to.put(p); err != nil {
				return err
			}
			e.Step.Added++
		}
		e.Step.Done = min(e.Step.Done+parcelArticles, e.Step.Total)
		e.Send()
	}
	return nil
}

// parcelArticles is how many articles a worker writes at once.
const parcelArticles = 32

// made returns what makes pieces of articles.
func (e *exporting) made() func(context.Context, []model.ID) []piece {
	chapters := make(chan func(model.Article) []byte, pool.Hands()) // one for each worker
	for range pool.Hands() {
		chapters <- nil
	}
	return func(ctx context.Context, ids []model.ID) []piece {
		records, err := e.store.Records(ctx, ids)
		if err != nil {
			return []piece{{err: e.Sentence(err)}}
		}
		chapter := <-chapters
		if chapter == nil && e.format == epub {
			chapter = export.Chapters()
		}
		pieces := make([]piece, len(records))
		for i, r := range records {
			if e.revision > 0 {
				if r.Article, err = e.Version(ctx, r.Article.ID, e.revision); err != nil {
					pieces[i] = piece{err: err}
					continue
				}
			}
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
	var library *shelf.LibraryError
	if errors.As(err, &library) {
		return err
	}
	return &PlaceError{Place: fetch.Shown(dir), Problem: fetch.Cause(err), Err: err}
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
