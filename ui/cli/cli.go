// Package cli is lede's command line: the other user interface, and the frame that the full-screen program runs in.
//
// Start with Main and program.root. Each command has a file of its own; read.go starts the full screen, and
// package terminal sees to it that the terminal is given back whatever happens.
package cli

import (
	"cmp"
	"context"
	"io"
	"log"

	"lede/ui/cli/terminal"

	"github.com/spf13/cobra"

	"lede/content"
)

// program is one run of lede.
type program struct {
	*frame
	memory   terminal.Memory
	sessions []*content.Session
}

// newProgram is a run with its streams.
func newProgram(stdin io.Reader, stdout, stderr io.Writer) *program {
	return &program{frame: newFrame(newConsole(stdin, stdout, stderr))}
}

// Main runs lede with the arguments after the program's name and returns the exit status.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	log.SetOutput(io.Discard) // libraries write there what servers send, in the middle of the screen
	p := newProgram(stdin, stdout, stderr)
	p.umask.PrivateFiles()
	p.memory.PutOff()
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
	c.AddCommand(newLibraryCommands(p.frame)...)
	c.AddCommand(newArticleCommands(p.frame)...)
	c.AddCommand(p.feedCommands()...)
	c.AddCommand(newRuleCommands(p.frame)...)
	c.AddCommand(p.manualCommand(), p.keysCommand(), p.manCommand(), p.completionCommand())
	p.completions(c)
	return c
}

// close removes what was listed, and gives the library file back.
func (p *program) close() {
	for _, s := range p.sessions {
		_ = s.Close() // the next run removes what is left
	}
	p.frame.close()
}
