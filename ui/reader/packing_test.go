package reader

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"

	"lede/model"
	"lede/model/attached"
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

// downloads saves what the test says.
type downloads struct {
	asked []string
	steps chan attached.Progress
	ctx   context.Context
}

func (d *downloads) Download(ctx context.Context, f attached.File) <-chan attached.Progress {
	d.asked, d.ctx = append(d.asked, f.URL), ctx
	return d.steps
}

// episode is an app with an article that has two files.
func episode(t *testing.T) (*ui.App, *downloads, *[]string) {
	t.Helper()
	line := func(name, facts string) model.Block {
		return model.Prose{
			Kind: model.Paragraph, Plain: "Attached: " + name + " (" + facts + ")",
			Source: "Attached: [" + name + "](<https://cdn.example/" + name + ">) (" + facts + ")",
		}
	}
	article := uitest.Long(2000)
	last := &article.Sections[len(article.Sections)-1]
	last.Blocks = append(last.Blocks, line("one.mp3", "audio, 34.2 MB, 52 min"), line("slides.pdf", "PDF"))
	o := uitest.One(article)
	d := &downloads{steps: make(chan attached.Progress, 10)}
	o.Downloads = d
	a, opened := browsing(t, o)
	t.Cleanup(a.Close)
	return a, d, opened
}

func TestAttachedFilesAreSavedWhileTheReaderReads(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a, d, _ := episode(t)
		uitest.Drive(a, uitest.Press("E")...)
		uitest.Golden(t, a, "follow/files-80x24")
		d.steps <- attached.Progress{Name: "one.mp3", Bytes: 12_300_000, Size: 34_200_000}
		uitest.Drive(a, uitest.Press("enter", "j")...)
		if d := cmp.Diff([]string{"https://cdn.example/one.mp3"}, d.asked); d != "" {
			t.Fatalf("asked for (-want +got):\n%s", d)
		}
		if got := uitest.LastLine(a); !strings.Contains(got, "downloading one.mp3, 12.3 MB of 34.2 MB") {
			t.Errorf("the last line is %q", got)
		}
		uitest.Drive(a, uitest.Press("E", "down", "down", "enter")...)
		if got := uitest.LastLine(a); len(d.asked) != 1 || !strings.Contains(got, "wait for one.mp3, or stop it") {
			t.Errorf("asked for %q, and the last line is %q", d.asked, got)
		}
		d.steps <- attached.Progress{Name: "one.mp3", Path: "/home/ada/Downloads/one.mp3", Last: true}
		synctest.Wait()
		close(d.steps)
	})
}

func TestADownloadIsStoppedAndEndsWithTheProgram(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a, d, _ := episode(t)
		uitest.Drive(a, uitest.Press("E", "enter", "E", "s")...)
		if got := uitest.LastLine(a); d.ctx.Err() == nil || !strings.Contains(got, "goes on where it was stopped") {
			t.Errorf("the context ends with %v, and the last line is %q", d.ctx.Err(), got)
		}
		uitest.Drive(a, uitest.Press("E", "enter")...)
		if d.ctx.Err() != nil {
			t.Error("the second one is stopped, too")
		}
		a.Close()
		if d.ctx.Err() == nil {
			t.Error("it goes on after the end of the program")
		}
		close(d.steps)
	})
}

func TestTheEndOfADownloadIsSaid(t *testing.T) {
	for want, last := range map[string]attached.Progress{
		" Saved as /in/one.mp3": {Path: "/in/one.mp3", Last: true},
		" Cannot download one.mp3: the disk is full. Make room and try again.": {
			Last: true, Err: uitest.Sentence("Cannot download one.mp3: the disk is full. Make room and try again."),
		},
	} {
		a, d, _ := episode(t)
		d.steps <- last
		uitest.Drive(a, uitest.Press("E", "enter")...)
		if got := strings.TrimRight(uitest.LastLine(a), " "); got != want {
			t.Errorf("the last line is %q, want %q", got, want)
		}
	}
}

func TestAnAttachedFileIsOpenedAfterItsHostHasBeenShown(t *testing.T) {
	a, d, opened := episode(t)
	uitest.Drive(a, uitest.Press("E", "down", "o")...)
	if got := uitest.LastLine(a); len(*opened) != 0 || !strings.Contains(got, "cdn.example") {
		t.Errorf("opened %q, and the last line is %q", *opened, got)
	}
	uitest.Drive(a, uitest.Press("enter")...)
	if d := cmp.Diff([]string{"https://cdn.example/slides.pdf"}, *opened); d != "" || len(a.Stack) != 1 {
		t.Errorf("opened (-want +got):\n%s", d)
	}
	if len(d.asked) > 0 {
		t.Errorf("saved %q", d.asked)
	}
}
