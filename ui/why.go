package ui

import (
	"fmt"
	"path/filepath"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui/render"
)

// whyKeys belong to the overlay that tells why a part of an article is what it is.
type whyKeys struct{ Wider, Narrower, Next, Prev, Everything key.Binding }

func newWhyKeys() whyKeys {
	return whyKeys{
		Wider:      bind("the element around it", "right", "l"),
		Narrower:   bind("the element in it", "left", "h"),
		Next:       bind("the next part", "n", "tab"),
		Prev:       bind("the part before", "p", "shift+tab"),
		Everything: bind("what is left out", "e"),
	}
}

// whyMenu is the overlay that tells why a part of the article is what it is, and offers to correct it.
type whyMenu struct {
	picker
	reader *reader
	items  *items     // of the article that is asked about
	item   int        // of items
	why    *model.Why // nil while it is looked up
	err    error
	spot   int // of the elements that a correction may mean, the chosen one
	fixes  []fix
}

func newWhyMenu(r *reader, item int) *whyMenu {
	m := &whyMenu{picker: picker{app: r.app, head: "Why is this so?", still: true}, reader: r, items: r.items, item: item}
	m.in = func(t rect) rect { return rect{0, max(0, t.h-1-whyHeight), t.w, min(t.h-1, whyHeight)} }
	return m
}

// whyHeight is the most lines that the box has; it stands at the bottom, so that what it tells of stays in view.
const whyHeight = 13

func (m *whyMenu) start() tea.Cmd { return m.ask() }

// ask looks up why the item is what it is.
func (m *whyMenu) ask() tea.Cmd {
	m.why, m.err, m.spot, m.fixes = nil, nil, 0, nil
	m.rows.to(0)
	m.narrow()
	return askWhy(m.reader.ctx, m.app.Corrector, m.items.article, m.item)
}

func (m *whyMenu) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if do := m.shortcut(msg); do != nil {
			return do()
		}
	case whyKnownMsg:
		if msg.article == m.items.article && msg.item == m.item {
			m.known(msg)
		}
	case articleOpenedMsg:
		if msg.request == m.reader.request && tells(&msg.opening.Article) {
			return m.app.drop(m) // the items of the other text have other numbers
		}
	case correctedMsg:
		if msg.request == m.reader.request && msg.article != nil {
			return m.app.drop(m)
		}
	}
	return m.picker.update(msg, m)
}

func (m *whyMenu) known(msg whyKnownMsg) {
	m.why, m.err = &msg.why, msg.err
	switch {
	case msg.err != nil:
	case len(msg.why.Spots) > 0:
		m.fixes = pageFixes()
	case len(msg.why.Labels) > 0:
		m.fixes = labelFixes()
	}
	m.narrow()
}

// shortcut is what a key of the overlay's own does, or one of a correction; nil for any other.
func (m *whyMenu) shortcut(msg tea.KeyPressMsg) func() tea.Cmd {
	k := &m.app.keys.why
	switch {
	case key.Matches(msg, m.app.keys.reader.Why):
		return m.app.pop
	case key.Matches(msg, k.Next):
		return func() tea.Cmd { return m.toPart(1) }
	case key.Matches(msg, k.Prev):
		return func() tea.Cmd { return m.toPart(-1) }
	case key.Matches(msg, k.Everything) && m.onPage():
		return func() tea.Cmd { return tea.Batch(m.app.pop(), m.reader.showEverything(!m.reader.everything)) }
	case key.Matches(msg, k.Wider):
		return func() tea.Cmd { return m.toSpot(1) }
	case key.Matches(msg, k.Narrower):
		return func() tea.Cmd { return m.toSpot(-1) }
	}
	for i, f := range m.fixes {
		if f.key == msg.String() {
			m.rows.to(i)
			return m.choose
		}
	}
	return nil
}

// onPage tells whether the part stood in a page.
func (m *whyMenu) onPage() bool { return m.why != nil && m.err == nil && m.why.Element > 0 }

// toPart goes to the part of the article after this one, or before, and puts it at the top of the view. Where everything on the page is
// shown it goes to what is left out of the article.
func (m *whyMenu) toPart(step int) tea.Cmd {
	to, reasons := m.item+step, m.items.article.Reasons
	for m.reader.everything && to > 0 && to <= len(reasons) && !strings.HasPrefix(reasons[to-1].Rule, model.LeftOut) {
		to += step
	}
	if to < 1 || to >= len(m.items.all) {
		return m.app.notify(ends("part", step))
	}
	m.item = to
	if f, ok := m.reader.doc.flow.(*articleFlow); ok {
		m.reader.toItem(f.shown(to))
	}
	return m.ask()
}

