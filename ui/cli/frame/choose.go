package frame

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lede/content"
	"lede/content/store/db"
	"lede/model"
	"lede/model/clean"
	"lede/model/query"
	"lede/ui/cli/console"
	"lede/ui/render"
)

// IDDigits is how many digits of an ID are shown: enough to tell a hundred thousand articles apart.
const IDDigits = 10

// ShortID is an ID as it is shown.
func ShortID(id model.ID) string { return string(id[:min(IDDigits, len(id))]) }

// Query reads the words of a query. A wrong one is shown with a mark below the wrong part.
func (f *Frame) Query(words []string) (query.Query, error) {
	text := strings.Join(words, " ")
	q, err := query.Parse(text, time.Now())
	var wrong *query.Error
	if !errors.As(err, &wrong) {
		return q, err
	}
	status := f.Report(console.Misused(err))
	before := render.Width(clean.Line(text[:min(wrong.At, len(text))]))
	if strings.HasSuffix(text[:min(wrong.At, len(text))], " ") {
		before++
	}
	part := clean.Line(text[min(wrong.At, len(text)):min(wrong.At+wrong.Len, len(text))])
	_, _ = fmt.Fprintf(f.Stderr, "  %s\n  %s%s\n", clean.Masked(clean.Line(text)), strings.Repeat(" ", before),
		strings.Repeat("^", max(1, render.Width(part))))
	return q, console.Exit(status)
}

// Chosen are the articles that a command is about: by their IDs when all words look like some, else by a query.
type Chosen struct {
	IDs   []model.ID
	Query query.Query
	ByID  bool
}

// Choose opens the library and reads IDs or a query.
func (f *Frame) Choose(ctx context.Context, c *cobra.Command, words []string) (*content.Library, Chosen, error) {
	l, err := f.Existing()
	if err != nil {
		return nil, Chosen{}, err
	}
	s, err := f.chooseIn(ctx, l, c, words)
	return l, s, err
}

func (f *Frame) chooseIn(ctx context.Context, l *content.Library, c *cobra.Command, words []string) (Chosen, error) {
	if strings.TrimSpace(strings.Join(words, "")) == "" {
		return Chosen{},
			console.Misused(fmt.Errorf("%s needs a query, or IDs that lede list shows; see lede %s --help", c.Name(), c.Name()))
	}
	for _, w := range words {
		if !model.IsIDPrefix(w) {
			q, err := f.Query(words)
			return Chosen{Query: q}, err
		}
	}
	var s Chosen
	for _, w := range words {
		id, err := l.Resolve(ctx, w)
		switch {
		case errors.Is(err, db.ErrNotFound):
			return s,
				console.Nothing(fmt.Sprintf("no article has the ID %s; to look for the word, write it in quotes: '\"%s\"'", w, w))
		case errors.Is(err, db.ErrMany):
			return s, console.Misused(fmt.Errorf(
				"several articles have an ID that begins with %s; write more of its digits", w))
		case err != nil:
			return s, err
		}
		s.IDs = append(s.IDs, id)
	}
	s.ByID = true
	return s, nil
}

// Count is how many articles have been chosen.
func (s Chosen) Count(ctx context.Context, l *content.Library) (int, error) {
	if s.ByID {
		return len(s.IDs), nil
	}
	return l.Count(ctx, s.Query)
}

// All are the IDs of what has been chosen.
func (s Chosen) All(ctx context.Context, l *content.Library) ([]model.ID, error) {
	if s.ByID {
		return s.IDs, nil
	}
	return l.IDs(ctx, s.Query)
}

// One finds the one article of the library that a command names.
func (f *Frame) One(ctx context.Context, c *cobra.Command, ref string) (*content.Library, model.ID, error) {
	l, err := f.Existing()
	if err != nil {
		return nil, "", err
	}
	if !model.IsIDPrefix(ref) {
		return nil, "", console.Misused(fmt.Errorf(
			"%s needs the ID of an article of the library; lede list shows them", c.Name()))
	}
	s, err := f.chooseIn(ctx, l, c, []string{ref})
	if err != nil {
		return nil, "", err
	}
	return l, s.IDs[0], nil
}
