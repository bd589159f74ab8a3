package widget

import (
	tea "charm.land/bubbletea/v2"

	"lede/ui/action"
	"lede/ui/render"
)

// problems is an overlay of texts, such as of what could not be read.
type problems struct {
	Picker
	all   []string
	shown []string
}

// NewProblems returns the overlay of some sentences.
func NewProblems(e *Env, all []string) *problems {
	return newTexts(Picker{Env: e, Head: "Not read", Hint: "type to find one", Size: 2 * len(all)}, all)
}

// NewFacts returns an overlay of some lines under a head.
func NewFacts(e *Env, head string, all []string) *problems {
	return newTexts(Picker{Env: e, Head: head, Still: true, Size: len(all) + 2}, all)
}

func newTexts(in Picker, all []string) *problems {
	p := &problems{Picker: in, all: all}
	p.Over = p
	p.Narrow()
	return p
}

// Narrow keeps the sentences that the typed words match, broken into lines that fit.
func (p *problems) Narrow() {
	typed := NewPattern(p.Prompt.Text)
	p.shown = p.shown[:0:0]
	for _, s := range p.all {
		if typed.Match(NewHaystack(s)) < Unmatched {
			p.shown = append(p.shown, render.Wrap(s, p.Own().W-6)...)
		}
	}
	p.Fit(len(p.shown))
}

// Choose closes the overlay: there is nothing to be done about a text here.
func (p *problems) Choose() tea.Cmd { return p.Env.Pop() }

func (p *problems) Lines(r Rect) []string {
	return p.Draw(r, func(i, w int) string {
		return p.Mark(i) + render.Truncate(p.shown[i], w-2)
	})
}

func (p *problems) Actions() []action.Set {
	table := append(action.Table[*problems]{Closing[*problems]("close")}, Stepping[*problems]()...)
	return OverlayActions(p, append(table, Choosing[*problems]("")))
}
