package cli

import (
	"errors"

	"github.com/spf13/cobra"

	"lede/content/fetch"
	"lede/ui"
)

// manualCommand opens the built-in pages: the manual and the samples.
func (p *program) manualCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "manual [PAGE]",
		Short:   "Read the manual and a few samples",
		Example: "lede manual queries",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return misused(errors.New("manual shows one page"))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			config, err := p.settings()
			if err != nil {
				return err
			}
			var page []string
			if len(args) == 1 {
				page = []string{fetch.Builtin + args[0] + ".md"}
			}
			library := p.library(page, config)
			if p.plainOnly() {
				return p.plainOpen(c.Context(), library, page)
			}
			if single(page) {
				if err := library.Check(c.Context(), page[0]); err != nil {
					return err
				}
			}
			return p.screen(library, config, func(o *ui.Options) {
				o.Store = o.Samples
				o.Welcome = "The manual and a few samples. To read your own: lede FILE, FOLDER or URL"
				if single(page) {
					o.Ref = page[0]
				}
			})
		},
	}
}
