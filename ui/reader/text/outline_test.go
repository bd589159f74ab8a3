package text

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
	"lede/ui"
	"lede/ui/render"
	"lede/ui/uitest"
	"lede/ui/widget"
)

func titled(titles ...string) *Items {
	a := &model.Article{}
	for _, t := range titles {
		a.Sections = append(a.Sections, model.Section{Title: t, Level: 2, Blocks: []model.Block{uitest.Paragraph("Text.")}})
	}
	return NewItems(a)
}

// outlinedPane is a pane with an article, at the beginning of a section.
func outlinedPane(it *Items, section int, r widget.Rect) *Pane {
	p := &Pane{App: ui.New(uitest.One(uitest.Harbour())), Items: it, Held: func() Holdings { return Holdings{} }}
	p.Layout = Layout{Outline: r, Text: widget.Rect{W: 70, H: 5}}
	p.Doc = newDocument(p.newFlow(), 5)
	p.ToItem(it.Sections[section])
	return p
}

func TestOutlineFoldsLongNamesWhenThereIsRoom(t *testing.T) {
	it := titled("Short", "A heading that is longer than the outline", "Last")
	p := outlinedPane(it, 1, widget.Rect{W: 37, H: 8})
	o, th := &p.drawn.outline, p.App.Theme
	var got []string
	for _, l := range o.lines(p) {
		got = append(got, strings.TrimRight(l, " "))
	}
	want := []string{
		"  Short",
		th.Accent.Render("▸ ") + th.Strong.Render("A heading that is longer"),
		"  " + th.Strong.Render("  than the outline"),
		"  Last",
		"", "", "", "",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for line, section := range []int{0, 1, 1, 2, -1} {
		if got := o.sectionAt(line); got != section {
			t.Errorf("line %d is section %d, want %d", line, got, section)
		}
	}
}

func TestOutlineSaysHowLongASectionIsAndWhichAreRead(t *testing.T) {
	it := titled("First", "Second", "Third")
	p := outlinedPane(it, 0, widget.Rect{W: 37, H: 8})
	p.Sums = wordSums{0, 0, 0, 500, 500, 500, 500, 501} // items: the head, then a heading and a text for each section
	p.Passed.UpTo(it, model.Place{Block: 1})
	p.ToItem(it.Sections[1])
	var got []string
	for _, l := range p.drawn.outline.lines(p)[:3] {
		got = append(got, strings.Join(strings.Fields(render.Plain(l)), " "))
	}
	if diff := cmp.Diff([]string{"✓ First 3 min", "▸ Second", "Third 1 min"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestASectionIsReadOnceItHasBeenScrolledThrough(t *testing.T) {
	p := outlinedPane(titled("1", "2", "3", "4", "5", "6"), 0, widget.Rect{W: 37, H: 8})
	read := func() (all []int) { return slices.Sorted(maps.Keys(p.Passed.read)) }
	p.Doc.To(Spot{})
	if p.Passed.See(p); len(read()) > 0 {
		t.Errorf("at the top %v are read", read())
	}
	p.Doc.End() // those between have been passed over
	if p.Passed.See(p); !slices.Equal(read(), []int{0, 1, 5}) {
		t.Errorf("after a leap to the end %v are read, want those seen first and the last", read())
	}
	p.Doc.To(Spot{})
	for range 30 {
		p.Passed.See(p)
		p.Doc.Scroll(1)
	}
	if !slices.Equal(read(), []int{0, 1, 2, 3, 4, 5}) {
		t.Errorf("scrolled through, %v are read", read())
	}
}

func TestOutlineListsThePostsThatAnArticleIsMadeOf(t *testing.T) {
	post := func(author string, depth int) model.Block {
		return model.Post{Own: true, Author: author, Depth: depth, Body: []model.Block{uitest.Paragraph("Text.")}}
	}
	quoted := model.Post{Author: "Ida", Source: "Not one of them."}
	it := NewItems(&model.Article{Sections: []model.Section{
		{Blocks: []model.Block{post("Agna", 0), post("Wenzel", 1), quoted}},
		{Title: "Later", Level: 2, Blocks: []model.Block{post("Siv", 0)}},
	}})
	var got []string
	for i := range it.entries {
		got = append(got, fmt.Sprintf("%d %s", it.Sections[i], it.SectionName(i)))
	}
	if diff := cmp.Diff([]string{"0 Agna", "2   Wenzel", "4 Later", "5 Siv"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for item, line := range []int{0, 0, 1, 1, 2, 3} {
		if got := it.section(item); got != line {
			t.Errorf("item %d stands under line %d, want %d", item, got, line)
		}
	}
}

func TestOutlineStaysRoundThePresentSection(t *testing.T) {
	titles := make([]string, 10_000)
	for i := range titles {
		titles[i] = fmt.Sprintf("Heading %d", i)
	}
	p := outlinedPane(titled(titles...), 5000, widget.Rect{W: 37, H: 20})
	o := &p.drawn.outline
	lines := o.lines(p)
	if len(lines) != 20 || !strings.Contains(strings.Join(lines, "\n"), "Heading 5000") ||
		o.sectionAt(maxOutline/2) != 5000 {
		t.Errorf("%d lines, section %d in the middle", len(lines), o.sectionAt(maxOutline/2))
	}
	if n := len(o.sections); n > maxOutline {
		t.Errorf("the outline takes %d lines", n)
	}
}
