package text

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lede/content/parse/block"
	"lede/model"
)

func TestLettersBeginWithTheirFields(t *testing.T) {
	a := readText(t,
		"Subject: Re: the weir\nFrom: \"Tom Ash\" <tom@weir.example>\nDate: Thu, 02 Apr 2026 09:30:00 +0200\n"+
			"X-Mailer: mill\n\nThe eels are back, all of them, since Sunday.\n\nTom\n")
	want := model.Entry{
		Title: "Re: the weir", Byline: []string{"Tom Ash"},
		Published: time.Date(2026, 4, 2, 7, 30, 0, 0, time.UTC),
	}
	if diff := cmp.Diff(want, a.Entry); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := a.Blocks()[0].Text(); got != "The eels are back, all of them, since Sunday." {
		t.Errorf("the letter begins with %q", got)
	}
	for _, s := range []string{
		"Subject: a\nand no field\n\nText.\n", "Subject:\n\nText.\n", "Subject: eels\nTitle: x\n\nText.\n",
	} {
		if e := (model.Entry{}); letterhead(&e, s) != s {
			t.Errorf("%q is taken for a letter", s)
		}
	}
}

func TestQuotationsAreNestedAsTheyWereAnswered(t *testing.T) {
	for source, want := range map[string]string{
		"> Did they come?\n>> They did.\n> > All of them.\n> When?": "> Did they come?\n>\n> > They did.\\\n> > All of " +
			"them.\n>\n> When?",
		"> One.\n>\n> Two.": "> One.\n>\n> Two.",
		"> I did not bring it, and I do not know who else would have\n> done so.": "> I did not bring it, and I do not " +
			"know who else would have done so.",
		">>> deep": "> > > deep",
		"> Two bright lines\n>   down to the weir,\n> and nobody there": "> Two bright lines\\\n> down to the weir,\\\n> " +
			"and nobody there",
	} {
		a := readText(t, "A letter of no kind\n\nIt says what somebody wrote before that:\n\n"+source+
			"\n\nAnd so it ended, as it had begun.\n")
		var got string
		for _, b := range a.Blocks() {
			if p, ok := b.(model.Prose); ok && p.Kind == model.Quote {
				got = p.Source
			}
		}
		if got != want {
			t.Errorf("%q is read as %q, want %q", source, got, want)
		}
	}
}

func TestDrawingsKeepTheirSpaces(t *testing.T) {
	for name, drawing := range map[string]string{
		"boxes":  "+--------+      +--------+\n| weir   |----->|  eels  |\n+--------+      +--------+",
		"a tree": "├── gate\n│   ├── key\n│   └── lock\n└── eels",
		"house":  "     /\\\n    /  \\\n   /____\\\n   | [] |\n   |____|",
		"a box":  "┌──────┐\n│ weir │\n└──────┘",
		"bars":   "May  █████████ 40\nJune ██████ 31\nJuly ███ 12",
	} {
		a := readText(t, "What was drawn\n\nSomebody drew it on the wall of the mill, and it is still there today.\n\n"+
			drawing+"\n\nIt was never painted over, whatever they say.\n")
		found := false
		for _, b := range a.Blocks() {
			c, ok := b.(model.Code)
			found = found || ok && c.Source == drawing
		}
		if !found {
			t.Errorf("%s is lost: %+v", name, a.Blocks())
		}
	}
}

func TestTablesAreNoDrawings(t *testing.T) {
	for _, table := range []string{
		"| a | b |\n|---|---|\n| c | d |\n| e | f |", "+---+---+\n| a | b |\n+---+---+\n| c | d |\n+---+---+",
		"Month   Sacks\n=====   =====\nMay        40\nJune       31",
		"=====  =====\nMonth  Sacks\n=====  =====\nMay    40\nJune   31\n=====  =====",
	} {
		units := shapes("Some words before it stand here.\n\n" + table + "\n")
		if len(units) != 2 || units[1].Kind != block.Table || strings.Contains(units[1].Text, "==") {
			t.Errorf("%q is read as %+v", table, units[1:])
		}
	}
}

const ebook = `The Project Gutenberg eBook of Songs of the Weir

Title: Songs of the Weir
       and Other Pieces

Author: Tom Ash

*** START OF THE PROJECT GUTENBERG EBOOK SONGS OF THE WEIR ***

Produced by nobody


SONGS OF THE WEIR
AND OTHER PIECES

BY TOM ASH


CHAPTER I

THE EEL

These pieces were written in the years when the weir was still _shut_ at
night, and the boys of the town sat on it with lanterns to wait for eels.

The eel came up in the dark of the year
  And nobody heard it but me.


CHAPTER II

It had _nothing at all_ to say, and snake_case_words stay as they were.

     A song that is set in
     and has two lines

*** END OF THE PROJECT GUTENBERG EBOOK SONGS OF THE WEIR ***

Editions will replace this one.
`

func TestBooksOfProjectGutenberg(t *testing.T) {
	a := readText(t, ebook)
	if want := (model.Entry{Title: "Songs of the Weir and Other Pieces", Byline: []string{"Tom Ash"}}); !cmp.Equal(
		a.Title, want.Title) || !cmp.Equal(a.Byline, want.Byline) {
		t.Errorf("it is %q by %q", a.Title, a.Byline)
	}
	var got []string
	for _, s := range a.Sections {
		got = append(got, "# "+s.Title)
		for _, b := range s.Blocks {
			got = append(got, b.Markdown())
		}
	}
	want := []string{
		"# ", "Produced by nobody", "# CHAPTER I", "# THE EEL",
		"These pieces were written in the years when the weir was still *shut* at night, and the boys of the town sat on " +
			"it with lanterns to wait for eels.",
		"The eel came up in the dark of the year\\\nAnd nobody heard it but me.", "# CHAPTER II",
		"It had *nothing at all* to say, and snake\\_case\\_words stay as they were.",
		"> A song that is set in\\\n> and has two lines", "Editions will replace this one.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	var head model.Entry
	if Head(&head, ebook); head.Title != a.Title {
		t.Errorf("a list names it %q", head.Title)
	}
}

func TestChaptersOfBooksMayBeCountedInWords(t *testing.T) {
	a := readText(t, `Title: The Sluice

Author: Tom Ash

*** START OF THE PROJECT GUTENBERG EBOOK THE SLUICE ***


Erstes Kapitel.

The gate was shut at night, and nobody had the key but the miller.


CHAPTER THE SECOND

In the morning it was open.


End of Project Gutenberg's The Sluice, by Tom Ash

*** END OF THE PROJECT GUTENBERG EBOOK THE SLUICE ***
`)
	var titles []string
	for _, s := range a.Sections {
		titles = append(titles, s.Title)
		for _, b := range s.Blocks {
			if _, notice := b.(model.Notice); !notice && strings.Contains(b.Text(), "Gutenberg") {
				t.Errorf("the end is read as %q", b.Text())
			}
		}
	}
	if diff := cmp.Diff([]string{"Erstes Kapitel.", "CHAPTER THE SECOND"}, titles); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
