package cli

import "testing"

func TestAgentNamesAPlaceOnlyWhereThereIsOne(t *testing.T) {
	for _, c := range [][3]string{
		{"(devel)", "", "lede/devel"},
		{"v1.2.0", "", "lede/v1.2.0"},
		{"v1.2.0", "https://project.example", "lede/v1.2.0 (+https://project.example)"},
	} {
		if got := agentOf(c[0], c[1]); got != c[2] {
			t.Errorf("agentOf(%q, %q) is %q, want %q", c[0], c[1], got, c[2])
		}
	}
}
