package script

import (
	"slices"
	"strings"
	"testing"
)

func TestWordsOfThaiAreFound(t *testing.T) {
	for _, text := range []string{
		"แมว|นอน|อยู่|บน|เก้าอี้|ตัว|เก่า",
		"เธอ|อ่าน|หนังสือ|และ|ดื่ม|ชา",
		"พวก|เขา|จะ|เดินทาง|ไป|ที่|ภูเขา|ใน|วันพฤหัสบดี",
	} {
		words := strings.Split(text, "|")
		joined := strings.Join(words, "")
		var ends []int
		for _, b := range ThaiBreaks(joined) {
			ends = append(ends, b.At)
		}
		at, found := 0, 0
		for _, w := range words {
			for i := at + 1; i < at+len(w); i++ {
				if slices.Contains(ends, i) {
					t.Errorf("%s is parted at %q|%q", w, joined[at:i], joined[i:at+len(w)])
				}
			}
			at += len(w)
			if slices.Contains(ends, at) {
				found++
			}
		}
		if found < len(words)*2/3 {
			t.Errorf("%s: only %d of the %d ends of words are found", text, found, len(words))
		}
	}
}

func TestListedWordsStayWhole(t *testing.T) {
	words := strings.Fields(thaiWords)
	if len(words) < 300 {
		t.Fatalf("only %d words are listed", len(words))
	}
	for _, w := range words {
		before := "ที่"
		for _, b := range ThaiBreaks(before + w + "และ") {
			if b.At > len(before) && b.At < len(before)+len(w) {
				t.Errorf("%s is parted after %d bytes", w, b.At-len(before))
			}
		}
	}
}

func TestThaiWeightsAreRead(t *testing.T) {
	if n := len(thai().weights); n != 2427 {
		t.Errorf("there are %d weights", n)
	}
}

func TestCellsAreThoseOfTheLettersDrawn(t *testing.T) {
	for text, want := range map[string]int{
		"का": 2, "कि": 2, "क्षे": 2, "हूँ": 1, "த": 1, "மி": 2,
		"ന്ത്ര": 3, "บ้ำ": 2, "ន្តា": 3, "xா": 2,
		"a": 1, "é": 1, "": 1,
	} {
		if got := Cells(text, 1); got != want {
			t.Errorf("%s: got %d, want %d", text, got, want)
		}
	}
	for _, text := range []string{"潮", "🇩🇪", "각"} {
		if got := Cells(text, 2); got != 2 {
			t.Errorf("%s: got %d", text, got)
		}
	}
}

func FuzzThaiBreaks(f *testing.F) {
	f.Add("เก้าอี้")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, b := range ThaiBreaks(strings.ToValidUTF8(text, "?")) {
			if b.At <= last || b.At >= len(text) || b.Strength <= 0 {
				t.Fatalf("%q: %+v after %d", text, b, last)
			}
			last = b.At
		}
	})
}

func BenchmarkThaiBreaks(b *testing.B) {
	text := strings.Repeat("แมวนอนอยู่บนเก้าอี้ตัวเก่า", 20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		ThaiBreaks(text)
	}
}
