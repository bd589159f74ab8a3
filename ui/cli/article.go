package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"lede/model"
	"lede/model/clean"
	"lede/model/figure"
)

// article reads the article that a command is about.
func (f *frame) article(c *cobra.Command, ref string) (model.Article, error) {
	l, err := f.kept()
	if err != nil {
		return model.Article{}, err
	}
	a, err := l.Read(c.Context(), ref)
	if err == nil {
		f.tellLoose(a)
	}
	return a, err
}

// orAddress is an address as a command takes it, or what is to be written there.
func orAddress(url string) string {
	if url == "" {
		return "ADDRESS"
	}
	return clean.Shell(url)
}

// tellLoose says that links of an article lead nowhere, and how they would: most likely from where the page says that
// it stands.
func (f *frame) tellLoose(a model.Article) {
	if a.Loose > 0 {
		links, lead := "links", "lead"
		if a.Loose == 1 {
			links, lead = "link", "leads"
		}
		_, _ = fmt.Fprintf(f.stderr,
			"lede: %s %s of this page %s nowhere, since lede does not know where it is from; name it with --base-url %s\n",
			figure.Number(a.Loose), links, lead, orAddress(a.URL))
	}
}

// list writes a list as JSON; an empty one is written too, and is nothing found.
func (c *console) list(v any, n int) error {
	if err := c.json(v); err != nil {
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
