package cli

import (
	"runtime/debug"
	"testing"
)

func TestAScreenCollectsMoreOften(t *testing.T) {
	before := debug.SetGCPercent(100)
	defer debug.SetGCPercent(before)
	for _, c := range []struct {
		name          string
		percent, want int
		steps         func(m *memory)
	}{
		{"a command", 100, 100, func(m *memory) { m.begin() }},
		{"a screen before the first collection", 100, screenPercent, func(m *memory) { m.spare(); m.begin() }},
		{"a screen after it", 100, screenPercent, func(m *memory) { m.begin(); m.spare() }},
		{"a user who has less", 20, 20, func(m *memory) { m.begin(); m.spare() }},
		{"a user who has turned it off", -1, -1, func(m *memory) { m.spare(); m.begin() }},
	} {
		c.steps(&memory{percent: c.percent})
		if got := debug.SetGCPercent(100); got != c.want {
			t.Errorf("%s: %d percent, want %d", c.name, got, c.want)
		}
	}
}
