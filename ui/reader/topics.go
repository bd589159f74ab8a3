package reader

import (
	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui/widget"
)

// topical is a list of articles that can be narrowed to a topic.
type topical interface {
	// ShowTopic lists the articles on a topic, whatever was listed before.
	ShowTopic(t model.Topic)
}

// newTopicsMenu lists what the article is about. Enter lists the articles on a topic.
func newTopicsMenu(env *widget.Env, all []model.Topic, language string, list func(model.Topic) tea.Cmd) *widget.Menu {
	rows := make([]widget.MenuRow, len(all))
	for i, t := range all {
		rows[i] = widget.MenuRow{
			Label:  t.NameIn(language),
			Detail: originWords(t.From),
			Take:   func() tea.Cmd { return list(t) },
		}
	}
	return widget.NewMenu(env, "Topics", "type to find a topic", rows)
}

// originWords is who named a topic.
func originWords(from model.Origin) string {
	switch from {
	case model.Publisher:
		return "the publisher’s"
	case model.Reader:
		return "yours"
	case model.Inferred:
	}
	return "from the text"
}

// listTopic goes back to the list, with the articles on a topic.
func (r *reader) listTopic(t model.Topic) tea.Cmd {
	list, ok := r.app.SiblingsOf(r).(topical)
	if !ok {
		return r.app.Notify("There is no list here to look for other articles in.")
	}
	list.ShowTopic(t)
	return r.app.Drop(r)
}

func noTopics(r *reader) string {
	if len(r.article().Topics) == 0 {
		return "This article has no topics."
	}
	return ""
}
