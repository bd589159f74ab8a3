package parse

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

// TestEveryHeadingAndBlockHasAReason holds in every format: as many reasons as headings and blocks, each with its
// place.
func TestEveryHeadingAndBlockHasAReason(t *testing.T) {
	long := strings.Repeat("The water came up through the drains first, and by six it stood across the lower quay. ", 3)
	for _, c := range []struct {
		name, source string
		want         []model.Reason
	}{
		{
			"tide.txt",
			"The tide\n\n" + long + "\n\nALSO READ: Who pays for the wall?\n\nWhat the gauges say\n\n" + long + "\n\n" +
				"The quay is closed. Keep the slip clear. #tides\n— Harbour Watch (@harbourwatch) May 3, 2026\n\n- one\n- two\n" +
				"\nADVERTISEMENT\n",
			[]model.Reason{
				{Rule: "paragraph: no other rule took these lines", Line: 3},
				{Rule: "related: a label with a title behind it", Said: "ALSO READ", Line: 5},
				{Rule: "heading: a short line without a full stop, among lines that speak for one", Line: 7},
				{Rule: "paragraph: no other rule took these lines", Line: 9},
				{Rule: "post: ends with the line — Author (@handle) date", Line: 11},
				{Rule: "list: lines with marks, or with numbers that count up", Line: 14},
				{Rule: "notice: a wording that such lines begin with", Said: "ADVERTISEMENT", Line: 17},
			},
		},
		{
			"tide.md",
			"---\ntitle: The tide\n---\n\n" + long +
				"\n\n## What the gauges say\n\n> Quoted\n\n- one\n\n  two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nLast.\n",
			[]model.Reason{
				{Rule: "Markdown paragraph", Line: 5},
				{Rule: "Markdown heading", Line: 7},
				{Rule: "Markdown quotation", Line: 9},
				{Rule: "Markdown list", Line: 11},
				{Rule: "Markdown table", Line: 15},
				{Rule: "Markdown paragraph", Line: 19},
			},
		},
		{
			"tide.html",
			"<html><body><article><p>" + long + "</p><h2>What the gauges say</h2><p>" + long + "</p></article></body></html>",
			[]model.Reason{
				{Rule: "main content: reads like the article's own text", Element: 5},
				{Rule: "HTML: heading", Element: 6},
				{Rule: "main content: reads like the article's own text", Element: 7},
			},
		},
	} {
		a, err := Read([]byte(c.source), Options{Name: c.name})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, a.Reasons); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.name, diff)
		}
		if n := headingsAndBlocks(a); n != len(a.Reasons) {
			t.Errorf("%s: got %d reasons for %d headings and blocks", c.name, len(a.Reasons), n)
		}
	}
}

// headingsAndBlocks counts the headings and blocks of an article.
func headingsAndBlocks(a model.Article) int {
	n := len(a.Blocks())
	for _, s := range a.Sections {
		n += min(1, len(s.Title))
	}
	return n
}
