// Package frame is what the commands share, so that they know nothing of each other and of the program around them.
//
// Start with Frame: the console, what the user has set, and the library. words.go reads the words of a command that
// asks for articles, choose.go finds these, and rows.go writes them.
package frame

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"sync/atomic"

	"github.com/spf13/cobra"

	"lede/content"
	"lede/content/fetch"
	"lede/content/settings"
	"lede/content/shelf"
	"lede/model"
	"lede/model/clean"
	"lede/model/figure"
	"lede/ui/cli/console"
	"lede/ui/cli/setup"
)

// Frame is what the commands share: the console, the settings and the library.
type Frame struct {
	*console.Console
	*setup.Setup
	shelf    *content.Library // made when a command first reads an article
	Tags     []string         // topics for all that is added
	Base     string           // the address that relative links lead on from, or ""
	Screened atomic.Bool      // the screen has the terminal
	Updates  atomic.Bool      // the library is being brought up to date, or has been
	Typed    []string         // the arguments: the user's own words, in which addresses may lead anywhere
}

// New returns the frame of commands on a console.
func New(c *console.Console) *Frame {
	return &Frame{Console: c, Setup: setup.New(func(err error) { c.Report(err) })}
}

// Library makes the library that the commands read from. The file that articles are kept in is opened when it is
// first needed.
func (f *Frame) Library(refs []string, config model.Config) *content.Library {
	f.shelf = content.New(content.Options{
		Refs: refs, Stdin: f.Stdin, Pages: pages(), Labels: setup.Labels(config), Base: f.Base, Run: f.Guard.Run,
		Path: f.LibraryPath(), Named: f.Flags.Library != "", Config: f.ConfigPath(),
		Sites: settings.SitesFolder(f.ConfigPath()), Topics: config.Topics, Rules: config.Rules,
		Files:    func() string { return settings.DownloadFolder(config.Downloads, os.Getenv) },
		MostFile: int64(config.DownloadLimit) * 1e6,
		Tags:     f.Tags, Accounts: config.Accounts,
		Web: &fetch.Web{Agent: agent(), Proxy: http.ProxyFromEnvironment}, Typed: f.Typed, Updating: f.updating(),
		Start: f.Umask.Start,
		Log:   f.Log.Logger,
	})
	return f.shelf
}

// Close gives the library file back.
func (f *Frame) Close() {
	if f.shelf != nil {
		_ = f.shelf.Close() // what was kept is on the disk already
	}
}

// Article reads the article that a command is about.
func (f *Frame) Article(c *cobra.Command, ref string) (model.Article, error) {
	l, err := f.Kept()
	if err != nil {
		return model.Article{}, err
	}
	a, err := l.Read(c.Context(), ref)
	if err == nil {
		f.TellLoose(a)
	}
	return a, err
}

// TellLoose says that links of an article lead nowhere, and how they would: most likely from where the page says that
// it stands.
func (f *Frame) TellLoose(a model.Article) {
	if a.Loose > 0 {
		links, lead := "links", "lead"
		if a.Loose == 1 {
			links, lead = "link", "leads"
		}
		_, _ = fmt.Fprintf(f.Stderr,
			"lede: %s %s of this page %s nowhere, since lede does not know where it is from; name it with --base-url %s\n",
			figure.Number(a.Loose), links, lead, clean.ShellOr(a.URL, "ADDRESS"))
	}
}

// LibraryPath is the file of the library.
func (f *Frame) LibraryPath() string {
	return cmp.Or(f.Flags.Library, shelf.LibraryPath(os.Getenv))
}

// Kept returns the library. Its file is opened when something is asked of it.
func (f *Frame) Kept() (*content.Library, error) {
	if f.shelf == nil {
		config, err := f.Settings()
		if err != nil {
			return nil, err
		}
		f.Library(nil, config)
	}
	return f.shelf, nil
}

// Existing is kept for commands that have nothing to do without articles: a library that the user names must be
// there, or a slip of the hand would make an empty one.
func (f *Frame) Existing() (*content.Library, error) {
	if cmp.Or(f.Flags.Library, os.Getenv("LEDE_LIBRARY")) != "" {
		if _, err := os.Lstat(f.LibraryPath()); errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("there is no library %s; lede add would make one there", fetch.Shown(f.LibraryPath()))
		}
	}
	return f.Kept()
}
