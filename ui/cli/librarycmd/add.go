package librarycmd

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"lede/content"
	"lede/model"
	"lede/model/clean"
	"lede/model/figure"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
)

// addCommand keeps articles.
func (f commands) addCommand() *cobra.Command {
	format, asJSON := "", false
	var topics []string
	c := &cobra.Command{
		Use:   "add FILE | FOLDER | URL | -…",
		Short: "Keep articles in the library",
		Long: "add keeps articles in the library: files, folders with all that is below them, pages of the web, - for\n" +
			"standard input. Of one web site it asks for two pages at once, of all for eight.\n" +
			"With --format jsonl each line is an article: what lede export writes, or a row such as\n" +
			`{"title": "…", "url": "…", "date": "2026-05-03", "topics": ["…"], "body": "Markdown or text"}`,
		Example: "lede add ~/articles",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return console.Misused(errors.New("add needs a file, a folder or an address; see lede add --help"))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if format != content.Files && format != content.JSONLines {
				return console.Misused(fmt.Errorf("unknown format %q: leave it out, or use %s", format, content.JSONLines))
			}
			for i, t := range topics {
				topics[i] = clean.Line(strings.TrimPrefix(t, "+"))
				if model.TopicKey(topics[i]) == "" {
					return console.Misused(fmt.Errorf("the topic %q has no letter", t))
				}
			}
			f.Tags = topics
			l, err := f.Kept()
			if err != nil {
				return err
			}
			return f.add(c.Context(), l, args, format, asJSON)
		},
	}
	c.Flags().StringVarP(&format, "format", "f", "", "`FORMAT`: jsonl, or by the name and look of the files")
	c.Flags().StringArrayVar(&topics, "topic", nil, "give all of them the topic `NAME`; may be repeated")
	frame.Complete(c, "format", []string{content.JSONLines})
	frame.JSONFlag(c, &asJSON)
	f.BaseFlag(c)
	return c
}

// added sums up an add.
type added struct {
	Added   int `json:"added"`
	Known   int `json:"known"`
	Updated int `json:"updated,omitempty"` // those of the known ones that have changed
	// those of the added ones that name an article of the library, and are another text
	Apart  int  `json:"apart,omitempty"`
	Failed int  `json:"failed"`
	Ended  bool `json:"ended"` // false when it was stopped
}

func (f commands) add(ctx context.Context, l *content.Library, refs []string, format string, asJSON bool) error {
	ctx, stop := f.Until(ctx)
	defer stop()
	r := f.Follow(l.Add(ctx, refs, format), func(s model.Progress) string {
		text := "Added " + figure.Number(s.Added)
		if s.Total > 0 {
			text = fmt.Sprintf("%s of %s · added %s", figure.Number(s.Done), figure.Number(s.Total), figure.Number(s.Added))
		}
		if s.Known > 0 {
			text += fmt.Sprintf(" · %s known", figure.Number(s.Known))
		}
		return text
	})
	cut := ctx.Err() != nil
	sentence := "Added " + figure.Articles(r.Last.Added) + became(r.Last)
	if cut {
		sentence = "Stopped. " + sentence
	}
	if none := r.Last.Added+r.Last.Known == 0; none && r.Failed > 0 && !cut && !asJSON {
		return console.Exit(r.Status())
	}
	if err := f.Tell(asJSON, added{r.Last.Added, r.Last.Known, r.Last.Updated, r.Last.Apart, r.Failed, !cut},
		sentence+"."); err != nil {
		return err
	}
	if cut {
		return console.Ended(ctx)
	}
	return r.Err()
}

// became says what else became of articles.
func became(s model.Progress) string {
	text := ""
	if known := s.Known - s.Updated; known > 0 {
		text += fmt.Sprintf("; %s in the library before", was(known))
	}
	switch {
	case s.Updated == 1:
		text += "; 1 has changed, and its text before is kept, too"
	case s.Updated > 1:
		text += fmt.Sprintf("; %s have changed, and their texts before are kept, too", figure.Number(s.Updated))
	}
	switch {
	case s.Apart == 1:
		text += "; 1 has the address of an article in the library but is another text, so both are kept"
	case s.Apart > 1:
		text += fmt.Sprintf("; %s have the address of an article in the library but are other texts, so both are kept",
			figure.Number(s.Apart))
	}
	return text
}

func was(n int) string {
	if n == 1 {
		return "1 was"
	}
	return figure.Number(n) + " were"
}
