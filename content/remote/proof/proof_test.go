package proof

import (
	"strings"
	"testing"
)

// The model itself must find what is lost and what is undone.
func TestTheModelFindsWhatIsLostAndUndone(t *testing.T) {
	one := Fact{"https://tides.example/feed", "https://tides.example/1", "read"}
	off, on := Facts{one: "no"}, Facts{one: "yes"}
	synced := func(m *Model, at int, whole bool, server, local Facts) {
		m.Begin(at)
		m.End(at, whole, server, local)
	}
	for name, c := range map[string]struct {
		events func(*Model)
		want   string
	}{
		"all is well": {func(m *Model) {
			m.Done(0, one, "yes")
			synced(m, 0, true, on, on)
			synced(m, 1, true, on, on)
		}, ""},
		"a mark is not sent": {func(m *Model) {
			m.Done(0, one, "yes")
			synced(m, 0, true, off, off)
		}, "on the server"},
		"a mark is undone by another machine": {func(m *Model) {
			m.Phone(on, on)
			synced(m, 1, true, off, off)
		}, "on the server"},
		"a mark does not come": {func(m *Model) {
			m.Phone(on, on)
			synced(m, 1, true, on, off)
		}, "on machine 1"},
		"an article does not come": {func(m *Model) { synced(m, 1, true, off, Facts{}) }, "missing on machine 1"},
		"a sync that breaks off may have sent": {func(m *Model) {
			m.Done(0, one, "yes")
			synced(m, 0, false, on, on)
		}, ""},
		"a sync that breaks off may have not": {func(m *Model) {
			m.Done(0, one, "yes")
			synced(m, 0, false, off, on)
			synced(m, 0, true, on, on)
		}, ""},
		"what broke off is not sent again": {func(m *Model) {
			m.Done(0, one, "yes")
			synced(m, 0, false, off, on)
			synced(m, 0, true, off, on)
		}, "on the server"},
		"what broke off is undone here": {func(m *Model) {
			m.Done(0, one, "yes")
			synced(m, 0, false, off, off)
		}, "on machine 0"},
		"a sync that breaks off undoes nothing": {func(m *Model) { synced(m, 0, false, on, on) }, "on the server"},
		"what another client did while a sync was under way may come or not": {func(m *Model) {
			m.Begin(1)
			m.Phone(on, on)
			m.End(1, true, on, off)
			synced(m, 1, true, on, on)
		}, ""},
		"but with the next sync it has come": {func(m *Model) {
			m.Begin(1)
			m.Phone(on, on)
			m.End(1, true, on, off)
			synced(m, 1, true, on, off)
		}, "on machine 1"},
		"what was done here while a sync was under way counts": {func(m *Model) {
			m.Begin(0)
			m.Done(0, one, "yes")
			m.End(0, true, off, off)
		}, "on machine 0"},
		"and is sent with the next": {func(m *Model) {
			m.Begin(0)
			m.Done(0, one, "yes")
			m.End(0, true, off, on)
			synced(m, 0, true, off, on)
		}, "on the server"},
		"of a feed that was removed nothing is held": {func(m *Model) {
			m.Removed(one.Feed)
			synced(m, 0, true, Facts{}, Facts{})
		}, ""},
	} {
		m := New(2)
		m.Phone(off, nil)
		synced(m, 0, true, off, off)
		synced(m, 1, true, off, off)
		c.events(m)
		got := strings.Join(m.Wrong(), "\n")
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}
