package articlecmd

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lede/content/export"
	"lede/content/fetch"
	"lede/content/parse"
	"lede/model"
	"lede/model/clean"
	"lede/model/figure"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
	"lede/ui/cli/setup"
)

// topicsCommand writes what articles are about.
func (f commands) topicsCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "topics [QUERY] | FILE | URL…",
		Short:   "Count the topics of the library, or write what files are about",
		Example: "lede topics since:1w",
	}
	var o frame.Listing
	o.Flags(c)
	return frame.About(c, func(ctx context.Context, args []string) error {
		if areFiles(args) {
			return f.topics(ctx, args, o.AsJSON)
		}
		return f.libraryTopics(ctx, args, o)
	})
}

// areFiles reports whether arguments name files or pages rather than a query: one of them is there, or looks like a
// path or an address.
func areFiles(args []string) bool {
	for _, a := range args {
		_, err := os.Lstat(a)
		if err == nil || a == fetch.Stdin || fetch.IsAddress(a) || strings.HasPrefix(a, fetch.Builtin) {
			return true
		}
		if parse.IsArticle(a) || strings.Contains(a, "/") && !strings.Contains(a, ":") {
			return true
		}
	}
	return false
}

// topicCount is a row of the topics of the library as JSON.
type topicCount struct {
	Topic  string  `json:"topic"`
	Key    string  `json:"key"`
	Count  int     `json:"count"`
	Rising float64 `json:"rising"` // this week against the weeks before; 1 is as ever
}

func (f commands) libraryTopics(ctx context.Context, words []string, o frame.Listing) error {
	limit, err := f.Most(o, frame.ScreenRows)
	if err != nil {
		return err
	}
	q, err := f.Query(words)
	if err != nil {
		return err
	}
	l, err := f.Existing()
	if err != nil {
		return err
	}
	var facets model.Facets
	if len(words) == 0 && !o.AsJSON { // what rises is for JSON alone
		facets.Topics, facets.Total, err = l.Topics(ctx, limit)
	} else {
		facets, err = l.Facets(ctx, q)
	}
	switch {
	case err != nil:
		return err
	case facets.Total == 0:
		return f.None(ctx, l)
	case len(facets.Topics) == 0:
		return console.Nothing("these articles have no topics")
	}
	tongue := setup.Language(os.Getenv)
	for _, t := range facets.Topics[:min(limit, len(facets.Topics))] {
		if o.AsJSON {
			err = f.JSONLine(topicCount{t.Name, t.Key, t.Count, t.Rising})
		} else {
			err = f.Lines([]string{fmt.Sprintf("%7s  %s", figure.Number(t.Count), model.TopicName(t.Key, t.Name, tongue))})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// topicsOf is a row of the command's output.
type topicsOf struct {
	Ref    string         `json:"ref"`
	Title  string         `json:"title"`
	Topics []export.Topic `json:"topics"`
}

func (f commands) topics(ctx context.Context, refs []string, asJSON bool) error {
	rows := []topicsOf{}
	var lines []string
	var errs error
	found := 0
	l, err := f.Kept()
	if err != nil {
		return err
	}
	for _, ref := range refs {
		a, err := l.Read(ctx, ref)
		if err != nil {
			errs = errors.Join(errs, f.Mention(err))
			continue
		}
		found += len(a.Topics)
		rows = append(rows, topicsOf{a.Ref, a.Title, export.JSONTopics(a.Topics)})
		line := export.TopicLine(spelled(a.Topics, setup.Language(os.Getenv)))
		if len(refs) > 1 {
			line = clean.Line(ref) + ": " + line
		}
		lines = append(lines, strings.TrimSpace(line))
	}
	switch {
	case errs != nil && len(rows) == 0:
		return console.Exit(console.Failed)
	case asJSON:
		errs = errors.Join(errs, f.List(rows, found))
	case found > 0:
		errs = errors.Join(errs, f.Lines(lines))
	case errs == nil:
		return console.Nothing("no topic was found")
	}
	return errs
}

// spelled are topics as they are called in a language.
func spelled(topics []model.Topic, language string) []model.Topic {
	all := slices.Clone(topics)
	for i, t := range all {
		all[i].Name = t.NameIn(language)
	}
	return all
}
