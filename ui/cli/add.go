package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"lede/ui/cli/terminal"

	"github.com/spf13/cobra"

	"lede/content"
	"lede/content/fetch"
	"lede/model"
	"lede/model/clean"
	"lede/model/figure"
)

// addCommand keeps articles.
func (f libraryCommands) addCommand() *cobra.Command {
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
				return misused(errors.New("add needs a file, a folder or an address; see lede add --help"))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if format != content.Files && format != content.JSONLines {
				return misused(fmt.Errorf("unknown format %q: leave it out, or use %s", format, content.JSONLines))
			}
			for i, t := range topics {
				topics[i] = clean.Line(strings.TrimPrefix(t, "+"))
				if model.TopicKey(topics[i]) == "" {
					return misused(fmt.Errorf("the topic %q has no letter", t))
				}
			}
			f.tags = topics
			l, err := f.kept()
			if err != nil {
				return err
			}
			return f.add(c.Context(), l, args, format, asJSON)
		},
	}
	c.Flags().StringVarP(&format, "format", "f", "", "`FORMAT`: jsonl, or by the name and look of the files")
	c.Flags().StringArrayVar(&topics, "topic", nil, "give all of them the topic `NAME`; may be repeated")
	complete(c, "format", []string{content.JSONLines})
	jsonFlag(c, &asJSON)
	f.baseFlag(c)
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

func (f libraryCommands) add(ctx context.Context, l *content.Library, refs []string, format string, asJSON bool) error {
	ctx, stop := f.interruptible(ctx)
	defer stop()
	r := f.follow(l.Add(ctx, refs, format), func(s model.Progress) string {
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
	sentence := "Added " + figure.Articles(r.last.Added) + became(r.last)
	if cut {
		sentence = "Stopped. " + sentence
	}
	if none := r.last.Added+r.last.Known == 0; none && r.failed > 0 && !cut && !asJSON {
		return exitError(r.status())
	}
	if err := f.tell(asJSON, added{r.last.Added, r.last.Known, r.last.Updated, r.last.Apart, r.failed, !cut},
		sentence+"."); err != nil {
		return err
	}
	if cut {
		return endOf(ctx)
	}
	return r.err()
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

// shownErrors is how many errors of a long task are told one by one.
const shownErrors = 20

// result is how a long task has ended.
type result struct {
	last   model.Progress
	failed int
	worst  error // the first error
}

// status is the exit status.
func (r result) status() int {
	if errors.Is(r.worst, fetch.ErrNoArticles) {
		return nothing
	}
	return failed
}

func (r result) err() error {
	if r.failed > 0 {
		return exitError(failed)
	}
	return nil
}

// follow reports a long task while it goes on: on a terminal in a line that rewrites itself, and of errors in lines
// of their own. It returns when the task has ended.
func (c *console) follow(steps <-chan model.Progress, text func(model.Progress) string) result {
	var r result
	b := c.newBar()
	for s := range steps {
		r.last = s
		for _, err := range s.Errs {
			if r.failed++; r.failed == 1 {
				r.worst = err
			}
			if r.failed <= shownErrors {
				b.clear()
				c.report(err)
			}
		}
		if !s.Last {
			b.show(text(s))
		}
	}
	b.clear()
	if more := r.failed - shownErrors; more > 0 {
		_, _ = fmt.Fprintf(c.stderr, "lede: and %s errors more\n", figure.Number(more))
	}
	return r
}

// bar is a line on standard error that rewrites itself; nothing when that is no terminal.
type bar struct {
	c     *console
	shown time.Time
}

// newBar is a line that is not shown yet.
func (c *console) newBar() *bar { return &bar{c: c} }

// often is how long a line stays at least.
const often = 100 * time.Millisecond

func (b *bar) show(text string) {
	if !terminal.IsTerminal(b.c.stderr) || dumb() || time.Since(b.shown) < often {
		return
	}
	b.shown = time.Now()
	_, _ = fmt.Fprint(b.c.stderr, "\r\x1b[K"+clean.Line(text))
}

func (b *bar) clear() {
	if !b.shown.IsZero() {
		_, _ = fmt.Fprint(b.c.stderr, "\r\x1b[K")
	}
}
