package reader

import (
	"strings"
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui"
	"lede/ui/uitest"
)

func TestReaderScreens(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []string
	}{
		{"open", nil},
		{"second section", []string{"]", "]"}},
		{"end", []string{"G"}},
		{"post", []string{"}"}},
		{"outline", []string{"t", "c", "o", "u"}},
		{"shelf", []string{"a"}},
		{"find", []string{"/", "t", "h", "e", "space", "w", "a", "l", "l"}},
		{"hints", []string{"f"}},
		{"copy", []string{"y"}},
		{"raw", []string{"r"}},
		{"posts only", []string{"p"}},
		{"narrow text", []string{"-", "-", "-", "-"}},
	} {
		for _, s := range []struct {
			name string
			w, h int
		}{{"80x24", 80, 24}, {"120x40", 120, 40}, {"40x15", 40, 15}} {
			if s.w == 40 && c.keys != nil {
				continue
			}
			t.Run(c.name+" "+s.name, func(t *testing.T) {
				a := showing(uitest.One(uitest.Harbour()), s.w, s.h)
				uitest.Drive(a, uitest.Press(c.keys...)...)
				uitest.Golden(t, a, "reader/"+strings.ReplaceAll(c.name, " ", "-")+"-"+s.name)
			})
		}
	}
}

// place is where the reader of an app is.
func place(a *ui.App) model.Place { return a.Stack[0].(*reader).text.Place() }

// topText is the first line of text in the view.
func topText(a *ui.App) string {
	r := a.Stack[0].(*reader)
	it := r.text.Doc.Item(r.text.Doc.Top.Item)
	return it.Lines[max(0, r.text.Doc.Top.Line-it.Gap)].Text
}

func TestReaderKeepsItsPlaceOnResize(t *testing.T) {
	a := showing(uitest.One(uitest.Long(40_000)), 80, 24)
	uitest.Drive(a, uitest.Press("d", "d", "d", "d", "j", "j")...)
	before, words := place(a), topText(a)
	for _, s := range []tea.Msg{uitest.Size(50, 20), uitest.Size(120, 40), uitest.Size(33, 9)} {
		uitest.Drive(a, s)
		if got := place(a); got.Block != before.Block {
			t.Errorf("%v: block %d, want %d", s, got.Block, before.Block)
		}
	}
	uitest.Drive(a, uitest.Size(80, 24))
	if got := place(a); got != before || topText(a) != words {
		t.Errorf("back at the first size: %v %q, want %v %q", got, topText(a), before, words)
	}
}

func TestReaderKeepsItsPlaceWhenTheWholeArticleComes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		whole := uitest.Long(40_000)
		part := whole
		part.Sections = whole.Sections[:3]
		part.Partial = true
		o := uitest.One(whole)
		o.Library = uitest.HeldLibrary{}
		a := showing(o, 80, 24)
		defer a.Close()
		r := a.Stack[0].(*reader)
		uitest.Drive(a, ui.ArticleOpenedMsg{Request: r.loading.request, Opening: model.Opening{Article: part}})
		uitest.Drive(a, uitest.Press("/", "b", "o", "o", "k", "enter", "]", "]", "j", "j", "j")...)
		before, found := place(a), r.text.Search.Total()
		uitest.Drive(a, ui.ArticleOpenedMsg{Request: r.loading.request, Opening: model.Opening{Article: whole}, Done: true})
		if got := r.text.Search.Total(); got <= found {
			t.Errorf("%d matches in the whole article, %d in its part", got, found)
		}
		if len(r.text.Items.Sections) != len(whole.Sections) || r.loading.more {
			t.Fatalf("the whole article has not come: %d sections", len(r.text.Items.Sections))
		}
		if got := place(a); got != before {
			t.Errorf("place %v, want %v", got, before)
		}
	})
}

func TestEscapeStopsATextThatIsStillComing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		part := uitest.Long(40_000)
		part.Partial = true
		o := uitest.One(part)
		o.Library = uitest.HeldLibrary{}
		a := showing(o, 80, 24)
		defer a.Close()
		r := a.Stack[0].(*reader)
		uitest.Drive(a, ui.ArticleOpenedMsg{Request: r.loading.request, Opening: model.Opening{Article: part}},
			slowMsg{r.loading.request})
		if got := uitest.LastLine(a); !strings.Contains(got, "esc stop") {
			t.Errorf("the footer is %q", got)
		}
		ctx := r.loading.ctx
		uitest.Drive(a, uitest.Press("esc")...)
		if got := uitest.LastLine(a); !strings.Contains(got, "Stopped. The part that is loaded stays.") ||
			ctx.Err() == nil ||
			r.loading.ctx.Err() != nil {
			t.Errorf("the notice is %q, reading %v, the reader %v", got, ctx.Err(), r.loading.ctx.Err())
		}
		uitest.Drive(a, uitest.Press("]", "A")...)
		if got := uitest.ScreenText(a); strings.Contains(got, "reading") || strings.Contains(got, "esc stop") {
			t.Errorf("after it was stopped:\n%s", got)
		}
		uitest.Drive(a, uitest.Press("esc")...)
		if got := uitest.LastLine(a); !strings.Contains(got, "Press q to quit.") {
			t.Errorf("the second time the notice is %q", got)
		}
	})
}

func TestReaderTellsWhyNothingCame(t *testing.T) {
	o := uitest.One(uitest.Harbour())
	o.Library = uitest.FakeLibrary{Openings: map[string][]model.Opening{"tides.md": {{Err: errEmpty}}}}
	a := showing(o, 80, 24)
	uitest.Golden(t, a, "reader/error-80x24")
	a.Library = uitest.One(uitest.Harbour()).Library
	uitest.Drive(a, uitest.Press("r")...)
	if got := uitest.ScreenText(a); !strings.Contains(got, "Harbour towns") {
		t.Errorf("after r:\n%s", got)
	}
}

func TestReaderGoesThroughSectionsAndBack(t *testing.T) {
	a := showing(uitest.One(uitest.Harbour()), 80, 24)
	var got []int
	for _, k := range []string{"]", "]", "]", "]", "[", "[", "[", "4", "1", "n", "N"} {
		uitest.Drive(a, uitest.Press(k)...)
		got = append(got, a.Stack[0].(*reader).text.Section())
	}
	want := []int{1, 2, 3, 3, 2, 1, 0, 3, 0, 1, 0}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("sections %v, want %v", got, want)
		}
	}
}

func TestThePageOnItsWayIsNamedAndTheFooterTellsHowToStopIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a := showing(ui.Options{Ref: "-", Library: uitest.HeldLibrary{}}, 80, 24)
		defer a.Close()
		uitest.Drive(a, slowMsg{a.Stack[0].(*reader).loading.request})
		if got := uitest.ScreenText(a); !strings.Contains(got, "Opening standard input …") {
			t.Errorf("a pipe is not named:\n%s", got)
		}
		if got := uitest.LastLine(a); !strings.HasPrefix(got, " esc stop  q quit") {
			t.Errorf("the footer is %q", got)
		}
	})
}
