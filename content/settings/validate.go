package settings

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"lede/model"
	"lede/model/address"
	"lede/model/query"
)

// ValueError is a setting that cannot be used.
type ValueError struct {
	Key     string // as in the file: "labels.notices.credit"; "rule[2].query" for the third [[rule]]
	Problem string
}

// Error returns the key and what is wrong with its value.
func (e *ValueError) Error() string {
	table, rest, ok := strings.Cut(e.Key, "[")
	if _, key, both := strings.Cut(rest, "]"); ok && both {
		return table + key + " " + e.Problem
	}
	return e.Key + " " + e.Problem
}

// validate returns a *ValueError for each setting that cannot be used, joined.
func validate(c model.Config) error {
	return errors.Join(
		validateWidth(c.Width), validateOpener(c.Opener), validateDownloads(c), validateSearch(c.Search),
		validateQueries("topic", c.Topics), validateQueries("query", c.Queries), validateCommands(c.Commands),
		validateMacros(c.Macros), validateRules(c.Rules), validateAccounts(c.Accounts), validateLabels(c.Labels),
	)
}

func validateWidth(width int) error {
	if width >= model.MinWidth && width <= model.MaxWidth {
		return nil
	}
	problem := fmt.Sprintf("is %d, and must be between %d and %d", width, model.MinWidth, model.MaxWidth)
	return &ValueError{"width", problem}
}

func validateOpener(opener string) error {
	switch {
	case opener != "" && !strings.Contains(opener, "%u"):
		return &ValueError{"opener", "has no %u, which stands for the address"}
	case strings.HasPrefix(strings.TrimSpace(opener), "%u"):
		return &ValueError{"opener", "must begin with the name of a program"}
	}
	return nil
}

// validateDownloads checks where files are saved, and how large ones.
func validateDownloads(c model.Config) error {
	var wrong []error
	if folder := c.Downloads; folder != "" && !filepath.IsAbs(folder) && !strings.HasPrefix(folder, "~/") {
		wrong = append(wrong, &ValueError{"downloads", fmt.Sprintf("is %q, and must begin with / or ~/", folder)})
	}
	if c.DownloadLimit < 1 || c.DownloadLimit > model.MaxDownload {
		problem := fmt.Sprintf("is %d, and must be between 1 and %d", c.DownloadLimit, model.MaxDownload)
		wrong = append(wrong, &ValueError{"download_limit", problem})
	}
	return errors.Join(wrong...)
}

// validateSearch checks that template is a web address with one %s, after the host.
func validateSearch(template string) error {
	if template == "" {
		return nil
	}
	if strings.Count(template, "%s") != 1 {
		return &ValueError{"search", "must have one %s, which stands for the words"}
	}
	filled := strings.Replace(template, "%s", "words", 1)
	web := address.IsChecked(filled) && strings.HasPrefix(filled, "http")
	if !web || !strings.Contains(template, address.Server(filled)) {
		return &ValueError{"search", fmt.Sprintf("is %q, and must be an http or https address", template)}
	}
	return nil
}

// maxQueries is how many topics or queries the settings may name: each is asked of every article.
const maxQueries = 1000

func validateQueries(table string, queries []model.NamedQuery) error {
	if len(queries) > maxQueries {
		return &ValueError{table, fmt.Sprintf("has %d entries, and may have %d", len(queries), maxQueries)}
	}
	var wrong []error
	for i, q := range queries {
		wrong = append(wrong, validateQuery(fmt.Sprintf("%s[%d]", table, i), q))
	}
	return errors.Join(wrong...)
}

func validateQuery(entry string, q model.NamedQuery) error {
	if model.TopicKey(q.Name) == "" {
		return &ValueError{entry + ".name", fmt.Sprintf("is %q, and must have a letter", q.Name)}
	}
	if _, err := query.Parse(q.Query, time.Time{}); err != nil {
		return &ValueError{entry + ".query", fmt.Sprintf("of %q cannot be read: %s", q.Name, err)}
	}
	return nil
}

// validateRules checks that each rule has a name of its own, asks for something, and does something.
func validateRules(rules []model.EntryRule) error {
	if len(rules) > maxQueries {
		return &ValueError{"rule", fmt.Sprintf("has %d entries, and may have %d", len(rules), maxQueries)}
	}
	var wrong []error
	names := map[string]bool{}
	for i, r := range rules {
		key := model.TopicKey(r.Name)
		wrong = append(wrong, validateRule(fmt.Sprintf("rule[%d]", i), r, names[key]))
		names[key] = true
	}
	return errors.Join(wrong...)
}

// validateRule checks one rule, whose name may be taken by one before.
func validateRule(entry string, r model.EntryRule, taken bool) error {
	if err := validateQuery(entry, model.NamedQuery{Name: r.Name, Query: r.Query}); err != nil {
		return err
	}
	q, err := query.Parse(r.Query, time.Time{})
	switch {
	case taken:
		return &ValueError{entry + ".name", fmt.Sprintf("is %q, as that of another rule; give each its own", r.Name)}
	case err == nil && q.Expr == nil:
		return &ValueError{entry + ".query", fmt.Sprintf("of %q asks for nothing, and would take every entry", r.Name)}
	case query.NamesHidden(q.Expr):
		return &ValueError{entry + ".query", fmt.Sprintf("of %q has is:hidden, which rules decide", r.Name)}
	case r.Topic != "" && model.TopicKey(r.Topic) == "":
		return &ValueError{entry + ".topic", fmt.Sprintf("is %q, and must have a letter", r.Topic)}
	case !r.Read && !r.Star && !r.Hide && r.Topic == "":
		problem := fmt.Sprintf("is %q, and the rule does nothing: set read, star, topic or hide", r.Name)
		return &ValueError{entry + ".name", problem}
	}
	return nil
}

func validateLabels(w model.Wordings) error {
	var wrong []error
	for _, kind := range slices.Sorted(maps.Keys(w.Notices)) {
		if !slices.Contains(model.NoticeKinds(), kind) {
			wrong = append(wrong, &ValueError{"labels.notices." + string(kind), "is not a kind of notice"})
		}
		if slices.Contains(w.Notices[kind], "") {
			wrong = append(wrong, &ValueError{"labels.notices." + string(kind), "holds an empty label"})
		}
	}
	if slices.Contains(w.Related, "") {
		wrong = append(wrong, &ValueError{"labels.related", "holds an empty label"})
	}
	if slices.Contains(w.Text, "") {
		wrong = append(wrong, &ValueError{"labels.text", "holds an empty label"})
	}
	return errors.Join(wrong...)
}
