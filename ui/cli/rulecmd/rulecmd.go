// Package rulecmd holds lede rule: the commands that try, count and run the rules of the settings.
package rulecmd

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"lede/content"
	"lede/content/export"
	"lede/content/shelf"
	"lede/model"
	"lede/model/clean"
	"lede/model/figure"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
	"lede/ui/render"
)

// commands are the commands of rules.
type commands struct{ *frame.Frame }

// New returns the commands.
func New(frame *frame.Frame) []*cobra.Command {
	return []*cobra.Command{commands{frame}.ruleCommand()}
}

// ruleCommand tries and runs the rules of the settings.
func (f commands) ruleCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "rule list | test | run",
		Short:   "Try, count and run the rules of the settings",
		Long:    "Rules say what happens to the entries of feeds: see lede manual rules. None of them deletes anything.",
		Example: "lede rule test title:~^ticker",
	}
	return frame.Group(c, f.ruleListCommand(), f.ruleTestCommand(), f.ruleRunCommand())
}

// rules are those of the settings, with the library. Settings that cannot be used have none, which is an error here.
func (f commands) rules() (*content.Library, []model.EntryRule, error) {
	config, err := f.Settings()
	if err != nil {
		return nil, nil, err
	}
	if f.Unsettled != nil {
		return nil, nil, console.Exit(console.Failed) // it has been said
	}
	l, err := f.Existing()
	return l, config.Rules, err
}

// noRules says that there are none.
func noRules() error {
	return console.Nothing("the settings have no rules; see lede manual rules")
}

// ruleRow is a rule as JSON.
type ruleRow struct {
	Name    string   `json:"name"`
	Query   string   `json:"query"`
	Does    []string `json:"does"`
	Matches int      `json:"matches"`
}

func (f commands) ruleListCommand() *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use:     "list",
		Short:   "List the rules with how many articles each matches",
		Example: "lede rule list",
		Args:    frame.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			l, _, err := f.rules()
			if err != nil {
				return err
			}
			counts, err := l.CountRules(c.Context())
			if err != nil {
				return err
			}
			rows := []ruleRow{}
			for _, r := range counts {
				rows = append(rows, ruleRow{clean.Line(r.Name), clean.Line(r.Query), ruleDoes(r.EntryRule), r.Matches})
			}
			if asJSON {
				return f.List(rows, len(rows))
			}
			if len(rows) == 0 {
				return noRules()
			}
			return f.Lines(ruleLines(rows))
		},
	}
	frame.JSONFlag(c, &asJSON)
	return c
}

// ruleDoes is what a rule does, as the settings name it.
func ruleDoes(r model.EntryRule) []string {
	does := []string{}
	for _, d := range []struct {
		does bool
		name string
	}{{r.Read, "read"}, {r.Star, "star"}, {r.Topic != "", "topic " + clean.Line(r.Topic)}, {r.Hide, "hide"}} {
		if d.does {
			does = append(does, d.name)
		}
	}
	return does
}

// ruleLines are rules in columns.
func ruleLines(rows []ruleRow) []string {
	names, does := 0, 0
	for _, r := range rows {
		names, does = max(names, render.Width(r.Name)), max(does, render.Width(strings.Join(r.Does, ", ")))
	}
	var lines []string
	for _, r := range rows {
		lines = append(lines, render.Pad(r.Name, names)+"  "+render.Pad(strings.Join(r.Does, ", "), does)+"  "+
			fmt.Sprintf("%14s", figure.Articles(r.Matches))+"  "+clean.Line(r.Query))
	}
	return lines
}

// tried is what rule test says as JSON.
type tried struct {
	Name     string        `json:"name,omitempty"`
	Query    string        `json:"query"`
	Matches  int           `json:"matches"`
	Reads    int           `json:"reads"`
	Stars    int           `json:"stars"`
	Tags     int           `json:"tags"`
	Hides    int           `json:"hides"`
	Articles []export.Kept `json:"articles"`
}

