package fold

import (
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// compared writes a text as it is compared.
func compared(s string) string {
	var b []byte
	for i, size := 0, 0; i < len(s); i += size {
		var r rune
		r, size = Next(s[i:])
		b = Append(b, r)
	}
	return string(b)
}

func TestLettersAreComparedWithoutTheirMarks(t *testing.T) {
	for text, want := range map[string]string{
		"Crème Brûlée":        "creme brulee",
		"phở Hà Nội":          "pho ha noi",
		"Ὀδύσσεια, Ὁδός":      "οδυσσεια, οδοσ",
		"ΟΔΟΣ":                "οδοσ",
		"İstanbul ILGAZ ılık": "istanbul ilgaz ilik",
		"Straße GROẞ":         "strasse gross",
		"Łódź Ærø Œuvre Þór":  "lodz aero oeuvre thor",
		"ёлка Ёж":             "елка еж",
		"мой май":             "мой май",
		"Київ":                "київ",
		"замо\u0301к":         "замок",
		"שָׁלוֹם":             "שלום",
		"אֵיפֹה":              "איפה",
		"كِتَابٌ":             "كتاب",
		"أكل إلى آخر ٱلكتاب":  "اكل الي اخر الكتاب",
		"مكتبة مؤمن سائل":     "مكتبه مومن سايل",
		"ســـلام":             "سلام",
		"کیک":                 "كيك",
		"ﻣﺮﺣﺒﺎ":               "مرحبا",
		"क़लम ज़मीन फ़िल्म": "कलम जमीन फिल्म",
		"हँस":                    "हंस",
		"য়":                     "য",
		"ＡＢＣ１２３！":                "abc123!",
		"ｶﾞｷﾞ ﾊﾟﾝ":               "ガギ パン",
		"か\u3099":                "が",
		"ﬁnal oﬀer ﬃ":            "final offer ffi",
		"٢٠٢٦ २०२६ ۱۴":           "2026 2026 14",
		"don’t ‘so’ “so” „so“ ″": "don't 'so' \"so\" \"so\" \"",
		"co‐op co‑op 1–2 — −1":   "co-op co-op 1-2 - -1",
		"so\u00adft ze\u200bro":  "soft zero",
		"a\u00a0b\u3000c":        "a b c",
		"wait…":                  "wait...",
		"ที่นี่":                 "ที่นี่",
		"한국":                     "한국",
		"豈":                      "豈",
	} {
		if got := compared(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
		if got := compared(norm.NFD.String(text)); got != want {
			t.Errorf("%q decomposed: got %q, want %q", text, got, want)
		}
		if got := compared(want); got != want {
			t.Errorf("%q folded twice: got %q", want, got)
		}
	}
}

// TestFoldedLettersStay holds of every letter: what it is compared as is compared as itself.
func TestFoldedLettersStay(t *testing.T) {
	for r := rune(0x21); r < 0x20000; r++ {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		once := string(Append(nil, r))
		twice := ""
		for _, l := range once {
			twice += string(Append(nil, l))
		}
		if once != twice {
			t.Errorf("%U %c: %q, then %q", r, r, once, twice)
		}
	}
}

func BenchmarkLetter(b *testing.B) {
	text := "Crème brûlée, ελληνικά и другое — 守塔人"
	for b.Loop() {
		for _, r := range text {
			Letter(r)
		}
	}
}
