package parse

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

func TestCutReadsAsTheBeginningOfTheWhole(t *testing.T) {
	read := func(s string) model.Article {
		a, err := Read([]byte(s), Options{Name: "a.md", Format: Markdown})
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	whole := read(strings.Repeat(ordinary+"- a\n\n  b\n\n- c\n\n```\nx\n\n# y\n```\n\n<!--\n\nno\n\n-->\n\n> q\n\n",
		30)).Sections
	s := read(strings.Repeat(ordinary+"- a\n\n  b\n\n- c\n\n```\nx\n\n# y\n```\n\n<!--\n\nno\n\n-->\n\n> q\n\n", 30)).
		Source
	for n := 100; n < len(s); n += 97 {
		part := cut(s[:n], Markdown)
		if len(part) > n || !strings.HasPrefix(s, part) {
			t.Fatalf("cut of %d bytes is no beginning", n)
		}
		if n < 2000 {
			continue
		}
		sections := read(part).Sections
		last := len(sections) - 1
		if diff := cmp.Diff(whole[:last], sections[:last]); diff != "" {
			t.Fatalf("cut at %d of %d, before %.20q:\n%s", len(part), n, s[len(part):], diff)
		}
		blocks := sections[last].Blocks
		if diff := cmp.Diff(whole[last].Blocks[:len(blocks)], blocks); diff != "" {
			t.Fatalf("cut at %d of %d, before %.20q:\n%s", len(part), n, s[len(part):], diff)
		}
	}
}
