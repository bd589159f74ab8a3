package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lede/content"
	"lede/content/fetch"
	"lede/model"
	"lede/model/clean"
	"lede/model/figure"
	"lede/model/query"
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
func (f libraryCommands) exportCommand() *cobra.Command {
	format, asJSON, revision := "markdown", false, 0
	c := &cobra.Command{
		Use:   "export [QUERY] DIR",
		Short: "Write articles of the library to files",
		Long: "export writes the articles that the query asks for, all of them without one, into the folder\n" +
			"DIR: Markdown and HTML a file each, JSON Lines and EPUB as one file, library.jsonl or\n" +
			"library.epub, or DIR itself when it ends so. JSON Lines go to standard output when DIR is -.\n" +
			"lede add --format jsonl reads them back.",
		Example: "lede export --format epub is:starred since:1m ~/books",
	}
	c.Flags().StringVarP(&format, "format", "f", format, "`FORMAT`: markdown, html, jsonl or epub")
	complete(c, "format", content.ExportFormats())
	jsonFlag(c, &asJSON)
	revisionFlag(c, &revision, "write the version `N` of each article")
	return about(c, func(ctx context.Context, words []string) error {
		if err := checkRevision(c, revision); err != nil {
			return err
		}
		format = formatName(format)
		switch {
		case !slices.Contains(content.ExportFormats(), format):
			return misused(fmt.Errorf("unknown format %q: use %s", format, strings.Join(content.ExportFormats(), ", ")))
		case len(words) == 0 || words[len(words)-1] == "":
			return misused(errors.New("export needs a folder to write to; see lede export --help"))
		}
		dir := words[len(words)-1]
		if dir == fetch.Stdin && format != content.JSONLines {
			return misused(fmt.Errorf("only --format %s can go to standard output; name a folder", content.JSONLines))
		}
		if err := checkFolder(dir); err != nil {
			return err
		}
		q, err := f.query(words[:len(words)-1])
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
	return misused(fmt.Errorf("%s is a query, and export needs a folder behind it: lede export %s DIR", clean.Line(dir),
		clean.Shell(dir)))
}

func (f libraryCommands) export(ctx context.Context, q query.Query, revision int, format, dir string, asJSON bool) error {
	l, err := f.existing()
	if err != nil {
		return err
	}
	ctx, stop := f.interruptible(ctx)
	defer stop()
	r := f.follow(l.ExportRevision(ctx, q, revision, format, dir, f.stdout), func(s model.Progress) string {
		return fmt.Sprintf("%s of %s", figure.Number(s.Done), figure.Number(s.Total))
	})
	cut := ctx.Err() != nil
	switch {
	case r.failed > 0 && r.last.Added == 0:
		return r.err()
	case r.last.Total == 0 && !cut:
		return f.none(ctx, l)
	}
	sentence := fmt.Sprintf("Wrote %s to %s.", figure.Articles(r.last.Added), fetch.Shown(dir))
	if cut {
		sentence = "Stopped. " + sentence
	}
	if dir == fetch.Stdin {
		_, _ = fmt.Fprintln(f.stderr, sentence)
	} else if err := f.tell(asJSON, exported{r.last.Added, format, dir, r.failed, !cut}, sentence); err != nil {
		return err
	}
	if cut {
		return endOf(ctx)
	}
	return r.err()
}
