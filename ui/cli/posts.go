package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"lede/content/export"
	"lede/model"
)

// postsCommand writes the posts that an article quotes.
func (p *program) postsCommand() *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use:     "posts FILE | URL | ID",
		Short:   "Write the posts that an article quotes",
		Example: "lede posts --json story.txt",
		Args:    oneRef,
		RunE: func(c *cobra.Command, args []string) error {
			a, err := p.article(c, args[0])
			if err != nil {
				return err
			}
			var posts []model.Post
			for _, b := range a.Blocks() {
				if post, ok := b.(model.Post); ok {
					posts = append(posts, post)
				}
			}
			return p.posts(posts, asJSON)
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

func (p *program) posts(posts []model.Post, asJSON bool) error {
	if asJSON {
		list := []export.Block{}
		for _, post := range posts {
			list = append(list, export.JSONBlock(post))
		}
		return p.list(list, len(list))
	}
	if len(posts) == 0 {
		return nothingError{"this article quotes no post"}
	}
	var parts []string
	for _, post := range posts {
		parts = append(parts, strings.TrimSpace(export.PostLine(post)+"\n"+post.Source+"\n"+post.URL))
	}
	return p.lines([]string{strings.Join(parts, "\n\n")})
}
