package cli

import (
	"github.com/spf13/cobra"

	"lede/model"
)

// article reads the article that a command is about.
func (p *program) article(c *cobra.Command, ref string) (model.Article, error) {
	l, err := p.kept()
	if err != nil {
		return model.Article{}, err
	}
	return l.Read(c.Context(), ref)
}

// list writes a list as JSON; an empty one is written too, and is nothing found.
func (p *program) list(v any, n int) error {
	if err := p.json(v); err != nil {
		return err
	}
	if n == 0 {
		return exitError(nothing)
	}
	return nil
}

// jsonFlag gives a command the flag --json.
func jsonFlag(c *cobra.Command, asJSON *bool) {
	c.Flags().BoolVar(asJSON, "json", false, "write JSON")
}

// complete offers values for a flag.
func complete(c *cobra.Command, flag string, values []string) {
	_ = c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}
