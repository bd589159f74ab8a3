// Package content gets articles and makes sense of them: it joins fetch, parse and topics, which do not know
// each other.
//
// Start with Library.article: an article's way from bytes to a model.Article reads there from top to bottom.
// Open hands one article over in steps, List hands over the rows of many, Read is for a command that wants
// one article whole. All goroutines of lede but the program's own start in this package, and end with their
// context.
package content

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"os/exec"
	"slices"
	"time"

	"lede/content/fetch"
	"lede/content/lang"
	"lede/content/parse"
	"lede/content/shelf"
	"lede/content/topics"
	"lede/model"
)

// Options is what a Library is made of.
type Options struct {
	Refs     []string           // what List lists; none means the built-in pages
	Stdin    io.Reader          // what the reference "-" reads, or nil
	Pages    fs.FS              // the built-in pages, or nil
	Labels   lang.Labels        // the reader's own wordings
	Base     string             // the address that relative links are resolved against, or ""
	Path     string             // the file of the library (see LibraryPath), opened when it is first needed; "" for none
	Named    bool               // the user has named Path: a command that a message offers names it, too
	Sites    string             // the folder of the reader's rules for sites (see settings.SitesFolder), or ""
	Config   string             // the file of settings that corrections of labels are written into, or ""
	Topics   []model.NamedQuery // topics by query, for what is kept
	Rules    []model.EntryRule  // what happens to the entries of feeds, and what of them is hidden
	Tags     []string           // topics for all that Add and Keep keep
	Accounts []model.Account    // servers that a refresh of everything syncs with
	// Updating is told how far a library of an older lede has been brought up to date, in articles, and at last that all
	// is done; of is 0 while its backup is made. Nil tells nobody.
	Updating func(done, of int)
	Now      func() time.Time // nil means time.Now
	Web      *fetch.Web       // fetches pages, or nil
	Typed    []string         // the references that the user typed: the hosts in them may be at private addresses
	// Rest waits between two questions to one site, or until ctx ends; nil does so by the clock of the machine.
	Rest func(ctx context.Context, d time.Duration) error
	Log  *slog.Logger // is told what the user is not: a page that was read in a simpler way; or nil
	// Run runs f, whose name says what it does, in the goroutine that calls it; nil just calls f. A program that must
	// give its terminal back whatever happens sees panics here.
	Run func(name string, f func())
	// Start starts a command of the user's, with what this process has set aside for itself, such as its umask, as it
	// was; nil means (*exec.Cmd).Start.
	Start func(*exec.Cmd) error
}

// Library is where articles come from. Its methods may be called from several goroutines at once.
type Library struct {
	*Reader
	*Desk
	*Mover
	refs  []string
	base  string
	tags  []string
	start func(*exec.Cmd) error
	rest  func(ctx context.Context, d time.Duration) error // waits
}

// New returns a library.
func New(o Options) *Library {
	if o.Run == nil {
		o.Run = func(_ string, f func()) { f() }
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Rest == nil {
		o.Rest = rest
	}
	r := NewReader(shelf.New(shelf.Options{
		Path: o.Path, Named: o.Named, Topics: o.Topics, Rules: o.Rules, Tags: o.Tags, Updating: o.Updating, Now: o.Now,
		Pool: o.Run,
	}), ReaderOptions{
		Stdin: o.Stdin, Pages: o.Pages, Labels: o.Labels, Base: o.Base, Sites: o.Sites, Config: o.Config, Web: o.Web,
		Typed: o.Typed, Log: o.Log,
	})
	return &Library{
		Reader: r,
		Desk: NewDesk(r, FeedOptions{
			Web: o.Web, Accounts: o.Accounts, Config: o.Config, Start: o.Start, Rest: o.Rest,
		}),
		Mover: NewMover(r, o.Config),
		refs:  o.Refs, base: o.Base, tags: o.Tags, start: o.Start, rest: o.Rest,
	}
}

// Check returns at once the sentence that Open would end with when ref cannot be opened at all.
func (l *Reader) Check(ctx context.Context, ref string) error {
	if l.Names(ref) {
		return nil
	}
	return l.fetch.Check(ctx, ref)
}

// Read reads the article that ref names, whole: the ID of one in the library, or the beginning of its ID, means that
// one unless there is a file of that name. Of a page that cannot be had it is the text that the library holds. Its
// errors are sentences.
func (l *Reader) Read(ctx context.Context, ref string) (model.Article, error) {
	a, err := l.got(ctx, ref)
	if err == nil || ctx.Err() != nil || !fetch.IsAddress(ref) {
		return a, err
	}
	if kept, ok := l.KeptAt(ctx, ref); ok {
		return withNotice(kept, "This is the text in your library. "+err.Error()), nil
	}
	return a, err
}

// got is Read without the text that the library holds of a page that cannot be had.
func (l *Reader) got(ctx context.Context, ref string) (model.Article, error) {
	if l.Names(ref) {
		a, err := l.Kept(ctx, ref)
		if err != nil {
			return a, err
		}
		return l.filled(ctx, a), nil
	}
	return l.fetched(ctx, ref, nil)
}

// fetched gets the article that ref names from where it comes from, whole. m is asked before each page after the
// first.
func (l *Reader) fetched(ctx context.Context, ref string, m manners) (model.Article, error) {
	src, err := l.fetch.Open(ctx, ref)
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
	return a, sentence(ref, err)
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
	a.Topics = topics.Of(beginning(a))
	return a, nil
}

// sentence turns what the leaves say of ref into a sentence.
func sentence(ref string, err error) error {
	var library *shelf.LibraryError
	switch {
	case errors.As(err, &library):
		return err
	case errors.Is(err, parse.ErrEmpty):
		return fetch.NewError(ref, "it is empty", instead(ref, "Open another file"), err)
	case errors.Is(err, parse.ErrBinary):
		return fetch.NewError(ref, err.Error(), instead(ref, "Open a text, a Markdown file or a saved page"), err)
	default:
		return fetch.ReadError(ref, err)
	}
}

// withNotice adds a last block that says of the text what it does not say itself.
func withNotice(a model.Article, told string) model.Article {
	a.Sections = slices.Clone(a.Sections)
	if len(a.Sections) == 0 {
		a.Sections = []model.Section{{}}
	}
	last := &a.Sections[len(a.Sections)-1]
	last.Blocks = append(slices.Clip(last.Blocks), model.Notice{Kind: model.Continues, Source: told})
	return a
}

// beginning is as much of a as topics are found in: of a book its first chapters tell, in a bounded time.
func beginning(a model.Article) model.Article {
	const most = 256 << 10
	n := 0
	for i, s := range a.Sections {
		for j, b := range s.Blocks {
			if n += len(b.Text()); n < most {
				continue
			}
			sections := append([]model.Section{}, a.Sections[:i+1]...)
			sections[i].Blocks = s.Blocks[:j+1]
			a.Sections = sections
			return a
		}
	}
	return a
}
