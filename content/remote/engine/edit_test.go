package engine_test

import (
	"fmt"
	"strings"
	"testing"

	"lede/content/remote"
	"lede/model"
)

// revise changes the text of an entry.
func (s *server) revise(id remote.EntryID) {
	s.edits = append(s.edits, id)
	e := s.entry(id)
	n := len(s.edits)
	text, _, _ := strings.Cut(e.Item.HTML, ". It was edited")
	e.Item.Title = fmt.Sprintf("%s, edit %d", s.titles[e.Item.ID][0], n)
	e.Item.HTML = fmt.Sprintf("%s. It was edited %d times.", text, n)
	e.Hash = fmt.Sprintf("%s-%d", e.Item.ID, n)
	s.titles[e.Item.ID] = append(s.titles[e.Item.ID], e.Item.Title)
}

func TestAnEditedEntryBecomesAVersionOnce(t *testing.T) {
	for _, bare := range []bool{false, true} {
		s := newServer("tides")
		s.bare = bare
		s.arrive("1")
		id := s.arrive("1")
		m := newMachine(t, s)
		m.mustSync()
		m.mark(id, model.StatusChange{Read: yes(), Starred: yes()})
		m.mustSync()
		s.revise(id)
		s.entry(id).Read = !bare // where nothing else shows it, the server marks it as unread
		if x := m.mustSync(); x.Changed != 1 {
			t.Errorf("bare %v: %+v has come", bare, x)
		}
		if x := m.mustSync(); x.Changed+x.New != 0 {
			t.Errorf("bare %v: it comes again: %+v", bare, x)
		}
		versions, err := m.store.Versions(t.Context(), m.article(id))
		if err != nil || len(versions) != 2 || versions[1].Title != s.entry(id).Item.Title || !m.status(id).Starred {
			t.Errorf("bare %v: the texts are %+v (%v), and it is %+v", bare, versions, err, m.status(id))
		}
	}
}

// edited has the text of an entry edited at its source.
func (s *schedule) edited() {
	if n := len(s.server.entries); n > 0 {
		id := s.server.entries[s.IntN(n)].ID
		s.note("edited %s", id)
		s.server.revise(id)
	}
}

// agreeOnTexts compares the texts of a machine's articles: each is that of the server, and what it was before is kept
// beside it, once.
func (s *schedule) agreeOnTexts(m *machine) {
	if s.server.bare { // it does not show what was edited
		return
	}
	for _, e := range s.server.entries {
		versions, err := m.store.Versions(s.t.Context(), m.article(e.ID))
		if err != nil {
			s.t.Errorf("%s: %v, after %q", e.Item.ID, err, s.log)
			continue
		}
		all, at := s.server.titles[e.Item.ID], 0
		for _, v := range versions {
			for at < len(all) && all[at] != v.Title {
				at++
			}
			at++
		}
		if at != len(all) {
			s.t.Errorf("%s has the texts %v, want some of %q up to the last, after %q", e.Item.ID, versions, all, s.log)
		}
	}
}
