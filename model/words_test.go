package model_test

import (
	"strings"
	"testing"

	"lede/model"
)

func TestWords(t *testing.T) {
	for s, want := range map[string]int{
		"":                                 0,
		" , . - ' ":                        0,
		"one":                              1,
		"one two\nthree":                   3,
		"don't well-known -x '90s":         4,
		"4.1 metres":                       3,
		"Über Größe, naïve e\u0301t\u00E9": 4,
		"don’t":                            1,
		"港の水位":                             2,
		"abc漢字def":                         3,
		"@[`{A-Z_a":                        2,
	} {
		if got := model.Words(s); got != want {
			t.Errorf("Words(%q) = %d, want %d", s, got, want)
		}
	}
}

func BenchmarkWords(b *testing.B) {
	s := strings.Repeat(
		"The gauge at the pier stood at 4.1 metres on Sunday, the highest reading since the wall was raised.\n", 1000)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		model.Words(s)
	}
}
