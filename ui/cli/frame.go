package cli

import (
	"net/http"
	"sync/atomic"

	"lede/content"
	"lede/content/fetch"
	"lede/content/settings"
	"lede/model"
)

// frame is what the commands share: the console, the settings and the library.
type frame struct {
	*console
	*setup
	shelf    *content.Library // made when a command first reads an article
	tags     []string         // topics for all that is added
	base     string           // the address that relative links lead on from, or ""
	screened atomic.Bool      // the screen has the terminal
	updates  atomic.Bool      // the library is being brought up to date, or has been
	typed    []string         // the arguments: the user's own words, in which addresses may lead anywhere
}

// newFrame is the frame of commands on a console.
func newFrame(c *console) *frame {
	return &frame{console: c, setup: newSetup(func(err error) { c.report(err) })}
}

// library makes the library that the commands read from. The file that articles are kept in is opened when it is
// first needed.
func (f *frame) library(refs []string, config model.Config) *content.Library {
	f.shelf = content.New(content.Options{
		Refs: refs, Stdin: f.stdin, Pages: pages(), Labels: labels(config), Base: f.base, Run: f.guard.Run,
		Path: f.libraryPath(), Named: f.flags.library != "", Config: f.configPath(),
		Sites: settings.SitesFolder(f.configPath()), Topics: config.Topics, Rules: config.Rules,
		Tags: f.tags,
		Web:  &fetch.Web{Agent: agent(), Proxy: http.ProxyFromEnvironment}, Typed: f.typed, Updating: f.updating(),
		Start: f.umask.Start,
		Log:   f.log.Logger,
	})
	return f.shelf
}

// close gives the library file back.
func (f *frame) close() {
	if f.shelf != nil {
		_ = f.shelf.Close() // what was kept is on the disk already
	}
}
