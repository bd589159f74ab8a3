package accountcmd

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"lede/content"
	"lede/content/settings"
	"lede/model"
	"lede/model/clean"
	"lede/model/figure"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
	"lede/ui/feed"
)

// listed is the JSON of an account.
type listed struct {
	ID      model.ID   `json:"id"`
	Name    string     `json:"name"`
	Kind    string     `json:"kind"`
	Address string     `json:"address"`
	User    string     `json:"user,omitempty"`
	Server  string     `json:"server,omitempty"`
	Feeds   int        `json:"feeds"`
	Waiting int        `json:"waiting"` // changes in the outbox
	Synced  *time.Time `json:"synced,omitempty"`
	Error   string     `json:"error,omitempty"`
}

func (f commands) listCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "list",
		Short:   "List the accounts, and how syncing goes",
		Example: "lede account list --json",
		Args:    none0("list"),
	}
	var asJSON bool
	frame.JSONFlag(c, &asJSON)
	c.RunE = func(c *cobra.Command, _ []string) error { return f.list(c.Context(), asJSON) }
	return c
}

// none0 refuses arguments.
func none0(name string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) > 0 {
			return console.Misused(fmt.Errorf("account %s takes no arguments", name))
		}
		return nil
	}
}

func (f commands) list(ctx context.Context, asJSON bool) error {
	l, accounts, err := f.accounts()
	if err != nil {
		return err
	}
	all, lines := make([]listed, len(accounts)), make([]string, len(accounts))
	for i := range accounts {
		a := &accounts[i]
		state, err := l.AccountState(ctx, a)
		if err != nil {
			return err
		}
		all[i] = listed{
			ID: a.ID(), Name: a.Called(), Kind: a.Kind, Address: a.Address, User: a.User, Server: state.Server,
			Feeds: state.Feeds, Waiting: state.Waiting, Error: state.Error,
		}
		if !state.Synced.IsZero() {
			all[i].Synced = &state.Synced
		}
		lines[i] = line(a, &state, time.Now())
	}
	if asJSON {
		return f.JSON(all)
	}
	if len(all) == 0 {
		return console.Nothing(none)
	}
	return f.Lines(lines)
}

// line is an account in a list.
func line(a *model.Account, state *model.AccountState, now time.Time) string {
	text := clean.Line(a.Called()) + " · " + count(state.Feeds, "feed")
	if state.Synced.IsZero() {
		text += " · not synced yet"
	} else {
		text += " · synced " + feed.Clock(state.Synced, now)
	}
	if state.Waiting > 0 {
		text += " · " + count(state.Waiting, "change") + " to send"
	}
	if state.Error != "" {
		text += "\n  " + clean.Line(state.Error)
	}
	return text
}

// count is a number of things.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return figure.Number(n) + " " + noun + "s"
}

func (f commands) checkCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "check [ACCOUNT]…",
		Short:   "Ask servers whether they accept the login",
		Example: "lede account check",
	}
	c.RunE = func(c *cobra.Command, args []string) error { return f.check(c.Context(), args) }
	return c
}

func (f commands) check(ctx context.Context, args []string) error {
	l, some, err := f.choose(args)
	if err != nil {
		return err
	}
	ctx, stop := f.Until(ctx)
	defer stop()
	failed := 0
	for i := range some {
		who, err := l.CheckAccount(ctx, &some[i], "")
		if ctx.Err() != nil {
			return console.Ended(ctx)
		}
		name := clean.Line(some[i].Called())
		if err != nil {
			failed++
			f.Say(name + ": " + clean.Line(err.Error()))
			continue
		}
		if err := f.Lines([]string{name + ": " + clean.Line(who.Server) + ", as " + clean.Line(who.User)}); err != nil {
			return err
		}
	}
	if failed > 0 {
		return console.Exit(console.Failed)
	}
	return nil
}

// choose returns the library and the accounts that words name. Without an account there is nothing to do.
func (f commands) choose(args []string) (*content.Library, []model.Account, error) {
	l, accounts, err := f.accounts()
	if err != nil {
		return nil, nil, err
	}
	if len(accounts) == 0 {
		return nil, nil, console.Nothing(none)
	}
	some, err := named(accounts, args)
	return l, some, err
}

func (f commands) removeCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "remove ACCOUNT",
		Short: "Stop syncing with an account",
		Long: "remove takes an account out of the settings and deletes its password. Its feeds and articles\n" +
			"stay: from then on lede asks for the feeds itself. What still waits to be sent is not sent.",
		Example: "lede account remove rss.example",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return console.Misused(errors.New("account remove needs one account; see lede account list"))
			}
			return nil
		},
	}
	c.RunE = func(c *cobra.Command, args []string) error { return f.remove(c.Context(), args[0]) }
	return c
}

func (f commands) remove(ctx context.Context, word string) error {
	l, accounts, err := f.accounts()
	if err != nil {
		return err
	}
	i, err := frame.FindAccount(accounts, word)
	if err != nil {
		return err
	}
	a := &accounts[i]
	if err := settings.RemoveAccount(f.ConfigPath(), i); err != nil {
		return err
	}
	if err := errors.Join(l.RemoveAccount(ctx, a), l.Passwords().Forget(a)); err != nil {
		return err
	}
	return f.Lines([]string{"Removed " + clean.Line(a.Called()) + ". Its feeds and articles stay."})
}
