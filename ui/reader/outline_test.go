package reader

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
	"lede/ui"
	"lede/ui/uitest"
	"lede/ui/widget"
)

func titled(titles ...string) *items {
	a := &model.Article{}
	for _, t := range titles {
		a.Sections = append(a.Sections, model.Section{Title: t, Level: 2, Blocks: []model.Block{uitest.Paragraph("Text.")}})
	}
	return newItems(a)
}

func TestOutlineFoldsLongNamesWhenThereIsRoom(t *testing.T) {
	it := titled("Short", "A heading that is longer than the outline is wide", "Last")
	a, o := ui.New(uitest.One(uitest.Harbour())), outline{}
	r := widget.Rect{W: 30, H: 8}
	var got []string
	for _, l := range o.lines(&a.Env, it, 1, r) {
		got = append(got, strings.TrimRight(l, " "))
	}
	want := []string{
		"  " + a.Theme.Dim.Render("Short"),
		a.Theme.Accent.Render("▸ ") + a.Theme.Strong.Render("A heading that is longer"),
		"  " + a.Theme.Strong.Render("  than the outline is wide"),
		"  " + a.Theme.Dim.Render("Last"),
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

func TestOutlineListsThePostsThatAnArticleIsMadeOf(t *testing.T) {
	post := func(author string, depth int) model.Block {
		return model.Post{Own: true, Author: author, Depth: depth, Body: []model.Block{uitest.Paragraph("Text.")}}
	}
	quoted := model.Post{Author: "Ida", Source: "Not one of them."}
	it := newItems(&model.Article{Sections: []model.Section{
		{Blocks: []model.Block{post("Agna", 0), post("Wenzel", 1), quoted}}, {Title: "Later", Level: 2, Blocks: []model.Block{post("Siv", 0)}},
	}})
	var got []string
	for i := range it.entries {
		got = append(got, fmt.Sprintf("%d %s", it.sections[i], it.sectionName(i)))
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
	a, it, o := ui.New(uitest.One(uitest.Harbour())), titled(titles...), outline{}
	lines := o.lines(&a.Env, it, 5000, widget.Rect{W: 30, H: 20})
	if len(lines) != 20 || !strings.Contains(strings.Join(lines, "\n"), "Heading 5000") || o.sectionAt(10) != 5000 {
		t.Errorf("%d lines, section %d in the middle", len(lines), o.sectionAt(10))
	}
}
