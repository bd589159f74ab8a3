package library

import (
	"slices"

	"lede/model"
	"lede/ui/widget"
)

// topicID is the number of a topic in a list.
type topicID int

// topicNames numbers the topics of a list. Spellings of one topic share a number, and are shown as the first of them.
type topicNames struct {
	byKey map[string]topicID
	names []string
	words []widget.Haystack // of each name, for the picker
}

// ids numbers topics, each once, by their keys.
func (n *topicNames) ids(topics []model.Topic, keys []string) []topicID {
	if len(topics) == 0 {
		return nil
	}
	ids := make([]topicID, 0, len(topics))
	for i, t := range topics {
		if id := n.id(t.Name, keys[i]); !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

func (n *topicNames) id(name, key string) topicID {
	id, known := n.byKey[key]
	if !known {
		id = topicID(len(n.names))
		n.byKey[key] = id
		n.names, n.words = append(n.names, name), append(n.words, widget.NewHaystack(name))
	}
	return id
}

// keysOf are what makes topics the same.
func keysOf(topics []model.Topic) []string {
	keys := make([]string, len(topics))
	for i, t := range topics {
		keys[i] = model.TopicKey(t.Name)
	}
	return keys
}

func (n *topicNames) name(id topicID) string { return n.names[id] }

// topicCounts returns for each topic how many entries would be left if it were asked for as well or, when one of
// several is enough, how many more ways there are to it. Of a topic that is left out it is how many entries that
// hides.
func (l *listing) topicCounts() []int {
	base := l.filter
	if base.either {
		base.with = nil
	}
	counts := make([]int, len(l.topics.names))
	for i, r := range l.rows {
		if r.gone || l.ranks[i] == widget.Unmatched || !base.wanted(r.topics) {
			continue
		}
		out := base.unwanted(r.topics)
		for _, t := range r.topics {
			if !out || slices.Contains(base.without, t) {
				counts[t]++
			}
		}
	}
	return counts
}
