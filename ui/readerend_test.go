package ui

import (
	"strings"
	"testing"
	"testing/synctest"

	"lede/model"
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
		a := started(one(harbour()), 80, 24)
		drive(a, press(c.keys...)...)
		if got := a.stack[0].(*reader).text.section(); got != c.want {
			t.Errorf("%v leads to section %d, want %d\n%s", c.keys, got, c.want, screenText(a))
		}
	}
	whole := started(one(harbour()), 80, 100)
	if got := whole.stack[0].(*reader).text.section(); got != 0 {
		t.Errorf("an article that is seen whole begins in section %d", got)
	}
}

func TestEscapeDoesNotQuit(t *testing.T) {
	a := started(one(harbour()), 80, 24)
	drive(a, press("esc")...)
	if len(a.stack) != 1 || !strings.Contains(a.notice.text, "q to quit") {
		t.Errorf("%d screens, notice %q", len(a.stack), a.notice.text)
	}
	drive(a, press("q")...)
	if len(a.stack) != 0 {
		t.Error("q did not quit")
	}
}

func TestWidthStopsWhereItCannotBeSeen(t *testing.T) {
	a := started(one(harbour()), 80, 24)
	r := a.stack[0].(*reader)
	for range 40 {
		drive(a, press("+")...)
	}
	if widest := r.text.layout.text.w; widest != 76 || a.notice.text == "" {
		t.Errorf("the widest text in 80 columns has %d, notice %q", widest, a.notice.text)
	}
	drive(a, press("-")...)
	if got := r.text.layout.text.w; got != 70 {
		t.Errorf("- after many + gives %d columns, want 70", got)
	}
	for range 40 {
		drive(a, press("-")...)
	}
	if got := r.text.layout.text.w; got != minMeasure || a.notice.text == "" {
		t.Errorf("the narrowest text has %d columns, notice %q", got, a.notice.text)
	}
	drive(a, press("r", "+")...)
	if a.Measure != minMeasure {
		t.Error("+ in the source view changes the width of the article")
	}
}

func TestTheEndIsFollowedWhileTheTextComes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		whole := long(40_000)
		part := whole
		part.Sections = whole.Sections[:1:1]
		part.Sections[0].Blocks = part.Sections[0].Blocks[:20:20]
		o := one(whole)
		o.Library = heldLibrary{}
		for _, c := range []struct {
			keys []string
			end  bool
		}{{[]string{"G"}, true}, {[]string{"G", "k"}, false}, {[]string{"j"}, false}} {
			a := started(o, 80, 24)
			defer a.Close()
			r := a.stack[0].(*reader)
			drive(a, articleOpenedMsg{request: r.loading.request, opening: model.Opening{Article: part}})
			drive(a, press(c.keys...)...)
			drive(a, articleOpenedMsg{request: r.loading.request, opening: model.Opening{Article: whole}, done: true})
			if _, ended := r.text.doc.bottom(); ended != c.end {
				t.Errorf("after %v: at the end %v, want %v", c.keys, ended, c.end)
			}
		}
	})
}
