package export

import (
	"strings"
	"testing"

	"lede/model"
)

func TestJSONHasWhatIsLeftOut(t *testing.T) {
	for want, left := range map[string][]string{
		`"left_out": [` + "\n    \"Tide alerts by mail\"\n  ]": {"Tide alerts by mail"},
		`"sections": []` + "\n}":                               nil,
	} {
		var b strings.Builder
		if err := Write(&b, "json", model.Article{Left: left}, Options{}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), want) {
			t.Errorf("with %q: no %q in\n%s", left, want, b.String())
		}
	}
}
