package parse

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2"
	"go.yaml.in/yaml/v3"

	"lede/model"
	"lede/model/clean"
)

// maxMatter is the largest front matter that is read as such, in bytes.
const maxMatter = 64 << 10

type matterKind int

// The languages of front matter.
const (
	noMatter matterKind = iota
	yamlMatter
	tomlMatter
)

// matter is the front matter of a text: what stands between two lines of --- (YAML) or +++ (TOML).
type matter struct {
	kind   matterKind
	source string
}

// frontMatter cuts the front matter off a text. A text that only begins with a thematic break has none.
func frontMatter(s string) (matter, string) {
	kind, fence := yamlMatter, "---"
	if strings.HasPrefix(s, "+++") {
		kind, fence = tomlMatter, "+++"
	}
	first, rest, ok := strings.Cut(s, "\n")
	if !ok || strings.TrimRight(first, " \t") != fence {
		return matter{}, s
	}
	for at := 0; at < min(len(rest), maxMatter); {
		line, _, _ := strings.Cut(rest[at:], "\n")
		end := strings.TrimRight(line, " \t")
		if end == fence || kind == yamlMatter && end == "..." {
			m := matter{kind: kind, source: rest[:at]}
			if !m.plausible() {
				return matter{}, s
			}
			return m, rest[min(at+len(line)+1, len(rest)):]
		}
		at += len(line) + 1
	}
	return matter{}, s
}

// plausible tells whether the first line that says something is a key with a value.
func (m matter) plausible() bool {
	for line := range strings.Lines(m.source) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		key, _, ok := strings.Cut(line, m.sign())
		return ok && isKey(strings.Trim(key, `"' `)) || m.kind == tomlMatter && line[0] == '['
	}
	return false
}

func isKey(s string) bool {
	for i := range len(s) {
		if c := s[i]; !alnum(c) && c != '_' && c != '-' && c != '.' && c < 0x80 {
			return false
		}
	}
	return s != ""
}

func (m matter) sign() string {
	if m.kind == tomlMatter {
		return "="
	}
	return ":"
}

// entry fills in what the front matter states. Addresses are resolved against base.
func (m matter) entry(e *model.Entry, base string) {
	if m.kind == noMatter {
		return
	}
	fields, ok := m.simple()
	if !ok {
		fields = m.full(fields)
	}
	for _, f := range fields {
		f.set(e, base)
	}
}

// stating is one line of front matter: a key in small letters and its values.
type stating struct {
	key    string
	values []string
}

// full reads front matter with a library. What it cannot read is left at what the simple way found.
func (m matter) full(found []stating) []stating {
	var raw map[string]any
	var err error
	if m.kind == tomlMatter {
		err = toml.Unmarshal([]byte(m.source), &raw)
	} else {
		err = yaml.Unmarshal([]byte(m.source), &raw)
	}
	if err != nil {
		return found
	}
	keys := slices.SortedFunc(maps.Keys(raw), func(a, b string) int {
		return cmp.Or(cmp.Compare(m.lineOf(a), m.lineOf(b)), strings.Compare(a, b))
	})
	fields := make([]stating, 0, len(raw))
	for _, key := range matterKeys {
		for _, k := range keys {
			if strings.EqualFold(k, key.name) {
				fields = append(fields, stating{key.name, flatten(raw[k], 0)})
			}
		}
	}
	return fields
}

// lineOf returns the place of the line that a key of the top level begins, or the end when no line shows it.
func (m matter) lineOf(key string) int {
	at := 0
	for line := range strings.Lines(m.source) {
		name, _, ok := strings.Cut(line, m.sign())
		if ok && strings.Trim(strings.TrimRight(name, " \t"), `"'`) == key {
			return at
		}
		at += len(line)
	}
	return at
}

// flatten reduces a value of front matter to texts: a list to its items, a map to its name.
func flatten(v any, depth int) []string {
	switch v := v.(type) {
	case nil:
		return nil
	case string:
		return []string{v}
	case time.Time:
		return []string{v.Format(time.RFC3339)}
	case []any:
		var all []string
		for _, item := range v {
			if depth < 4 && len(all) < 100 {
				all = append(all, flatten(item, depth+1)...)
			}
		}
		return all
	case map[string]any:
		for _, k := range [...]string{"name", "title", "label", "url"} {
			if item, ok := v[k]; ok && depth < 4 {
				return flatten(item, depth+1)
			}
		}
		return nil
	default:
		return []string{fmt.Sprint(v)}
	}
}

