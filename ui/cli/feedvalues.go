package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"lede/model"
	"lede/model/clean"
)

// subscriptions are the feeds that the user follows; none where there is no library.
func (p *program) subscriptions(ctx context.Context) []model.Subscription {
	l := p.shelved()
	if l == nil {
		return nil
	}
	feeds, _ := l.Feeds(ctx) // a library that cannot be read offers nothing
	return feeds
}

// feedNames completes the name of a feed, each with its address.
func (p *program) feedNames(ctx context.Context, _ []string, word string) ([]string, cobra.ShellCompDirective) {
	var found []string
	for _, s := range p.subscriptions(ctx) {
		if name := clean.Line(s.Called()); begins(name, word) {
			found = append(found, name+"\t"+clean.Line(s.URL))
		}
	}
	return found, noFiles
}

// folders are those of the feeds, and those above them, in the order of their names.
func (p *program) folders(ctx context.Context, word string) []string {
	var found []string
	for _, s := range p.subscriptions(ctx) {
		for folder := s.Folder; folder != ""; {
			if name := clean.Line(folder); begins(name, word) {
				found = append(found, name)
			}
			above := strings.LastIndex(folder, "/")
			folder = folder[:max(above, 0)]
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// feedsAndFolders completes feeds, and folders with the slash that makes them such.
func (p *program) feedsAndFolders(ctx context.Context, _ []string, word string) ([]string, cobra.ShellCompDirective) {
	found, directive := p.feedNames(ctx, nil, word)
	for _, folder := range p.folders(ctx, word) {
		found = append(found, folder+"/")
	}
	return found, directive
}

// moved completes feeds, then the folder that they move to.
func (p *program) moved(ctx context.Context, before []string, word string) ([]string, cobra.ShellCompDirective) {
	found, directive := p.feedNames(ctx, before, word)
	if len(before) > 0 {
		found = append(p.folders(ctx, word), found...)
	}
	return found, directive
}

// renamed completes the feed that gets another name, which is the user's to think of.
func (p *program) renamed(ctx context.Context, before []string, word string) ([]string, cobra.ShellCompDirective) {
	if len(before) > 0 {
		return nil, noFiles
	}
	return p.feedNames(ctx, before, word)
}

// ruleNames completes the name of a rule of the settings.
func (p *program) ruleNames(_ context.Context, _ []string, word string) ([]string, cobra.ShellCompDirective) {
	config, err := p.Settings()
	if err != nil {
		return nil, noFiles
	}
	var names []string
	for _, r := range config.Rules {
		if begins(r.Name, word) {
			names = append(names, r.Name)
		}
	}
	return names, noFiles
}

// ruleOrQuery completes what a rule is tried by: its name, or a query.
func (p *program) ruleOrQuery(ctx context.Context, before []string, word string) ([]string, cobra.ShellCompDirective) {
	found, directive := p.queries(ctx, before, word)
	names, _ := p.ruleNames(ctx, before, word)
	return append(names, found...), directive
}

// folderFlag completes the folder that a flag names.
func (p *program) folderFlag(c *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(c.Context()), shellPatience)
	defer cancel()
	return p.folders(ctx, word), noFiles
}

// begins reports whether a name begins with a word, in letters of either case.
func begins(name, word string) bool {
	return strings.HasPrefix(strings.ToLower(name), strings.ToLower(word))
}

// forShell takes out of the descriptions of flags the marks around the name of a value when a shell asks for them: it
// shows them as they are.
func forShell(root *cobra.Command, args []string) {
	if len(args) == 0 || args[0] != cobra.ShellCompRequestCmd {
		return
	}
	plain := func(f *pflag.Flag) { f.Usage = strings.ReplaceAll(f.Usage, "`", "") }
	root.PersistentFlags().VisitAll(plain)
	for _, c := range root.Commands() {
		c.Flags().VisitAll(plain)
		for _, below := range c.Commands() {
			below.Flags().VisitAll(plain)
		}
	}
}

// accountNames completes the name of an account of the settings, each with its address.
func (p *program) accountNames(_ context.Context, before []string, word string) ([]string, cobra.ShellCompDirective) {
	config, err := p.Settings()
	if err != nil {
		return nil, noFiles
	}
	var found []string
	for i := range config.Accounts {
		name := clean.Line(config.Accounts[i].Called())
		if begins(name, word) && !slices.Contains(before, name) {
			found = append(found, name+"\t"+clean.Line(config.Accounts[i].Address))
		}
	}
	return found, noFiles
}
