package text

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"lede/ui/render"
)

// ruler is a flow of items of known heights; every line has a text of its own.
type ruler struct {
	heights []int
	gaps    []int
	draws   int
}

func (f *ruler) Len() int { return len(f.heights) }

func (f *ruler) gap(i int) int { return f.gaps[i] }

func (f *ruler) text(i int) string { return fmt.Sprintf("item %d", i) }

func (f *ruler) draw(i int) []render.Line {
	f.draws++
	lines := make([]render.Line, f.heights[i])
	for j := range lines {
		lines[j].Text = fmt.Sprintf("%d.%d", i, j)
	}
	return lines
}

func newRuler(n int, r *rand.Rand) *ruler {
	f := &ruler{}
	for range n {
		f.heights = append(f.heights, r.IntN(6))
		f.gaps = append(f.gaps, r.IntN(3))
	}
	return f
}

// whole is all lines of a document, the gaps as "".
func whole(f flow) []string {
	var all []string
	for i := range f.Len() {
		lines := f.draw(i)
		if i > 0 && len(lines) > 0 {
			all = append(all, make([]string, f.gap(i))...)
		}
		for _, l := range lines {
			all = append(all, l.Text)
		}
	}
	return all
}

// view is the lines that a document shows.
func view(d *document) []string {
	var seen []string
	d.rows(func(_ int, s Spot, it *drawn) bool {
		text := ""
		if s.Line >= it.Gap {
			text = it.Lines[s.Line-it.Gap].Text
		}
		seen = append(seen, text)
		return true
	})
	return seen
}

func TestDocumentScrollsLikeAListOfLines(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		f := newRuler(1+r.IntN(30), r)
		all := whole(f)
		h := 1 + r.IntN(12)
		d, top := newDocument(f, h), 0
		for range 40 {
			n := r.IntN(2*h+2) - h
			d.Scroll(n)
			top = max(0, min(top+n, len(all)-h))
			want := all[top:min(len(all), top+h)]
			if got := view(d); fmt.Sprint(got) != fmt.Sprint(want) {
				t.Fatalf("after a scroll by %d to line %d of %d:\ngot  %q\nwant %q", n, top, len(all), got, want)
			}
		}
		d.End()
		if got, want := view(d), all[max(0, len(all)-h):]; fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("at the end: got %q, want %q", got, want)
		}
	}
}

func TestDocumentDrawsOnlyWhatIsNear(t *testing.T) {
	f := newRuler(100_000, rand.New(rand.NewPCG(3, 4)))
	d := newDocument(f, 40)
	view(d)
	d.End()
	view(d)
	d.To(Spot{50_000, 0})
	d.Scroll(38)
	d.Scroll(-38)
	view(d)
	if f.draws > 400 {
		t.Errorf("%d items were drawn for four screens", f.draws)
	}
}

func TestDocumentForgetsWhatIsFar(t *testing.T) {
	f := newRuler(100_000, rand.New(rand.NewPCG(5, 6)))
	d := newDocument(f, 40)
	for range 2000 {
		d.Scroll(38)
		view(d)
	}
	lines := 0
	for _, it := range d.Drawn {
		lines += len(it.Lines)
	}
	if lines > maxDrawn+6 {
		t.Errorf("%d lines are kept, want at most %d", lines, maxDrawn)
	}
}
