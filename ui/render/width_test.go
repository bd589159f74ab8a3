package render

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"github.com/google/go-cmp/cmp"

	"lede/model/script"
	"lede/ui/theme"
)

func TestWrapBreaksWhereReadersExpect(t *testing.T) {
	cases := []struct {
		name, text string
		width      int
		want       []string
	}{
		{"words", "one two three", 8, []string{"one two", "three"}},
		{"exact", "one two", 7, []string{"one two"}},
		{"spaces at a break", "one  two   three ", 5, []string{"one", "two", "three"}},
		{"spaces inside", "one  two", 9, []string{"one  two"}},
		{"long word", "abcdefghij kl", 4, []string{"abcd", "efgh", "ij", "kl"}},
		{"hyphen", "a well-known thing", 7, []string{"a well-", "known", "thing"}},
		{"no break in an option", "use --flag-x", 7, []string{"use", "--flag-", "x"}},
		{"no break in a range", "in 1998-2004", 9, []string{"in", "1998-2004"}},
		{"newlines", "a\n\nb", 5, []string{"a", "", "b"}},
		{"ideographs", "港の水位が上が", 8, []string{"港の水位", "が上が"}},
		{"no full stop first", "港の水位。上が", 8, []string{"港の水", "位。上が"}},
		{"no bracket last", "港の水「位」", 8, []string{"港の水", "「位」"}},
		{"family", "a 👩‍👩‍👧‍👦 b", 4, []string{"a 👩‍👩‍👧‍👦", "b"}},
		{"marks", "e\u0301e\u0301e\u0301 e\u0301", 3, []string{"e\u0301e\u0301e\u0301", "e\u0301"}},
		{
			"words of Thai", "แมวนอนอยู่บนเก้าอี้ตัวเก่า", 14,
			[]string{"แมวนอนอยู่บน", "เก้าอี้ตัวเก่า"},
		},
		{
			"Thai and Latin", "อ่าน abc อ่านหนังสือ", 12,
			[]string{"อ่าน abc", "อ่านหนังสือ"},
		},
		{"Hindi by its letters", "का का का", 5, []string{"का का", "का"}},
		{"empty", "", 5, []string{""}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, Wrap(c.text, c.width)); diff != "" {
				t.Errorf("Wrap(%q, %d) (-want +got):\n%s", c.text, c.width, diff)
			}
		})
	}
}

func TestWidthIsThatOfTheTerminalLibrary(t *testing.T) {
	tails := []string{"", "a", "\u0301", "\u4e00", "\ufe0f", "\u200d", "é", "я"}
	for r := rune(0x80); r < 0x20000; r++ {
		for _, tail := range tails {
			s := "x" + string(r) + tail
			want := ansi.StringWidth(s)
			if script.Cells(string(r), 9) != 9 && unicode.IsGraphic(r) {
				want = ansi.StringWidthWc(s) // terminals draw each letter in a cell, and the library counts clusters
			}
			// new, and without width yet
			if got := Width(s); got != want && unicode.IsGraphic(r) && !joinsNext(r) && r != 0x0CF3 {
				t.Errorf("Width(%q, %U) = %d, want %d", s, r, got, want)
			}
		}
	}
}

// joinsNext reports whether a letter is one character with any letter behind it.
func joinsNext(r rune) bool {
	cluster, _ := ansi.FirstGraphemeCluster(string(r)+"a", ansi.GraphemeWidth)
	return len(cluster) > utf8.RuneLen(r)
}

func TestSliceKeepsLooksAndLinks(t *testing.T) {
	const line = "ab\x1b[1mcd\x1b]8;id=1;https://a.example\x1b\\ef\x1b]8;;\x1b\\\x1b[m港gh"
	cases := []struct {
		from, to int
		want     string
	}{
		{0, 2, "ab"},
		{1, 3, "b\x1b[1mc\x1b[m"},
		{4, 5, "\x1b[1m\x1b]8;id=1;https://a.example\x1b\\e\x1b]8;;\x1b\\\x1b[m"},
		{6, 7, " "},
		{7, 9, " g"},
		{9, 99, "h"},
		{20, 30, ""},
	}
	for _, c := range cases {
		if got := Slice(line, c.from, c.to); got != c.want {
			t.Errorf("Slice(%d, %d) = %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

func TestTruncateAndPadCountCells(t *testing.T) {
	cases := []struct {
		text  string
		width int
		want  string
	}{
		{"abc", 3, "abc"},
		{"abcd", 3, "ab…"},
		{"港の水", 4, "港…"},
		{"港の水", 6, "港の水"},
		{"\x1b[1mabcd\x1b[m", 3, "\x1b[1mab…\x1b[m"},
		{"abcd", 0, ""},
	}
	for _, c := range cases {
		if got := Truncate(c.text, c.width); got != c.want {
			t.Errorf("Truncate(%q, %d) = %q, want %q", c.text, c.width, got, c.want)
		}
		if got := Width(Pad(c.text, c.width)); got != c.width {
			t.Errorf("Width(Pad(%q, %d)) = %d", c.text, c.width, got)
		}
	}
}

func TestHighlightLeavesWordsAndLinksAsTheyAre(t *testing.T) {
	th := theme.New(true)
	line := Line{
		Styled: th.Border.Render("│") + " one " + linkTo("https://a.example", "two") + " three",
		Text:   "one two three", Col: 2,
	}
	lit := Highlight(line, line.Col+2, line.Col+6, th.Match)
	if got, want := Plain(lit.Styled), Plain(line.Styled); got != want {
		t.Errorf("words are %q, want %q", got, want)
	}
	if diff := cmp.Diff(Links(line), Links(lit)); diff != "" {
		t.Errorf("links changed (-before +after):\n%s", diff)
	}
	if got := strings.Count(lit.Styled, th.Match.Open()); got == 0 {
		t.Errorf("no match is lit in %q", lit.Styled)
	}
	if got := Slice(lit.Styled, line.Col+6, 99); strings.Contains(got, th.Match.Open()) {
		t.Errorf("the style goes on after its range: %q", got)
	}
}

func TestOverlayWritesOverCells(t *testing.T) {
	for _, c := range []struct {
		line string
		col  int
		want string
	}{
		{"abcdef", 2, "abXYef"},
		{"港港港", 1, " XY 港"},
		{"a", 3, "a  XY"},
	} {
		if got := Overlay(c.line, c.col, "XY"); got != c.want {
			t.Errorf("Overlay(%q, %d) = %q, want %q", c.line, c.col, got, c.want)
		}
	}
}

func linkTo(url, words string) string {
	var p painter
	p.put(words, "", openLink(url))
	return p.end()
}
