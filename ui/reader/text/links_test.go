package text

import "testing"

func TestATitleIsFoundWhereItBegins(t *testing.T) {
	for _, c := range []struct {
		line, title string
		from, to    int
	}{
		{"ALSO READ → A bus that", "A bus that never came", len("ALSO READ → "), len("ALSO READ → A bus that")},
		{"A bus that never came", "A bus that never came", 0, 21},
		{"never came", "A bus that never came", 0, 0},
		{"A bus of another kind", "A bus that never came", 0, 0},
	} {
		if from, to := beginning(c.line, c.title); from != c.from || to != c.to {
			t.Errorf("%q in %q: got %d, %d, want %d, %d", c.title, c.line, from, to, c.from, c.to)
		}
	}
}
