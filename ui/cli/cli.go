// Package cli is lede's command line: the other user interface, and the frame that the full-screen program runs in.
//
// Start with Main and program.root. Each command has a file of its own; read.go starts the full screen, and
// package terminal sees to it that the terminal is given back whatever happens.
package cli

import (
	"bytes"
	"cmp"
	"context"
	"io"
	"log"
	"net/http"
	"os"
	"strings"
	"sync/atomic"

	"lede/ui/cli/terminal"

	"github.com/spf13/cobra"

	"lede/content"
	"lede/content/export"
	"lede/content/fetch"
	"lede/content/settings"
	"lede/model"
	"lede/model/clean"
	"lede/ui/action"
	"lede/ui/theme"
)

// program is one run of lede.
type program struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	out            *pager // to standard output
	flags          flags
	guard          *terminal.Guard
	memory         terminal.Memory
	umask          terminal.Umask
	shelf          *content.Library // made when a command first reads an article
	sessions       []*content.Session
	tags           []string      // topics for all that is added
	base           string        // the address that relative links lead on from, or ""
	screened       atomic.Bool   // the screen has the terminal
	theme          *theme.Theme  // the one that is named; nil for lede's own, dark or light
	keymap         action.Keymap // the user's own keys
	unsettled      error         // why the settings are not used, or nil
	log            logFile       // what --log asks for
	updates        atomic.Bool   // the library is being brought up to date, or has been
	typed          []string      // the arguments: the user's own words, in which addresses may lead anywhere
}

// flags are those that every command takes.
type flags struct {
	config, log, theme, library string
}

// Main runs lede with the arguments after the program's name and returns the exit status.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	log.SetOutput(io.Discard) // libraries write there what servers send, in the middle of the screen
	p := &program{stdin: stdin, stdout: stdout, stderr: stderr}
	p.umask.PrivateFiles()
	p.out = p.newPager(os.Getenv)
	p.memory.PutOff()
	p.guard = terminal.NewGuard(stderr, os.Getenv, version())
	root := p.root()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	status := failed
	p.guard.Run("run a command", func() {
		err := root.ExecuteContext(context.Background())
		status = p.report(cmp.Or(err, p.out.close()))
	})
	p.close()
	p.log.close()
	return status
}

// root is the whole command tree.
func (p *program) root() *cobra.Command {
	c := &cobra.Command{
		Use:   "lede [FILE | FOLDER | URL | -]…",
		Short: "Read articles in the terminal",
		Long: "lede gives an article its shape back: sections, quoted posts, related links, topics.\n" +
			"One file or web page opens in the reader, several or a folder in a list. Without any, lede opens the\n" +
			"library: what lede add has kept. A text can come down a pipe: curl -s … | lede",
		Args:          cobra.ArbitraryArgs,
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		PersistentPreRunE: func(c *cobra.Command, args []string) error {
			p.typed = args
			if err := checkBase(p.base); err != nil {
				return err
			}
			return p.log.open(p.flags.log, c.CommandPath())
		},
		RunE: func(c *cobra.Command, refs []string) error {
			if err := meantCommand(c, refs); err != nil {
				return err
			}
			return p.open(c.Context(), refs)
		},
		SuggestionsMinimumDistance: 2,
	}
	flags := c.PersistentFlags()
	flags.StringVar(&p.flags.config, "config", "", "read settings from `FILE`")
	flags.StringVar(&p.flags.library, "library", "", "keep articles in `FILE`")
	flags.StringVar(&p.flags.log, "log", "", "write what happens to `FILE`")
	flags.StringVar(&p.flags.theme, "theme", "", "`THEME`: auto, the name of a theme, or a JSON file")
	_ = c.RegisterFlagCompletionFunc("theme", themeNames)
	p.baseFlag(c)
	c.SetFlagErrorFunc(wrongFlag)
	c.SetHelpFunc(func(c *cobra.Command, _ []string) { _ = p.help(c) })
	c.SetVersionTemplate("lede {{.Version}}\n")
	c.SetHelpCommand(p.helpCommand())
	c.AddCommand(
		p.addCommand(), p.importCommand(), p.fetchCommand(), p.packCommand(),
		p.listCommand(), p.searchCommand(), p.markCommand(), p.tagCommand(),
		p.removeCommand(), p.restoreCommand(), p.versionsCommand(), p.diffCommand(),
		p.trashCommand(), p.undoCommand(),
		p.exportCommand(), p.dbCommand(),
		p.showCommand(), p.sectionCommand(), p.outlineCommand(), p.postsCommand(), p.linksCommand(), p.topicsCommand(),
		p.manualCommand(), p.keysCommand(), p.manCommand(), p.completionCommand(),
		p.ruleCommand(),
	)
	c.AddCommand(p.feedCommands()...)
	p.completions(c)
	return c
}

// library makes the library that the commands read from. The file that articles are kept in is opened when it is
// first needed.
func (p *program) library(refs []string, config model.Config) *content.Library {
	p.shelf = content.New(content.Options{
		Refs: refs, Stdin: p.stdin, Pages: pages(), Labels: labels(config), Base: p.base, Run: p.guard.Run,
		Path: p.libraryPath(), Named: p.flags.library != "", Config: p.configPath(),
		Sites: settings.SitesFolder(p.configPath()), Topics: config.Topics, Rules: config.Rules,
		Tags: p.tags,
		Web:  &fetch.Web{Agent: agent(), Proxy: http.ProxyFromEnvironment}, Typed: p.typed, Updating: p.updating(),
		Start: p.umask.Start,
		Log:   p.log.Logger,
	})
	return p.shelf
}

// close removes what was listed, and gives the library file back.
func (p *program) close() {
	for _, s := range p.sessions {
		_ = s.Close() // the next run removes what is left
	}
	if p.shelf != nil {
		_ = p.shelf.Close() // what was kept is on the disk already
	}
}

// write hands what f writes to standard output, through the gate: whatever f was given, no character goes out that
// could drive a terminal.
func (p *program) write(f func(w io.Writer) error) error {
	var b bytes.Buffer
	if err := f(&b); err != nil {
		return err
	}
	_, err := io.WriteString(p.out, clean.Text(b.String()))
	return err
}

// json writes v as JSON.
func (p *program) json(v any) error {
	return p.write(func(w io.Writer) error { return export.JSON(w, v) })
}

// lines writes lines of text.
func (p *program) lines(lines []string) error {
	return p.write(func(w io.Writer) error {
		_, err := io.WriteString(w, strings.Join(lines, "\n")+"\n")
		return err
	})
}
