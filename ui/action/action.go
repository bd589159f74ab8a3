// Package action makes what can be done on a screen data: a table a screen. Key presses, the footer and its clicks,
// the help, the command palette and the manual are made from the tables.
//
// Start with Action, then Table. A screen answers with Sets, its tables bound to itself, and Find picks the action of
// a key.
package action

import (
	"iter"
	"slices"

	tea "charm.land/bubbletea/v2"
)

// Action is something that can be done on a screen of type S.
type Action[S any] struct {
	Name  string   // names it in its table and in the settings: "next-section"
	Words string   // what it does, in a few words; "" for an action that is offered nowhere
	Brief string   // Words in a footer with little room; "" for the same
	Keys  []string // its keys by the names that Bubble Tea gives them, the one to show first
	Where string   // its group in the settings: the screen that it belongs to
	Under Heading  // the part of the help that it is listed in

	Now    func(S) string       // Words as they are now; nil or "" for the same
	Refuse func(S) string       // why it is of no use now, in a sentence; "" when it is of use; nil for always
	Do     func(S) tea.Cmd      // nil for a key that its screen takes as a message
	Nth    func(S, int) tea.Cmd // in Do's place for an action with a key a number: the number of the key, from 0
}

// When returns the action as it is offered under a further condition. Listed twice, under opposite conditions, an
// action has two places in a footer.
func (a Action[S]) When(useful func(S) bool) Action[S] {
	refuse := a.Refuse
	a.Refuse = func(s S) string {
		if refuse != nil {
			if why := refuse(s); why != "" {
				return why
			}
		}
		if !useful(s) {
			return elsewhere
		}
		return ""
	}
	return a
}

// elsewhere is the refusal of an action whose other place in the table is the one to take.
const elsewhere = "This is of no use here."

// Table is the actions of a screen, or of one of its modes, those for the footer first.
type Table[S any] []Action[S]

// For returns the actions of the table as s can do them now.
func (t Table[S]) For(s S) Set {
	return func(yield func(Bound) bool) {
		for i := range t {
			if !yield(t[i].bind(s)) {
				return
			}
		}
	}
}

func (a *Action[S]) bind(s S) Bound {
	b := Bound{Row: a.row()}
	if a.Now != nil {
		if words := a.Now(s); words != "" {
			b.Words, b.Brief = words, words
		}
	}
	if a.Refuse != nil {
		b.Refusal = a.Refuse(s)
	}
	switch {
	case a.Nth != nil:
		b.do = func(n int) tea.Cmd { return a.Nth(s, n) }
	case a.Do != nil:
		b.do = func(int) tea.Cmd { return a.Do(s) }
	}
	return b
}

func (a *Action[S]) row() Row {
	r := Row{
		Name: a.Name, Words: a.Words, Brief: a.Brief, Keys: a.Keys, Where: a.Where, Under: a.Under, Numbered: a.Nth != nil,
	}
	if r.Brief == "" {
		r.Brief = r.Words
	}
	return r
}

// Rows returns the actions of the table that are offered, whatever the screen is like.
func (t Table[S]) Rows() []Row {
	rows := make([]Row, 0, len(t))
	for i := range t {
		if r := t[i].row(); r.Words != "" && !slices.ContainsFunc(rows, func(o Row) bool { return o.Name == r.Name }) {
			rows = append(rows, r)
		}
	}
	return rows
}

// Row is an action as a help names it.
type Row struct {
	Name, Words, Brief string
	Keys               []string
	Where              string
	Under              Heading
	Numbered           bool // its keys are the numbers from 1
}

// Key returns the key to show, as it is written in the footer and the help.
func (r Row) Key() string {
	switch {
	case len(r.Keys) == 0:
		return ""
	case r.Numbered:
		return r.Keys[0] + "–" + r.Keys[len(r.Keys)-1]
	}
	return Label(r.Keys[0])
}

// Bound is an action of a screen as it can be done now.
type Bound struct {
	Row
	Refusal string // why it is of no use now; "" when it is of use

	nth int
	do  func(n int) tea.Cmd
}

// New returns an action that is not in a table: a row of a menu with a key of its own.
func New(r Row, do func() tea.Cmd) Bound {
	return Bound{Row: r, do: func(int) tea.Cmd { return do() }}
}

// Offered reports whether the action is of use now and has a name to offer it by.
func (b Bound) Offered() bool { return b.Refusal == "" && b.Words != "" }

// Bare reports whether it does nothing by itself: its key is for the screen to take.
func (b Bound) Bare() bool { return b.do == nil }

// Do does it. A refused or a bare action must not be done.
func (b Bound) Do() tea.Cmd { return b.do(b.nth) }

// Set is some actions of a screen as it can do them now.
type Set = iter.Seq[Bound]

// Join returns the actions of some sets as one.
func Join(sets ...Set) Set {
	return func(yield func(Bound) bool) {
		for _, set := range sets {
			for b := range set {
				if !yield(b) {
					return
				}
			}
		}
	}
}

// Find returns the action that a key stands for: the first one of use, or else the first one that is refused.
func Find(sets []Set, key string) (found Bound, ok bool) {
	for _, set := range sets {
		for b := range set {
			n := slices.Index(b.Keys, key)
			if n < 0 || ok && b.Refusal != "" {
				continue
			}
			if b.nth = n; b.Refusal == "" {
				return b, true
			}
			found, ok = b, true
		}
	}
	return found, ok
}

// Label returns how a key is written in the footer and the help.
func Label(key string) string {
	switch key {
	case "up":
		return "↑"
	case "down":
		return "↓"
	case "left":
		return "←"
	case "right":
		return "→"
	}
	return Written(key)
}