func (f commands) ruleTestCommand() *cobra.Command {
	o := frame.Listing{Limit: frame.HitRows}
	c := &cobra.Command{
		Use:     "test NAME | QUERY",
		Short:   "Show what a rule, or a query for one, matches in the library, and what it would change",
		Example: "lede rule test 'title:~^(live|ticker)'",
	}
	o.Flags(c)
	return frame.About(c, func(ctx context.Context, words []string) error {
		if strings.TrimSpace(strings.Join(words, "")) == "" {
			return console.Misused(errors.New("rule test needs the name of a rule, or a query"))
		}
		l, rules, err := f.rules()
		if err != nil {
			return err
		}
		rule, isNamed := namedRule(rules, strings.Join(words, " "))
		if !isNamed {
			if _, err := f.Query(words); err != nil {
				return err
			}
			rule = model.EntryRule{Query: strings.Join(words, " ")}
		}
		return f.ruleTest(ctx, l, rule, o)
	})
}

// namedRule finds a rule by its name.
func namedRule(rules []model.EntryRule, name string) (model.EntryRule, bool) {
	for _, r := range rules {
		if model.TopicKey(r.Name) == model.TopicKey(name) {
			return r, true
		}
	}
	return model.EntryRule{}, false
}

func (f commands) ruleTest(ctx context.Context, l *content.Library, rule model.EntryRule, o frame.Listing) error {
	limit, err := f.Most(o, frame.HitRows)
	if err != nil {
		return err
	}
	if o.Limit < 0 {
		limit = frame.HitRows
	}
	e, rows, err := l.TryRule(ctx, rule, limit)
	if err != nil {
		return err
	}
	if o.AsJSON {
		all := []export.Kept{}
		for _, r := range rows {
			all = append(all, export.JSONRow(r))
		}
		return f.JSON(tried{
			clean.Line(rule.Name), clean.Line(rule.Query), e.Matches, e.Reads, e.Stars, e.Tags, e.Hides, all,
		})
	}
	for _, r := range rows {
		if err := f.Row(r, false); err != nil {
			return err
		}
	}
	return f.Lines([]string{ruleEffect(rule, e)})
}

// ruleEffect says what a rule would do.
func ruleEffect(rule model.EntryRule, e shelf.RuleEffect) string {
	text := "It matches " + figure.Articles(e.Matches)
	if rule.Name != "" {
		text = "“" + clean.Line(rule.Name) + "” matches " + figure.Articles(e.Matches)
	}
	var would []string
	if rule.Read || rule.Hide {
		would = append(would, "mark "+figure.Number(e.Reads)+" as read")
	}
	if rule.Star {
		would = append(would, "star "+figure.Number(e.Stars))
	}
	if rule.Topic != "" {
		would = append(would, "give "+figure.Number(e.Tags)+" the topic "+clean.Line(rule.Topic))
	}
	if rule.Hide {
		would = append(would, "hide "+figure.Number(e.Hides))
	}
	if len(would) > 0 {
		text += ", and would " + strings.Join(would, ", ")
	}
	return text + ". Nothing was changed."
}

func (f commands) ruleRunCommand() *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use:     "run [NAME]…",
		Short:   "Apply the rules to the whole library; lede undo takes that back",
		Example: "lede rule run tickers",
		RunE: func(c *cobra.Command, names []string) error {
			l, rules, err := f.rules()
			if err != nil {
				return err
			}
			if len(rules) == 0 {
				return noRules()
			}
			if rules, err = namedRules(rules, names); err != nil {
				return err
			}
			title := "run " + figure.Number(len(rules)) + " rules"
			if len(rules) == 1 {
				title = "run the rule “" + clean.Line(rules[0].Name) + "”"
			}
			n, err := l.RunRules(c.Context(), title, rules...)
			if err != nil {
				return err
			}
			text := "Changed " + figure.Articles(n) + ". lede undo takes that back."
			if n == 0 {
				text = "Nothing changed: the rules were already applied to all that they match."
			}
			return f.Tell(asJSON, struct {
				Changed int `json:"changed"`
			}{n}, text)
		},
	}
	frame.JSONFlag(c, &asJSON)
	return c
}

// namedRules are the rules with these names, or all without any.
func namedRules(rules []model.EntryRule, names []string) ([]model.EntryRule, error) {
	if len(names) == 0 {
		return rules, nil
	}
	var some []model.EntryRule
	for _, name := range names {
		r, ok := namedRule(rules, name)
		if !ok {
			return nil, console.Misused(fmt.Errorf("no rule is called %q; lede rule list names them", clean.Line(name)))
		}
		some = append(some, r)
	}
	return some, nil
}
