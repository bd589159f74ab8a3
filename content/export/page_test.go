package export

import (
	"strings"
	"testing"
	"time"

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

func TestJSONHasBothDates(t *testing.T) {
	var a model.Article
	a.Published = time.Date(2026, 5, 3, 8, 0, 0, 0, time.UTC)
	a.Updated = a.Published.AddDate(0, 0, 6)
	var b strings.Builder
	if err := Write(&b, "json", a, Options{}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"published": "2026-05-03T08:00:00Z"`, `"updated": "2026-05-09T08:00:00Z"`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %s in\n%s", want, b.String())
		}
	}
}
