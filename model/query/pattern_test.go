package query

import (
	"errors"
	"strings"
	"testing"
	"time"

	"lede/model"
)

// entry is an article of 5 May 2026, that has come by two feeds.
func entry() model.Record {
	return model.Record{
		Article: model.Article{
			Entry: model.Entry{
				Title: "LIVE: Storm at Café Reparation", Byline: []string{"Ida Berg", "Okafor, N."}, Site: "Harbour Post",
				Published: time.Date(2026, 5, 5, 9, 30, 0, 0, time.UTC),
			},
			Sections: []model.Section{{
				Title: "Gauges", Blocks: []model.Block{model.Prose{Source: "The water rose 2.4 metres."}},
			}},
		},
		Feeds: []model.Subscription{
			{URL: "https://post.example/feed", Title: "Harbour Post", Name: "Harbours", Folder: "News/Daily"},
			{URL: "https://tides.example/rss", Folder: "Sea (old)"},
		},
	}
}

func TestPatternsFoldersAndAges(t *testing.T) {
	for text, want := range map[string]bool{
		`title:~^live`:                     true,
		`title:~^(live|ticker):`:           true,
		`title:~^storm`:                    false,
		`title:~(?-i)^live`:                false,
		`title:~caf.\sreparation$`:         true,
		`title:~cafe`:                      false,
		`title:~"storm at"`:                true,
		`title:storm -title:~^live`:        false,
		`(title:~^(a|live) OR is:starred)`: true,
		`by:~^okafor`:                      true,
		`by:~berg.*okafor`:                 false,
		`site:~post$`:                      true,
		`text:~"rose [0-9.]+ metres"`:      true,
		`text:~gauges`:                     true,
		`text:~^ida`:                       true,
		`text:rose`:                        true,
		`text:~harbour`:                    false,
		`feed:harbours`:                    true,
		`feed:post`:                        true,
		`feed:~^tides\.example`:            true,
		`feed:courier`:                     false,
		`folder:news`:                      true,
		`folder:News/daily`:                true,
		`folder:daily`:                     false,
		`folder:new`:                       false,
		`folder:"Sea (old)"`:               true,
		`age:<2d`:                          true,
		`age:<2`:                           true,
		`age:<1d`:                          false,
		`age:<=27h`:                        true,
		`age:>1d`:                          true,
		`age:>27h`:                         false,
		`age:1d..1w`:                       true,
		`age:1w..2w`:                       false,
		`topic:~live`:                      false, // as ever: a topic has no pattern
	} {
		q, err := Parse(text, noon)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		again, err := Parse(q.String(), noon)
		if err != nil {
			t.Errorf("%s is written as %s, which is not read: %v", text, q, err)
		}
		if got := q.Match(entry()); got != want || again.Match(entry()) != want {
			t.Errorf("%s: got %v, and written as %s %v; want %v", text, got, q, again.Match(entry()), want)
		}
	}
}

func TestWrongPatternsAndAgesAreExplained(t *testing.T) {
	for _, c := range []struct {
		text, says string
		at         int
	}{
		{`title:~`, "needs a value", 0},
		{`title:~""`, "no pattern", 6},
		{`a title:~[a`, `no ]`, 8},
		{`title:~"a(b"`, "alone", 6},
		{`title:~"a)b"`, "alone", 6},
		{`title:~"a)(b"`, "alone", 6},
		{`title:~*`, "nothing for * to repeat", 6},
		{`title:~a**`, "repeats a repetition", 6},
		{`title:~a{2000}`, "repeat at most 1000", 6},
		{`title:~(?=a)`, "do not look ahead", 6},
		{`title:~\`, `write \\`, 6},
		{`title:~\y`, "no meaning", 6},
		{`title:~[z-a]`, "not a range", 6},
		{`title:~` + strings.Repeat("x", maxPattern+1), "too long", 6},
		{`text:`, "needs a value", 0},
		{`folder:/`, "no folder", 7},
		{`age:soon`, "An age is written", 4},
		{`age:2d`, "An age is written", 4},
		{`age:2w..1d`, "An age is written", 4},
		{`age:<-3d`, "An age is written", 4},
	} {
		_, err := Parse(c.text, noon)
		var wrong *Error
		if !errors.As(err, &wrong) || wrong.At != c.at || !strings.Contains(wrong.Text, c.says) {
			t.Errorf("%s: got %+v, want %q at %d", c.text, err, c.says, c.at)
		}
	}
}
