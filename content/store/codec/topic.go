package codec

import (
	"encoding/json"

	"lede/model"
)

// KeptTopic is a topic as it is written. A key that follows from the name is left out; earlier versions wrote none.
type KeptTopic struct {
	Key  string `json:",omitempty"`
	Name string
	From model.Origin
}

// KeptTopics are topics as they are written.
func KeptTopics(topics []model.Topic) []KeptTopic {
	var kept []KeptTopic
	for _, t := range topics {
		if t.Key == model.TopicKey(t.Name) {
			t.Key = ""
		}
		kept = append(kept, KeptTopic(t))
	}
	return kept
}

// EncodeTopics writes the topics of a row.
func EncodeTopics(topics []model.Topic) (string, error) {
	text, err := json.Marshal(KeptTopics(topics))
	return string(text), err
}

// DecodeTopics reads the topics of a row; those that cannot be read are none.
func DecodeTopics(text string) []model.Topic {
	var kept []KeptTopic
	if json.Unmarshal([]byte(text), &kept) != nil {
		return nil
	}
	return TopicsOf(kept)
}

// TopicsOf gives back what KeptTopics was given.
func TopicsOf(kept []KeptTopic) []model.Topic {
	var topics []model.Topic
	for _, t := range kept {
		topics = append(topics, model.Topic(t))
	}
	return Keyed(topics)
}

// Keyed gives topics without a key the one of their names.
func Keyed(topics []model.Topic) []model.Topic {
	for i := range topics {
		if topics[i].Key == "" {
			topics[i].Key = model.TopicKey(topics[i].Name)
		}
	}
	return topics
}
