package library

import (
	"strings"
	"testing"

	"lede/model"
	"lede/model/clean"
	"lede/ui"
	"lede/ui/uitest"
)

// evilLibrary is the list of a library whose rows have forbidden characters in all their parts, as if they had come
// round the door.
func evilLibrary(copied *[]string) *ui.App {
	es := uitest.Courier()[:4]
	for i := range es {
		e := &es[i]
		e.Title, e.Site, e.Summary, e.Byline = e.Title+uitest.Evil, e.Site+uitest.Evil, "Water"+uitest.Evil,
			[]string{"Ada" + uitest.Evil}
		e.URL = "https://courier.example/" + e.Ref
		e.Topics = []model.Topic{{Key: "quay", Name: "quay" + uitest.Evil}}
	}
	o := uitest.HomeOptions(uitest.NewFakeStore(es))
	o.Copy = func(text string) error {
		*copied = append(*copied, text)
		return nil
	}
	return started(o, 110, 24)
}

// TestNoActionOfTheListShowsForbiddenCharacters does all that can be done with rows full of them, and with what opens
// then.
func TestNoActionOfTheListShowsForbiddenCharacters(t *testing.T) {
	done := 0
	do := func(keys ...string) (next []string) {
		var copied []string
		a := evilLibrary(&copied)
		uitest.Drive(a, uitest.Press(keys...)...)
		if len(a.Stack) == 0 {
			return nil
		}
		done++
		for where, text := range map[string]string{
			"the screen": uitest.ScreenText(a), "the title": a.View().WindowTitle, "the clipboard": strings.Join(copied, "\n"),
		} {
			if clean.Text(text) != text {
				t.Errorf("after %q %s holds forbidden characters: %q", keys, where, text)
			}
		}
		for _, set := range a.Top().Actions() {
			for b := range set {
				next = append(next, b.Keys...)
			}
		}
		return next
	}
	if rows := uitest.ScreenText(evilLibrary(new([]string))); !strings.Contains(rows, "\uFFFD[2J") {
		t.Fatalf("no row is shown:\n%s", rows)
	}
	for _, key := range do() {
		for _, next := range do(key) {
			do(key, next)
		}
	}
	if done < 100 {
		t.Errorf("only %d ways were gone", done)
	}
}
