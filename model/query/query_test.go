package query

import (
	"errors"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

// noon is the time that the tests' queries count from: a Wednesday.
var noon = time.Date(2026, 5, 6, 12, 0, 0, 0, time.FixedZone("", 2*3600))

func day(y, m, d int) time.Time {
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, noon.Location()).UTC()
}

func TestParse(t *testing.T) {
	word := func(w string) Expr { return Phrase{Words: []string{w}} }
	for _, c := range []struct {
		text string
		want Query
	}{
		{"", Query{}},
		{"tide", Query{Expr: word("tide")}},
		{"Tide WALL", Query{Expr: And{word("tide"), word("wall")}}},
		{`"spring tide" -wall`, Query{Expr: And{Phrase{Words: []string{"spring", "tide"}}, Not{word("wall")}}}},
		{"tid*", Query{Expr: Phrase{Words: []string{"tid"}, Prefix: true}}},
		{"sea-wall", Query{Expr: Phrase{Words: []string{"sea", "wall"}}}},
		{"a OR b c", Query{Expr: Or{word("a"), And{word("b"), word("c")}}}},
		{"(a OR b) NOT c", Query{Expr: And{Or{word("a"), word("b")}, Not{word("c")}}}},
		{`topic:"The Night Trains" is:unread`, Query{Expr: And{About{"night trains"}, Is{Unread}}}},
		{
			"by:Okafor lang:EN",
			Query{
				Expr: And{Phrase{Field: InByline, Words: []string{"okafor"}}, Phrase{Field: InLanguage, Words: []string{"en"}}},
			},
		},
		{"since:2w", Query{Expr: Dated{From: day(2026, 4, 22)}}},
		{"before:2026-03", Query{Expr: Dated{To: day(2026, 3, 1)}}},
		{"on:yesterday", Query{Expr: Dated{From: day(2026, 5, 5), To: day(2026, 5, 6)}}},
		{"words:>800 minutes:<5", Query{Expr: And{Sized{Min: 801, Max: math.MaxInt}, Sized{Minutes: true, Max: 4}}}},
		{"has:post sort:relevance", Query{Expr: Has{model.PostBlock}, Sort: ByRelevance}},
		{"sort:title", Query{Sort: ByTitle}},
		{"https://example.org/a", Query{Expr: Phrase{Words: []string{"https", "example", "org", "a"}}}},
		{"—", Query{}},
		{"-! tide -(—)", Query{Expr: And{word("tide"), Not{And{}}}}},
	} {
		got, err := Parse(c.text, noon)
		if err != nil {
			t.Errorf("Parse(%q): %v", c.text, err)
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("Parse(%q) (-want +got):\n%s", c.text, d)
		}
	}
}

func TestParsePointsAtTheMistake(t *testing.T) {
	for _, c := range []struct {
		text string
		at   int
	}{
		{"tide OR", 7},
		{"OR tide", 0},
		{"(tide", 0},
		{"tide)", 4},
		{`say "spring`, 4},
		{"colour:red", 0},
		{"a is:new", 5},
		{"since:soon", 6},
		{"words:many", 6},
		{"words:9..3", 6},
		{"x -", 3},
		{"-sort:date", 0},
		{"topic:", 0},
		{strings.Repeat("a ", maxTerms+1), 2 * maxTerms},
		{"b \"" + strings.Repeat("a ", maxPhrase+1) + "\"", 2},
		{"title:\"" + strings.Repeat("a ", maxPhrase+1) + "\"", 0},
	} {
		_, err := Parse(c.text, noon)
		var wrong *Error
		if !errors.As(err, &wrong) {
			t.Errorf("Parse(%.40q): got %v, want an Error", c.text, err)
			continue
		}
		if wrong.At != c.at || wrong.Text == "" {
			t.Errorf("Parse(%q): points at %d (%q), want %d", c.text, wrong.At, wrong.Text, c.at)
		}
	}
}

func TestQueryWritesWhatItReads(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		want := Query{Expr: simplify(randomExpr(rnd, 3))}
		text := want.String()
		got, err := Parse(text, noon)
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if again := got.String(); again != text {
			t.Fatalf("%q reads back as %q", text, again)
		}
	}
}

