package library

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui"
	"lede/ui/uitest"
)

func TestThePickerStaysOnItsTopicWhenOthersComeIn(t *testing.T) {
	f := uitest.NewFakeSession(uitest.Courier())
	a := shelf(f, 80, 24)
	uitest.Drive(a, uitest.Press("T", "s", "t", "down")...)
	p := a.Top().(*facetPicker)
	on := p.Entry(p.Selected()).Name
	more := model.Entry{
		Ref: "new", Title: "New",
		Topics: []model.Topic{
			model.NewTopic("Storms", "", ""), model.NewTopic("States", "", ""),
			model.NewTopic("Steel", "", ""),
		},
	}
	f.Records = append(f.Records, uitest.NewFakeStore([]model.Entry{more}).Records...)
	uitest.Drive(a, filesListedMsg{session: f, done: true})
	if now := p.Entry(p.Selected()).Name; now != on || len(p.Shown) < 4 {
		t.Errorf("the cursor was on %q, and is on %q of %d", on, now, len(p.Shown))
	}
}

func TestALongPasteIsCutBetweenCharacters(t *testing.T) {
	a := home(uitest.NewFakeStore(uitest.Courier()), 80, 24)
	uitest.Drive(a, uitest.KeyPress("/"),
		tea.PasteMsg{Content: strings.Repeat("\u200b", 10) + "xx" + strings.Repeat("界", ui.MaxPaste)})
	if got := theLibrary(a).typing.prompt.Text; !strings.HasSuffix(got, "界") {
		t.Errorf("the paste ends with %q", got[len(got)-3:])
	}
}
