package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"lede/model"
)

func TestAnOverlayIsDrawnInTheThemeOfNow(t *testing.T) {
	a := correcting(newCorrector(), 80, 24)
	drive(a, press("!")...)
	drive(a, tea.ColorProfileMsg{Profile: colorprofile.ANSI})
	if got := a.View().Content; !strings.Contains(got, a.theme.Accent.Open()+"div.story > p") {
		t.Errorf("the element is drawn in no style of the theme:\n%q", got)
	}
}

func TestThePickerStaysOnItsTopicWhenOthersComeIn(t *testing.T) {
	a := started(Options{Library: serving(courier())}, 80, 24)
	drive(a, press("T", "s", "t", "down")...)
	l := a.top().(*topicPicker).list
	p := l.picking
	on := p.entry(p.selected()).name
	e := model.Entry{Ref: "new", Title: "New", Topics: []model.Topic{{Name: "Storms"}, {Name: "States"}, {Name: "Steel"}}}
	l.listing.add(digest([]model.Entry{e}))
	p.refresh()
	if now := p.entry(p.selected()).name; now != on || len(p.shown) < 4 {
		t.Errorf("the cursor was on %q, and is on %q of %d", on, now, len(p.shown))
	}
}

func TestOnlyTheLeftButtonChooses(t *testing.T) {
	for _, button := range []tea.MouseButton{tea.MouseRight, tea.MouseMiddle, tea.MouseBackward} {
		a := started(one(harbour()), 80, 24)
		drive(a, press("y")...)
		box := a.top().(*menu).own()
		for _, y := range []int{box.y + 1, box.y + box.h + 1} {
			if drive(a, tea.MouseClickMsg{X: box.x + 4, Y: y, Button: button}); len(a.stack) != 2 {
				t.Errorf("button %v at line %d chooses or closes", button, y)
			}
		}
	}
}
