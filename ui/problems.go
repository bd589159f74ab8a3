package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"lede/ui/render"
)

// problems is the overlay that tells what could not be read.
type problems struct {
	picker
	all   []string
	shown []string
}

func newProblems(a *App, all []string) *problems {
	p := &problems{picker: picker{app: a, head: "Not read", hint: "type to find one", size: 2 * len(all)}, all: all}
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

func (p *problems) update(msg tea.Msg) tea.Cmd { return p.picker.update(msg, p) }

// choose closes the overlay: there is nothing to be done about a problem here.
func (p *problems) choose() tea.Cmd { return p.app.pop() }

func (p *problems) lines(r rect) []string {
	return p.draw(r, func(i, w int) string {
		return p.mark(i) + render.Truncate(p.shown[i], w-2)
	})
}

func (p *problems) bindings() []key.Binding {
	k := p.app.keys.prompt
	k.Cancel.SetHelp(k.Cancel.Help().Key, "close")
	return []key.Binding{k.Cancel, k.Next, k.Prev}
}
