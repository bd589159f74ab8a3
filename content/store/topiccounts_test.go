package store

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
	"lede/model/query"
)

// TestTopicsAreThoseOfFacets counts the topics of a library while it changes, in both ways.
func TestTopicsAreThoseOfFacets(t *testing.T) {
	s, err := Open(t.Context(), filled(t, 60), Options{})
	must(t, err)
	defer s.Close()
	check := func(after string) {
		t.Helper()
		f, err := s.Facets(t.Context(), query.Query{})
		must(t, err)
		for i := range f.Topics {
			f.Topics[i].Rising = 0
		}
		for _, limit := range []int{3, 5000} {
			got, n, err := s.Topics(t.Context(), limit)
			must(t, err)
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
	must(t, err)
	f, err := s.Facets(t.Context(), query.Query{})
	must(t, err)
	first, second, third := f.Topics[0].Name, f.Topics[1].Name, f.Topics[2].Name
	_, err = s.Tag(t.Context(), "tag", []model.ID{rows[0].ID, rows[1].ID}, []string{"night trains"}, []string{first})
	must(t, err)
	check("tagging")
	must(t, s.HideTopic(t.Context(), "hide", second, true))
	check("hiding")
	on := true
	_, err = s.Mark(t.Context(), "remove", []model.ID{rows[2].ID}, model.StatusChange{Removed: &on})
	must(t, err)
	check("removing")
	_, _, err = s.Undo(t.Context())
	must(t, err)
	check("undo")
	must(t, s.MergeTopics(t.Context(), "merge", []string{third}, first))
	check("merging")
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
