package render

import (
	"strings"
	"testing"
)

func TestEndlessWordsAreFolded(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"letters", "a " + strings.Repeat("x", 5000) + " b", "a " + strings.Repeat("x", 1000) + " … 3800 characters more … " + strings.Repeat("x", 200) + " b"},
		{"wide letters", strings.Repeat("日", 4001) + "。", strings.Repeat("日", 1000) + " … 2801 characters more … " + strings.Repeat("日", 200) + "。"},
		{"two words", strings.Repeat("x", 4001) + "\n" + strings.Repeat("y", 4001), strings.Repeat("x", 1000) + " … 2801 characters more … " + strings.Repeat("x", 200) + "\n" + strings.Repeat("y", 1000) + " … 2801 characters more … " + strings.Repeat("y", 200)},
		{"a long text", strings.Repeat("word ", 5000), strings.Repeat("word ", 5000)},
		{"a long text of Chinese", strings.Repeat("水來了，", 5000), strings.Repeat("水來了，", 5000)},
		{"a word that is long enough", strings.Repeat("x", 4000), strings.Repeat("x", 4000)},
	} {
		if got := foldLong(c.in); got != c.want {
			t.Errorf("%s: got %d bytes %.60q…, want %d", c.name, len(got), got, len(c.want))
		}
	}
}
