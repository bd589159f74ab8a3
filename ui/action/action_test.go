package action

import (
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// lamp is a screen of one lamp.
type lamp struct {
	on   bool
	spun int
}

func lampTable() Table[*lamp] {
	off := func(l *lamp) string {
		if l.on {
			return "It is on already."
		}
		return ""
	}
	dark := func(l *lamp) bool { return !l.on }
	name := Action[*lamp]{Name: "name", Words: "name it", Keys: []string{"n"}, Do: func(*lamp) tea.Cmd { return nil }}
	return Table[*lamp]{
		{
			Name: "light", Words: "light", Keys: []string{"enter", "l"},
			Refuse: off, Do: func(l *lamp) tea.Cmd { l.on = true; return nil },
		},
		name.When(dark),
		{Name: "dim", Keys: []string{"l"}, Do: func(l *lamp) tea.Cmd { l.on = false; return nil }},
		name.When(func(l *lamp) bool { return l.on }),
		{
			Name: "turn", Words: "turn", Keys: []string{"1", "2", "3"},
			Nth: func(l *lamp, n int) tea.Cmd { l.spun = n + 1; return nil },
		},
		{Name: "type", Words: "type", Keys: []string{"t"}, Now: func(*lamp) string { return "write" }},
	}
}

func TestAKeyMeansTheFirstActionOfUse(t *testing.T) {
	l, table := &lamp{}, lampTable()
	press := func(key string) Bound {
		b, ok := Find([]Set{table.For(l)}, key)
		if !ok {
			t.Fatalf("%q means nothing", key)
		}
		if b.Refusal == "" && !b.Bare() {
			b.Do()
		}
		return b
	}
	if press("l"); !l.on {
		t.Error("l does not light the lamp")
	}
	if b := press("enter"); b.Refusal != "It is on already." {
		t.Errorf("enter says %q", b.Refusal)
	}
	if press("l"); l.on {
		t.Error("l does not dim the lamp while lighting it is refused")
	}
	if press("3"); l.spun != 3 {
		t.Errorf("3 turns it %d times", l.spun)
	}
	if b := press("t"); !b.Bare() || b.Words != "write" || b.Brief != "write" {
		t.Errorf("t is %q, bare: %t", b.Words, b.Bare())
	}
	if _, ok := Find([]Set{table.For(l)}, "x"); ok {
		t.Error("x means something")
	}
}

func TestWhatIsOfferedHasANameAndIsOfUse(t *testing.T) {
	table := lampTable()
	for on, want := range map[bool][]string{false: {"light", "name", "turn", "type"}, true: {"name", "turn", "type"}} {
		var got []string
		for b := range table.For(&lamp{on: on}) {
			if b.Offered() {
				got = append(got, b.Name)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("on: %t: %q are offered, want %q", on, got, want)
		}
	}
}

func TestRowsNameEachActionOnce(t *testing.T) {
	var got []string
	for _, r := range lampTable().Rows() {
		got = append(got, r.Key()+" "+r.Words)
	}
	if want := []string{"enter light", "n name it", "1–3 turn", "t type"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
