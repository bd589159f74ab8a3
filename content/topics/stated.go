package topics

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/model"
	"lede/model/clean"
)

const (
	// maxStated is the most topics that a source's own may take: some publishers list every word of the text.
	maxStated = 12
	// maxListed is how many of a source's topics are looked at.
	maxListed = 1000
)

// stated returns the topics that the source states, clean and without duplicates. When there are too many, those that
// the text names come first.
func stated(a model.Article, d *document) []model.Topic {
	var topics []model.Topic
	keys := map[string]bool{"": true}
	for _, t := range a.Topics[:min(len(a.Topics), maxListed)] {
		if t.From == model.Inferred {
			continue
		}
		for _, name := range split(clean.Line(t.Name)) {
			name = tidy(name)
			if key := model.TopicKey(name); !keys[key] && len(topics) < maxListed {
				keys[key] = true
				topics = append(topics, model.NewTopic(name, d.tag, t.From))
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
