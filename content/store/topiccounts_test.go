package store_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/content/store"
	"lede/content/store/storetest"
	"lede/model"
	"lede/model/query"
)

// TestTopicsAreThoseOfFacets counts the topics of a library while it changes, in both ways.
func TestTopicsAreThoseOfFacets(t *testing.T) {
	s, err := store.Open(t.Context(), storetest.Filled(t, 60), store.Options{})
	storetest.Must(t, err)
	defer s.Close()
	check := func(after string) {
		t.Helper()
		f, err := s.Facets(t.Context(), query.Query{})
		storetest.Must(t, err)
		for i := range f.Topics {
			f.Topics[i].Rising = 0
		}
		for _, limit := range []int{3, 5000} {
			got, n, err := s.Topics(t.Context(), limit)
			storetest.Must(t, err)
			for i := range got {
				got[i].Rising = 0
			}
			if d := cmp.Diff(f.Topics[:min(limit, len(f.Topics))], got); d != "" || n != f.Total {
				t.Errorf("after %s: %d articles, want %d (-want +got):\n%s", after, n, f.Total, d)
			}
		}
	}
	check("adding")
	rows, err := s.Find(t.Context(), query.Query{}, 0, 5)
	storetest.Must(t, err)
	f, err := s.Facets(t.Context(), query.Query{})
	storetest.Must(t, err)
	first, second, third := f.Topics[0].Name, f.Topics[1].Name, f.Topics[2].Name
	_, err = s.Tag(t.Context(), "tag", []model.ID{rows[0].ID, rows[1].ID}, []string{"night trains"}, []string{first})
	storetest.Must(t, err)
	check("tagging")
	storetest.Must(t, s.HideTopic(t.Context(), "hide", second, true))
	check("hiding")
	on := true
	_, err = s.Mark(t.Context(), "remove", []model.ID{rows[2].ID}, model.StatusChange{Removed: &on})
	storetest.Must(t, err)
	check("removing")
	_, _, err = s.Undo(t.Context())
	storetest.Must(t, err)
	check("undo")
	storetest.Must(t, s.MergeTopics(t.Context(), "merge", []string{third}, first))
	check("merging")
}
