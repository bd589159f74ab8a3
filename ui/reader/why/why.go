// Package why explains why a part of an article is what it is, and corrects it.
//
// Start with Corrections; the box that explains is menu.
package why

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui"
	"lede/ui/action"
	"lede/ui/reader/text"
	"lede/ui/render"
	"lede/ui/widget"
)

// menu is the overlay that explains why a part of the article is what it is, and offers to correct it.
type menu struct {
	widget.Picker
	of    *Corrections
	items *text.Items // of the article that is asked about
	item  int         // of items
	why   *model.Why  // nil while it is looked up
	err   error
	spot  int // of the elements that a correction may mean, the chosen one
	fixes []Fix
}

func newMenu(c *Corrections, item int) *menu {
	m := &menu{
		Picker: widget.Picker{Env: &c.app.Env, Head: "Why is this so?", Still: true}, of: c,
		items: c.text.Items, item: item,
	}
	m.Over = m
	m.In = func(t widget.Rect) widget.Rect {
		return widget.Rect{X: 0, Y: max(0, t.H-1-whyHeight), W: t.W, H: min(t.H-1, whyHeight)}
	}
	return m
}

// whyHeight is the most lines that the box has; it stands at the bottom, so that what it explains stays in view.
const whyHeight = 13

func (m *menu) Start() tea.Cmd { return m.ask() }

// ask looks up why the item is what it is.
func (m *menu) ask() tea.Cmd {
	m.why, m.err, m.spot, m.fixes = nil, nil, 0, nil
	m.Rows.To(0)
	m.Narrow()
	ctx, _ := m.of.page.Asked()
	return askWhy(ctx, m.of.app.Corrector, m.items.Article, m.item)
}

func (m *menu) Update(msg tea.Msg) tea.Cmd {
	_, request := m.of.page.Asked()
	switch msg := msg.(type) {
	case whyKnownMsg:
		if msg.article == m.items.Article && msg.item == m.item {
			m.known(msg)
		}
	case ui.ArticleOpenedMsg:
		if msg.Request == request && text.HasText(&msg.Opening.Article) {
			return m.of.app.Drop(m) // the items of the other text have other numbers
		}
	case CorrectedMsg:
		if msg.Request == request && msg.Article != nil {
			return m.of.app.Drop(m)
		}
	}
	return m.Picker.Update(msg)
}

func (m *menu) known(msg whyKnownMsg) {
	m.why, m.err = &msg.why, msg.err
	switch {
	case msg.err != nil:
	case len(msg.why.Spots) > 0:
		m.fixes = PageFixes()
	case len(msg.why.Labels) > 0:
		m.fixes = LabelFixes()
	}
	m.Narrow()
}

// whyTable is what can be done in the overlay.
func whyTable() action.Table[*menu] {
	write := widget.Choosing[*menu]("write the rule")
	write.Refuse = func(m *menu) string { return m.unless(len(m.fixes) > 0, "There is nothing to correct here.") }
	spots := func(m *menu) string {
		return m.unless(m.why != nil && len(m.why.Spots) > 1, "There is no other element to choose.")
	}
	page := func(m *menu) string { return m.unless(m.onPage(), "This part did not come from a page.") }
	return action.Table[*menu]{
		write,
		{
			Name: "wider", Words: "the element around it", Keys: []string{"right", "l"}, Where: Group,
			Refuse: spots, Do: func(m *menu) tea.Cmd { return m.toSpot(1) },
		},
		{
			Name: "narrower", Words: "the element in it", Keys: []string{"left", "h"}, Where: Group,
			Refuse: spots, Do: func(m *menu) tea.Cmd { return m.toSpot(-1) },
		},
		{
			Name: "next", Words: "the next part", Keys: []string{"n", "tab"}, Where: Group,
			Do: func(m *menu) tea.Cmd { return m.toPart(1) },
		},
		{
			Name: "previous", Words: "the part before", Keys: []string{"p", "shift+tab"}, Where: Group,
			Do: func(m *menu) tea.Cmd { return m.toPart(-1) },
		},
		widget.Closing[*menu]("cancel"),
		{
			Name: "everything", Words: "what is left out", Keys: []string{"e"}, Where: Group,
			Refuse: page, Do: (*menu).showEverything,
		},
		{Name: "leave", Keys: []string{"!"}, Do: (*menu).Shut},
	}.Under(action.Sections)
}

// Rows are the actions of the overlay for the help.
func Rows() []action.Row {
	return slices.DeleteFunc(whyTable().Rows(), func(r action.Row) bool { return r.Where != Group })
}

func (m *menu) Actions() []action.Set {
	return slices.Insert(widget.OverlayActions(m, whyTable()), 1, m.shortcuts, widget.Stepping[*menu]().For(m))
}

// shortcuts are the corrections by their keys.
func (m *menu) shortcuts(yield func(action.Bound) bool) {
	for i, f := range m.fixes {
		do := func() tea.Cmd {
			m.Rows.To(i)
			return m.Choose()
		}
		if !yield(action.New(action.Row{Keys: []string{f.Key}}, do)) {
			return
		}
	}
}

