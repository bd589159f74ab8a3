package cli

import "github.com/spf13/cobra"

// articleCommands are the commands that write an article, or a part of it.
type articleCommands struct{ *frame }

// newArticleCommands returns the commands.
func newArticleCommands(frame *frame) []*cobra.Command {
	f := articleCommands{frame}
	return []*cobra.Command{
		f.showCommand(), f.sectionCommand(), f.outlineCommand(), f.postsCommand(), f.linksCommand(), f.topicsCommand(),
		f.versionsCommand(), f.diffCommand(),
	}
}
