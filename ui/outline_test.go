package ui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

func titled(titles ...string) *items {
	a := &model.Article{}
	for _, t := range titles {
		a.Sections = append(a.Sections, model.Section{Title: t, Level: 2, Blocks: []model.Block{paragraph("Text.")}})
	}
	return newItems(a)
}

func TestOutlineFoldsLongNamesWhenThereIsRoom(t *testing.T) {
	it := titled("Short", "A heading that is longer than the outline is wide", "Last")
	a, o := newApp(one(harbour())), outline{}
	r := rect{w: 30, h: 8}
	var got []string
	for _, l := range o.lines(&a.env, it, 1, r) {
		got = append(got, strings.TrimRight(l, " "))
	}
	want := []string{
		"  " + a.theme.Dim.Render("Short"),
		a.theme.Accent.Render("▸ ") + a.theme.Strong.Render("A heading that is longer"),
		"  " + a.theme.Strong.Render("  than the outline is wide"),
		"  " + a.theme.Dim.Render("Last"),
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

func TestOutlineStaysRoundThePresentSection(t *testing.T) {
	titles := make([]string, 10_000)
	for i := range titles {
		titles[i] = fmt.Sprintf("Heading %d", i)
	}
	a, it, o := newApp(one(harbour())), titled(titles...), outline{}
	lines := o.lines(&a.env, it, 5000, rect{w: 30, h: 20})
	if len(lines) != 20 || !strings.Contains(strings.Join(lines, "\n"), "Heading 5000") || o.sectionAt(10) != 5000 {
		t.Errorf("%d lines, section %d in the middle", len(lines), o.sectionAt(10))
	}
}
