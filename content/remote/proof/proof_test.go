package proof

import (
	"strings"
	"testing"
)

// The model itself must find what is lost and what is undone.
func TestTheModelFindsWhatIsLostAndUndone(t *testing.T) {
	one := Mark{URL: "https://tides.example/1"}
	off, on := Marks{one: false}, Marks{one: true}
	for name, c := range map[string]struct {
		events func(*Model)
		want   string
	}{
		"all is well": {func(m *Model) {
			m.Done(0, one, true)
			m.Synced(0, true, on, on, nil)
			m.Synced(1, true, on, on, nil)
		}, ""},
		"a mark is not sent": {func(m *Model) {
			m.Done(0, one, true)
			m.Synced(0, true, off, off, nil)
		}, "on the server"},
		"a mark is undone by another machine": {func(m *Model) {
			m.Phone(on, map[Mark]bool{one: true})
			m.Synced(1, true, off, off, nil)
		}, "on the server"},
		"a mark does not come": {func(m *Model) {
			m.Phone(on, map[Mark]bool{one: true})
			m.Synced(1, true, on, off, nil)
		}, "on machine 1"},
		"an article does not come": {func(m *Model) {
			m.Synced(1, true, off, Marks{}, nil)
		}, "missing on machine 1"},
		"a sync that breaks off may have sent": {func(m *Model) {
			m.Done(0, one, true)
			m.Synced(0, false, on, on, nil)
		}, ""},
		"a sync that breaks off may have not": {func(m *Model) {
			m.Done(0, one, true)
			m.Synced(0, false, off, on, nil)
		}, ""},
		"a sync that breaks off undoes nothing": {func(m *Model) { m.Synced(0, false, on, on, nil) }, "on the server"},
		"what was listed before it was done may have come": {func(m *Model) {
			m.Phone(on, map[Mark]bool{one: true})
			m.Synced(1, true, off, on, map[Mark]bool{one: false})
			m.Synced(1, true, off, off, nil)
		}, ""},
		"what was done meanwhile comes with the next sync": {func(m *Model) {
			m.Synced(1, true, on, off, map[Mark]bool{one: true})
			m.Synced(1, true, on, off, nil)
		}, "on machine 1"},
		"what was done meanwhile holds": {func(m *Model) {
			m.Synced(0, true, on, off, map[Mark]bool{one: true})
			m.Synced(0, true, on, on, nil)
		}, ""},
	} {
		m := New(2)
		m.Phone(off, nil)
		m.Synced(0, true, off, off, nil)
		m.Synced(1, true, off, off, nil)
		c.events(m)
		got := strings.Join(m.Wrong(), "\n")
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}
