package model

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"lede/model/address"
)

// Config is what a reader has set. DefaultConfig is what holds when nothing is set.
type Config struct {
	Theme   string       `toml:"theme"`  // "auto", the name of a theme, or a JSON file
	Width   int          `toml:"width"`  // columns of text
	Mouse   bool         `toml:"mouse"`  // the wheel and clicks work in lede, not in the terminal
	Opener  string       `toml:"opener"` // the program that opens a link, words with %u for the address; "" means the system's
	Search  string       `toml:"search"` // the address of a web search, with %s for the words; "" for none
	Labels  Wordings     `toml:"labels"`
	Topics  []NamedQuery `toml:"topic"` // an article that such a query matches gets the name as a topic when it is kept
	Queries []NamedQuery `toml:"query"` // queries at hand by their names
}

// NamedQuery is a query that the reader has given a name.
type NamedQuery struct {
	Name  string `toml:"name"`
	Query string `toml:"query"`
}

// Wordings are labels that mark a line as related or as a notice, beside the ones that lede knows.
type Wordings struct {
	Related []string                `toml:"related"`
	Notices map[NoticeKind][]string `toml:"notices"`
	Text    []string                `toml:"text"` // these mark nothing
}

// The bounds of Config.Width in columns.
const (
	MinWidth = 20
	MaxWidth = 400
)

// NoticeKinds are all kinds of notices.
func NoticeKinds() []NoticeKind {
	return []NoticeKind{Disclaimer, Advertisement, Credit, Newsletter, Continues}
}

// DefaultConfig returns the settings of a reader who has set nothing.
func DefaultConfig() Config {
	return Config{Theme: "auto", Width: 72, Mouse: true, Search: "https://duckduckgo.com/?q=%s"}
}

// ConfigError says what is wrong with a setting.
type ConfigError struct {
	Key     string // as in the file: "labels.notices.credit"
	Problem string
}

// Error is the key and what is wrong with it.
func (e *ConfigError) Error() string { return e.Key + " " + e.Problem }

// Validate returns a *ConfigError for the first setting that cannot be used.
func (c Config) Validate() error {
	if c.Width < MinWidth || c.Width > MaxWidth {
		return &ConfigError{"width", fmt.Sprintf("is %d, and must be between %d and %d", c.Width, MinWidth, MaxWidth)}
	}
	if c.Opener != "" && !strings.Contains(c.Opener, "%u") {
		return &ConfigError{"opener", "has no %u, which stands for the address"}
	}
	if strings.HasPrefix(strings.TrimSpace(c.Opener), "%u") {
		return &ConfigError{"opener", "must begin with the name of a program"}
	}
	if err := validateSearch(c.Search); err != nil {
		return err
	}
	if err := validateQueries("topic", c.Topics); err != nil {
		return err
	}
	if err := validateQueries("query", c.Queries); err != nil {
		return err
	}
	return c.Labels.validate()
}

// validateSearch wants a web address with one place for the words, behind its host.
func validateSearch(template string) error {
	if template == "" {
		return nil
	}
	if strings.Count(template, "%s") != 1 {
		return &ConfigError{"search", "must have one %s, which stands for the words"}
	}
	filled := strings.Replace(template, "%s", "words", 1)
	web := address.IsChecked(filled) && strings.HasPrefix(filled, "http")
	if !web || !strings.Contains(template, address.Server(filled)) {
		return &ConfigError{"search", fmt.Sprintf("is %q, and must be an http or https address", template)}
	}
	return nil
}

func validateQueries(table string, queries []NamedQuery) error {
	for _, q := range queries {
		if TopicKey(q.Name) == "" {
			return &ConfigError{table + ".name", fmt.Sprintf("is %q, and must have a letter", q.Name)}
		}
		if _, err := ParseQuery(q.Query, time.Time{}); err != nil {
			return &ConfigError{table + ".query", fmt.Sprintf("of %q cannot be read: %s", q.Name, err)}
		}
	}
	return nil
}

func (w Wordings) validate() error {
	for kind, labels := range w.Notices {
		if !slices.Contains(NoticeKinds(), kind) {
			return &ConfigError{"labels.notices." + string(kind), "is no kind of notice"}
		}
		if slices.Contains(labels, "") {
			return &ConfigError{"labels.notices." + string(kind), "holds an empty label"}
		}
	}
	if slices.Contains(w.Related, "") {
		return &ConfigError{"labels.related", "holds an empty label"}
	}
	if slices.Contains(w.Text, "") {
		return &ConfigError{"labels.text", "holds an empty label"}
	}
	return nil
}
