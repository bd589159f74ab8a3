package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/ui/action"
	"lede/ui/render"
	"lede/ui/theme"
)

// topicBox is the overlay that filters by topics: the common part of that of a list and that of the library. What is behind follows every
// mark at once.
type topicBox[T comparable] struct {
	picker
	from   topicSource[T]
	marked bool // a topic was added or left out here: enter means done
	shown  []T  // the topics that the typed words match
}

// topicSource is what a topicBox filters.
type topicSource[T comparable] interface {
	topics() []T // in the order in which they are shown
	words(T) haystack
	entry(T) topicEntry
	asked() (with, without []T)
	either() bool
	// turn changes what is asked for. The topics are counted and put in order anew when it returns.
	turn(how topicTurn, t T)
}

// topicEntry is a topic as it is shown.
type topicEntry struct {
	name  string
	count string
	faint bool // it would leave nothing
}

// topicTurn is a way to change which topics are asked for.
type topicTurn int

const (
	onlyTopic   topicTurn = iota // this one alone
	toggleTopic                  // this one too, or no longer
	toggleOut                    // all but this one, or no longer
	swapEither                   // one of them is enough, or all must be there; about no topic
	turnBack                     // what was asked for when the box was opened; about no topic
)

// byTopics is what topics are asked for in.
type byTopics[T, F any] interface {
	only(T) F
	toggle(T) F
	toggleOut(T) F
	swapEither() F
}

// turned is f with a topic asked for another way. before is what was asked for when the box was opened.
func turned[T any, F byTopics[T, F]](f, before F, how topicTurn, t T) F {
	switch how {
	case onlyTopic:
		return f.only(t)
	case toggleTopic:
		return f.toggle(t)
	case toggleOut:
		return f.toggleOut(t)
	case swapEither:
		return f.swapEither()
	case turnBack:
	}
	return before
}

func newTopicBox[T comparable](e *env, from topicSource[T], in func(rect) rect) *topicBox[T] {
	b := &topicBox[T]{picker: picker{env: e, head: "Topics", hint: "type to find a topic", in: in}, from: from}
	b.over = b
	b.size = len(from.topics())
	b.narrow()
	return b
}

// narrow gathers the topics that the typed words match.
func (b *topicBox[T]) narrow() {
	b.aside = "match all"
	if b.from.either() {
		b.aside = "match any"
	}
	typed := newPattern(b.prompt.text)
	var byRank [unmatched][]T
	for _, t := range b.from.topics() {
		if r := typed.match(b.from.words(t)); r < unmatched {
			byRank[r] = append(byRank[r], t)
		}
	}
	b.shown = slices.Concat(byRank[:]...)
	b.fit(len(b.shown))
}

// renew shows the topics as they are now, with the cursor on the same one.
func (b *topicBox[T]) renew() {
	if !b.any() {
		b.narrow()
		return
	}
	on := b.selected()
	b.narrow()
	if i := slices.Index(b.shown, on); i >= 0 {
		b.rows.put(i)
	}
}

func (b *topicBox[T]) any() bool   { return len(b.shown) > 0 }
func (b *topicBox[T]) selected() T { return b.shown[b.rows.at] }

// turnSelected changes how the selected topic is asked for. What was typed has done its work then. The cursor stays on the topic.
func (b *topicBox[T]) turnSelected(how topicTurn) tea.Cmd {
	if !b.any() {
		return nil
	}
	t := b.selected()
	b.marked = true
	b.from.turn(how, t)
	b.prompt = prompt{}
	b.narrow()
	b.rows.to(slices.Index(b.shown, t))
	return nil
}

// choose ends the box: with the selected topic alone, or with what was marked and with what has been typed since.
func (b *topicBox[T]) choose() tea.Cmd {
	switch {
	case !b.any():
	case !b.marked:
		b.from.turn(onlyTopic, b.selected())
	case b.adds():
		b.from.turn(toggleTopic, b.selected())
	}
	return b.env.pop()
}

// adds tells that a topic has been looked for after others were marked.
func (b *topicBox[T]) adds() bool {
	return b.marked && b.prompt.text != "" && b.any() && b.sign(b.selected()) == ""
}

// sign tells how a topic is asked for.
func (b *topicBox[T]) sign(t T) string {
	with, without := b.from.asked()
	switch {
	case slices.Contains(with, t):
		return "✓"
	case slices.Contains(without, t):
		return "−"
	}
	return ""
}

func (b *topicBox[T]) lines(r rect) []string { return b.draw(r, b.row) }

// row is a topic: its mark, its name, and how many articles it has.
func (b *topicBox[T]) row(i, w int) string {
	e, t, words := b.from.entry(b.shown[i]), b.env.theme, theme.Style{}
	sign := b.sign(b.shown[i])
	if e.faint && sign == "" {
		words = t.Dim
	}
	count := t.Dim.Render(e.count)
	name := render.Truncate(e.name, w-4-render.Width(count)-1)
	return spread(b.mark(i)+t.Accent.Render(render.Pad(sign, 2))+litText(name, newPattern(b.prompt.text), words, t.Match), count, w)
}

func (b *topicBox[T]) actions() []action.Set { return overlayActions(b, topicTable[T]()) }

// topicsGroup is the group of the help that the actions of a box of topics are listed in.
const topicsGroup = "topics"

// topicTable is the actions of a box of topics.
func topicTable[T comparable]() action.Table[*topicBox[T]] {
	type box = *topicBox[T]
	accept, cancel := choosing[box]("accept"), closing[box]("cancel")
	accept.Now, cancel.Do = box.ends, box.cancel
	return append(action.Table[box]{
		accept,
		{Name: "add", Words: "add", Keys: []string{"space"}, Where: topicsGroup, Do: box.add},
		{Name: "leave-out", Words: "leave out", Brief: "out", Keys: []string{"-"}, Where: topicsGroup, Do: box.leaveOut},
		{Name: "any", Words: "all / any", Keys: []string{"tab"}, Where: topicsGroup, Do: box.swap},
		cancel,
	}, stepping[box]()...)
}

// ends is what enter does: it takes the topic under the cursor, or what was marked.
func (b *topicBox[T]) ends() string {
	switch {
	case b.adds():
		return "add, done"
	case b.marked:
		return "done"
	}
	return "only this"
}

func (b *topicBox[T]) add() tea.Cmd      { return b.turnSelected(toggleTopic) }
func (b *topicBox[T]) leaveOut() tea.Cmd { return b.turnSelected(toggleOut) }

// swap makes one of the topics enough, or asks for all of them.
func (b *topicBox[T]) swap() tea.Cmd {
	var none T
	b.from.turn(swapEither, none)
	b.renew()
	return nil
}

// cancel goes back to what was asked for before.
func (b *topicBox[T]) cancel() tea.Cmd {
	var none T
	b.from.turn(turnBack, none)
	return b.env.pop()
}
