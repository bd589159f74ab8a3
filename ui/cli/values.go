package cli

import (
	"context"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lede/content"
	"lede/content/manual"
	"lede/model"
	"lede/model/query"
	"lede/ui/cli/frame"
	"lede/ui/cli/librarycmd"
	"lede/ui/library"
)

const (
	// offered is how many topics and articles are offered to a shell at most.
	offered = 200
	// shellPatience is how long the library may take to answer a shell that completes a word.
	shellPatience = 2 * time.Second
)

// completer returns what the word of a command may become, given the words before it. Each may have a description
// after a tab.
type completer func(ctx context.Context, before []string, word string) ([]string, cobra.ShellCompDirective)

// noFiles and orFiles say whether names of files are offered too.
const (
	noFiles = cobra.ShellCompDirectiveNoFileComp
	orFiles = cobra.ShellCompDirectiveDefault
)

// completeArgs gives a command values for its arguments, and for its flags, which cobra leaves out in a command
// whose words are a query.
func completeArgs(c *cobra.Command, values completer) {
	c.ValidArgsFunction = func(c *cobra.Command, before []string, word string) ([]string, cobra.ShellCompDirective) {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(c.Context()), shellPatience)
		defer cancel()
		if c.DisableFlagParsing {
			if found, directive, ok := flagValue(c, before, word); ok {
				return found, directive
			}
			before, _ = frame.Apart(c, before)
		}
		return values(ctx, before, word)
	}
}

// flagValue completes the value of a flag in a command whose words are a query; ok reports whether one is due.
func flagValue(c *cobra.Command, before []string, word string) (found []string,
	directive cobra.ShellCompDirective, ok bool,
) {
	if n := len(before); n > 0 && strings.HasPrefix(before[n-1], "-") {
		if f := frame.FlagNamed(c, before[n-1]); f != nil && f.NoOptDefVal == "" {
			if values, ok := c.GetFlagCompletionFunc(f.Name); ok {
				found, directive := values(c, before, word)
				return found, directive, true
			}
			return nil, orFiles, true
		}
	}
	return nil, 0, false
}

// shelved is the library for a shell that completes a word: nil where there is none, since none is made for that.
func (p *program) shelved() *content.Library {
	if _, err := os.Stat(p.LibraryPath()); err != nil {
		return nil
	}
	l, err := p.Kept()
	if err != nil {
		return nil
	}
	return l
}

// queries completes the terms of a query, and offers those that the settings name.
func (p *program) queries(ctx context.Context, _ []string, word string) ([]string, cobra.ShellCompDirective) {
	found := library.Complete(word, p.facets(ctx, word))
	for _, q := range p.namedQueries() {
		if strings.HasPrefix(q.Query, word) {
			found = append(found, q.Query+"\t"+q.Name)
		}
	}
	directive := noFiles
	if len(found) > 0 && strings.HasSuffix(found[0], ":") {
		directive |= cobra.ShellCompDirectiveNoSpace
	}
	return found, directive
}

// namedQueries are those that the settings name.
func (p *program) namedQueries() []model.NamedQuery {
	config, err := p.Settings()
	if err != nil {
		return nil
	}
	return config.Queries
}

// facets are the topics of the library, and its sites where a word asks for them.
func (p *program) facets(ctx context.Context, word string) model.Facets {
	var f model.Facets
	l := p.shelved()
	switch {
	case l == nil:
	case strings.Contains(word, "site:"):
		f, _ = l.Facets(ctx, query.Query{}) // a library that cannot be read offers nothing
	default:
		f.Topics, _, _ = l.Topics(ctx, offered)
	}
	return f
}

// topicNames completes the name of a topic, behind + or - where the word begins with one.
func (p *program) topicNames(ctx context.Context, word string) []string {
	name := strings.TrimLeft(word, "+-")
	sign := word[:len(word)-len(name)]
	var found []string
	for _, t := range p.facets(ctx, "").Topics {
		if strings.HasPrefix(strings.ToLower(t.Name), strings.ToLower(name)) {
			found = append(found, sign+t.Name)
		}
	}
	return found
}

// ids completes the ID of an article of the library, each with its title, the newest first.
func (p *program) ids(ctx context.Context, word string) []string {
	l := p.shelved()
	if l == nil || strings.Trim(word, "0123456789abcdef") != "" {
		return nil
	}
	rows, err := l.Find(ctx, query.Query{Sort: query.ByDate}, 0, offered)
	if err != nil {
		return nil
	}
	var found []string
	for _, r := range rows {
		if id := frame.ShortID(r.ID); strings.HasPrefix(id, word) {
			found = append(found, id+"\t"+r.Title)
		}
	}
	return found
}

