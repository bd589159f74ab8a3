package librarycmd

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lede/content"
	"lede/content/fetch"
	"lede/model"
	"lede/model/clean"
	"lede/model/figure"
	"lede/model/query"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
)

// exported is the JSON of export.
type exported struct {
	Exported int    `json:"exported"`
	Format   string `json:"format"`
	To       string `json:"to"`
	Failed   int    `json:"failed"`
	Ended    bool   `json:"ended"` // false when it was stopped
}

// exportCommand writes articles of the library to files.
func (f commands) exportCommand() *cobra.Command {
	format, asJSON, revision := "markdown", false, 0
	c := &cobra.Command{
		Use:   "export [QUERY] DIR",
		Short: "Write articles of the library to files",
		Long: "export writes the articles that the query asks for, all of them without one, into the folder\n" +
			"DIR: a file each, or all in one as JSON Lines or EPUB, which is library.jsonl or library.epub\n" +
			"there, or DIR itself when it ends so. JSON Lines go to standard output when DIR is -.\n" +
			"lede add --format jsonl reads them back.",
		Example: "lede export --format epub is:starred since:1m ~/books",
	}
	frame.FormatFlag(c, &format, content.ExportFormats())
	frame.JSONFlag(c, &asJSON)
	frame.RevisionFlag(c, &revision, "write the version `N` of each article")
	return frame.About(c, func(ctx context.Context, words []string) error {
		if err := frame.CheckRevision(c, revision); err != nil {
			return err
		}
		format, err := frame.Format(format, content.ExportFormats())
		switch {
		case err != nil:
			return err
		case len(words) == 0 || words[len(words)-1] == "":
			return console.Misused(errors.New("export needs a folder to write to; see lede export --help"))
		}
		dir := words[len(words)-1]
		if dir == fetch.Stdin && format != content.JSONLines {
			return console.Misused(fmt.Errorf("only --format %s can go to standard output; name a folder", content.JSONLines))
		}
		if err := checkFolder(dir); err != nil {
			return err
		}
		q, err := f.Query(words[:len(words)-1])
		if err != nil {
			return err
		}
		return f.export(ctx, q, revision, format, dir, asJSON)
	})
}

// checkFolder refuses a query in the place of the folder: everything would go into a folder of that name.
func checkFolder(dir string) error {
	if !strings.Contains(dir, ":") || strings.Contains(dir, "/") {
		return nil
	}
	if _, err := os.Lstat(dir); err == nil {
		return nil
	}
	if _, err := query.Parse(dir, time.Now()); err != nil {
		return nil //nolint:nilerr // it is a name
	}
	return console.Misused(fmt.Errorf("%s is a query, and export needs a folder behind it: lede export %s DIR",
		clean.Line(dir), clean.Shell(dir)))
}

func (f commands) export(ctx context.Context, q query.Query, revision int, format, dir string, asJSON bool) error {
	l, err := f.Existing()
	if err != nil {
		return err
	}
	ctx, stop := f.Until(ctx)
	defer stop()
	r := f.Follow(l.ExportRevision(ctx, q, revision, format, dir, f.Stdout), func(s model.Progress) string {
		return fmt.Sprintf("%s of %s", figure.Number(s.Done), figure.Number(s.Total))
	})
	cut := ctx.Err() != nil
	switch {
	case r.Failed > 0 && r.Last.Added == 0:
		return r.Err()
	case r.Last.Total == 0 && !cut:
		return f.None(ctx, l)
	}
	sentence := fmt.Sprintf("Wrote %s to %s.", figure.Articles(r.Last.Added), fetch.Shown(dir))
	if cut {
		sentence = "Stopped. " + sentence
	}
	if dir == fetch.Stdin {
		_, _ = fmt.Fprintln(f.Stderr, sentence)
	} else if err := f.Tell(asJSON, exported{r.Last.Added, format, dir, r.Failed, !cut}, sentence); err != nil {
		return err
	}
	if cut {
		return console.Ended(ctx)
	}
	return r.Err()
}
