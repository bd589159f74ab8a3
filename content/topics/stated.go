package topics

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/model"
	"lede/model/clean"
)

// maxStated is the most topics that a source's own may take: some publishers list every word of the text.
const maxStated = 10

// stated returns the topics that the source states, clean and without duplicates. When there are too many, those that
// the text names come first.
func stated(a model.Article, d *document) []model.Topic {
	var topics []model.Topic
	for _, t := range a.Topics {
		if t.From == model.Inferred {
			continue
		}
		for _, name := range split(clean.Line(t.Name)) {
			if name = tidy(name); name != "" && !has(topics, name) {
				topics = append(topics, model.Topic{Name: name, From: t.From})
			}
		}
	}
	if len(topics) > maxStated {
		slices.SortStableFunc(topics, func(a, b model.Topic) int { return d.mentioned(b.Name) - d.mentioned(a.Name) })
		topics = topics[:maxStated]
	}
	return topics
}

// split parts a list that was put into one topic.
func split(name string) []string {
	switch {
	case strings.Contains(name, ";"):
		return strings.Split(name, ";")
	case strings.Count(name, ",") > 1, strings.Contains(name, ",") && utf8.RuneCountInString(name) > 40:
		return strings.Split(name, ",")
	}
	return []string{name}
}

// tidy returns a stated topic as a reader would write it, or "" when it is none.
func tidy(name string) string {
	name = strings.TrimLeft(strings.TrimSpace(name), "#")
	name = strings.Trim(name, " \t,.;:|/\"“”")
	if !strings.Contains(name, " ") {
		name = strings.Join(strings.Fields(strings.ReplaceAll(name, "_", " ")), " ")
	}
	if n := utf8.RuneCountInString(name); n < 2 || n > 60 {
		return ""
	}
	if !strings.ContainsFunc(name, unicode.IsLetter) || strings.Contains(name, "://") {
		return ""
	}
	return name
}

// mentioned returns 1 when the text names the topic with all of its words, and 0 otherwise.
func (d *document) mentioned(name string) int {
	for w := range strings.FieldsSeq(strings.ToLower(name)) {
		if !d.knows(w) {
			return 0
		}
	}
	return 1
}
