package ui

import (
	"errors"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

// packing80 is an app whose library brings in what the test says.
func packing80(t *testing.T) (*App, *fakeStore) {
	t.Helper()
	f := heldStore()
	f.packs = make(chan model.Progress, 10)
	a := started(withStore(f), 80, 24)
	t.Cleanup(func() {
		a.Close()
		close(f.packs)
	})
	return a, f
}

func TestPackBringsInWhileTheReaderReads(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a, f := packing80(t)
		drive(a, press("A")...)
		golden(t, a, "follow/pack-80x24")
		f.packs <- model.Progress{Done: 1, Total: 3, Added: 1}
		drive(a, press("l")...)
		if d := cmp.Diff([]string{"Harbour towns brace for the spring tides true"}, f.packed); d != "" {
			t.Fatalf("asked for (-want +got):\n%s", d)
		}
		drive(a, press("j")...)
		if got := lastLine(a); !strings.Contains(got, "bringing in 1 of 3") {
			t.Errorf("the last line is %q", got)
		}
		drive(a, press("A")...)
		golden(t, a, "follow/packing-80x24")
		drive(a, press("esc")...)
		p := a.packing
		drive(a, packedMsg{of: p, step: model.Progress{Done: 3, Total: 3, Added: 2, Known: 1, Last: true, Errs: []error{errors.New("cannot open x: gone")}}, steps: f.packs})
		looked := f.looked
		drive(a, packedMsg{of: p, done: true})
		if got := lastLine(a); got != " Brought in 2 articles · 1 here before · 1 not, A tells why." {
			t.Errorf("the last line is %q", got)
		}
		if f.looked != looked+1 {
			t.Error("the links are not looked up again")
		}
		drive(a, press("A", "e")...)
		if got := screenText(a); !strings.Contains(got, "cannot open x: gone") {
			t.Errorf("what was not brought in:\n%s", got)
		}
	})
}

func TestPackIsStopped(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a, _ := packing80(t)
		drive(a, press("A", "r")...)
		p := a.packing
		drive(a, press("A", "s")...)
		if p.running() {
			t.Error("it goes on")
		}
		drive(a, packedMsg{of: p, done: true})
		if got := lastLine(a); !strings.HasPrefix(got, " Stopped. Brought in 0 articles") {
			t.Errorf("the last line is %q", got)
		}
		drive(a, press("A", "r")...)
		p = a.packing
		a.Close()
		if p.running() {
			t.Error("it goes on after the end of the program")
		}
	})
}

func TestTheEndOfOnePackLeavesTheNextOneAlone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a, _ := packing80(t)
		drive(a, press("A", "r")...)
		first := a.packing
		drive(a, press("A", "s", "A", "r")...) // stopped, and another one begun before the first has ended
		second := a.packing
		drive(a, packedMsg{of: first, done: true})
		if second == first || !second.running() {
			t.Error("the second one is stopped by the end of the first")
		}
	})
}

func TestPackOfAnArticleWithoutLinksKeepsIt(t *testing.T) {
	f := newFakeStore(nil)
	article := long(3000)
	article.ID = model.NewID("long")
	o := one(article)
	o.Store = f
	a := started(o, 80, 24)
	drive(a, press("A", "k")...) // which is a key that moves up elsewhere
	if !f.status(t, article.ID).Saved {
		t.Errorf("it is not kept:\n%s", screenText(a))
	}
}