// refs completes what an article is read from: a file, or an ID once its first digit is there.
func (p *program) refs(ctx context.Context, before []string, word string) ([]string, cobra.ShellCompDirective) {
	if len(before) > 0 || word == "" {
		return nil, orFiles
	}
	return p.ids(ctx, word), orFiles
}

// onlyIDs completes the ID of an article as the first word.
func (p *program) onlyIDs(ctx context.Context, before []string, word string) ([]string, cobra.ShellCompDirective) {
	if len(before) > 0 {
		return nil, noFiles
	}
	return p.ids(ctx, word), noFiles
}

// idsOrQuery completes an ID where the word looks like one, else a query.
func (p *program) idsOrQuery(ctx context.Context, before []string, word string) ([]string, cobra.ShellCompDirective) {
	found, directive := p.queries(ctx, before, word)
	if word != "" {
		found = append(found, p.ids(ctx, word)...)
	}
	return found, directive
}

// marks completes a mark, then what is marked.
func (p *program) marks(ctx context.Context, before []string, word string) ([]string, cobra.ShellCompDirective) {
	if len(before) == 0 {
		return beginning(librarycmd.MarkNames(), word), noFiles
	}
	return p.idsOrQuery(ctx, before, word)
}

// tagged completes topics, then the articles that get them.
func (p *program) tagged(ctx context.Context, before []string, word string) ([]string, cobra.ShellCompDirective) {
	if strings.HasPrefix(word, "+") || strings.HasPrefix(word, "-") {
		return p.topicNames(ctx, word), noFiles
	}
	return p.idsOrQuery(ctx, before, word)
}

// queryOrFiles completes a query where a file may stand too.
func (p *program) queryOrFiles(ctx context.Context, before []string, word string) ([]string,
	cobra.ShellCompDirective,
) {
	found, directive := p.queries(ctx, before, word)
	return found, directive &^ noFiles
}

// nothing is for commands whose arguments, if any, are the user's to think of.
func nothing(context.Context, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, noFiles
}

// manualPages completes the name of a page of the manual.
func manualPages(_ context.Context, _ []string, word string) ([]string, cobra.ShellCompDirective) {
	return beginning(manual.Names(), word), noFiles
}

// beginning are the names that begin with a word.
func beginning(names []string, word string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(n string) bool { return !strings.HasPrefix(n, word) })
}

// completions gives the commands below root values for their arguments.
func (p *program) completions(root *cobra.Command) {
	by := map[string]completer{
		"account check": p.accountNames, "account remove": p.accountNames, "sync": p.accountNames,
		"account save": p.idsOrQuery,
		"diff":         p.onlyIDs, "export": p.queryOrFiles, "fetch": p.queries, "feed edit": p.feedsAndFolders,
		"feed health": p.feedsAndFolders, "feed list": p.feedsAndFolders, "feed move": p.moved,
		"feed pause": p.feedNames, "feed remove": p.feedNames, "feed rename": p.renamed, "feed resume": p.feedNames,
		"links": p.refs, "list": p.queries, "manual": manualPages,
		"mark": p.marks, "outline": p.refs, "pack": p.refs, "posts": p.refs, "remove": p.idsOrQuery,
		"refresh": p.feedsAndFolders, "restore": p.idsOrQuery, "rule run": p.ruleNames, "rule test": p.ruleOrQuery,
		"search": p.queries, "section": p.refs, "show": p.refs, "tag": p.tagged,
		"topics": p.queryOrFiles, "versions": p.onlyIDs,
		"account add": nothing, "account list": nothing, "db backup": nothing, "db check": nothing, "db vacuum": nothing,
		"keys": nothing, "man": nothing, "rule list": nothing, "trash empty": nothing, "undo": nothing,
	}
	for _, c := range root.Commands() {
		p.complete(c, by)
		for _, below := range c.Commands() {
			p.complete(below, by)
		}
	}
}

// complete gives a command the values for its arguments that are known by its name.
func (p *program) complete(c *cobra.Command, by map[string]completer) {
	if values, ok := by[strings.TrimPrefix(c.CommandPath(), "lede ")]; ok {
		completeArgs(c, values)
	}
	for name, values := range map[string]cobra.CompletionFunc{"topic": p.topicFlag, "folder": p.folderFlag} {
		if c.Flags().Lookup(name) != nil {
			_ = c.RegisterFlagCompletionFunc(name, values)
		}
	}
}

// topicFlag completes the topic that a flag names.
func (p *program) topicFlag(c *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(c.Context()), shellPatience)
	defer cancel()
	return p.topicNames(ctx, word), noFiles
}
