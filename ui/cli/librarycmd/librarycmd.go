// Package librarycmd holds the commands of the library: those that fill it, search it, mark what it holds, and look
// after its file.
package librarycmd

import (
	"github.com/spf13/cobra"

	"lede/ui/cli/frame"
)

// commands are the commands that fill, search, mark and look after the library.
type commands struct{ *frame.Frame }

// New returns the commands.
func New(frame *frame.Frame) []*cobra.Command {
	f := commands{frame}
	return []*cobra.Command{
		f.addCommand(), f.importCommand(), f.fetchCommand(), f.packCommand(),
		f.listCommand(), f.searchCommand(), f.exportCommand(),
		f.markCommand(), f.tagCommand(), f.removeCommand(), f.restoreCommand(), f.trashCommand(), f.undoCommand(),
		f.dbCommand(),
	}
}
