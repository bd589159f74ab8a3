package export

import "testing"

func TestColumnsOfATableStandBelowEachOther(t *testing.T) {
	const tides = "| Day | Metres |\n|---|--:|\n| Sunday | 4.1 |\n| 日曜日 | 12 |\n"
	for _, c := range []struct {
		name, source string
		width        int
		want         string
	}{
		{"with room", tides, 80, "Day    | Metres\nSunday |    4.1\n日曜日 |     12"},
		{"where lines have no width", tides, 0, "Day    | Metres\nSunday |    4.1\n日曜日 |     12"},
		{"without room", tides, 14, "Day | Metres\nSunday | 4.1\n日曜日 | 12"},
		{"in a quotation", "> | A | B |\n> |:-:|---|\n> | one | 2 |\n", 80, ">  A  | B\n> one | 2"},
		{"with a cell too many", "| A | B |\n|---|---|\n| 1 | 2 | 3 |\n", 80, "A | B\n1 | 2"},
	} {
		if got := layout(c.source, c.width); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}
