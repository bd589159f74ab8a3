package widget

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/ui/action"
	"lede/ui/render"
	"lede/ui/theme"
)

// TopicBox is the overlay that filters by topics: the common part of that of a list and that of the library. What is
// behind follows every mark at once.
type TopicBox[T comparable] struct {
	Picker
	from   topicSource[T]
	marked bool // a topic was added or left out here: enter means done
	words  bool // every character is typed: a space and a dash are no keys
	early  bool // enter was pressed while no topic matched yet
	Shown  []T  // the topics that the typed words match
}

// topicSource is what a topicBox filters.
type topicSource[T comparable] interface {
	Topics() []T // in the order in which they are shown
	Words(T) Haystack
	Entry(T) TopicEntry
	Asked() (with, without []T)
	Either() bool
	Due() bool // more topics may come
	// Turn changes what is asked for. The topics are counted and put in order anew when it returns.
	Turn(how TopicTurn, t T)
}

// TopicEntry is a topic as it is shown.
type TopicEntry struct {
	Name  string
	Count string
	Faint bool // it would leave nothing
}

// TopicTurn is a way to change which topics are asked for.
type TopicTurn int

// The ways.
const (
	onlyTopic   TopicTurn = iota // this one alone
	ToggleTopic                  // this one too, or no longer
	ToggleOut                    // all but this one, or no longer
	swapEither                   // one of them is enough, or all must be there; about no topic
	turnBack                     // what was asked for when the box was opened; about no topic
)

// byTopics is what topics are asked for in.
type byTopics[T, F any] interface {
	Only(T) F
	Toggle(T) F
	ToggleOut(T) F
	SwapEither() F
}

// Turned is f with a topic asked for another way. before is what was asked for when the box was opened.
func Turned[T any, F byTopics[T, F]](f, before F, how TopicTurn, t T) F {
	switch how {
	case onlyTopic:
		return f.Only(t)
	case ToggleTopic:
		return f.Toggle(t)
	case ToggleOut:
		return f.ToggleOut(t)
	case swapEither:
		return f.SwapEither()
	case turnBack:
	}
	return before
}

// NewTopicBox returns a box of the topics of a source, somewhere in the terminal.
func NewTopicBox[T comparable](e *Env, from topicSource[T], in func(Rect) Rect) *TopicBox[T] {
	b := &TopicBox[T]{Picker: Picker{Env: e, Head: "Topics", Hint: "type to find a topic", In: in}, from: from}
	b.Over = b
	b.Size = len(from.Topics())
	b.Narrow()
	return b
}

// Narrow gathers the topics that the typed words match.
func (b *TopicBox[T]) Narrow() {
	b.aside = "match all"
	if b.from.Either() {
		b.aside = "match any"
	}
	typed := NewPattern(b.Prompt.Text)
	var byRank [Unmatched][]T
	for _, t := range b.from.Topics() {
		if r := typed.Match(b.from.Words(t)); r < Unmatched {
			byRank[r] = append(byRank[r], t)
		}
	}
	b.Shown = slices.Concat(byRank[:]...)
	b.Fit(len(b.Shown))
}

// Update takes a message for the box. Typing cancels an early enter.
func (b *TopicBox[T]) Update(msg tea.Msg) tea.Cmd {
	switch msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		b.early = false
	}
	return b.Picker.Update(msg)
}

// Renew shows the topics as they are now, with the cursor on the same one. An early enter takes effect once a topic
// matches, and is dropped when no more topics are due.
func (b *TopicBox[T]) Renew() tea.Cmd {
	b.follow()
	if b.early && b.any() {
		return b.Choose()
	}
	b.early = b.early && b.from.Due()
	return nil
}

// follow gathers the topics anew and keeps the cursor on the same one.
func (b *TopicBox[T]) follow() {
	if !b.any() {
		b.Narrow()
		return
	}
	on := b.Selected()
	b.Narrow()
	if i := slices.Index(b.Shown, on); i >= 0 {
		b.Rows.Put(i)
	}
}

func (b *TopicBox[T]) any() bool { return len(b.Shown) > 0 }

// Selected is the topic under the cursor. There must be one.
func (b *TopicBox[T]) Selected() T { return b.Shown[b.Rows.At] }

// turnSelected changes how the selected topic is asked for. What was typed has done its work then. The cursor stays
// on the topic.
func (b *TopicBox[T]) turnSelected(how TopicTurn) tea.Cmd {
	if !b.any() {
		return nil
	}
	t := b.Selected()
	b.marked = true
	b.from.Turn(how, t)
	b.Prompt = Prompt{}
	b.Narrow()
	b.Rows.To(slices.Index(b.Shown, t))
	return nil
}

