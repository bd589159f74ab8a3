package recognise

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/content/parse/date"
	"lede/model"
)

// FuzzRecognise reads lines, of which a first character of some tells the kind, and looks for units out of order and
// for lost words.
func FuzzRecognise(f *testing.F) {
	for _, s := range []string{
		before + "\nWater over the quay. https://t.co/a1 pic.twitter.com/b2— Harbour Watch (@harbourwatch) May 3, 2026\n" +
			after,
		"( @ada – Truth Social Post )\n( Ada – May 3, 2026 )Words\n— Copies (@copies) 3. Mai 2026Am Montag\n" +
			"ALSO READ: Who pays?",
		"View this post on Instagram\nBlue\nA post shared by I. O. (@i.o) on May 3, 2026\nby u/a in r/b\n@x y ♬ z\n" +
			"Posted by A on Monday, May 4, 2026",
		"Related stories\nWho pays for the wall now?\nThe night of the flood\n\x01One\nAdvertisement\n" +
			"(With inputs from A)\nThe end. (Read more: A b c)",
		"\x02A quote\n\x02— A (@a)\nPost by @a\nView on Threads\nLabel → Title\nhttps://x.com/a/status/1",
		"यह भी पढ़ें: दीवार\n関連記事：壁\n— 名 (@na) 2026年5月3日\n18 พ.ย. 2562",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<14 {
			return
		}
		units := fuzzUnits(strings.ToValidUTF8(s, ""))
		end := 0
		for _, got := range Units(units, lang.Labels{}) {
			if got.From < end || got.To <= got.From || got.To > len(units) || len(got.Blocks) == 0 {
				t.Fatalf("%q: units %d to %d after %d, %d blocks", s, got.From, got.To, end, len(got.Blocks))
			}
			end = got.To
			if lost := lostWord(units[got.From:got.To], got.Blocks); lost != "" {
				t.Errorf("%q: lost %q in %+v", s, lost, got.Blocks)
			}
		}
		if at, ok := date.Parse(s); ok && at.Location() != time.UTC {
			t.Errorf("parseDate(%q) = %v", s, at)
		}
	})
}

func fuzzUnits(s string) []block.Unit {
	var units []block.Unit
	for line := range strings.SplitSeq(s, "\n") {
		u := block.Unit{Text: line}
		switch {
		case strings.HasPrefix(line, "\x01"):
			u.Kind, u.Text = block.List, line[1:]
		case strings.HasPrefix(line, "\x02"):
			u.Kind, u.Text = block.Quote, strings.ReplaceAll(line[1:], "\x02", "\n")
		}
		if strings.TrimSpace(u.Text) != "" {
			units = append(units, u)
		}
	}
	return units
}

// lostWord returns a word of the units that is in no block, and "" when there is none. The words that networks put
// round a post are told by its network.
func lostWord(units []block.Unit, blocks []model.Block) string {
	var b strings.Builder
	for _, block := range blocks {
		fmt.Fprintf(&b, "%+v\n", block)
	}
	have := flat(b.String()) +
		flat(strings.Join(slices.Concat(lang.Wordings("post-view"), viewEndings(), viewVerbs()), " ")) +
		flat(strings.Join(slices.Concat(postBy(), postByAfter(), postDated()), " ")) +
		"onamleelemiloppådenwdniudnepadasurensuipostedviafrommessagetruthpostsbyinruhttpstcopictwittercommdashimageorembed" +
		"instagramphotosandvideos" +
		"xtruthsocialblueskymastodonthreadsfacebooktiktokredditlinkedinyoutubetelegram"
	for _, u := range units {
		text := strings.NewReplacer("pic.twitter.com/", " ", "pic.x.com/", " ", "t.co/", " ", "http", " ", "&mdash;",
			" ").Replace(u.Text)
		for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
			if w = flat(w); !holds(have, w) && !strings.Contains(w, "instagram") {
				return w
			}
		}
	}
	return ""
}

// holds reports whether a word is in a text, in one or in two pieces: what is glued together comes apart.
func holds(text, word string) bool {
	if strings.Contains(text, word) {
		return true
	}
	for i := range word {
		if strings.Contains(text, word[:i]) && strings.Contains(text, word[i:]) {
			return true
		}
	}
	return false
}

// lines makes a text of n lines with posts, labels and prose in it.
func linesOfArticle(n int) []block.Unit {
	units := make([]block.Unit, 0, n+6)
	for len(units) < n {
		units = append(units,
			linesOf(before, after, before+" "+after, after+" "+before, "ALSO READ: Who pays for the sea wall?",
				"Read more than one book a week (and one more) and you will know.", "Closed today:", "• Pier Road",
				"— Harbour Watch (@harbourwatch) May 3, 2026", "The mayor (@ada) came at noon: READ the signs.")...)
	}
	return units[:n]
}

func BenchmarkRecognise(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		units := linesOfArticle(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Units(units, lang.Labels{})
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/unit")
		})
	}
}

// BenchmarkRecogniseGrowth compares texts of which one is 64 times as long as the other, in shapes that invite
// looking far back. Where the cost grows with the square of the length, the growth is 64 or more, and fails.
func BenchmarkRecogniseGrowth(b *testing.B) {
	shapes := map[string]func(n int) []block.Unit{
		"an article":    linesOfArticle,
		"handles":       func(n int) []block.Unit { return linesOf(strings.Repeat("(@a) ", n*3)) },
		"attributions":  func(n int) []block.Unit { return linesOf(strings.Repeat("a — b (@c) May 3, 2026 ", n)) },
		"one long line": func(n int) []block.Unit { return linesOf(strings.Repeat("A b. ", n*3) + "— b (@c) May 3, 2026") },
		"short links": func(n int) []block.Unit {
			return linesOf(strings.Repeat("t.co/a ", n*3) + "— b (@c) May 3, 2026")
		},
		"replies": func(n int) []block.Unit {
			return linesOf(append(strings.Split(strings.Repeat("@a\n", n*3), "\n")[:n*3], "— b (@c) May 3, 2026")...)
		},
		"dashes": func(n int) []block.Unit { return linesOf(strings.Repeat("— ", n*3) + "(@c) May 3, 2026") },
		"labels": func(n int) []block.Unit {
			return linesOf(strings.Split(strings.Repeat("Related stories\n", n), "\n")[:n]...)
		},
		"open brackets": func(n int) []block.Unit { return linesOf(strings.Repeat("( ", n*3) + "— b (@c) May 3, 2026") },
		"views of a post": func(n int) []block.Unit {
			return linesOf(strings.Split(strings.Repeat("View this post on Instagram\n", n), "\n")[:n]...)
		},
	}
	for name, shape := range shapes {
		small, large := shape(100), shape(6400)
		b.Run(name, func(b *testing.B) {
			growth := 0.0
			for b.Loop() {
				growth = max(growth, fastest(large).Seconds()/64/max(fastest(small), 100*time.Microsecond).Seconds())
			}
			b.ReportMetric(growth, "growth")
			if growth > 24 {
				b.Errorf("a unit of 6400 costs %.0f times one of 100", growth)
			}
		})
	}
}

func fastest(units []block.Unit) time.Duration {
	best := time.Hour
	for range 3 { // the machine may be busy
		start := time.Now()
		Units(units, lang.Labels{})
		best = min(best, time.Since(start))
	}
	return best
}
