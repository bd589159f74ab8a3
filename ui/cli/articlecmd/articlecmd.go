// Package articlecmd holds the commands that write an article, or a part of it: show, section, outline, posts, links,
// topics, those of the files attached to it, and those of its versions.
package articlecmd

import (
	"github.com/spf13/cobra"

	"lede/ui/cli/frame"
)

// commands are the commands that write an article, or a part of it.
type commands struct{ *frame.Frame }

// New returns the commands.
func New(frame *frame.Frame) []*cobra.Command {
	f := commands{frame}
	return []*cobra.Command{
		f.showCommand(), f.sectionCommand(), f.outlineCommand(), f.postsCommand(), f.linksCommand(), f.topicsCommand(),
		f.enclosuresCommand(), f.downloadCommand(), f.versionsCommand(), f.diffCommand(),
	}
}
