package library

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lede/ui"
	"lede/ui/uitest"
)

// onTopic puts the cursor of the column on a line of it.
func onTopic(a *ui.App, name string) {
	c := &theLibrary(a).column
	if !c.focus {
		uitest.Drive(a, uitest.Press("tab")...)
	}
	uitest.Drive(a, uitest.Press("g")...)
	for range c.items {
		if c.item().name == name {
			return
		}
		uitest.Drive(a, uitest.Press("j")...)
	}
}

func TestTopicsAreAddedRenamedMergedAndHidden(t *testing.T) {
	f := uitest.Kept()
	a := home(f, 120, 40)
	uitest.Drive(a, uitest.Press("j", "t")...)
	uitest.Drive(a, tea.PasteMsg{Content: "Sea level"})
	uitest.Drive(a, uitest.Press("enter")...)
	if got := theLibrary(a).selected().Topics; got[len(got)-1].Name != "Sea level" {
		t.Errorf("the topics are %v", got)
	}
	onTopic(a, "flooding")
	uitest.Drive(a, uitest.Press("r", "ctrl+u")...)
	uitest.Drive(a, tea.PasteMsg{Content: "Floods"})
	uitest.Drive(a, uitest.Press("enter", "q")...)
	onTopic(a, "ferries")
	uitest.Drive(a, uitest.Press("M")...)
	uitest.Drive(a, tea.PasteMsg{Content: "council"})
	uitest.Drive(a, uitest.Press("enter", "q")...)
	onTopic(a, "trade")
	uitest.Drive(a, uitest.Press("x", "q")...)
	var names []string
	for _, topic := range theLibrary(a).facets.Topics {
		names = append(names, fmt.Sprint(topic.Name, " ", topic.Count))
	}
	if got := strings.Join(names[:4], ", "); got != "Westhaven 4, council 4, Floods 3, coastal defence 2" {
		t.Errorf("the topics are %s", got)
	}
}

// typed is what comes of a text that is typed and accepted.
func typed(a *ui.App, text string) {
	uitest.Drive(a, uitest.Press("ctrl+u")...)
	uitest.Drive(a, tea.PasteMsg{Content: text})
	uitest.Drive(a, uitest.Press("enter")...)
}

func TestChangesOfTopicsTellWhatIsNowSo(t *testing.T) {
	for _, c := range []struct {
		do   func(a *ui.App)
		want string
	}{
		{
			func(a *ui.App) { uitest.Drive(a, uitest.Press("j", "t")...); typed(a, "Sea level") },
			"“Harbour towns brace for the spring tides” has the topic “Sea level”. U takes it back.",
		},
		{
			func(a *ui.App) { uitest.Drive(a, uitest.Press("j", "t", "enter")...) },
			"“Harbour towns brace for the spring tides” no longer has the topic “flooding”. U takes it back.",
		},
		{
			func(a *ui.App) { uitest.Drive(a, uitest.Press("j", "v", "v", "t")...); typed(a, "tides") },
			"2 articles have the topic “tides”. U takes it back.",
		},
		{
			func(a *ui.App) { onTopic(a, "flooding"); uitest.Drive(a, uitest.Press("r")...); typed(a, "Floods") },
			"The topic “flooding” is now “Floods”. U takes it back.",
		},
		{
			func(a *ui.App) { onTopic(a, "flooding"); uitest.Drive(a, uitest.Press("r")...); typed(a, "council") },
			"The topic “flooding” is now part of “council”. U takes it back.",
		},
		{
			func(a *ui.App) { onTopic(a, "ferries"); uitest.Drive(a, uitest.Press("M")...); typed(a, "council") },
			"The topic “ferries” is now part of “council”. U takes it back.",
		},
		{
			func(a *ui.App) { onTopic(a, "trade"); uitest.Drive(a, uitest.Press("x")...) },
			"The topic “trade” is hidden, its articles are not. U takes it back.",
		},
	} {
		a := home(uitest.Kept(), 120, 40)
		c.do(a)
		if got := uitest.LastLine(a); !strings.Contains(got, c.want) {
			t.Errorf("the notice is %q, want %q", strings.TrimSpace(got), c.want)
		}
	}
}

func TestRenamingATopicToItsOwnNameChangesNothing(t *testing.T) {
	a := home(uitest.Kept(), 120, 40)
	onTopic(a, "flooding")
	uitest.Drive(a, uitest.Press("r", "enter")...)
	if a.Notice.Text != "" {
		t.Errorf("the notice is %q, want none", a.Notice.Text)
	}
}

func TestAHiddenTopicIsShownAgain(t *testing.T) {
	a := home(uitest.Kept(), 120, 40)
	onTopic(a, "trade")
	uitest.Drive(a, uitest.Press("x")...)
	if onTopic(a, "trade"); theLibrary(a).column.item().kind == topicItem {
		t.Error("a hidden topic is still in the column")
	}
	onTopic(a, "hidden")
	if got := uitest.LastLine(a); !strings.Contains(got, "enter show one again") {
		t.Errorf("the footer is %q", got)
	}
	uitest.Drive(a, uitest.Press("enter", "enter")...)
	if got := uitest.LastLine(a); !strings.Contains(got, "The topic “trade” is shown again. U takes it back.") {
		t.Errorf("the notice is %q", got)
	}
	onTopic(a, "trade")
	if got := theLibrary(a).column.item(); got.kind != topicItem || got.name != "trade" {
		t.Errorf("the column has no such topic: %v", got)
	}
}

func TestATopicIsGivenToAllThatAreSelected(t *testing.T) {
	a := home(uitest.Kept(), 120, 40)
	uitest.Drive(a, uitest.Press("j", "V", "t")...)
	typed(a, "tides")
	for _, c := range theLibrary(a).facets.Topics {
		if c.Key == "tides" && c.Count == 12 {
			return
		}
	}
	t.Errorf("the topics are %v, want tides for all 12", theLibrary(a).facets.Topics)
}

func TestTheColumnNamesTheKeysOfATopic(t *testing.T) {
	a := home(uitest.Kept(), 80, 24)
	onTopic(a, "flooding")
	want := "enter only this  space add  - leave out  r rename  M merge  x hide"
	if got := uitest.LastLine(a); !strings.Contains(got, want) {
		t.Errorf("the footer is %q, want %q", got, want)
	}
}