func TestWhatWasReadIsWrittenToMeanTheSame(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	parts := []string{
		"tide", "or", "OR", "NOT", "AND", "-", "(", ")", "()", "!", `"a b"`, `"!"`, "sea-w*", "title:x", `topic:"（a） ＂b＂"`,
		"topic:a！", "is:read", "words:<0",
		"words:>9223372036854775807", "minutes:3..9", "since:1d", "has:code", "lang:de", "sort:title", "by:Ünal", "北岸",
	}
	read := 0
	for range 20_000 {
		words := make([]string, 1+rnd.IntN(6))
		for i := range words {
			words[i] = parts[rnd.IntN(len(parts))]
		}
		text := strings.Join(words, " ")
		want, err := Parse(text, noon)
		if err != nil {
			continue
		}
		read++
		got, err := Parse(want.String(), noon)
		if err != nil {
			t.Fatalf("%q is written as %q: %v", text, want.String(), err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("%q is written as %q (-want +got):\n%s", text, want.String(), d)
		}
	}
	if read < 2000 {
		t.Errorf("only %d of the texts are queries", read)
	}
}

func randomExpr(rnd *rand.Rand, depth int) Expr {
	pick := rnd.IntN(10)
	if depth == 0 {
		pick = 3 + rnd.IntN(7)
	}
	switch pick {
	case 0:
		return And{randomExpr(rnd, depth-1), randomExpr(rnd, depth-1)}
	case 1:
		return Or{randomExpr(rnd, depth-1), randomExpr(rnd, depth-1)}
	case 2:
		return Not{randomExpr(rnd, depth-1)}
	case 3:
		return About{[]string{"trade", "night trains"}[rnd.IntN(2)]}
	case 4:
		return Is{[]State{Unread, Read, Starred, Saved, Unfinished}[rnd.IntN(5)]}
	case 5:
		return Has{[]model.BlockKind{model.PostBlock, model.ImageBlock, model.RelatedBlock, model.CodeBlock}[rnd.IntN(4)]}
	case 6:
		return Dated{From: day(2026, 1+rnd.IntN(12), 1)}
	case 7:
		return Sized{Min: 100 * rnd.IntN(3), Max: 100 * (3 + rnd.IntN(3))}
	case 8:
		return Phrase{Field: []Field{Anywhere, InTitle, InByline}[rnd.IntN(3)], Words: []string{"spring", "tide"}}
	}
	return Phrase{Words: []string{[]string{"tide", "wall", "or", "not"}[rnd.IntN(4)]}, Prefix: rnd.IntN(2) == 0}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"a OR (b -c)", `topic:"x y" sort:date`, "words:3..9", "((((", "-", "is:", "a:b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q, err := Parse(s, noon)
		var wrong *Error
		if errors.As(err, &wrong) && (wrong.At < 0 || wrong.At+wrong.Len > len(s)) {
			t.Errorf("%q: points outside: %+v", s, wrong)
		}
		if err == nil {
			q.Match(model.Record{})
		}
	})
}

func TestWordsAreFoundWithoutTheirMarks(t *testing.T) {
	for _, c := range []struct{ query, text string }{
		{"bun cha", "Quán bún chả ở góc phố"},
		{"καφενειο", "Το καφενείο της πλατείας"},
		{"ΟΔΟΣ", "στην οδό και η οδός"},
		{"המלך", "הַמֶּלֶךְ וּמַלְכָּה"},
		{"كتاب", "هَذَا كِتَابٌ قديم"},
		{"احمد", "قال أحمد"},
		{"المدرسة", "مدرسة القرية"},
		{"مدرسة", "ذهب إلى المدرسة"},
		{"بالقطار", "سافر في القطار"},
		{"المدر*", "ذهب إلى المدرسة"},
		{"الم*", "مدرسة القرية"},
		{"الله", "بسم الله"},
		{"फिल्म", "नई फ़िल्म"},
		{"도서관", "시립도서관에서"},
		{"도서*", "시립도서관에서"},
		{"図書館", "市立図書館の本"},
		{"カード", "ｶｰﾄﾞを出す"},
		{"abc", "ＡＢＣ放送"},
		{"finale", "the ﬁnale"},
		{"rock'n'roll", "rock’n’roll"},
		{"co-op", "the co‑op"},
		{`"co op"`, "the co‑op"},
		{"2026", "سنة ٢٠٢٦"},
		{"ຫ້ອງ", "ໄປຫ້ອງສະໝຸດ"},
		{"cooperation", "coöperation"},
		{"element", "e\u0301le\u0301ment"},
	} {
		q, err := Parse(c.query, noon)
		if err != nil {
			t.Fatal(err)
		}
		a := model.Article{Sections: []model.Section{{Blocks: []model.Block{model.Prose{Source: c.text}}}}}
		if !q.Match(model.Record{Article: a}) {
			t.Errorf("%s does not find %q: %q in %q", c.query, c.text, Tokens(c.query), Tokens(c.text))
		}
		if again, err := Parse(q.String(), noon); err != nil || again.String() != q.String() {
			t.Errorf("%s is written as %s, which is read as %s (%v)", c.query, q, again, err)
		}
	}
}

