package articlecmd

import (
	"strings"

	"github.com/spf13/cobra"

	"lede/content/export"
	"lede/model"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
)

// outlineCommand writes the sections of an article, and the posts that it is made of.
func (f commands) outlineCommand() *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use:     "outline FILE | URL | ID",
		Short:   "Write the sections of an article",
		Example: "lede outline story.txt",
		Args:    frame.OneRef,
		RunE: func(c *cobra.Command, args []string) error {
			a, err := f.Article(c, args[0])
			if err != nil {
				return err
			}
			if asJSON {
				return f.JSON(outlineJSON(a))
			}
			return f.outline(a)
		},
	}
	frame.JSONFlag(c, &asJSON)
	return c
}

func (f commands) outline(a model.Article) error {
	var lines []string
	for _, s := range a.Sections {
		if s.Title != "" {
			lines = append(lines, strings.Repeat("  ", max(0, s.Level-2))+s.Title)
		}
		for _, b := range s.Blocks {
			if post, ok := model.IsTurn(b); ok {
				lines = append(lines, strings.Repeat("  ", max(0, s.Level-1)+post.Depth)+post.Name())
			}
		}
	}
	if len(lines) == 0 {
		return console.Nothing("this article has no headings")
	}
	return f.Lines(lines)
}

// outlined is a section in the JSON of an outline, or a post that the article is made of.
type outlined struct {
	Level  int    `json:"level"`
	Title  string `json:"title"`
	Words  int    `json:"words"`
	Blocks int    `json:"blocks"`
}

func outlineJSON(a model.Article) any {
	sections := []outlined{}
	for _, s := range a.Sections {
		words := model.Article{Sections: []model.Section{s}}.CountWords()
		sections = append(sections, outlined{s.Level, s.Title, words, len(s.Blocks)})
		for _, b := range s.Blocks {
			if post, ok := model.IsTurn(b); ok {
				sections = append(sections, outlined{s.Level + 1 + post.Depth, post.Name(), model.OwnWords(post), len(post.Body)})
			}
		}
	}
	head := export.JSONEntry(a.Entry)
	return struct {
		Title    string     `json:"title"`
		Sections []outlined `json:"sections"`
	}{head.Title, sections}
}