// unless is a refusal but where something holds.
func (m *menu) unless(holds bool, refusal string) string {
	if holds {
		return ""
	}
	return refusal
}

// showEverything shows what is left out of the article, or no longer.
func (m *menu) showEverything() tea.Cmd {
	return tea.Batch(m.Env.Pop(), m.of.ShowEverything(!m.of.Everything))
}

// onPage reports whether the part stood in a page.
func (m *menu) onPage() bool { return m.why != nil && m.err == nil && m.why.Element > 0 }

// toPart goes to the part of the article after this one, or before, and puts it at the top of the view. Where
// everything on the page is shown it goes to what is left out of the article.
func (m *menu) toPart(step int) tea.Cmd {
	to, reasons := m.item+step, m.items.Article.Reasons
	for m.of.Everything && to > 0 && to <= len(reasons) &&
		!strings.HasPrefix(reasons[to-1].Rule, model.LeftOut) {
		to += step
	}
	if to < 1 || to >= len(m.items.All) {
		return m.of.app.Notify(widget.Ends("part", step))
	}
	m.item = to
	if f := m.of.text.Flow(); f != nil {
		m.of.text.ToItem(f.Shown(to))
	}
	return m.ask()
}

func (m *menu) toSpot(step int) tea.Cmd {
	if m.why != nil {
		m.spot = widget.Clamp(m.spot+step, 0, len(m.why.Spots)-1)
		m.Narrow()
	}
	return nil
}

// Choose closes the overlay and makes the selected correction.
func (m *menu) Choose() tea.Cmd {
	if m.Rows.At >= len(m.fixes) {
		return nil
	}
	c := model.Correction{Kind: m.fixes[m.Rows.At].Kind, File: m.why.File}
	if len(m.why.Spots) > 0 {
		c.Value = m.why.Spots[m.spot].Selector
	} else {
		c.Value = m.why.Labels[0]
	}
	return tea.Batch(m.Env.Pop(), m.of.correct(c))
}

// Narrow makes the lines above the rows and fits the box.
func (m *menu) Narrow() {
	t, w := m.Env.Theme, m.boxWidth()-4
	words := strings.Join(strings.Fields(m.items.Text(m.item)), " ")
	m.Above = []string{t.Strong.Render(render.Truncate(words, w))}
	add := func(text string) {
		for _, line := range render.Wrap(text, w) {
			if len(m.Above) < 4 {
				m.Above = append(m.Above, render.Truncate(line, w))
			}
		}
	}
	switch {
	case m.err != nil:
		add(ui.Problem("explain this part", m.err))
	case m.why == nil:
		add("…")
	default:
		add(m.rule())
		m.Above = append(append(m.Above, m.where(w)...), m.below(w)...)
		m.Above = append(m.Above, "")
	}
	m.Size = len(m.fixes)
	m.Fit(m.Size)
}

// below is how many passages below the text of a page are left out, and the first of them, in one line; or none.
func (m *menu) below(w int) []string {
	n := len(m.why.Left)
	if n == 0 || m.of.Everything {
		return nil
	}
	count := fmt.Sprintf("%d passages below the text are left out (e): ", n)
	if n == 1 {
		count = "1 passage below the text is left out (e): "
	}
	return []string{m.Env.Theme.Dim.Render(render.Truncate(count+"“"+m.why.Left[0]+"”", w))}
}

func (m *menu) boxWidth() int {
	if m.Env.W >= widget.FullWidth {
		return min(m.Env.W-4, widget.PickerWidth)
	}
	return m.Env.W
}

// rule is what decided.
func (m *menu) rule() string {
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
func (m *menu) where(w int) []string {
	t := m.Env.Theme
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
func (m *menu) place(w int) string {
	t := m.Env.Theme
	switch {
	case len(m.why.Spots) > 0:
		s := m.why.Spots[m.spot]
		count := fmt.Sprintf("%d on this page", s.Matches)
		room := max(1, w-render.Width(count)-6)
		return t.Dim.Render("‹ ") + t.Accent.Render(render.Truncate(s.Selector, room)) + t.Dim.Render(" ›  "+count)
	case m.why.Line > 0 && len(m.fixes) > 0:
		return t.Dim.Render(fmt.Sprintf("line %d, begins with ", m.why.Line)) +
			t.Accent.Render(render.Truncate(m.why.Labels[0], max(1, w-30)))
	case m.why.Line > 0:
		return t.Dim.Render(fmt.Sprintf("line %d", m.why.Line))
	}
	return t.Dim.Render("Where it stood is not known.")
}

func (m *menu) Lines(r widget.Rect) []string {
	t := m.Env.Theme
	return m.Draw(r, func(i, w int) string {
		f := m.fixes[i]
		return m.Mark(i) + render.Truncate(t.Accent.Render(f.Key)+"  "+f.Label, w-2)
	})
}

// fileName is a file as a notice names it: with the folder that it stands in.
func fileName(path string) string {
	return filepath.Join(filepath.Base(filepath.Dir(path)), filepath.Base(path))
}

// Group is the group of the help that the actions of the box are in.
const Group = "why"
