package text

import (
	"strings"
	"testing"
)

func TestSourceTextIsDividedWithoutLoss(t *testing.T) {
	const n = maxRawItem
	for name, source := range map[string]string{
		"one letter less":  strings.Repeat("x", n-1),
		"one item":         strings.Repeat("x", n),
		"one letter more":  strings.Repeat("x", n+1),
		"two items":        strings.Repeat("x", 2*n),
		"ideographs":       strings.Repeat("界", n),
		"lines":            strings.Repeat("tide\n", n),
		"a last long line": "tide\n" + strings.Repeat("x", n),
		"words":            strings.Repeat("tide ", n),
		"nothing":          "",
	} {
		f := newRawFlow(source, 40)
		var b strings.Builder
		for i := range f.Len() {
			if i > 0 && source[f.starts[i]-1] == '\n' {
				b.WriteByte('\n')
			}
			b.WriteString(f.text(i))
		}
		if got := b.String(); got != strings.TrimSuffix(source, "\n") {
			t.Errorf("%s: %d bytes of %d, in %d items", name, len(got), len(source), f.Len())
		}
	}
}
