package library

import (
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lede/model"
	"lede/model/query"
	"lede/ui/theme"
	"lede/ui/uitest"
	"lede/ui/widget"
)

func TestAClickTakesNoChipOffThatHasGone(t *testing.T) {
	a := home(uitest.NewFakeStore(uitest.Courier()), 60, 7) // so low that the head stands where the chips were
	l := theLibrary(a)
	uitest.Drive(a, uitest.Press("1", "/", "t", "enter")...)
	a.View()
	if len(l.chips.All) != 2 {
		t.Fatalf("%d chips", len(l.chips.All))
	}
	x := l.chips.All[0].From
	for !l.ask.empty() {
		uitest.Drive(a, uitest.Press("esc")...)
	}
	a.View()
	uitest.Drive(a, uitest.Click(x, 0))
	if !l.ask.empty() {
		t.Errorf("a click asks for %+v", l.ask)
	}
}

func TestEveryPartOfWhatIsAskedForIsAChip(t *testing.T) {
	a := ask{
		view: unread, saved: model.NamedQuery{Name: "Long reads", Query: "minutes:>6"},
		with: []topicTerm{{"rail", "Rail"}, {"roads", "Roads"}}, either: true,
		without: []topicTerm{{"trade", "Trade"}}, sites: []string{"Courier", "Post"}, words: " sea wall ",
		sort: query.ByTitle,
	}
	var c widget.Chips[ask]
	const want = "  Unread ×  Long reads ×  Rail × or  Roads ×  not Trade ×  Courier × or  Post ×  “sea wall” ×"
	if got := ansi.Strip(c.Draw(theme.New(true), a.parts(), 120)); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	for !a.empty() { // from the last to the first
		parts := len(a.parts())
		if a = a.back(); len(a.parts()) != parts-1 || a.sort != query.ByTitle {
			t.Fatalf("%d parts become %+v", parts, a)
		}
	}
}
