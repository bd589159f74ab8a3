package feeds

import (
	"slices"

	"lede/model"
)

// WithTags are the topics of an entry with the tags that the user has given its feed: so a query finds what comes by
// feeds of one tag. They count as the source's own, since an entry with a topic of the user's is never let go.
func WithTags(topics []model.Topic, tags []string) []model.Topic {
	for _, name := range tags {
		t := model.NewTopic(name, "", model.Publisher)
		same := func(o model.Topic) bool { return o.Key == t.Key }
		if t.Key != "" && !slices.ContainsFunc(topics, same) {
			topics = append(topics[:len(topics):len(topics)], t)
		}
	}
	return topics
}
