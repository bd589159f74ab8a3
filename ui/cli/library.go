package cli

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"lede/content"
	"lede/content/fetch"
	"lede/content/store"
	"lede/model"
	"lede/model/clean"
	"lede/model/query"
	"lede/ui/render"
)

// idDigits is how many digits of an ID are shown: enough to tell a hundred thousand articles apart.
const idDigits = 10

// shortID is an ID as it is shown.
func shortID(id model.ID) string { return string(id[:min(idDigits, len(id))]) }

// libraryPath is the file of the library.
func (f *frame) libraryPath() string {
	return cmp.Or(f.flags.library, content.LibraryPath(os.Getenv))
}

// kept returns the library. Its file is opened when something is asked of it.
func (f *frame) kept() (*content.Library, error) {
	if f.shelf == nil {
		config, err := f.settings()
		if err != nil {
			return nil, err
		}
		f.library(nil, config)
	}
	return f.shelf, nil
}

// existing is kept for commands that have nothing to do without articles: a library that the user names must be
// there, or a slip of the hand would make an empty one.
func (f *frame) existing() (*content.Library, error) {
	if cmp.Or(f.flags.library, os.Getenv("LEDE_LIBRARY")) != "" {
		if _, err := os.Lstat(f.libraryPath()); errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("there is no library %s; lede add would make one there", fetch.Shown(f.libraryPath()))
		}
	}
	return f.kept()
}

// about makes a command one whose arguments are a query: words that begin with - are left to the query, and only
// --flags are flags.
func about(c *cobra.Command, run func(ctx context.Context, words []string) error) *cobra.Command {
	c.DisableFlagParsing = true
	c.RunE = func(c *cobra.Command, args []string) error {
		words, flags := apart(c, args)
		if err := shortFlag(c, args); err != nil {
			return err
		}
		c.DisableFlagParsing = false
		if err := c.ParseFlags(flags); err != nil {
			return wrongFlag(c, err)
		}
		if help, err := c.Flags().GetBool("help"); err == nil && help {
			return c.Help()
		}
		return run(c.Context(), words)
	}
	return c
}

// apart parts the words of a query from the flags of a command.
func apart(c *cobra.Command, args []string) (words, flags []string) {
	for i := 0; i < len(args); i++ {
		switch a := args[i]; {
		case a == "--":
			return append(words, args[i+1:]...), flags
		case a == "-h":
			flags = append(flags, a)
		case strings.HasPrefix(a, "--") || isShort(c, a):
			flags = append(flags, a)
			if f := flagNamed(c, a); f != nil && f.NoOptDefVal == "" && i+1 < len(args) {
				i++
				flags = append(flags, args[i])
			}
		default:
			words = append(words, a)
		}
	}
	return words, flags
}

// isShort reports whether an argument is a flag of one letter, such as -f, with or without its value.
func isShort(c *cobra.Command, arg string) bool {
	name, _, _ := strings.Cut(arg, "=")
	return len(name) == 2 && name[0] == '-' && flagNamed(c, name) != nil
}

// flagNamed is the flag that an argument such as --format or -f names; nil when there is none, or its value stands
// behind =.
func flagNamed(c *cobra.Command, arg string) *pflag.Flag {
	name := strings.TrimLeft(arg, "-")
	if len(arg) == 2 {
		return c.Flags().ShorthandLookup(name)
	}
	if f := c.Flags().Lookup(name); f != nil {
		return f
	}
	return c.InheritedFlags().Lookup(name)
}

// query reads the words of a query. A wrong one is shown with a mark below the wrong part.
func (f *frame) query(words []string) (query.Query, error) {
	text := strings.Join(words, " ")
	q, err := query.Parse(text, time.Now())
	var wrong *query.Error
	if !errors.As(err, &wrong) {
		return q, err
	}
	status := f.report(misused(err))
	before := render.Width(clean.Line(text[:min(wrong.At, len(text))]))
	if strings.HasSuffix(text[:min(wrong.At, len(text))], " ") {
		before++
	}
	part := clean.Line(text[min(wrong.At, len(text)):min(wrong.At+wrong.Len, len(text))])
	_, _ = fmt.Fprintf(f.stderr, "  %s\n  %s%s\n", clean.Masked(clean.Line(text)), strings.Repeat(" ", before),
		strings.Repeat("^", max(1, render.Width(part))))
	return q, exitError(status)
}

// chosen are the articles that a command is about: by their IDs when all words look like some, else by a query.
type chosen struct {
	ids   []model.ID
	query query.Query
	byID  bool
}

// choose opens the library and reads IDs or a query.
func (f *frame) choose(ctx context.Context, c *cobra.Command, words []string) (*content.Library, chosen, error) {
	l, err := f.existing()
	if err != nil {
		return nil, chosen{}, err
	}
	s, err := f.chooseIn(ctx, l, c, words)
	return l, s, err
}

func (f *frame) chooseIn(ctx context.Context, l *content.Library, c *cobra.Command, words []string) (chosen, error) {
	if strings.TrimSpace(strings.Join(words, "")) == "" {
		return chosen{},
			misused(fmt.Errorf("%s needs a query, or IDs that lede list shows; see lede %s --help", c.Name(), c.Name()))
	}
	for _, w := range words {
		if !model.IsIDPrefix(w) {
			q, err := f.query(words)
			return chosen{query: q}, err
		}
	}
	var s chosen
	for _, w := range words {
		id, err := l.Resolve(ctx, w)
		switch {
		case errors.Is(err, store.ErrNotFound):
			return s,
				nothingFound(fmt.Sprintf("no article has the ID %s; to look for the word, write it in quotes: '\"%s\"'", w, w))
		case errors.Is(err, store.ErrMany):
			return s, misused(fmt.Errorf("several articles have an ID that begins with %s; write more of its digits", w))
		case err != nil:
			return s, err
		}
		s.ids = append(s.ids, id)
	}
	s.byID = true
	return s, nil
}

// count is how many articles have been chosen.
func (s chosen) count(ctx context.Context, l *content.Library) (int, error) {
	if s.byID {
		return len(s.ids), nil
	}
	return l.Count(ctx, s.query)
}

// jsonLine writes v as JSON on one line.
func (c *console) jsonLine(v any) error {
	return c.write(func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		return e.Encode(v)
	})
}

// tell writes a sentence, or v when JSON is asked for.
func (c *console) tell(asJSON bool, v any, sentence string) error {
	if asJSON {
		return c.jsonLine(v)
	}
	return c.lines([]string{sentence})
}
