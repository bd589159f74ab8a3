package ui

import (
	tea "charm.land/bubbletea/v2"

	"lede/ui/action"
	"lede/ui/render"
)

// problems is the overlay that tells what could not be read.
type problems struct {
	picker
	all   []string
	shown []string
}

func newProblems(e *env, all []string) *problems {
	p := &problems{picker: picker{env: e, head: "Not read", hint: "type to find one", size: 2 * len(all)}, all: all}
	p.over = p
	p.narrow()
	return p
}

// narrow keeps the sentences that the typed words match, broken into lines that fit.
func (p *problems) narrow() {
	typed := newPattern(p.prompt.text)
	p.shown = p.shown[:0:0]
	for _, s := range p.all {
		if typed.match(newHaystack(s)) < unmatched {
			p.shown = append(p.shown, render.Wrap(s, p.own().w-6)...)
		}
	}
	p.fit(len(p.shown))
}

// choose closes the overlay: there is nothing to be done about a problem here.
func (p *problems) choose() tea.Cmd { return p.env.pop() }

func (p *problems) lines(r rect) []string {
	return p.draw(r, func(i, w int) string {
		return p.mark(i) + render.Truncate(p.shown[i], w-2)
	})
}

func (p *problems) actions() []action.Set {
	table := append(action.Table[*problems]{closing[*problems]("close")}, stepping[*problems]()...)
	return overlayActions(p, append(table, choosing[*problems]("")))
}
