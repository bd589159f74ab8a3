package cli

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/content"
	"lede/content/fetch"
	"lede/content/manual"
	"lede/content/session"
	"lede/content/settings"
	"lede/model"
	"lede/model/query"
	"lede/ui"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
	"lede/ui/cli/setup"
	"lede/ui/cli/terminal"
	"lede/ui/library"
	"lede/ui/reader"
)

// samples are the references of what a new user sees first.
func samples() []string {
	var refs []string
	for _, name := range manual.Samples() {
		refs = append(refs, fetch.Builtin+name)
	}
	return refs
}

// open is lede without a command: one file in the reader, several or a folder in the list, nothing for the
// library. Where no screen can be drawn it writes plain text.
func (p *program) open(ctx context.Context, refs []string) error {
	if len(refs) == 0 && terminal.IsPiped(p.Stdin) {
		refs = []string{fetch.Stdin}
	}
	config, err := p.Settings()
	if err != nil {
		return err
	}
	library := p.Library(refs, config)
	if p.PlainOnly() {
		if len(refs) == 0 && keepsAny(ctx, library) {
			return p.ListRows(ctx, query.Query{}, frame.Listing{Limit: -1})
		}
		return p.plainOpen(ctx, library, refs)
	}
	if single(refs) {
		if err := library.Check(ctx, refs[0]); err != nil {
			return err
		}
	}
	if err := p.anyThere(ctx, library, refs); err != nil {
		return err
	}
	if len(refs) == 0 {
		p.memory.Expect(terminal.ListHeap)
		p.ready(ctx, library)
	}
	return p.screen(library, config, p.shows(library, refs)) //nolint:contextcheck // What can be done is only named here.
}

// anyThere is the error for several references none of which can be opened: a list of them would be empty. Each is
// told.
func (p *program) anyThere(ctx context.Context, library *content.Library, refs []string) error {
	if len(refs) < 2 {
		return nil
	}
	var all []error
	for _, ref := range refs {
		if isFolder(ref) {
			return nil
		}
		err := library.Check(ctx, ref)
		if err == nil {
			return nil
		}
		all = append(all, err)
	}
	for _, err := range all {
		p.Report(err)
	}
	return console.Exit(console.Failed)
}

// keepsAny reports whether the library holds an article. One that cannot be opened holds none here: what is wrong
// with it is said where it is asked for.
func keepsAny(ctx context.Context, library *content.Library) bool {
	n, err := library.Count(ctx, query.Query{})
	return err == nil && n > 0
}

// screen runs the full-screen program, which begins with shows.
func (p *program) screen(library *content.Library, config model.Config, shows func(*ui.Options)) error {
	keys, closeKeys, err := p.keys()
	if err != nil {
		return err
	}
	defer closeKeys()
	terminal.ShareProcessors(os.Getenv)
	terminal.HaveSize(p.Stdout)
	options := p.uiOptions(library, config)
	shows(&options)
	var f *terminal.Frame
	options.Editor = editor(os.Getenv, func(cmd *exec.Cmd) error { return f.Lend(cmd, p.Umask.Start) })
	app := ui.New(options)
	f = terminal.NewFrame(p.Guard, app, keys, p.Stdout, tea.WithColorProfile(terminal.Profile(os.Environ())))
	p.Screened.Store(true)
	status, err := f.Run()
	p.Screened.Store(false)
	app.Close()
	if crashed, ok := p.Guard.Status(); ok {
		return console.Exit(crashed)
	}
	if status != 0 {
		return console.Exit(status)
	}
	return err
}

func (p *program) uiOptions(articles *content.Library, config model.Config) ui.Options {
	return ui.Options{
		Library:   articles,
		Store:     articles,
		Feeds:     articles,
		Downloads: articles,
		Samples:   p.session(articles, samples()...),
		Queries:   config.Queries,
		Measure:   config.Width,
		First:     library.First,
		Screens:   library.Rows(),
		Keys:      p.Keymap,
		Macros:    config.Macros,
		Commands:  config.Commands,
		Piper:     articles,
		Page:      reader.NewPage,
		Language:  setup.Language(os.Getenv),
		Problem:   p.Unsettled,
		Look:      p.Theme,
		ThemeName: config.Theme,
		Light:     config.Theme == "light",
		Fixed:     config.Theme != "auto",
		NoLinks:   !terminal.KnowsLinks(os.Getenv),
		NoMouse:   !config.Mouse,
		Search:    config.Search,
		SaveQuery: func(q model.NamedQuery) error { return settings.AddQuery(p.ConfigPath(), q) },
		Corrector: articles,
		Opens:     func(url string) bool { return fetch.HostOf(url) != "" },
		Open:      ui.Browser(opener(config, os.Getenv), p.Umask.Start),
		Guard:     p.Guard.Run,
		Log:       p.Log.Logger,
	}
}

// session lists what refs name, the built-in pages when there are none. It ends with the program.
func (p *program) session(articles *content.Library, refs ...string) *session.Session {
	s := session.New(articles, refs...)
	p.sessions = append(p.sessions, s)
	return s
}

// shows begins with the article of one reference, with the list of several, or with the library.
func (p *program) shows(articles *content.Library, refs []string) func(*ui.Options) {
	return func(o *ui.Options) {
		switch {
		case single(refs):
			o.Ref = refs[0]
		case len(refs) > 0:
			files := p.session(articles, refs...)
			o.Library, o.Store = files, files
		}
	}
}

func isFolder(ref string) bool {
	info, err := os.Stat(ref)
	return err == nil && info.IsDir()
}

// single reports whether refs name one article.
func single(refs []string) bool {
	return len(refs) == 1 && !isFolder(refs[0])
}

// keys is the terminal that keys come from: standard input, or the controlling terminal when a text comes in there.
func (p *program) keys() (*os.File, func(), error) {
	if terminal.IsTerminal(p.Stdin) {
		return p.Stdin.(*os.File), func() {}, nil
	}
	tty, err := os.OpenFile("/dev/tty", os.O_RDWR, 0)
	if err != nil {
		return nil, nil, terminal.ErrNoKeys
	}
	return tty, func() { _ = tty.Close() }, nil
}

// opener is the program that opens a link: the one that the settings name, else the first that $BROWSER names, whose
// %s stands for the address; "" is the system's.
func opener(c model.Config, getenv func(string) string) string {
	if c.Opener != "" {
		return c.Opener
	}
	first, _, _ := strings.Cut(getenv("BROWSER"), ":")
	return strings.ReplaceAll(first, "%s", "%u")
}

// readyPatience is how long the first screen waits for a library that is neither open nor being brought up to date:
// another program may keep it locked.
const readyPatience = 300 * time.Millisecond

// ready opens the library before the screen takes the terminal, so that an update can tell how far it is. A library
// that takes its time otherwise is opened behind the screen.
func (p *program) ready(ctx context.Context, library *content.Library) {
	opened := make(chan struct{})
	p.Guard.Go("open the library", func() {
		defer close(opened)
		library.Ready(ctx)
	})
	select {
	case <-opened:
		return
	case <-time.After(readyPatience):
	}
	if p.Updates.Load() {
		<-opened
	}
}
