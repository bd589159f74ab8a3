package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/ui/render"
)

func TestSearchIsOfSmartCase(t *testing.T) {
	for _, c := range []struct {
		query, text string
		want        []string
	}{
		{"tide", "Tide and tide and TIDE", []string{"Tide", "tide", "TIDE"}},
		{"Tide", "Tide and tide and TIDE", []string{"Tide"}},
		{"sea wall", "the sea\nwall, the Sea\twall", []string{"sea\nwall", "Sea\twall"}},
		{"aa", "aaaa a", []string{"aa", "aa"}},
		{"größe", "Die GRÖßE der Größe", []string{"GRÖßE", "Größe"}},
		{"İ", "İstanbul istanbul", []string{"İ"}},
		{"prüf", "ȺȺPrüfung", []string{"Prüf"}},
		{"潮", "大潮の潮位", []string{"潮", "潮"}},
		{"größe der", "die Größe\nder Welle, die Größe\u00a0der Stadt", []string{"Größe\nder", "Größe\u00a0der"}},
		{"creme brulee", "une crème brûlée", []string{"crème brûlée"}},
		{"crème", "creme et cre\u0300me", []string{"creme", "cre\u0300me"}},
		{"Cafe", "Café, CAFÉ, cafe", []string{"Café"}},
		{"ÉTÉ", "été, Été, ÉTÉ, ETE", []string{"ÉTÉ", "ETE"}},
		{"pho ha noi", "Phở Hà Nội", []string{"Phở Hà Nội"}},
		{"οδοσ", "η οδός", []string{"οδός"}},
		{"שלום", "אמר שָׁלוֹם לכל", []string{"שָׁלוֹם"}},
		{"اكل", "أَكَلَ الولد", []string{"أَكَلَ"}},
		{"जमीन", "यह ज़मीन", []string{"ज़मीन"}},
		{"abc 12", "ＡＢＣ　１２", []string{"ＡＢＣ　１２"}},
		{"ガラス", "ｶﾞﾗｽの街", []string{"ｶﾞﾗｽ"}},
		{"office", "the oﬃce", []string{"oﬃce"}},
		{"f", "oﬀer of", []string{"ﬀ", "f"}},
		{"strasse", "Die Straße", []string{"Straße"}},
		{"o'clock", "at nine o’clock", []string{"o’clock"}},
		{"\"so\"", "he said “so”", []string{"“so”"}},
		{"e-mail", "the e‑mail, the e‐mail", []string{"e‑mail", "e‐mail"}},
		{"harbour", "the har\u00adbour", []string{"har\u00adbour"}},
		{"민국", "대한민국의 등대", []string{"민국"}},
		{"", "text", nil},
		{"x", "", nil},
	} {
		m := NewMatcher(c.query)
		var got []string
		for _, s := range m.spans(c.text) {
			got = append(got, c.text[s.From:s.To])
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q in %q (-want +got):\n%s", c.query, c.text, diff)
		}
		if n, _ := m.count(nil, c.text); n != len(c.want) {
			t.Errorf("%q in %q: counted %d, want %d", c.query, c.text, n, len(c.want))
		}
	}
}

func TestMatchesGoOverTheEndsOfLines(t *testing.T) {
	text := "The gauge stood at four\tmetres and the quay was closed, said the card." // the tab is drawn as a space
	lines := []render.Line{
		{Text: "Harbour Watch"},
		{Text: "The gauge stood at", Col: 2},
		{Text: "four metres and the", Col: 2},
		{Text: "quay was closed, said the", Col: 2},
		{Text: "card.", Col: 2},
	}
	for query, want := range map[string][]match{
		"at four":       {{[]part{{1, 18, 20}, {2, 2, 6}}}},
		"the quay":      {{[]part{{2, 18, 21}, {3, 2, 6}}}},
		"harbour watch": {{[]part{{0, 0, 13}}}},
		"card":          {{[]part{{4, 2, 6}}}},
		"nothing":       nil,
	} {
		got := NewMatcher(query).matches(text, lines)
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(match{}, part{})); diff != "" {
			t.Errorf("%q (-want +got):\n%s", query, diff)
		}
	}
}

func FuzzMatcher(f *testing.F) {
	f.Add("tide", "The TIDE rose\nand the tide fell")
	f.Add("Ⱥ", "ȺⱥK\u212a")
	f.Add("f", "ﬀﬃ\u0301")
	f.Fuzz(func(t *testing.T, query, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		m := NewMatcher(strings.ToValidUTF8(query, "\uFFFD"))
		spans := m.spans(text)
		if n, _ := m.count(nil, text); n != len(spans) {
			t.Fatalf("%q in %q: counted %d, found %d", query, text, n, len(spans))
		}
		last := 0
		for _, s := range spans {
			if s.From < last || s.To <= s.From || s.To > len(text) {
				t.Fatalf("%q in %q: span %v after %d", query, text, s, last)
			}
			last = s.To
		}
	})
}
