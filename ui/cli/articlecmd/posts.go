package articlecmd

import (
	"strings"

	"github.com/spf13/cobra"

	"lede/content/export"
	"lede/model"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
)

// postsCommand writes the posts that an article quotes or is made of.
func (f commands) postsCommand() *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use:     "posts FILE | URL | ID",
		Short:   "Write the posts that an article quotes or is made of",
		Example: "lede posts --json story.txt",
		Args:    frame.OneRef,
		RunE: func(c *cobra.Command, args []string) error {
			a, err := f.Article(c, args[0])
			if err != nil {
				return err
			}
			return f.posts(postsOf(a), asJSON)
		},
	}
	frame.JSONFlag(c, &asJSON)
	return c
}

// postsOf returns the posts of an article. An update of a live blog, of which the article has the time alone in a
// post, has what follows it.
func postsOf(a model.Article) []model.Post {
	var posts []model.Post
	open := false // the last post is such an update
	follow := func(b model.Block) {
		if last := len(posts) - 1; open && b != nil {
			posts[last].Body = append(posts[last].Body, b)
		}
	}
	for _, s := range a.Sections {
		if s.Title != "" {
			follow(model.Prose{Kind: model.Paragraph, Source: model.Escape(s.Title), Plain: s.Title})
		}
		for _, b := range s.Blocks {
			if post, ok := b.(model.Post); ok {
				posts, open = append(posts, post), post.Own && len(post.Body) == 0
				continue
			}
			follow(b)
		}
	}
	return posts
}

func (f commands) posts(posts []model.Post, asJSON bool) error {
	if asJSON {
		list := []export.Block{}
		for _, post := range posts {
			list = append(list, export.JSONBlock(post))
		}
		return f.List(list, len(list))
	}
	if len(posts) == 0 {
		return console.Nothing("this article has no posts")
	}
	var parts []string
	for _, post := range posts {
		parts = append(parts, strings.TrimSpace(export.PostLine(post)+"\n"+post.Text()+"\n"+post.URL))
	}
	return f.Lines([]string{strings.Join(parts, "\n\n")})
}
