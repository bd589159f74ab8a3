package lang

import (
	"strings"
	"testing"

	"lede/model/fold"
)

func TestLabelsAreWellFormed(t *testing.T) {
	seen := map[string]bool{}
	languages := map[string]bool{}
	for _, kind := range []string{"related", "related-before-sign"} {
		for code, line := range Lines(kind) {
			languages[code] = true
			for words := range strings.SplitSeq(line, " | ") {
				if words != fold.Text(words) || strings.Trim(words, " |") != words || words == "" {
					t.Errorf("%s: %q is not folded", code, words)
				}
				if seen[code+words] {
					t.Errorf("%s: %q is there twice", code, words)
				}
				seen[code+words] = true
			}
		}
	}
	if len(languages) < 60 {
		t.Errorf("%d languages", len(languages))
	}
}

func TestEveryLanguageIsInOrderOnce(t *testing.T) {
	seen := map[string]bool{}
	for code, text := range texts() {
		if seen[code] || text == "" {
			t.Errorf("%s is there twice or has no file", code)
		}
		seen[code] = true
	}
	for code := range strings.FieldsSeq(order) {
		if !seen[code] {
			t.Errorf("%s has no file", code)
		}
	}
}

func TestEveryLineHasAKindAndWords(t *testing.T) {
	for code, text := range texts() {
		for l := range strings.Lines(text) {
			kind, words, ok := strings.Cut(strings.TrimSuffix(l, "\n"), ": ")
			if l[0] != '#' && (!ok || strings.Contains(kind, " ") || strings.TrimSpace(words) == "") {
				t.Errorf("%s: %q is no line of words", code, l)
			}
		}
	}
}
