package clean

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestTextReplacesControls(t *testing.T) {
	for r := rune(0); r < 0xA0; r++ {
		want := "a\uFFFDb"
		if r == '\n' || r == '\t' || r >= ' ' && r < 0x7F {
			want = "a" + string(r) + "b"
		}
		for _, pad := range []string{"", "word word ", "1234567", "ü"} {
			if got := Text(pad + "a" + string(r) + "b" + pad); got != pad+want+pad {
				t.Errorf("Text with %U after %q = %q, want %q", r, pad, got, want)
			}
		}
	}
}

func TestTextReplacesWhatIsNoCharacter(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"a\x80b", "a\uFFFDb"},
		{"a\xC0\xAFb", "a\uFFFD\uFFFDb"},
		{"a\xED\xA0\x80b", "a\uFFFD\uFFFD\uFFFDb"},
		{"a\xE2\x82", "a\uFFFD\uFFFD"},
		{"a\uFDD0\uFDEFb", "a\uFFFD\uFFFDb"},
		{"a\uFFFE\uFFFF\U0001FFFE\U0010FFFFb", "a\uFFFD\uFFFD\uFFFD\uFFFDb"},
		{"\uFFFD", "\uFFFD"},
	} {
		if got := Text(c.in); got != c.want {
			t.Errorf("Text(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestTextRemovesUnseenAndReordering(t *testing.T) {
	ranges := [][2]rune{
		{0x202A, 0x202E},
		{0x2066, 0x206F},
		{0x200E, 0x200F},
		{0x61C, 0x61C},
		{0x200B, 0x200B},
		{0x2060, 0x2064},
		{0xFEFF, 0xFEFF},
		{0xAD, 0xAD},
		{0x2028, 0x2029},
		{0xFFF9, 0xFFFB},
		{0x3164, 0x3164},
		{0xFFA0, 0xFFA0},
		{0x1D173, 0x1D17A},
		{0xE0000, 0xE007F},
		{0xE0100, 0xE01EF},
		{0x200C, 0x200D},
	}
	for _, x := range ranges {
		for r := x[0]; r <= x[1]; r++ {
			if got := Text("x" + string(r) + "y"); got != "xy" {
				t.Errorf("Text with %U between letters = %q, want it removed", r, got)
			}
		}
	}
}

func TestTextKeepsWhatScriptsAndEmojiNeed(t *testing.T) {
	for _, s := range []string{
		"Plain words,\tand\nlines.", "Grüße, naïve — “quoted” … ½ ² ℃ ™", "Ωμέγα тест 日本語 한국어",
		"שָׁלוֹם עליכם", "می\u200cخواهم", "क्\u200dष और ज्ञ",
		"ශ්\u200dරී ලංකා", "র\u200d্যাব", "Tiếng Việt e\u0301",
		"👩\u200d👩\u200d👧 👍🏽 🇫🇷 ❤️\u200d🔥 🙂\u200d↔️ 🏳️\u200d🌈",
		"🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",
		"葛\U000E0100城市", "\u00A0\u2007\u202F\u3000", "ﬁ 𝔘𝔫𝔦 ᚛ᚑ᚜ ᠮᠣᠩᠭᠣᠯ ⠓⠑ A\u030A",
	} {
		if got := Text(s); got != s {
			t.Errorf("Text(%q) = %q, want it unchanged", s, got)
		}
	}
}

func TestCommonCharactersNeedNoJudgement(t *testing.T) {
	for r := rune(0); r < 0x30000; r++ {
		if common(r) && (removed(r) || mark(r) || unicode.IsControl(r) || r&0xFFFE == 0xFFFE) {
			t.Errorf("common(%U) is true", r)
		}
	}
}

func TestTextLimitsJoinersTagsAndMarks(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"joiner at the start", "\u200Da", "a"},
		{"joiner after a Latin letter", "e\u200Da é\u200C", "ea é"},
		{"second joiner", "क\u200D\u200C\u200Dष", "क\u200Dष"},
		{"tag after another flag", "🇫\U000E0067", "🇫"},
		{"tags after the flag are few", "🏴" + strings.Repeat("\U000E0061", 40), "🏴" + strings.Repeat("\U000E0061", 8)},
		{"selector after a Latin letter", "a\U000E0100", "a"},
		{
			"marks", "e" + strings.Repeat("\u0301", 20) + "\u200Dx" + strings.Repeat("\u0301", 3),
			"e" + strings.Repeat("\u0301", 8) + "x" + strings.Repeat("\u0301", 3),
		},
		{"marks around what is removed", "e" + strings.Repeat("\u0301\u200B", 9), "e" + strings.Repeat("\u0301", 8)},
	} {
		if got := Text(c.in); got != c.want {
			t.Errorf("%s: Text(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestTextKeepsWordsAfterAnUnterminatedSequence(t *testing.T) {
	if got, want := Text("a \x1b]0;title b\u009b2J c"), "a \uFFFD]0;title b\uFFFD2J c"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTextDoesNotCopyCleanText(t *testing.T) {
	for _, s := range []string{strings.Repeat("words and words\n", 100), strings.Repeat("Wörter, слова, 漢字 👍🏽\n", 100)} {
		if n := testing.AllocsPerRun(20, func() { Text(s) }); n != 0 {
			t.Errorf("Text(%.20q…) allocates %v times, want 0", s, n)
		}
	}
}

func TestLine(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"one two", "one two"},
		{"  one\r\n two\t\tthree \n", "one two three"},
		{"a\u2028b\u0085c\vd", "a b c d"},
		{"a\u00A0 b", "a b"},
		{"a  b ", "a b"},
		{"bell\a", "bell\uFFFD"},
	} {
		if got := Line(c.in); got != c.want {
			t.Errorf("Line(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{
		"plain", "a\x1b[2Jb", "\u202Ex\u200D", "e\u0301\u0301", "🏴\U000E0067", "\xC2", "क्\u200dष", "12345678\x7f",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Text(s)
		if again := Text(got); again != got {
			t.Fatalf("Text(%q) = %q, and again %q", s, got, again)
		}
		if !utf8.ValidString(got) {
			t.Fatalf("Text(%q) = %q is not UTF-8", s, got)
		}
		marks := 0
		for _, r := range got {
			if r != '\n' && r != '\t' && unicode.IsControl(r) || removed(r) {
				t.Fatalf("Text(%q) = %q has %U", s, got, r)
			}
			if !unicode.Is(unicode.M, r) {
				marks = 0
				continue
			}
			if marks++; marks > maxMarks+maxTags {
				t.Fatalf("Text(%q) = %q has %d marks in a row", s, got, marks)
			}
		}
		line := Line(s)
		if Line(line) != line || strings.ContainsAny(line, "\n\t\r") || strings.TrimSpace(line) != line {
			t.Fatalf("Line(%q) = %q", s, line)
		}
	})
}

func BenchmarkText(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"ascii", "The gauge at the pier stood at 4.1 metres on Sunday, the highest reading since the wall was raised.\n"},
		{
			"mixed",
			"The “gauge” at the pier stood at 4.1 metres on Sunday — the highest reading since the wall was raised.\n",
		},
		{"cyrillic", "Уровень воды у причала в воскресенье достиг четырёх метров.\n"},
		{"hindi", "रविवार को घाट पर जलस्तर चार मीटर तक पहुँच गया।\n"},
		{"hostile", "\x1b[2J\u202Ea\u0301"},
	} {
		s := strings.Repeat(c.text, 1<<20/len(c.text))
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				Text(s)
			}
		})
	}
}
