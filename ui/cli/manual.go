package cli

import (
	"errors"
	"path"

	"github.com/spf13/cobra"

	"lede/content/fetch"
	"lede/content/manual"
	"lede/ui"
	"lede/ui/cli/console"
)

// manualCommand opens the manual, or a page of it.
func (p *program) manualCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "manual [PAGE]",
		Short:   "Read the manual, or a page of it",
		Example: "lede manual queries",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return console.Misused(errors.New("manual shows one page"))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			config, err := p.Settings()
			if err != nil {
				return err
			}
			page := fetch.Builtin + manual.Whole
			if len(args) == 1 {
				page = fetch.Builtin + args[0] + path.Ext(manual.Whole)
			}
			library := p.Library([]string{page}, config)
			if p.PlainOnly() {
				return p.plainOpen(c.Context(), library, []string{page})
			}
			if err := library.Check(c.Context(), page); err != nil {
				return err
			}
			return p.screen(library, config, func(o *ui.Options) { o.Store, o.Ref = o.Samples, page })
		},
	}
}
