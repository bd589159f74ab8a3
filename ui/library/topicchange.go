package library

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui/widget"
)

// newTagger adds a topic to the articles that are chosen, or takes it from them.
func newTagger(l *library) *widget.Namer {
	store, chosen, row := l.store, l.chosen.choice, l.selected()
	have := l.chosen.topics(row)
	all := make([]widget.NameRow, len(have))
	for i, t := range have {
		all[i] = widget.NameRow{Name: t.Name, Has: true}
	}
	for _, t := range l.names().Topics {
		if !slices.ContainsFunc(have, func(o model.Topic) bool { return o.Key == t.Key }) {
			all = append(all, widget.NameRow{Name: t.Name})
		}
	}
	ids, what, one := chosen.ids, l.chosen.text(row), l.chosen.count() == 1
	if chosen.empty() {
		ids, one = []model.ID{row.ID}, true
	}
	q, err := l.pages.ask.query(l.app.Now())
	n := widget.NewNamer(&l.app.Env, "Topics of "+what, "add / take off", all, true, func(name string, has bool) tea.Cmd {
		title, told, add, remove := fmt.Sprintf("add the topic “%s” to %s", name, what), "has", []string{name}, []string(nil)
		if has {
			title, told, add, remove = fmt.Sprintf("take the topic “%s” from %s", name, what), "no longer has", nil, add
		}
		if err != nil {
			return l.app.Fail(title, err)
		}
		if !one {
			told = told[:len(told)-1] + "ve" // they have
		}
		l.chosen.clear()
		kept := ""
		if l.files.session != nil { // undoing the topic leaves them there
			kept = " Kept in your library."
		}
		done := fmt.Sprintf("%s %s the topic “%s”.%s %s", what, told, name, kept, l.undoHint())
		return l.app.Change(title, done, func(ctx context.Context) error {
			ids, err := ids, error(nil)
			if chosen.all {
				ids, err = store.IDs(ctx, q)
			}
			if err == nil {
				_, err = store.Tag(ctx, title, ids, add, remove)
			}
			return err
		})
	})
	n.Note = func(string) string { return "a new topic" }
	return n
}

// topics are the topics that all chosen articles have, as far as their rows are here.
func (c *chosen) topics(row *model.Row) []model.Topic {
	if c.empty() {
		return row.Topics
	}
	var common []model.Topic
	first := true
	c.library.pages.each(func(r *model.Row) {
		switch {
		case !c.has(r.ID):
		case first:
			common, first = slices.Clone(r.Topics), false
		default:
			common = slices.DeleteFunc(common, func(t model.Topic) bool {
				return !slices.ContainsFunc(r.Topics, func(o model.Topic) bool { return o.Key == t.Key })
			})
		}
	})
	return common
}

// rename asks for another name of the topic under the cursor of the column.
func (c *column) rename() tea.Cmd { return c.library.app.Push(c.newRenamer(c.item().topic)) }

// mergeInto asks for the topic that the one under the cursor becomes part of.
func (c *column) mergeInto() tea.Cmd {
	l, topic := c.library, c.item().topic
	var others []widget.NameRow
	for _, t := range l.names().Topics {
		if t.Key != topic.key {
			others = append(others, widget.NameRow{Name: t.Name})
		}
	}
	if len(others) == 0 {
		return l.app.Notify("There is no other topic to merge it with.")
	}
	return l.app.Push(widget.NewNamer(&l.app.Env, "Make “"+topic.name+"” part of", "merge", others, false,
		func(into string, _ bool) tea.Cmd {
			return c.merge(topic, into)
		}))
}

// newRenamer asks for another name of a topic. The name of another topic makes the two one.
func (c *column) newRenamer(t topicTerm) *widget.Namer {
	l := c.library
	other := func(name string) bool {
		key := model.TopicKey(name)
		return key != t.key && slices.ContainsFunc(l.names().Topics, func(o model.TopicCount) bool { return o.Key == key })
	}
	n := widget.NewNamer(&l.app.Env, "Rename “"+t.name+"”", "rename", nil, true, func(to string, _ bool) tea.Cmd {
		switch {
		case to == t.name:
			return nil
		case other(to):
			return c.merge(t, to)
		}
		store, title := l.store, fmt.Sprintf("rename the topic “%s” to “%s”", t.name, to)
		l.turn(l.ask.renamed(t, to))
		return l.app.Change(title, fmt.Sprintf("The topic “%s” is now “%s”. %s", t.name, to, l.undoHint()),
			func(ctx context.Context) error {
				return store.RenameTopic(ctx, title, t.name, to)
			})
	})
	n.Note = func(name string) string {
		if other(name) {
			return "merges the two"
		}
		return ""
	}
	n.Prompt = widget.Prompt{Text: t.name, At: len(t.name)}
	n.Narrow()
	return n
}

func (c *column) merge(t topicTerm, into string) tea.Cmd {
	l, store := c.library, c.library.store
	title := fmt.Sprintf("make the topic “%s” part of “%s”", t.name, into)
	l.turn(l.ask.renamed(t, into))
	return l.app.Change(title, fmt.Sprintf("The topic “%s” is now part of “%s”. %s", t.name, into, l.undoHint()),
		func(ctx context.Context) error {
			return store.MergeTopics(ctx, title, []string{t.name}, into)
		})
}

// hide hides the topic under the cursor of the column.
func (c *column) hide() tea.Cmd {
	l, store, t := c.library, c.library.store, c.item().topic
	title := fmt.Sprintf("hide the topic “%s”", t.name)
	told := fmt.Sprintf("The topic “%s” is hidden, its articles are not. %s", t.name, l.undoHint())
	return l.app.Change(title, told, func(ctx context.Context) error {
		return store.HideTopic(ctx, title, t.name, true)
	})
}

// showHidden offers the topics that are hidden, to be shown again.
func (c *column) showHidden() tea.Cmd {
	l, store := c.library, c.library.store
	hidden := make([]widget.NameRow, len(l.facets.Hidden))
	for i, name := range l.facets.Hidden {
		hidden[i] = widget.NameRow{Name: name}
	}
	return l.app.Push(widget.NewNamer(&l.app.Env, "Hidden topics", "show again", hidden, false,
		func(name string, _ bool) tea.Cmd {
			title := fmt.Sprintf("show the topic “%s” again", name)
			return l.app.Change(title, fmt.Sprintf("The topic “%s” is shown again. %s", name, l.undoHint()),
				func(ctx context.Context) error {
					return store.HideTopic(ctx, title, name, false)
				})
		}))
}

// renamed asks for a topic by another name, when it is asked for.
func (a ask) renamed(t topicTerm, name string) ask {
	if !a.wants(t.key) && !a.avoids(t.key) {
		return a
	}
	out := a.avoids(t.key)
	a = a.drop(t)
	to := topicTerm{model.TopicKey(name), name}
	if out {
		return a.ToggleOut(to)
	}
	return a.drop(to).Toggle(to)
}
