package index_test

import (
	"testing"

	"lede/content/store/storetest"
	"lede/model"
	"lede/model/query"
)

// TestASiteIsOneHoweverItsHostIsWritten keeps articles of one site, one of them as an older lede wrote it.
func TestASiteIsOneHoweverItsHostIsWritten(t *testing.T) {
	s := storetest.Open(t)
	for i, site := range []string{"DW.COM", "dw.com", "www.dw.com"} {
		a := model.Article{Entry: model.Entry{ID: model.NewID(site), Ref: site, Title: site, Site: site, Words: i}}
		if _, err := s.Put(t.Context(), false, a); err != nil {
			t.Fatal(err)
		}
	}
	const older = `UPDATE article SET site = 'DW.COM' WHERE title = 'DW.COM'`
	if _, err := storetest.Raw(t, s.Path()).ExecContext(t.Context(), older); err != nil {
		t.Fatal(err)
	}
	f, err := s.Facets(t.Context(), query.Query{})
	if err != nil || len(f.Sites) != 1 || f.Sites[0].Name != "dw.com" || f.Sites[0].Count != 3 {
		t.Errorf("the sites are %+v (%v)", f.Sites, err)
	}
	rows, err := s.Find(t.Context(), query.Query{}, 0, 10)
	if err != nil || len(rows) != 3 {
		t.Errorf("%d rows (%v)", len(rows), err)
	}
}
