package ui

import (
	"strings"

	"lede/ui/action"
	"lede/ui/render"
	"lede/ui/widget"
)

// footerLine is the last line: a question, a notice, or what is most useful now and the screen's status.
func (a *App) footerLine() string {
	if a.question != nil {
		return " " + a.question.line(a, a.W-2)
	}
	if a.Notice.Text != "" {
		all := a.Notice.lines(&a.Env)
		return all[len(all)-1]
	}
	top := a.Top()
	if f, ok := top.(footed); ok {
		if line := f.Footer(); line != "" {
			return render.Truncate(" "+line, a.W)
		}
	}
	var parts []string
	if under := a.Packing.String(); under != "" {
		parts = append(parts, under)
	}
	if saving := a.Saving.String(); saving != "" {
		parts = append(parts, saving)
	}
	if running := a.piping.String(); running != "" {
		parts = append(parts, running)
	}
	if t, ok := top.(telling); ok && t.Status() != "" {
		parts = append(parts, t.Status())
	}
	always := action.Set(func(func(action.Bound) bool) {})
	if !a.TakesText() {
		always = a.always()[0]
	}
	return a.foot.line(a.actions()[0], always, strings.Join(parts, " · "))
}

// maxFooterKeys is how many actions the footer names at most, beside the way out and help, however wide it is. It
// names them in fewer words rather than not at all.
const maxFooterKeys = 6

// footerGap stands between two hints of the footer.
const footerGap = "  "

// footer is the last line while it names keys, and where they stand.
type footer struct {
	env   *widget.Env
	hints []hint
	cells int // that the hints take
}

// hint is a key that the footer names, and the cells where.
type hint struct {
	key      string
	from, to int
}

// forget notes that no hint is on the screen.
func (f *footer) forget() { f.hints, f.cells = f.hints[:0], 0 }

// line names as many of a screen's actions as fit, whole ones only, with a status behind them. The way out and help
// stay.
func (f *footer) line(actions, always action.Set, status string) string {
	first, last := offered(action.Join(actions, always))
	room := f.env.W - 1
	if status != "" {
		room -= render.Width(status) + 2
	}
	for _, b := range last {
		room -= f.width(b, b.Words)
	}
	wanted := 0 // cells
	for _, b := range first {
		wanted += f.width(b, b.Words)
	}
	var out strings.Builder
	for _, b := range first {
		words := b.Words
		if wanted > room {
			words = b.Brief
		}
		if f.cells+f.width(b, words) > room {
			break
		}
		f.put(&out, b, words)
	}
	for _, b := range last {
		f.put(&out, b, b.Words)
	}
	return " " + widget.Spread(strings.TrimSuffix(out.String(), footerGap), f.env.Theme.Dim.Render(status), f.env.W-2)
}

// width is how many cells an action takes, with the gap behind it.
func (f *footer) width(b action.Bound, words string) int {
	return render.Width(f.env.HintText(b.Key(), words) + footerGap)
}

func (f *footer) put(out *strings.Builder, b action.Bound, words string) {
	from := 1 + f.cells
	f.cells += f.width(b, words)
	f.hints = append(f.hints, hint{b.Keys[0], from, 1 + f.cells - len(footerGap)})
	out.WriteString(f.env.HintText(b.Key(), words) + footerGap)
}

// at is the key whose hint stands at a cell of the footer, or "".
func (f *footer) at(x int) string {
	for _, h := range f.hints {
		if x >= h.from && x < h.to {
			return h.key
		}
	}
	return ""
}

// offered returns the actions that a footer names: the first ones, and those that end it.
func offered(actions action.Set) (first, last []action.Bound) {
	for b := range actions {
		switch {
		case !b.Offered():
		case b.Name == BackAction, b.Name == helpAction:
			last = append(last, b)
		case b.Where != everywhere && len(first) < maxFooterKeys:
			first = append(first, b)
		}
	}
	return first, last
}
