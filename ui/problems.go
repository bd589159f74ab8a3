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

func (p *problems) update(msg tea.Msg) tea.Cmd {
	k := &p.app.keys.prompt
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if key.Matches(msg, k.Cancel) || key.Matches(msg, k.Accept) {
			return p.app.pop()
		}
		if !p.move(msg) {
			p.typed(msg)
		}
	case tea.PasteMsg:
		p.typed(msg)
	case tea.MouseMsg:
		return p.mouse(msg, p.app.pop)
	case tea.WindowSizeMsg:
		p.narrow()
	}
	return nil
}

func (p *problems) typed(msg tea.Msg) {
	if p.prompt.update(&p.app.keys.prompt, msg) {
		p.rows.to(0)
		p.narrow()
	}
}

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
