package librarycmd

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lede/model"
	"lede/model/clean"
	"lede/model/figure"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
)

// changed is what the commands that change marks tell as JSON.
type changed struct {
	Matched int `json:"matched"`
	Changed int `json:"changed"`
}

// MarkNames are the marks that can be set by hand.
func MarkNames() []string { return []string{"read", "unread", "starred", "unstarred"} }

// markCommand sets what the reader did with articles.
func (f commands) markCommand() *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use:     "mark read | unread | starred | unstarred QUERY | ID…",
		Short:   "Mark articles of the library; lede undo takes it back",
		Example: "lede mark read topic:football before:1m",
	}
	frame.JSONFlag(c, &asJSON)
	return frame.About(c, func(ctx context.Context, words []string) error {
		if len(words) == 0 || !slices.Contains(MarkNames(), words[0]) {
			return console.Misused(fmt.Errorf("mark needs one of %s, then a query or IDs", strings.Join(MarkNames(), ", ")))
		}
		name := words[0]
		on := !strings.HasPrefix(name, "un")
		to := model.StatusChange{Starred: &on}
		if strings.HasSuffix(name, "read") {
			to = model.StatusChange{Read: &on}
		}
		return f.change(ctx, c, words[1:], asJSON, to, "mark %s as "+name, "Marked %s as "+name+".")
	})
}

// removeCommand puts articles into the trash.
func (f commands) removeCommand() *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use:     "remove QUERY | ID…",
		Short:   "Move articles to the trash; lede undo or lede restore brings them back for 30 days",
		Example: "lede remove site:courier before:2025",
	}
	frame.JSONFlag(c, &asJSON)
	return frame.About(c, func(ctx context.Context, words []string) error {
		yes := true
		return f.change(ctx, c, words, asJSON, model.StatusChange{Removed: &yes}, "remove %s",
			"Removed %s. lede undo takes that back.")
	})
}

// change changes the statuses of what words choose. title and sentence have a place for how many there are.
func (f commands) change(ctx context.Context, c *cobra.Command, words []string, asJSON bool, to model.StatusChange,
	title, sentence string,
) error {
	l, s, err := f.Choose(ctx, c, words)
	if err != nil {
		return err
	}
	matched, err := s.Count(ctx, l)
	if err != nil {
		return err
	}
	if matched == 0 {
		return f.None(ctx, l)
	}
	var n int
	if title = fmt.Sprintf(title, figure.Articles(matched)); s.ByID {
		n, err = l.Mark(ctx, title, s.IDs, to)
	} else {
		n, err = l.MarkQuery(ctx, title, s.Query, to)
	}
	if err != nil {
		return err
	}
	text := fmt.Sprintf(sentence, figure.Articles(n))
	if n == 0 {
		text = "Nothing changed: " + wereAlready(matched) + " already that way."
	}
	return f.Tell(asJSON, changed{matched, n}, text)
}

// wereAlready is "1 article was", or "3 articles were".
func wereAlready(n int) string {
	if n == 1 {
		return figure.Articles(n) + " was"
	}
	return figure.Articles(n) + " were"
}

// tagCommand adds topics to articles and takes others away.
func (f commands) tagCommand() *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use:   "tag +TOPIC | -TOPIC… QUERY | ID…",
		Short: "Add topics to articles and take others away; lede undo takes it back",
		Long: "tag adds topics to articles (+tides) and takes others away (-sports). A topic of several words is quoted:\n" +
			"'+night trains'. The topics come first, then a query or IDs; a query may begin with --, then it may leave\n" +
			"something out: lede tag +tides -- -is:read",
		Example: "lede tag +tides -weather title:harbour",
	}
	frame.JSONFlag(c, &asJSON)
	return frame.About(c, func(ctx context.Context, words []string) error {
		add, remove, rest, err := tags(words)
		if err != nil {
			return err
		}
		return f.tag(ctx, c, add, remove, rest, asJSON)
	})
}

// tags parts the topics from what follows them.
func tags(words []string) (add, remove, rest []string, err error) {
	for i, w := range words {
		sign, name := w[:min(1, len(w))], clean.Line(strings.TrimLeft(w, "+-"))
		if sign != "+" && sign != "-" || strings.Contains(w, ":") {
			rest = words[i:]
			break
		}
		if model.TopicKey(name) == "" {
			return nil, nil, nil, console.Misused(fmt.Errorf("the topic %q has no letter", w))
		}
		if sign == "+" {
			add = append(add, name)
		} else {
			remove = append(remove, name)
		}
	}
	if len(add)+len(remove) == 0 {
		return nil, nil, nil,
			console.Misused(fmt.Errorf("tag needs a topic with + or -, then a query or IDs: lede tag +tides title:harbour"))
	}
	return add, remove, rest, nil
}

func (f commands) tag(ctx context.Context, c *cobra.Command, add, remove, words []string, asJSON bool) error {
	l, s, err := f.Choose(ctx, c, words)
	if err != nil {
		return err
	}
	ids, err := s.All(ctx, l)
	if err != nil {
		return err
	}
	if len(ids) == 0 {
		return f.None(ctx, l)
	}
	n, err := l.Tag(ctx, "tag "+figure.Articles(len(ids)), ids, add, remove)
	if err != nil {
		return err
	}
	return f.Tell(asJSON, changed{len(ids), n}, "Changed the topics of "+figure.Articles(n)+".")
}

// undone is the JSON of undo.
type undone struct {
	Title string `json:"title"`
	Count int    `json:"count"`
}

// undoCommand takes the last step back.
func (f commands) undoCommand() *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use:     "undo",
		Short:   "Take the last change of marks, topics or removals back",
		Example: "lede undo",
		Args:    frame.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			l, err := f.Existing()
			if err != nil {
				return err
			}
			title, n, err := l.Undo(c.Context())
			if err != nil {
				return err
			}
			if title == "" {
				return console.Nothing("there is nothing to undo")
			}
			return f.Tell(asJSON, undone{title, n}, "Undone: "+title+".")
		},
	}
	frame.JSONFlag(c, &asJSON)
	return c
}
