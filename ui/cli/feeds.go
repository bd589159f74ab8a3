package cli

import (
	"errors"
	"time"

	"github.com/spf13/cobra"

	"lede/ui/cli/console"
	"lede/ui/cli/feedcmd"
)

// feedCommands are the commands of feeds, in this command line. They are a package of their own, since this one has
// as many files as a reader can survey.
func (p *program) feedCommands() []*cobra.Command {
	b := p.NewBar()
	return feedcmd.New(feedcmd.Frame{
		Library: p.Kept, Now: time.Now,
		Tell: p.Tell, JSON: p.JSONLine, Lines: p.Lines,
		Say: func(sentence string) { p.Report(errors.New(sentence)) }, Show: b.Show, Clear: b.Clear,
		Until: p.Until, Ended: console.Ended, Edit: p.Edit, Ask: p.Pick,
		Misused: console.Misused, Nothing: console.Nothing, Failed: console.Exit(console.Failed),
	})
}
