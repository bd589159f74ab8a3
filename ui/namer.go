package ui

import (
	"context"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/clean"
	"lede/ui/render"
	"lede/ui/theme"
)

// namer is the overlay that asks for the name of a topic: a new one, or one of those that there are.
type namer struct {
	picker
	all   []nameRow
	shown []nameRow
	fresh bool // a new name may be given
	does  string
	take  func(name string, has bool) tea.Cmd
}

// nameRow is a topic to choose.
type nameRow struct {
	name string
	has  bool // the articles have it
}

// newNamer asks for a name and gives it to take.
func newNamer(a *App, head, does string, all []nameRow, fresh bool, take func(name string, has bool) tea.Cmd) *namer {
	hint := "type to find a topic"
	if fresh {
		hint = "type a topic"
	}
	n := &namer{picker: picker{app: a, head: head, hint: hint, size: min(len(all), 12) + 1}, all: all, fresh: fresh, does: does, take: take}
	n.narrow()
	return n
}

// narrow gathers the names that the typed words match; what is typed itself comes last, unless it is one of them.
func (n *namer) narrow() {
	typed := newPattern(n.prompt.text)
	var byRank [unmatched][]nameRow
	name, known := clean.Line(strings.TrimSpace(n.prompt.text)), false
	for _, row := range n.all {
		if r := typed.match(newHaystack(row.name)); r < unmatched {
			byRank[r] = append(byRank[r], row)
		}
		known = known || model.TopicKey(row.name) == model.TopicKey(name)
	}
	n.shown = slices.Concat(byRank[:]...)
	if n.fresh && model.TopicKey(name) != "" && !known {
		n.shown = append([]nameRow{{name: name}}, n.shown...)
	}
	n.fit(len(n.shown))
}

func (n *namer) update(msg tea.Msg) tea.Cmd {
	k := &n.app.keys.prompt
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch {
		case key.Matches(msg, k.Cancel):
			return n.app.pop()
		case key.Matches(msg, k.Accept):
			return n.choose()
		case n.move(msg):
			return nil
		}
		n.typed(msg)
	case tea.PasteMsg:
		n.typed(msg)
	case tea.MouseMsg:
		return n.mouse(msg, n.choose)
	case tea.WindowSizeMsg:
		n.fit(len(n.shown))
	}
	return nil
}

func (n *namer) typed(msg tea.Msg) {
	if n.prompt.update(&n.app.keys.prompt, msg) {
		n.rows.to(0)
		n.narrow()
	}
}

func (n *namer) choose() tea.Cmd {
	if len(n.shown) == 0 {
		return nil
	}
	row := n.shown[n.rows.at]
	cmd := n.app.pop()
	return tea.Batch(cmd, n.take(row.name, row.has))
}

func (n *namer) lines(r rect) []string {
	t := n.app.theme
	return n.draw(r, func(i, w int) string {
		row, sign := n.shown[i], "  "
		if row.has {
			sign = t.Accent.Render("✓ ")
		}
		name := render.Truncate(row.name, w-4)
		return n.mark(i) + sign + litText(name, newPattern(n.prompt.text), theme.Style{}, t.Match)
	})
}

func (n *namer) bindings() []key.Binding {
	k := n.app.keys.prompt
	k.Accept.SetHelp(k.Accept.Help().Key, n.does)
	return []key.Binding{k.Accept, k.Cancel, k.Next, k.Prev}
}

// newTagger adds a topic to the articles that are chosen, or takes it from them.
func newTagger(l *library) *namer {
	row := l.selected()
	var all []nameRow
	for _, t := range row.Topics {
		all = append(all, nameRow{t.Name, true})
	}
	for _, t := range l.names().Topics {
		if !slices.ContainsFunc(row.Topics, func(o model.Topic) bool { return model.TopicKey(o.Name) == t.Key }) {
			all = append(all, nameRow{t.Name, false})
		}
	}
	ids, what := []model.ID{row.ID}, "“"+rowTitle(row)+"”"
	if n := len(l.chosen.ids); n > 0 {
		ids, what = l.chosen.ids, articles(n)
	}
	return newNamer(l.app, "Topics of "+what, "add / take off", all, true, func(name string, has bool) tea.Cmd {
		store := l.app.Store
		title, add, remove := "add the topic "+name+" to "+what, []string{name}, []string(nil)
		if has {
			title, add, remove = "take the topic "+name+" from "+what, nil, add
		}
		return l.app.change(title, "Done: "+title+".", func(ctx context.Context) error {
			_, err := store.Tag(ctx, title, ids, add, remove)
			return err
		})
	})
}

// change renames the topic under the cursor of the column, makes it part of another, or hides it.
func (c *column) change(msg tea.KeyPressMsg) tea.Cmd {
	l, i := c.library, c.item()
	k, store := &l.app.keys.column, l.app.Store
	if i.kind != topicItem {
		return l.app.notify("Only a topic can be renamed, merged or hidden.")
	}
	name := i.topic.name
	switch {
	case key.Matches(msg, k.Hide):
		title := "hide the topic " + name
		return l.app.change(title, "Done: "+title+".", func(ctx context.Context) error {
			return store.HideTopic(ctx, title, name, true)
		})
	case key.Matches(msg, k.Rename):
		n := newNamer(l.app, "Rename "+name, "rename", nil, true, func(to string, _ bool) tea.Cmd {
			l.turn(l.ask.renamed(i.topic, to))
			title := "rename the topic " + name + " to " + to
			return l.app.change(title, "Done: "+title+".", func(ctx context.Context) error {
				return store.RenameTopic(ctx, title, name, to)
			})
		})
		n.prompt = prompt{text: name, at: len(name)}
		n.narrow()
		return l.app.push(n)
	}
	var others []nameRow
	for _, t := range l.names().Topics {
		if t.Key != i.topic.key {
			others = append(others, nameRow{name: t.Name})
		}
	}
	return l.app.push(newNamer(l.app, "Make "+name+" part of", "merge", others, false, func(into string, _ bool) tea.Cmd {
		l.turn(l.ask.renamed(i.topic, into))
		title := "make the topic " + name + " part of " + into
		return l.app.change(title, "Done: "+title+".", func(ctx context.Context) error {
			return store.MergeTopics(ctx, title, []string{name}, into)
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
		return a.toggleOut(to)
	}
	return a.drop(to).toggle(to)
}