// Choose ends the box: with the selected topic alone, or with what was marked and with what has been typed since.
func (b *TopicBox[T]) Choose() tea.Cmd {
	switch {
	case !b.any() && !b.marked && b.from.Due():
		b.early = true
		return nil
	case !b.any():
	case !b.marked:
		b.from.Turn(onlyTopic, b.Selected())
	case b.adds():
		b.from.Turn(ToggleTopic, b.Selected())
	}
	return b.Env.Pop()
}

// adds reports whether a topic has been looked for after others were marked.
func (b *TopicBox[T]) adds() bool {
	return b.marked && b.Prompt.Text != "" && b.any() && b.sign(b.Selected()) == ""
}

// sign is how a topic is asked for.
func (b *TopicBox[T]) sign(t T) string {
	with, without := b.from.Asked()
	switch {
	case slices.Contains(with, t):
		return "✓"
	case slices.Contains(without, t):
		return "−"
	}
	return ""
}

// Lines draws the box.
func (b *TopicBox[T]) Lines(r Rect) []string {
	switch b.None = ""; {
	case b.early:
		b.None = "Waiting for a topic that matches …"
	case b.from.Due():
		b.None = "Nothing matches so far."
	}
	return b.Draw(r, b.row)
}

// row is a topic: its mark, its name, and how many articles it has.
func (b *TopicBox[T]) row(i, w int) string {
	e, t, words := b.from.Entry(b.Shown[i]), b.Env.Theme, theme.Style{}
	sign := b.sign(b.Shown[i])
	if e.Faint && sign == "" {
		words = t.Dim
	}
	name := render.Truncate(e.Name, w-4-render.Width(e.Count)-2)
	lit := LitText(name, NewPattern(b.Prompt.Text), words, t.Match)
	return b.Mark(i) + t.Accent.Render(render.Pad(sign, 2)) + lit + "  " + t.Dim.Render(e.Count)
}

// Actions returns what can be done in the box.
func (b *TopicBox[T]) Actions() []action.Set {
	table := topicTable[T]()
	if b.words {
		table = slices.DeleteFunc(table, func(a action.Action[*TopicBox[T]]) bool {
			return slices.Contains([]string{"add", "leave-out", "words"}, a.Name)
		})
	}
	return OverlayActions(b, table)
}

// topicsGroup is the group of the help that the actions of a box of topics are listed in.
const topicsGroup = "topics"

// topicTable is the actions of a box of topics.
func topicTable[T comparable]() action.Table[*TopicBox[T]] {
	type box = *TopicBox[T]
	accept, cancel := Choosing[box]("accept"), Closing[box]("cancel")
	accept.Now, cancel.Do = box.ends, box.cancel
	table := action.Table[box]{
		accept,
		{Name: "add", Words: "add", Keys: []string{"space"}, Where: topicsGroup, Do: box.add},
		{Name: "leave-out", Words: "leave out", Brief: "out", Keys: []string{"-"}, Where: topicsGroup, Do: box.leaveOut},
		{Name: "any", Words: "all / any", Keys: []string{"tab"}, Where: topicsGroup, Do: box.swap},
		cancel,
		{
			Name: "words", Words: "type a name with spaces", Brief: "words", Keys: []string{"/"}, Where: topicsGroup,
			Do: box.typeWords,
		},
	}
	return append(table.Under(action.Library), Stepping[box]()...)
}

// typeWords has every character typed from now on.
func (b *TopicBox[T]) typeWords() tea.Cmd {
	b.words = true
	return nil
}

// ends is what enter does: it takes the topic under the cursor, or what was marked.
func (b *TopicBox[T]) ends() string {
	switch {
	case b.adds():
		return "add, done"
	case b.marked:
		return "done"
	}
	return "only this"
}

func (b *TopicBox[T]) add() tea.Cmd { return b.turnSelected(ToggleTopic) }

func (b *TopicBox[T]) leaveOut() tea.Cmd { return b.turnSelected(ToggleOut) }

// swap makes one of the topics enough, or asks for all of them.
func (b *TopicBox[T]) swap() tea.Cmd {
	var none T
	b.from.Turn(swapEither, none)
	b.follow()
	return nil
}

// cancel goes back to what was asked for before.
func (b *TopicBox[T]) cancel() tea.Cmd {
	var none T
	b.from.Turn(turnBack, none)
	return b.Env.Pop()
}
