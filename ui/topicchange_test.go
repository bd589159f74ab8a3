package ui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// onTopic puts the cursor of the column on a line of it.
func onTopic(a *App, name string) {
	c := &theLibrary(a).column
	if !c.focus {
		drive(a, press("tab")...)
	}
	drive(a, press("g")...)
	for range c.items {
		if c.item().name == name {
			return
		}
		drive(a, press("j")...)
	}
}

func TestTopicsAreAddedRenamedMergedAndHidden(t *testing.T) {
	f := kept()
	a := home(f, 120, 40)
	drive(a, press("j", "t")...)
	drive(a, tea.PasteMsg{Content: "Sea level"})
	drive(a, press("enter")...)
	if got := theLibrary(a).selected().Topics; got[len(got)-1].Name != "Sea level" {
		t.Errorf("the topics are %v", got)
	}
	onTopic(a, "flooding")
	drive(a, press("r", "ctrl+u")...)
	drive(a, tea.PasteMsg{Content: "Floods"})
	drive(a, press("enter", "q")...)
	onTopic(a, "ferries")
	drive(a, press("M")...)
	drive(a, tea.PasteMsg{Content: "council"})
	drive(a, press("enter", "q")...)
	onTopic(a, "trade")
	drive(a, press("x", "q")...)
	var names []string
	for _, topic := range theLibrary(a).facets.Topics {
		names = append(names, fmt.Sprint(topic.Name, " ", topic.Count))
	}
	if got := strings.Join(names[:4], ", "); got != "Westhaven 4, council 4, Floods 3, coastal defence 2" {
		t.Errorf("the topics are %s", got)
	}
}

// typed is what comes of a text that is typed and accepted.
func typed(a *App, text string) {
	drive(a, press("ctrl+u")...)
	drive(a, tea.PasteMsg{Content: text})
	drive(a, press("enter")...)
}

func TestChangesOfTopicsTellWhatIsNowSo(t *testing.T) {
	for _, c := range []struct {
		do   func(a *App)
		want string
	}{
		{func(a *App) { drive(a, press("j", "t")...); typed(a, "Sea level") }, "“Harbour towns brace for the spring tides” has the topic “Sea level”. U takes it back."},
		{func(a *App) { drive(a, press("j", "t", "enter")...) }, "“Harbour towns brace for the spring tides” no longer has the topic “flooding”. U takes it back."},
		{func(a *App) { drive(a, press("j", "v", "v", "t")...); typed(a, "tides") }, "2 articles have the topic “tides”. U takes it back."},
		{func(a *App) { onTopic(a, "flooding"); drive(a, press("r")...); typed(a, "Floods") }, "The topic “flooding” is now “Floods”. U takes it back."},
		{func(a *App) { onTopic(a, "flooding"); drive(a, press("r")...); typed(a, "council") }, "The topic “flooding” is now part of “council”. U takes it back."},
		{func(a *App) { onTopic(a, "ferries"); drive(a, press("M")...); typed(a, "council") }, "The topic “ferries” is now part of “council”. U takes it back."},
		{func(a *App) { onTopic(a, "trade"); drive(a, press("x")...) }, "The topic “trade” is hidden, its articles are not. U takes it back."},
	} {
		a := home(kept(), 120, 40)
		c.do(a)
		if got := lastLine(a); !strings.Contains(got, c.want) {
			t.Errorf("the notice is %q, want %q", strings.TrimSpace(got), c.want)
		}
	}
}

func TestRenamingATopicToItsOwnNameChangesNothing(t *testing.T) {
	a := home(kept(), 120, 40)
	onTopic(a, "flooding")
	drive(a, press("r", "enter")...)
	if a.notice.text != "" {
		t.Errorf("the notice is %q, want none", a.notice.text)
	}
}

func TestAHiddenTopicIsShownAgain(t *testing.T) {
	a := home(kept(), 120, 40)
	onTopic(a, "trade")
	drive(a, press("x")...)
	if onTopic(a, "trade"); theLibrary(a).column.item().kind == topicItem {
		t.Error("a hidden topic is still in the column")
	}
	onTopic(a, "hidden")
	if got := lastLine(a); !strings.Contains(got, "enter show one again") {
		t.Errorf("the footer is %q", got)
	}
	drive(a, press("enter", "enter")...)
	if got := lastLine(a); !strings.Contains(got, "The topic “trade” is shown again. U takes it back.") {
		t.Errorf("the notice is %q", got)
	}
	onTopic(a, "trade")
	if got := theLibrary(a).column.item(); got.kind != topicItem || got.name != "trade" {
		t.Errorf("the column has no such topic: %v", got)
	}
}

func TestATopicIsGivenToAllThatAreSelected(t *testing.T) {
	a := home(kept(), 120, 40)
	drive(a, press("j", "V", "t")...)
	typed(a, "tides")
	for _, c := range theLibrary(a).facets.Topics {
		if c.Key == "tides" && c.Count == 12 {
			return
		}
	}
	t.Errorf("the topics are %v, want tides for all 12", theLibrary(a).facets.Topics)
}

func TestTheColumnNamesTheKeysOfATopic(t *testing.T) {
	a := home(kept(), 80, 24)
	onTopic(a, "flooding")
	want := "enter only this  space add  - leave out  r rename  M merge  x hide"
	if got := lastLine(a); !strings.Contains(got, want) {
		t.Errorf("the footer is %q, want %q", got, want)
	}
}
