// Package cli is lede's command line: the other user interface, and the frame that the full-screen program runs in.
//
// Start with Main and program.root, the table of commands: those of a subject are a package, one file a command, over
// what package frame offers them; those that tell about lede itself are here. read.go starts the full screen, and
// package terminal sees to it that the terminal is given back whatever happens.
package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"log"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"lede/content/fetch"
	"lede/content/session"
	"lede/model/clean"
	"lede/ui/cli/accountcmd"
	"lede/ui/cli/articlecmd"
	"lede/ui/cli/console"
	"lede/ui/cli/feedcmd"
	"lede/ui/cli/frame"
	"lede/ui/cli/librarycmd"
	"lede/ui/cli/rulecmd"
	"lede/ui/cli/setup"
	"lede/ui/cli/terminal"
)

// program is one run of lede.
type program struct {
	*frame.Frame
	memory   terminal.Memory
	sessions []*session.Session
}

// newProgram is a run with its streams.
func newProgram(stdin io.Reader, stdout, stderr io.Writer) *program {
	return &program{Frame: frame.New(console.New(stdin, stdout, stderr))}
}

// Main runs lede with the arguments after the program's name and returns the exit status.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	log.SetOutput(io.Discard) // libraries write there what servers send, in the middle of the screen
	p := newProgram(stdin, stdout, stderr)
	p.Umask.PrivateFiles()
	p.memory.PutOff()
	root := p.root()
	forShell(root, args)
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	status := console.Failed
	p.Guard.Run("run a command", func() {
		err := root.ExecuteContext(context.Background())
		status = p.Report(cmp.Or(err, p.Out.Close()))
	})
	p.close()
	p.Log.Close()
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
		Version:       console.Version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		PersistentPreRunE: func(c *cobra.Command, args []string) error {
			p.Typed = args
			if err := checkBase(p.Base); err != nil {
				return err
			}
			return p.Log.Open(p.Flags.Log, c.CommandPath())
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
	flags.StringVar(&p.Flags.Config, "config", "", "read settings from `FILE`")
	flags.StringVar(&p.Flags.Library, "library", "", "keep articles in `FILE`")
	flags.StringVar(&p.Flags.Log, "log", "", "write what happens to `FILE`")
	flags.StringVar(&p.Flags.Theme, "theme", "", "`THEME`: auto, the name of a theme, or a JSON file")
	_ = c.RegisterFlagCompletionFunc("theme", setup.ThemeNames)
	p.BaseFlag(c)
	c.SetFlagErrorFunc(frame.WrongFlag)
	c.SetHelpFunc(func(c *cobra.Command, _ []string) { _ = p.help(c) })
	c.SetVersionTemplate("lede {{.Version}}\n")
	c.SetHelpCommand(p.helpCommand())
	c.AddCommand(librarycmd.New(p.Frame)...)
	c.AddCommand(articlecmd.New(p.Frame)...)
	c.AddCommand(feedcmd.New(p.Frame)...)
	c.AddCommand(accountcmd.New(p.Frame)...)
	c.AddCommand(rulecmd.New(p.Frame)...)
	c.AddCommand(p.manualCommand(), p.keysCommand(), p.manCommand(), p.completionCommand())
	p.completions(c)
	return c
}

// close removes what was listed, and gives the library file back.
func (p *program) close() {
	for _, s := range p.sessions {
		_ = s.Close() // the next run removes what is left
	}
	p.Close()
}

func checkBase(base string) error {
	if base != "" && fetch.HostOf(base) == "" {
		return console.Misused(fmt.Errorf("--base-url is %q, and must be an address such as https://news.example/story",
			fetch.Shown(base)))
	}
	return nil
}

// meantCommand is the error for a first word that names no file and is nearly a command.
func meantCommand(c *cobra.Command, refs []string) error {
	if len(refs) == 0 || strings.ContainsAny(refs[0], "./:") {
		return nil
	}
	if _, err := os.Lstat(refs[0]); err == nil || len(refs[0]) < 3 {
		return nil
	}
	near := c.SuggestionsFor(refs[0])
	switch {
	case refs[0] == "version":
		near = []string{"--version"}
	case len(near) == 0:
		return nil
	}
	meant := []string{near[0]}
	for _, word := range refs[1:] {
		meant = append(meant, clean.Shell(word))
	}
	return console.Misused(fmt.Errorf("there is no file %s; did you mean the command: lede %s",
		clean.Line(refs[0]), strings.Join(meant, " ")))
}
