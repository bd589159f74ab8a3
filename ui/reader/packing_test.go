package reader

import (
	"errors"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"

	"lede/model"
	"lede/ui"
	"lede/ui/uitest"
)

// packing80 is an app whose library brings in what the test says.
func packing80(t *testing.T) (*ui.App, *uitest.FakeStore) {
	t.Helper()
	f := uitest.HeldStore()
	f.Packs = make(chan model.Progress, 10)
	a := showing(uitest.WithStore(f), 80, 24)
	t.Cleanup(func() {
		a.Close()
		close(f.Packs)
	})
	return a, f
}

func TestPackBringsInWhileTheReaderReads(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a, f := packing80(t)
		uitest.Drive(a, uitest.Press("A")...)
		uitest.Golden(t, a, "follow/pack-80x24")
		f.Packs <- model.Progress{Done: 1, Total: 3, Added: 1}
		uitest.Drive(a, uitest.Press("l")...)
		if d := cmp.Diff([]string{"Harbour towns brace for the spring tides true"}, f.Packed); d != "" {
			t.Fatalf("asked for (-want +got):\n%s", d)
		}
		uitest.Drive(a, uitest.Press("j")...)
		if got := uitest.LastLine(a); !strings.Contains(got, "bringing in 1 of 3") {
			t.Errorf("the last line is %q", got)
		}
		uitest.Drive(a, uitest.Press("A")...)
		uitest.Golden(t, a, "follow/packing-80x24")
		uitest.Drive(a, uitest.Press("esc")...)
		p := a.Packing
		uitest.Drive(a,
			ui.PackedMsg{Of: p, Step: model.Progress{
				Done: 3, Total: 3, Added: 2, Known: 1, Last: true,
				Errs: []error{errors.New("cannot open x: gone")},
			}, Steps: f.Packs})
		looked := f.Looked
		uitest.Drive(a, ui.PackedMsg{Of: p, Done: true})
		if got := uitest.LastLine(a); got != " Brought in 2 articles · 1 here before · 1 not, A tells why." {
			t.Errorf("the last line is %q", got)
		}
		if f.Looked != looked+1 {
			t.Error("the links are not looked up again")
		}
		uitest.Drive(a, uitest.Press("A", "e")...)
		if got := uitest.ScreenText(a); !strings.Contains(got, "cannot open x: gone") {
			t.Errorf("what was not brought in:\n%s", got)
		}
	})
}

func TestPackIsStopped(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a, _ := packing80(t)
		uitest.Drive(a, uitest.Press("A", "r")...)
		p := a.Packing
		uitest.Drive(a, uitest.Press("A", "s")...)
		if p.Running() {
			t.Error("it goes on")
		}
		uitest.Drive(a, ui.PackedMsg{Of: p, Done: true})
		if got := uitest.LastLine(a); !strings.HasPrefix(got, " Stopped. Brought in 0 articles") {
			t.Errorf("the last line is %q", got)
		}
		uitest.Drive(a, uitest.Press("A", "r")...)
		p = a.Packing
		a.Close()
		if p.Running() {
			t.Error("it goes on after the end of the program")
		}
	})
}

func TestTheEndOfOnePackLeavesTheNextOneAlone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a, _ := packing80(t)
		uitest.Drive(a, uitest.Press("A", "r")...)
		first := a.Packing
		uitest.Drive(a, uitest.Press("A", "s", "A", "r")...) // stopped, and another one begun before the first has ended
		second := a.Packing
		uitest.Drive(a, ui.PackedMsg{Of: first, Done: true})
		if second == first || !second.Running() {
			t.Error("the second one is stopped by the end of the first")
		}
	})
}

func TestPackOfAnArticleWithoutLinksKeepsIt(t *testing.T) {
	f := uitest.NewFakeStore(nil)
	article := uitest.Long(3000)
	article.ID = model.NewID("long")
	o := uitest.One(article)
	o.Store = f
	a := showing(o, 80, 24)
	uitest.Drive(a, uitest.Press("A", "k")...) // which is a key that moves up elsewhere
	if !statusOf(t, f, article.ID).Saved {
		t.Errorf("it is not kept:\n%s", uitest.ScreenText(a))
	}
}
