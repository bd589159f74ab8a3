package cli

import (
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lede/ui/cli/console"
)

// bashCompletion is the completion for bash. Cobra's own needs a package of helpers that many systems do not have.
//
//go:embed completion.bash
var bashCompletion string

// shells are those that lede has completions for.
func shells() []string { return []string{"bash", "zsh", "fish", "powershell"} }

// completionCommand writes the completions of a shell.
func (p *program) completionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "completion bash | zsh | fish | powershell",
		Short: "Write the completions for a shell",
		Long: "completion writes a script that has the shell complete commands, flags and values: topics,\n" +
			"queries, IDs, themes. It needs nothing but the shell. For bash: lede completion bash >\n" +
			"~/.local/share/bash-completion/completions/lede, or without that package: echo 'source <(lede\n" +
			"completion bash)' >> ~/.bashrc",
		Example:   "lede completion fish > ~/.config/fish/completions/lede.fish",
		ValidArgs: shells(),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 || !slices.Contains(shells(), args[0]) {
				return console.Misused(fmt.Errorf("completion needs the name of a shell: %s", strings.Join(shells(), ", ")))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return p.Write(func(w io.Writer) error { return writeCompletion(c.Root(), args[0], w) })
		},
	}
}

func writeCompletion(root *cobra.Command, shell string, w io.Writer) error {
	switch shell {
	case "zsh":
		return root.GenZshCompletion(w)
	case "fish":
		return root.GenFishCompletion(w, true)
	case "powershell":
		return root.GenPowerShellCompletionWithDesc(w)
	}
	_, err := io.WriteString(w, bashCompletion)
	return err
}
