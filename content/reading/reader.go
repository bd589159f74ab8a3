// Package reading makes articles of what references lead to: files, pipes, pages of the web, and the library.
//
// Start with Reader.article: an article's way from bytes to a model.Article reads there from top to bottom. Open hands
// one article over in steps, Read is for a command that wants one article whole, and Head makes a row of the beginning
// of a file.
package reading

import (
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"sync"

	"lede/content/fetch"
	"lede/content/lang"
	"lede/content/parse"
	"lede/content/shelf"
	"lede/content/topics"
	"lede/model"
)

// Options is what a Reader is made of.
type Options struct {
	Stdin  io.Reader    // what the reference "-" reads, or nil
	Pages  fs.FS        // the built-in pages, or nil
	Labels lang.Labels  // the reader's own wordings
	Base   string       // the address that relative links are resolved against, or ""
	Sites  string       // the folder of the reader's rules for sites (see settings.SitesFolder), or ""
	Config string       // the file of settings that corrections of labels are written into, or ""
	Web    *fetch.Web   // fetches pages, or nil
	Typed  []string     // the references that the user typed: the hosts in them may be at private addresses
	Log    *slog.Logger // is told what the user is not: a page that was read in a simpler way; or nil
}

// Reader reads articles: those of the shelf, and those that a reference leads to. Its methods may be called from
// several goroutines at once.
type Reader struct {
	*shelf.Shelf
	Log     *slog.Logger // is told what the user is not; or nil
	o       Options
	Fetcher fetch.Fetcher
	stdin   spool
	limit   int           // bytes that are read of one text
	heavy   chan struct{} // holds a token while a long article is read: one at a time
	labels  sync.RWMutex  // guards o.Labels
	reasons reasons
}

// New returns a reader of a shelf.
func New(s *shelf.Shelf, o Options) *Reader {
	l := &Reader{Shelf: s, Log: o.Log, o: o, limit: fetch.MaxBytes, heavy: make(chan struct{}, 1)}
	l.Fetcher = fetch.Fetcher{
		Stdin: o.Stdin, Pages: o.Pages, Web: o.Web, IsArticle: parse.IsArticle, Go: l.Pool.Start,
	}
	if o.Web != nil {
		o.Web.Typed = typed(o.Typed)
	}
	return l
}

// Check returns at once the sentence that Open would end with when ref cannot be opened at all.
func (l *Reader) Check(ctx context.Context, ref string) error {
	if l.Names(ref) {
		return nil
	}
	return l.Fetcher.Check(ctx, ref)
}

// Read reads the article that ref names, whole: the ID of one in the library, or the beginning of its ID, means that
// one unless there is a file of that name. Of a page that cannot be had it is the text that the library holds. Its
// errors are sentences.
func (l *Reader) Read(ctx context.Context, ref string) (model.Article, error) {
	a, err := l.Whole(ctx, ref)
	if err == nil || ctx.Err() != nil || !fetch.IsAddress(ref) {
		return a, err
	}
	if kept, ok := l.KeptAt(ctx, ref); ok {
		return withNotice(kept, "This is the text in your library. "+err.Error()), nil
	}
	return a, err
}

// Whole is Read without the text that the library holds of a page that cannot be had.
func (l *Reader) Whole(ctx context.Context, ref string) (model.Article, error) {
	if l.Names(ref) {
		a, err := l.Kept(ctx, ref)
		if err != nil {
			return a, err
		}
		return l.filled(ctx, a), nil
	}
	return l.Fetched(ctx, ref, nil)
}

// Fetched gets the article that ref names from where it comes from, whole. m is asked before each page after the
// first.
func (l *Reader) Fetched(ctx context.Context, ref string, m Manners) (model.Article, error) {
	src, err := l.Fetcher.Open(ctx, ref)
	if err != nil {
		return model.Article{}, err
	}
	data, cut, err := l.all(ctx, ref, src)
	_ = src.Close() // its connection is free before the pages after it ask for one
	if err != nil {
		return model.Article{}, fetch.ReadError(ref, err)
	}
	from := newOrigin(ref, src)
	from.manners = m
	a, err := l.article(from, data, cut)
	if err == nil {
		a, err = l.join(ctx, a, from, nil)
	}
	return a, Sentence(ref, err)
}

// all reads a source to its end.
func (l *Reader) all(ctx context.Context, ref string, src *fetch.Source) (data []byte, cut bool, err error) {
	if !src.Slow {
		return src.ReadAll(ctx, nil, l.limit)
	}
	s := l.spool(ref)
	s.start(src, l.limit, l.Pool.Start)
	data, err = s.wait(ctx)
	return data, len(data) >= l.limit, err
}

// spool is where the bytes of a pipe are kept. Those of standard input come only once, so all its readers share one.
func (l *Reader) spool(ref string) *spool {
	if ref == fetch.Stdin {
		return &l.stdin
	}
	return &spool{}
}

// article is the way of an article. The bytes have been got (fetch); they are decoded, their format is detected, they
// are read and divided into sections (parse), and what they are about is found (topics). cut tells that the source
// went on.
func (l *Reader) article(from origin, data []byte, cut bool) (model.Article, error) {
	r, err := l.begin(from, data)
	if errors.Is(err, parse.ErrEmpty) {
		err = cmp.Or(from.tooShort(), err)
	}
	if err != nil {
		return model.Article{}, err
	}
	a := r.article()
	if err := wall(from, a); err != nil {
		return a, err
	}
	for _, told := range from.told(cut) {
		a = withNotice(a, told)
	}
	if from.page == nil && a.Next != "" { // only one page has been saved
		a = goingOn(a, "The article goes on here: ", a.Next)
	}
	a.Topics = topics.Of(Beginning(a))
	return a, nil
}