func TestWordsStayApartWhoseLettersDiffer(t *testing.T) {
	for _, c := range []struct{ query, text string }{
		{"мои", "мой дом"},
		{"かき", "鍵とかぎ"},
		{"الله", "قال له"},
		{"도서관", "도시의 서관"},
		{"co", "coop"},
		{"1", "a note¹"},
	} {
		q, err := Parse(c.query, noon)
		if err != nil {
			t.Fatal(err)
		}
		a := model.Article{Sections: []model.Section{{Blocks: []model.Block{model.Prose{Source: c.text}}}}}
		if q.Match(model.Record{Article: a}) {
			t.Errorf("%s finds %q", c.query, c.text)
		}
	}
}

// TestDaysOfAQueryAreTheDaysShown holds for articles of a day and of a moment, in zones on both sides of Greenwich.
func TestDaysOfAQueryAreTheDaysShown(t *testing.T) {
	for _, hours := range []int{-11, -8, 0, 2, 13} {
		zone := time.FixedZone("", hours*3600)
		now := time.Date(2026, 5, 6, 12, 0, 0, 0, zone)
		for at := time.Date(2026, 2, 27, 0, 0, 0, 0, time.UTC); at.Month() < 4; at = at.Add(5 * time.Hour) {
			shown := model.Day(at, zone)
			r := model.Record{Article: model.Article{Entry: model.Entry{Published: at}}}
			for text, want := range map[string]bool{
				"on:" + shown.Format(time.DateOnly):                   true,
				"on:" + shown.AddDate(0, 0, 1).Format(time.DateOnly):  false,
				"on:" + shown.AddDate(0, 0, -1).Format(time.DateOnly): false,
				"on:2026-02":                   shown.Month() == 2,
				"since:2026-03 before:2026-04": shown.Month() == 3,
				"since:" + shown.Format(time.DateOnly) + " before:2026-06": true,
				"before:" + shown.Format(time.DateOnly) + " OR since:2w":   false,
			} {
				q, err := Parse(text, now)
				if err != nil {
					t.Fatal(err)
				}
				again, err := Parse(q.String(), now)
				if err != nil {
					t.Fatal(err)
				}
				if q.Match(r) != want || again.Match(r) != want {
					t.Errorf("%s (%+d): %s: got %v and, written as %s, %v", at, hours, text, q.Match(r), q, again.Match(r))
				}
			}
		}
	}
}

func TestTermsThatAreOfferedAreUnderstood(t *testing.T) {
	now := time.Date(2026, 5, 6, 12, 0, 0, 0, time.UTC)
	for _, name := range Fields() {
		values, _ := Values(name)
		for _, value := range values {
			if _, err := Parse(name+":"+value, now); err != nil {
				t.Errorf("%s:%s: %v", name, value, err)
			}
		}
	}
	for _, f := range fieldTable() {
		if _, err := Parse(f.example, now); err != nil {
			t.Errorf("%s: %v", f.example, err)
		}
	}
	for name, want := range map[string]struct {
		offered int
		only    bool
	}{"is": {len(States()), true}, "age": {5, false}, "title": {0, false}, "zzz": {0, false}} {
		if got, only := Values(name); len(got) != want.offered || only != want.only {
			t.Errorf("%s: may be %q, and nothing else: %v", name, got, only)
		}
	}
}
