package store

import (
	"encoding/json"

	"lede/model"
)

// keptTopic is a topic as it is written. A key that follows from the name is left out; earlier versions wrote none.
type keptTopic struct {
	Key  string `json:",omitempty"`
	Name string
	From model.Origin
}

func keptTopics(topics []model.Topic) []keptTopic {
	var kept []keptTopic
	for _, t := range topics {
		if t.Key == model.TopicKey(t.Name) {
			t.Key = ""
		}
		kept = append(kept, keptTopic(t))
	}
	return kept
}

func encodeTopics(topics []model.Topic) (string, error) {
	text, err := json.Marshal(keptTopics(topics))
	return string(text), err
}

// decodeTopics reads the topics of a row; those that cannot be read are none.
func decodeTopics(text string) []model.Topic {
	var kept []keptTopic
	if json.Unmarshal([]byte(text), &kept) != nil {
		return nil
	}
	return topicsOf(kept)
}

func topicsOf(kept []keptTopic) []model.Topic {
	var topics []model.Topic
	for _, t := range kept {
		topics = append(topics, model.Topic(t))
	}
	return keyed(topics)
}

// keyed gives topics without a key the one of their names.
func keyed(topics []model.Topic) []model.Topic {
	for i := range topics {
		if topics[i].Key == "" {
			topics[i].Key = model.TopicKey(topics[i].Name)
		}
	}
	return topics
}