func (m *whyMenu) toSpot(step int) tea.Cmd {
	if m.why != nil {
		m.spot = clamp(m.spot+step, 0, len(m.why.Spots)-1)
		m.narrow()
	}
	return nil
}

// choose closes the overlay and makes the selected correction.
func (m *whyMenu) choose() tea.Cmd {
	if m.rows.at >= len(m.fixes) {
		return nil
	}
	c := model.Correction{Kind: m.fixes[m.rows.at].kind, File: m.why.File}
	if len(m.why.Spots) > 0 {
		c.Value = m.why.Spots[m.spot].Selector
	} else {
		c.Value = m.why.Labels[0]
	}
	return tea.Batch(m.app.pop(), m.reader.correct(c))
}

// narrow makes the lines above the rows and fits the box.
func (m *whyMenu) narrow() {
	t, w := m.app.theme, m.boxWidth()-4
	words := strings.Join(strings.Fields(m.items.text(m.item)), " ")
	m.above = []string{t.Strong.Render(render.Truncate(words, w))}
	add := func(text string) {
		for _, line := range render.Wrap(text, w) {
			if len(m.above) < 4 {
				m.above = append(m.above, render.Truncate(line, w))
			}
		}
	}
	switch {
	case m.err != nil:
		add(problem("tell", m.err))
	case m.why == nil:
		add("…")
	default:
		add(m.rule())
		m.above = append(append(m.above, m.where(w)...), "")
	}
	m.size = len(m.fixes)
	m.fit(m.size)
}

func (m *whyMenu) boxWidth() int {
	if m.app.w >= fullWidth {
		return min(m.app.w-4, pickerWidth)
	}
	return m.app.w
}

// rule is what decided.
func (m *whyMenu) rule() string {
	rule := m.why.Rule
	if rule == "" {
		rule = "no rule is noted"
	}
	if m.why.Said != "" {
		rule += ": “" + m.why.Said + "”"
	}
	return rule
}

// where is the place in the source: the chosen element with how many of the page it would find, or the line.
func (m *whyMenu) where(w int) []string {
	t := m.app.theme
	if len(m.why.Spots) == 0 && m.why.Line == 0 && m.why.Element > 0 && m.why.File == "" {
		lines := render.Wrap("Rules need the site of this page: name it with --base-url.", w)
		for i, line := range lines {
			lines[i] = t.Dim.Render(line)
		}
		return lines
	}
	return []string{m.place(w)}
}

// place is where in one line.
func (m *whyMenu) place(w int) string {
	t := m.app.theme
	switch {
	case len(m.why.Spots) > 0:
		s := m.why.Spots[m.spot]
		count := fmt.Sprintf("%d on this page", s.Matches)
		room := max(1, w-render.Width(count)-6)
		return t.Dim.Render("‹ ") + t.Accent.Render(render.Truncate(s.Selector, room)) + t.Dim.Render(" ›  "+count)
	case m.why.Line > 0 && len(m.fixes) > 0:
		return t.Dim.Render(fmt.Sprintf("line %d, begins with ", m.why.Line)) + t.Accent.Render(render.Truncate(m.why.Labels[0], max(1, w-30)))
	case m.why.Line > 0:
		return t.Dim.Render(fmt.Sprintf("line %d", m.why.Line))
	}
	return t.Dim.Render("Where it stood is not known.")
}

func (m *whyMenu) lines(r rect) []string {
	t := m.app.theme
	return m.draw(r, func(i, w int) string {
		f := m.fixes[i]
		return m.mark(i) + render.Truncate(t.Accent.Render(f.key)+"  "+f.label, w-2)
	})
}

func (m *whyMenu) bindings() []key.Binding {
	k, p := m.app.keys.why, m.app.keys.prompt
	var keys []key.Binding
	if len(m.fixes) > 0 {
		keys = append(keys, bind("write the rule", "enter"))
	}
	if m.why != nil && len(m.why.Spots) > 1 {
		keys = append(keys, k.Wider, k.Narrower)
	}
	keys = append(keys, k.Next, k.Prev, p.Cancel)
	if m.onPage() {
		keys = append(keys, k.Everything)
	}
	return keys
}

// fileName is a file as a notice names it: with the folder that it stands in.
func fileName(path string) string {
	return filepath.Join(filepath.Base(filepath.Dir(path)), filepath.Base(path))
}