type matterField int

const (
	titleField matterField = iota
	authorField
	dateField
	topicField
	siteField
	urlField
	languageField
	summaryField
)

// matterKeys are the keys that say something of an article; of two that say the same the first is believed.
var matterKeys = [...]struct {
	name string
	what matterField
}{
	{"title", titleField},
	{"headline", titleField},
	{"author", authorField},
	{"authors", authorField},
	{"byline", authorField},
	{"creator", authorField},
	{"by", authorField},
	{"date", dateField},
	{"published", dateField},
	{"publishdate", dateField},
	{"pubdate", dateField},
	{"date_published", dateField},
	{"datepublished", dateField},
	{"created", dateField},
	{"tags", topicField},
	{"topics", topicField},
	{"categories", topicField},
	{"category", topicField},
	{"keywords", topicField},
	{"site", siteField},
	{"site_name", siteField},
	{"sitename", siteField},
	{"publisher", siteField},
	{"publication", siteField},
	{"source", siteField},
	{"url", urlField},
	{"canonical", urlField},
	{"canonical_url", urlField},
	{"link", urlField},
	{"permalink", urlField},
	{"source", urlField},
	{"language", languageField},
	{"lang", languageField},
	{"locale", languageField},
	{"summary", summaryField},
	{"description", summaryField},
	{"excerpt", summaryField},
	{"subtitle", summaryField},
	{"abstract", summaryField},
}

// set fills in what a field says, where nothing has been said yet.
func (f stating) set(e *model.Entry, base string) {
	for _, key := range matterKeys {
		if f.key == key.name {
			f.fill(e, key.what, base)
		}
	}
}

func (f stating) fill(e *model.Entry, what matterField, base string) {
	switch what {
	case titleField:
		e.Title = cmp.Or(e.Title, f.line())
	case siteField:
		if !strings.Contains(f.line(), "://") {
			e.Site = cmp.Or(e.Site, f.line())
		}
	case languageField:
		e.Language = cmp.Or(e.Language, f.line())
	case summaryField:
		e.Summary = cmp.Or(e.Summary, f.line())
	case urlField:
		if u, err := address(f.line(), base); err == nil {
			e.URL = cmp.Or(e.URL, u)
		}
	case dateField:
		if t, ok := stated(f.line()); ok && e.Published.IsZero() {
			e.Published = t
		}
	case authorField:
		if len(e.Byline) == 0 {
			e.Byline = f.lines()
		}
	case topicField:
		e.Topics = withTopics(e.Topics, f.lines())
	}
}

func (f stating) line() string {
	if len(f.values) == 0 {
		return ""
	}
	return clean.Line(f.values[0])
}

// lines returns the values, each on one line; a single one is parted at its commas.
func (f stating) lines() []string {
	values := f.values
	if len(values) == 1 {
		values = strings.Split(values[0], ",")
	}
	var all []string
	for _, v := range values {
		if v = clean.Line(v); v != "" && len(all) < 100 {
			all = append(all, v)
		}
	}
	return all
}

// withTopics adds the topics that a publisher states, each once.
func withTopics(topics []model.Topic, names []string) []model.Topic {
next:
	for _, n := range names {
		for _, t := range topics {
			if strings.EqualFold(t.Name, n) {
				continue next
			}
		}
		topics = append(topics, model.Topic{Name: n, From: model.Publisher})
	}
	return topics
}

// stated reads a date of front matter.
func stated(s string) (time.Time, bool) {
	if len(s) < len(time.DateOnly) {
		return time.Time{}, false
	}
	for _, layout := range [...]string{
		time.DateOnly, time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02T15:04:05-0700",
		time.DateTime, "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04", "2006-01-02 15:04 -0700",
		"2006/01/02", time.RFC1123, time.RFC1123Z, "2 January 2006", "January 2, 2006", "2 Jan 2006", "Jan 2, 2006",
	} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC(), true
		}
	}
	return time.Time{}, false
}
