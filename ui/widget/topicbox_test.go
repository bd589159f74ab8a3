package widget

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lede/ui/theme"
)

// topicsOf is a source of topics of which more may come.
type topicsOf struct {
	names []string
	due   bool
	only  string // the topic that was asked for
}

func (s *topicsOf) Topics() []string                { return s.names }
func (s *topicsOf) Words(t string) Haystack         { return NewHaystack(t) }
func (s *topicsOf) Entry(t string) TopicEntry       { return TopicEntry{Name: t} }
func (s *topicsOf) Asked() (with, without []string) { return nil, nil }
func (s *topicsOf) Either() bool                    { return false }
func (s *topicsOf) Due() bool                       { return s.due }

func (s *topicsOf) Turn(how TopicTurn, t string) {
	if how == onlyTopic {
		s.only = t
	}
}

// typedInto makes a box of topics into which words and enter are typed; closed reports whether it has been closed.
func typedInto(t *testing.T, s *topicsOf, words string) (box *TopicBox[string], closed *bool) {
	t.Helper()
	closed = new(bool)
	env := &Env{Theme: theme.New(true), W: 80, H: 24, Pop: func() tea.Cmd {
		*closed = true
		return func() tea.Msg { return nil }
	}}
	box = NewTopicBox(env, s, nil)
	for _, r := range words {
		box.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	box.Choose()
	return box, closed
}

func TestAnEnterBeforeItsTopicHasComeIsDoneWhenItComes(t *testing.T) {
	s := &topicsOf{due: true}
	box, closed := typedInto(t, s, "ferr")
	if got := strings.Join(box.Lines(box.Own()), "\n"); *closed || !strings.Contains(got, "Waiting for a topic") {
		t.Fatalf("closed is %v:\n%s", *closed, got)
	}
	s.names = []string{"bridges"}
	if box.Renew(); *closed {
		t.Fatal("a topic that does not match ended the box")
	}
	s.names = append(s.names, "ferries")
	if box.Renew(); !*closed || s.only != "ferries" {
		t.Errorf("closed is %v, and %q was asked for", *closed, s.only)
	}
}

func TestAnEarlyEnterIsTakenBackByTypingAndForgottenAtTheEnd(t *testing.T) {
	s := &topicsOf{due: true}
	box, closed := typedInto(t, s, "ferr")
	box.Update(tea.KeyPressMsg{Code: 'i', Text: "i"})
	s.names = []string{"ferries"}
	if box.Renew(); *closed {
		t.Error("an enter that more was typed after ended the box")
	}

	s = &topicsOf{due: true}
	box, closed = typedInto(t, s, "ferr")
	s.due = false
	box.Renew()
	s.names = []string{"ferries"}
	if box.Renew(); *closed || strings.Contains(strings.Join(box.Lines(box.Own()), ""), "Waiting") {
		t.Error("an enter was kept although no more topics were to come")
	}
}
