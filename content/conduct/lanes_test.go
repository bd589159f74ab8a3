package conduct

import (
	"slices"
	"testing"
)

func TestLanesKeepAHostToTwo(t *testing.T) {
	lanes, order := NewLanes([]string{"a1", "b1", "b2", "b3", "c1"}, func(s string) string { return s[:1] })
	if want := []string{"b1", "b2", "b3", "a1", "c1"}; !slices.Equal(order, want) {
		t.Errorf("the order is %v, want %v", order, want)
	}
	one, two, other := lanes.Open(), lanes.Open(), lanes.Open()
	got := []string{take(t, one), take(t, two), take(t, other), take(t, one)}
	if want := []string{"b1", "b2", "a1", "b3"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if _, _, ok := two.Next(); ok {
		t.Error("something waits still")
	}
	if last := lanes.Open(); take(t, last) != "c1" || lanes.Open() != nil {
		t.Error("c is not the last host")
	}
}

func TestALaneTellsTheLastOne(t *testing.T) {
	lanes, _ := NewLanes([]int{1, 2}, func(int) string { return "" })
	lane := lanes.Open()
	_, first, _ := lane.Next()
	_, second, _ := lane.Next()
	if first || !second {
		t.Errorf("got %t and %t", first, second)
	}
	lane.Close()
	if lanes.Open() != nil {
		t.Error("there is a lane to nothing")
	}
}

// take takes the next one of a lane, which must have one.
func take(t *testing.T, l *Lane[string]) string {
	t.Helper()
	v, _, ok := l.Next()
	if !ok {
		t.Fatal("nothing waits")
	}
	return v
}
