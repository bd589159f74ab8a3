package reader

import (
	"strings"
	"testing"
	"testing/synctest"

	"lede/model"
	"lede/ui"
	"lede/ui/reader/text"
	"lede/ui/uitest"
)

func TestTheLastSectionIsPresentAtTheEnd(t *testing.T) {
	for _, c := range []struct {
		keys []string
		want int
	}{
		{[]string{}, 0},
		{[]string{"G"}, 3},
		{[]string{"G", "]"}, 3},           // there is no other
		{[]string{"G", "k"}, 1},           // the one at the top of the view
		{[]string{"G", "["}, 3},           // to its heading
		{[]string{"G", "[", "["}, 2},      // then to the one before
		{[]string{"]", "]"}, 2},           // gone to, though the end is in view
		{[]string{"]", "]", "]", "["}, 2}, // and back
		{[]string{"G", "g"}, 0},
	} {
		a := showing(uitest.One(uitest.Harbour()), 80, 24)
		uitest.Drive(a, uitest.Press(c.keys...)...)
		if got := a.Stack[0].(*reader).text.Section(); got != c.want {
			t.Errorf("%v leads to section %d, want %d\n%s", c.keys, got, c.want, uitest.ScreenText(a))
		}
	}
	whole := showing(uitest.One(uitest.Harbour()), 80, 100)
	if got := whole.Stack[0].(*reader).text.Section(); got != 0 {
		t.Errorf("an article that is seen whole begins in section %d", got)
	}
}

func TestEscapeDoesNotQuit(t *testing.T) {
	a := showing(uitest.One(uitest.Harbour()), 80, 24)
	uitest.Drive(a, uitest.Press("esc")...)
	if len(a.Stack) != 1 || !strings.Contains(a.Notice.Text, "q to quit") {
		t.Errorf("%d screens, notice %q", len(a.Stack), a.Notice.Text)
	}
	uitest.Drive(a, uitest.Press("q")...)
	if len(a.Stack) != 0 {
		t.Error("q did not quit")
	}
}

func TestWidthStopsWhereItCannotBeSeen(t *testing.T) {
	a := showing(uitest.One(uitest.Harbour()), 80, 24)
	r := a.Stack[0].(*reader)
	for range 40 {
		uitest.Drive(a, uitest.Press("+")...)
	}
	if widest := r.text.Layout.Text.W; widest != 76 || a.Notice.Text == "" {
		t.Errorf("the widest text in 80 columns has %d, notice %q", widest, a.Notice.Text)
	}
	uitest.Drive(a, uitest.Press("-")...)
	if got := r.text.Layout.Text.W; got != 70 {
		t.Errorf("- after many + gives %d columns, want 70", got)
	}
	for range 40 {
		uitest.Drive(a, uitest.Press("-")...)
	}
	if got := r.text.Layout.Text.W; got != text.MinMeasure || a.Notice.Text == "" {
		t.Errorf("the narrowest text has %d columns, notice %q", got, a.Notice.Text)
	}
	uitest.Drive(a, uitest.Press("r", "+")...)
	if a.Measure != text.MinMeasure {
		t.Error("+ in the source view changes the width of the article")
	}
}

func TestTheEndIsFollowedWhileTheTextComes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		whole := uitest.Long(40_000)
		part := whole
		part.Sections = whole.Sections[:1:1]
		part.Sections[0].Blocks = part.Sections[0].Blocks[:20:20]
		o := uitest.One(whole)
		o.Library = uitest.HeldLibrary{}
		for _, c := range []struct {
			keys []string
			end  bool
		}{{[]string{"G"}, true}, {[]string{"G", "k"}, false}, {[]string{"j"}, false}} {
			a := showing(o, 80, 24)
			defer a.Close()
			r := a.Stack[0].(*reader)
			uitest.Drive(a, ui.ArticleOpenedMsg{Request: r.loading.request, Opening: model.Opening{Article: part}})
			uitest.Drive(a, uitest.Press(c.keys...)...)
			uitest.Drive(a, ui.ArticleOpenedMsg{Request: r.loading.request, Opening: model.Opening{Article: whole}, Done: true})
			if _, ended := r.text.Doc.Bottom(); ended != c.end {
				t.Errorf("after %v: at the end %v, want %v", c.keys, ended, c.end)
			}
		}
	})
}
