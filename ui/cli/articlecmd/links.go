package articlecmd

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lede/content/export"
	"lede/model"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
)

// linksCommand writes the links of an article.
func (f commands) linksCommand() *cobra.Command {
	kind, asJSON := "all", false
	c := &cobra.Command{
		Use:     "links FILE | URL | ID",
		Short:   "Write the links of an article",
		Example: "lede links --kind related story.txt",
		Args:    frame.OneRef,
		RunE: func(c *cobra.Command, args []string) error {
			if !slices.Contains(linkKinds(), kind) {
				return console.Misused(fmt.Errorf("unknown kind %q: use %s", kind, strings.Join(linkKinds(), " or ")))
			}
			a, err := f.Article(c, args[0])
			if err != nil {
				return err
			}
			return f.links(linksOf(a, kind), asJSON)
		},
	}
	c.Flags().StringVar(&kind, "kind", kind, "`KIND`: related or all")
	frame.Complete(c, "kind", linkKinds())
	frame.JSONFlag(c, &asJSON)
	f.BaseFlag(c)
	return c
}

func linkKinds() []string { return []string{"all", "related"} }

// linked is a link in the output of the command.
type linked struct {
	Kind  string `json:"kind"` // prose, post, related, notice or image
	Label string `json:"label,omitempty"`
	Title string `json:"title"`
	URL   string `json:"url,omitempty"`
}

func (f commands) links(links []linked, asJSON bool) error {
	if asJSON {
		return f.List(links, len(links))
	}
	if len(links) == 0 {
		return console.Nothing("this article has no links of that kind")
	}
	var lines []string
	for _, l := range links {
		lines = append(lines, strings.TrimSpace(l.Title+"  "+l.URL))
	}
	return f.Lines(lines)
}

// linksOf gathers the links of an article in reading order, those of its prose too when kind is "all".
func linksOf(a model.Article, kind string) []linked {
	links := []linked{}
	for _, b := range a.Blocks() {
		r, related := b.(model.Related)
		if related {
			for _, l := range r.Links {
				links = append(links, linked{"related", r.Label, l.Title, l.URL})
			}
		} else if kind == "all" {
			links = append(links, linksIn(b)...)
		}
	}
	return links
}

func linksIn(b model.Block) []linked {
	name := export.JSONBlock(b).Kind
	var links []linked
	for _, l := range export.Links(b) {
		links = append(links, linked{Kind: name, Title: l.Title, URL: l.URL})
	}
	return links
}
