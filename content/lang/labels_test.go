package lang

import (
	"strings"
	"testing"

	"lede/model/fold"
)

func TestLabelsAreWellFormed(t *testing.T) {
	seen := map[string]string{}
	for _, table := range [][]wordings{relatedLabels, weakLabels} {
		for _, w := range table {
			for words := range strings.SplitSeq(w.words, "|") {
				if words != fold.Text(words) || words != strings.TrimSpace(words) || words == "" {
					t.Errorf("%s: %q is not folded", w.language, words)
				}
				if seen[w.language+words] != "" {
					t.Errorf("%s: %q stands twice", w.language, words)
				}
				seen[w.language+words] = words
			}
		}
	}
	if len(relatedLabels) < 60 {
		t.Errorf("%d languages", len(relatedLabels))
	}
}
