package engine_test

import (
	"slices"
	"strings"
	"testing"

	"lede/content/remote"
	"lede/model"
)

func TestAServerThatWasSetBackTakesNothingBack(t *testing.T) {
	s := newServer("tides", "market")
	for range 4 {
		s.arrive("1")
	}
	m := newMachine(t, s)
	m.mustSync()
	feeds, entries := slices.Clone(s.feeds[:1]), slices.Clone(s.entries)
	for _, e := range entries {
		m.mark(e.ID, model.StatusChange{Read: yes(), Starred: yes()})
	}
	for i := range 4 {
		s.arrive(s.feeds[i%2].ID)
	}
	m.mustSync()
	s.feeds, s.entries, s.next = feeds, slices.Clone(entries), 7 // last week's backup, whose IDs are given again
	for range 3 {
		s.arrive("1")
	}
	x := m.mustSync()
	if !strings.Contains(strings.Join(x.Notes, " "), "set back") {
		t.Errorf("it is not told: %v", x.Notes)
	}
	m.mustSync()
	for _, e := range s.entries[:4] {
		if !e.Read || !e.Starred || !m.status(e.ID).Read || !m.status(e.ID).Starred {
			t.Errorf("what was done with %s is taken back", e.ID)
		}
	}
	for _, e := range s.entries[4:] {
		if m.status(e.ID).Read || m.status(e.ID).Arrived.IsZero() {
			t.Errorf("a new entry with an ID of before is %+v", m.status(e.ID))
		}
	}
	if len(s.feeds) != 2 {
		t.Errorf("the feeds there are %v", s.feeds)
	}
}

// TestWhatWaitedWhenTheServerWasSetBackCounts has an article that was marked unread here, and not sent, when its
// server was set back: it comes again under another ID, and is read there. Its earlier ID is another article's.
func TestWhatWaitedWhenTheServerWasSetBackCounts(t *testing.T) {
	s := newServer("tides", "market")
	s.arrive("1")
	m := newMachine(t, s)
	m.mustSync()
	backup, next := slices.Clone(s.entries), s.next
	wanted := s.arrive("1")
	s.arrive("1")
	s.entry(wanted).Read, s.entry(wanted).Starred = true, true
	m.mustSync()
	m.mark(wanted, model.StatusChange{Read: no(), Starred: no()})
	again := *s.entry(wanted)
	s.entries, s.next = backup, next
	other := s.arrive("1")
	s.entry(other).Read, s.entry(other).Starred = true, true
	again.ID = remote.EntryID(s.id())
	s.entries = append(s.entries, again)
	if x := m.mustSync(); !strings.Contains(strings.Join(x.Notes, " "), "set back") {
		t.Errorf("it is not told: %v", x.Notes)
	}
	m.mustSync()
	if st, e := m.status(again.ID), s.entry(again.ID); st.Read || st.Starred || e.Read || e.Starred {
		t.Errorf("what was done here is taken back: %+v here and %+v there", st, e)
	}
	if st, e := m.status(other), s.entry(other); other != wanted || !st.Read || !e.Read || !e.Starred {
		t.Errorf("what was done with another article is done with %s: %+v here and %+v there", other, st, e)
	}
}

// TestMarksOfAFeedThatHasGoneAreNoSetback has the newest entries go with their feed.
func TestMarksOfAFeedThatHasGoneAreNoSetback(t *testing.T) {
	s := newServer("tides", "market")
	old := s.arrive("1")
	s.arrive("2")
	s.arrive("2")
	m := newMachine(t, s)
	m.mustSync()
	s.unfollow("https://market.example/feed")
	m.mark(old, model.StatusChange{Read: yes()})
	if x := m.mustSync(); len(x.Notes) > 0 || !s.entry(old).Read {
		t.Errorf("the sync notes %v, and there is %+v", x.Notes, s.entry(old))
	}
}

// TestAServerWithEditedArticlesIsNotTakenForOneThatWasSetBack has the newest articles edited.
func TestAServerWithEditedArticlesIsNotTakenForOneThatWasSetBack(t *testing.T) {
	s := newServer("tides")
	s.arrive("1")
	id := s.arrive("1")
	s.entry(id).Read = true
	m := newMachine(t, s)
	m.mustSync()
	for i := range s.entries {
		s.entries[i].Hash = "edited"
	}
	s.entry(id).Read = false
	if x := m.mustSync(); len(x.Notes) > 0 || m.status(id).Read {
		t.Errorf("the sync notes %v, and the article is %+v", x.Notes, m.status(id))
	}
}

// TestAFeedThatGoesWhileAServerIsLookedAtIsNoSetback has the newest entries go with their feed after the feeds were
// listed.
func TestAFeedThatGoesWhileAServerIsLookedAtIsNoSetback(t *testing.T) {
	s := newServer("tides", "market")
	s.arrive("1")
	s.arrive("2")
	s.arrive("2")
	m := newMachine(t, s)
	m.mustSync()
	s.before = func() {
		if s.requests == 3 {
			s.unfollow("https://market.example/feed")
		}
	}
	if x := m.mustSync(); len(x.Notes) > 0 {
		t.Errorf("the sync notes %v", x.Notes)
	}
}
