package box

import (
	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui/widget"
)

// Topics lists what the article is about. Enter lists the articles on a topic.
func Topics(env *widget.Env, all []model.Topic, language string, list func(model.Topic) tea.Cmd) *widget.Menu {
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
