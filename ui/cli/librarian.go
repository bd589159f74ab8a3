package cli

import "github.com/spf13/cobra"

// libraryCommands are the commands that fill, search, mark and look after the library.
type libraryCommands struct{ *frame }

// newLibraryCommands returns the commands.
func newLibraryCommands(frame *frame) []*cobra.Command {
	f := libraryCommands{frame}
	return []*cobra.Command{
		f.addCommand(), f.importCommand(), f.fetchCommand(), f.packCommand(),
		f.listCommand(), f.searchCommand(), f.exportCommand(),
		f.markCommand(), f.tagCommand(), f.removeCommand(), f.restoreCommand(), f.trashCommand(), f.undoCommand(),
		f.dbCommand(),
	}
}
