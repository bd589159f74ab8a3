// Package content gets articles and makes sense of them: it joins its folders, most of which do not know each other.
//
// Start with Library, which is made of rooms: shelf is the library and what it answers, reading makes articles of what
// references lead to, feeds follows feeds, download saves files, and moving brings in what other readers hold. What is
// here are the tasks that a user starts: adding, bringing in, exporting, listing. All goroutines of lede but the
// program's own start in these packages, by way of pool, and end with their context.
package content

import (
	"context"
	"io"
	"io/fs"
	"log/slog"
	"os/exec"
	"time"

	"lede/content/download"
	"lede/content/feeds"
	"lede/content/fetch"
	"lede/content/lang"
	"lede/content/moving"
	"lede/content/reading"
	"lede/content/shelf"
	"lede/content/visit"
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
	Files    func() string      // the folder that files of articles are saved in, "" for none
	MostFile int64              // the largest one that is saved, in bytes
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
	*reading.Reader
	*feeds.Desk
	*moving.Mover
	*download.Loader
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
		o.Rest = visit.Rest
	}
	r := reading.New(shelf.New(shelf.Options{
		Path: o.Path, Named: o.Named, Topics: o.Topics, Rules: o.Rules, Tags: o.Tags, Updating: o.Updating, Now: o.Now,
		Pool: o.Run,
	}), reading.Options{
		Stdin: o.Stdin, Pages: o.Pages, Labels: o.Labels, Base: o.Base, Sites: o.Sites, Config: o.Config, Web: o.Web,
		Typed: o.Typed, Log: o.Log,
	})
	desk := feeds.New(r, feeds.Options{
		Web: o.Web, Accounts: o.Accounts, Config: o.Config, Start: o.Start, Rest: o.Rest,
	})
	return &Library{
		Reader: r,
		Desk:   desk,
		Mover:  moving.New(r, o.Config),
		Loader: download.New(download.Options{
			Web: o.Web, Folder: o.Files, Most: o.MostFile, Home: desk.IsHome, Run: o.Run,
		}),
		refs: o.Refs, base: o.Base, tags: o.Tags, start: o.Start, rest: o.Rest,
	}
}
