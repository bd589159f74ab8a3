package topics

import (
	"strings"
	"testing"
)

func TestInitialsWithoutEndAreManyWords(t *testing.T) {
	for _, text := range []string{strings.Repeat("U.", 1000), "a-" +
		strings.Repeat("U.", 1000), strings.Repeat("É.", 1000)} {
		scan(text, func(from, to int, _ flag) {
			if to-from > 2*maxInitials {
				t.Errorf("%.20q…: a word of %d bytes", text, to-from)
			}
		})
	}
	var words []string
	text := "U.S. and B-U.N. for J.R.R.Tolkien"
	scan(text, func(from, to int, _ flag) { words = append(words, text[from:to]) })
	if got := strings.Join(words, " "); got != "U.S and B-U.N for J.R.R.Tolkien" {
		t.Errorf("got %q", got)
	}
}
