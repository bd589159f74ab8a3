package matter

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"lede/content/parse/date"
	"lede/model"
	"lede/model/address"
	"lede/model/clean"
)

// stating is one line of front matter: a key in small letters and its values.
type stating struct {
	key    string
	values []string
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

// matterKey is a key and what it says.
type matterKey struct {
	name string
	what matterField
}

// matterKeys are the keys that say something of an article; of two that say the same the first is believed.
var matterKeys = [...]matterKey{
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
		if u, err := address.Check(f.line(), base); err == nil {
			e.URL = cmp.Or(e.URL, u)
		}
	case dateField:
		if t, ok := date.Stated(f.line()); ok && e.Published.IsZero() {
			e.Published = t
		}
	case authorField:
		if len(e.Byline) == 0 {
			e.Byline = f.lines()
		}
	case topicField:
		e.Topics = AddTopics(e.Topics, f.lines())
	}
}

func (f stating) line() string {
	if len(f.values) == 0 {
		return ""
	}
	return named(f.values[0])
}

// named is a value on one line. A link to a note of a vault is its words: "[[people/Ida Roon|Ida]]" is Ida, and
// without those the name of the note.
func named(value string) string {
	value = clean.Line(value)
	for from := 0; ; {
		before, rest, ok := strings.Cut(value[from:], "[[")
		inside, after, closed := strings.Cut(rest, "]]")
		if !ok || !closed {
			return value
		}
		target, label, _ := strings.Cut(inside, "|")
		words := strings.TrimSpace(cmp.Or(label, target[strings.LastIndexByte(target, '/')+1:]))
		value = value[:from] + before + words + after
		from += len(before) + len(words)
	}
}

// lines returns the values, each on one line; a single one is parted at its commas.
func (f stating) lines() []string {
	values := f.values
	if len(values) == 1 {
		values = strings.Split(values[0], ",")
	}
	var all []string
	for _, v := range values {
		if v = named(v); v != "" && len(all) < 100 {
			all = append(all, v)
		}
	}
	return all
}

// AddTopics adds the topics that a publisher states, each once.
func AddTopics(topics []model.Topic, names []string) []model.Topic {
next:
	for _, n := range names {
		for _, t := range topics {
			if strings.EqualFold(t.Name, n) {
				continue next
			}
		}
		topics = append(topics, model.NewTopic(n, "", model.Publisher))
	}
	return topics
}
