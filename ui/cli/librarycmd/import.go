package librarycmd

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"lede/content"
	"lede/content/arrive"
	"lede/content/moving"
	"lede/model"
	"lede/model/clean"
	"lede/model/figure"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
)

// importCommand brings in what another reader holds.
func (f commands) importCommand() *cobra.Command {
	how := importing{}
	c := &cobra.Command{
		Use:   "import FILE | FOLDER | ZIP",
		Short: "Bring in feeds and articles from another reader",
		Long: "import brings in what another reader holds or has exported: newsboat (urls, cache.db, config,\n" +
			"or the folder with all), OPML, starred items, Pocket, Instapaper, Readwise, Omnivore, wallabag,\n" +
			"Raindrop, bookmarks of a browser, folders of Markdown, letters (.eml, mbox, Maildir) and books\n" +
			"(EPUB); a file, a folder or a zip file. lede finds the kind by itself, changes nothing there,\n" +
			"and names each line that it does not take. What is imported twice comes in once.",
		Example: "lede import --dry-run ~/.newsboat",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return console.Misused(errors.New("import needs one file, folder or zip file; see lede import --help"))
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			l, err := f.Kept()
			if err != nil {
				return err
			}
			return f.importFrom(c.Context(), l, args[0], how)
		},
	}
	c.Flags().BoolVar(&how.dry, "dry-run", false, "only say what would come in")
	c.Flags().BoolVar(&how.private, "allow-private", false, "ask for its feeds at private addresses too")
	frame.JSONFlag(c, &how.asJSON)
	return c
}

// importing is how an import is made.
type importing struct {
	dry, asJSON bool
	private     bool // its feeds may be at private addresses
}

// importFrom brings in what a reader holds, or says what that would be.
func (f commands) importFrom(ctx context.Context, l *content.Library, ref string, how importing) error {
	ctx, stop := f.Until(ctx)
	defer stop()
	a, err := l.Arrive(ctx, ref)
	if ctx.Err() != nil {
		return f.Leave(ctx)
	}
	if err != nil {
		return err
	}
	defer a.Close() //nolint:errcheck // it was only read
	sum := importDone{Kind: "done", Format: a.Kind, NewFeeds: a.NewFeeds, NewEntries: a.NewEntries}
	sum.count(a.Records)
	if err := f.tellImport(a, how.asJSON); err != nil {
		return err
	}
	f.askPrivate(a, ref, how)
	cut, failures := false, console.Result{}
	if !how.dry && sum.taken() > 0 {
		failures = f.Follow(l.Import(ctx, a), func(s model.Progress) string {
			return fmt.Sprintf("%s of %s brought in", figure.Number(s.Done), figure.Number(s.Total))
		})
		cut = ctx.Err() != nil
	}
	switch {
	case cut:
		_, _ = fmt.Fprintln(f.Stderr, "lede: stopped; what came until then is kept")
		return console.Ended(ctx)
	case how.asJSON:
		err = exactLine(f.Stdout, sum)
	case sum.taken() > 0:
		err = f.Lines(sum.sentences(how.dry))
	}
	if err == nil && !how.asJSON {
		err = f.offerKeys(a.Records)
	}
	switch {
	case err != nil:
		return err
	case sum.taken()+sum.Keys == 0:
		return console.Nothing(a.Kind + " holds nothing that lede can take")
	}
	return failures.Err()
}

// namedPrivate is how many feeds at private addresses are named.
const namedPrivate = 5

// askPrivate has the user allow the feeds of an import that are at private addresses, or says which are not asked for.
func (f commands) askPrivate(a *moving.Arrival, ref string, how importing) {
	a.AllowPrivate = how.private
	if how.private || len(a.Private) == 0 {
		return
	}
	what := figure.Number(len(a.Private)) + " feeds are at private addresses"
	if len(a.Private) == 1 {
		what = "1 feed is at a private address"
	}
	named := clean.Masked(clean.Line(strings.Join(a.Private[:min(len(a.Private), namedPrivate)], ", ")))
	if more := len(a.Private) - namedPrivate; more > 0 {
		named += " and " + figure.Number(more) + " more"
	}
	if !how.dry && !how.asJSON {
		const answers = ".\n  1  ask for what they send: the list is mine\n  2  follow them, but do not ask\nWhich one?"
		if n, ok := f.Ask(what+": "+named+answers, 2); ok {
			a.AllowPrivate = n == 0
			return
		}
	}
	f.Say(fmt.Sprintf("%s, which lede asks for only once you allow it: %s. If the list is yours: "+
		"lede import --allow-private %s", what, named, clean.Shell(ref)))
}

// tellImport writes the lines of an import, or says what of it is not taken.
func (f commands) tellImport(a *moving.Arrival, asJSON bool) error {
	if asJSON {
		return f.importLines(a)
	}
	var lines []string
	for _, r := range a.Records {
		s, ok := r.(*arrive.Skipped)
		if !ok {
			continue
		}
		lines = append(lines, "Not taken: "+placeIn(s)+s.Text, "  "+s.Reason)
		if s.Paste != "" {
			lines = append(lines, "  This does the same: "+s.Paste)
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return f.Lines(lines)
}

// placeIn is where something stands in a source: "urls, line 3: ".
func placeIn(s *arrive.Skipped) string {
	var parts []string
	if s.File != "" {
		parts = append(parts, s.File)
	}
	switch {
	case s.Line > 0:
		parts = append(parts, fmt.Sprintf("line %d", s.Line))
	case s.Record > 0:
		parts = append(parts, fmt.Sprintf("record %d", s.Record))
	}
	if s.Text == "" || len(parts) == 0 {
		return strings.Join(parts, ", ")
	}
	return strings.Join(parts, ", ") + ": "
}

// taken is how many records are taken.
func (d *importDone) taken() int { return d.Feeds + d.Entries + d.Queries }

// sentences sum an import up.
func (d *importDone) sentences(dry bool) []string {
	var parts []string
	say := func(n int, one, many string, fresh int) {
		if n == 0 {
			return
		}
		text := figure.Number(n) + " " + many
		if n == 1 {
			text = "1 " + one
		}
		if fresh >= 0 && fresh < n {
			text += " (" + figure.Number(fresh) + " new)"
		}
		parts = append(parts, text)
	}
	say(d.Feeds, "feed", "feeds", d.NewFeeds)
	say(d.Entries-d.deleted, "article", "articles", d.NewEntries)
	say(d.deleted, "deleted article that stays away", "deleted articles that stay away", -1)
	say(d.Queries, "query", "queries", -1)
	verb, after := "Brought in from ", "."
	if dry {
		verb, after = "Would bring in from ", ". Nothing was kept."
	}
	text := verb + d.Format + ": " + strings.Join(parts, ", ")
	if d.Skipped > 0 {
		text += "; " + figure.Number(d.Skipped) + " not taken"
	}
	return []string{text + after}
}

// count counts the records of an import.
func (d *importDone) count(records []arrive.Record) {
	for _, r := range records {
		switch r := r.(type) {
		case *arrive.Feed:
			d.Feeds++
		case *arrive.Entry:
			if d.Entries++; r.Deleted {
				d.deleted++
			}
		case *arrive.Query:
			d.Queries++
		case *arrive.Binding:
			if r.Reason == "" {
				d.Keys++
			}
		case *arrive.Skipped:
			d.Skipped++
		}
	}
}
