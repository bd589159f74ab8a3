package write

import (
	"strings"
	"testing"

	"lede/content/parse/page/meta"
)

func TestPageReadings(t *testing.T) {
	const sea, rare = "<ruby>海<rt>うみ</rt></ruby>の<ruby>水<rp>(</rp><rt>みず</rt><rp>)</rp></ruby>です。",
		"<ruby>澪標<rt>みおつくし</rt></ruby>が見えた。"
	for _, c := range []struct{ name, page, want string }{
		{"for every word", "<p>" + strings.Repeat(sea, 12) + "</p>", strings.Repeat("海の水です。", 12)},
		{"for every word of a few", "<p>" + sea + "</p>", "海(うみ)の水(みず)です。"},
		{
			"for rare words", "<p>" + strings.Repeat(rare+"港町の朝は早い。", 24) + "</p>",
			strings.Repeat("澪標(みおつくし)が見えた。港町の朝は早い。", 24),
		},
	} {
		if got := readWhole(c.page).Blocks()[0].Text(); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestPageDropsReadingsWithTheirWords(t *testing.T) {
	p, kept := keptIn(t, "<div><ruby>目次<rt>もくじ</rt></ruby></div><p>朝</p>", "p")
	for _, u := range Blocks(p, meta.Facts{}, kept) {
		if strings.ContainsAny(u.Text, "()") {
			t.Errorf("the brackets of a reading that is dropped are left: %q", u.Text)
		}
	}
}
