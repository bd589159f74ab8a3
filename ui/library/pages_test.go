package library

import (
	"fmt"
	"testing"

	"lede/model"
)

// TestPagesGiveTheRows holds pages to a plain list of rows, whatever comes in whatever order.
func TestPagesGiveTheRows(t *testing.T) {
	const n = 1057
	var all []model.Row
	for i := range n {
		all = append(all, model.Row{Entry: model.Entry{ID: model.ID(fmt.Sprint(i))}})
	}
	p := pages{head: all[:2]}
	p.put(0, all[:pageRows])
	p.count(n)
	for step := range 200 {
		at := step * 7919 % p.len()
		if page, ok := p.missing(at, at+30); ok {
			p.put(page, all[page*pageRows:min(n, (page+1)*pageRows)])
		}
		p.trim(p.pageOf(at))
		row := p.row(at)
		want := all[max(0, at-2)].ID
		if at < 2 {
			want = all[at].ID
		}
		if row == nil || row.ID != want {
			t.Fatalf("row %d is %v, want %s", at, row, want)
		}
		if got := p.find(row.ID, at); p.row(got).ID != row.ID {
			t.Fatalf("%s is found at %d", row.ID, got)
		}
		if len(p.held) > keptPages {
			t.Fatalf("%d pages are held", len(p.held))
		}
	}
	if p.row(-1) != nil || p.row(p.len()) != nil {
		t.Error("there are rows outside")
	}
}

func TestPagesTellHowManyRowsThereAre(t *testing.T) {
	type step struct{ page, rows int }
	for name, c := range map[string]struct {
		steps []step
		n     int
		whole bool
	}{
		"none":                          {[]step{{0, 0}}, 0, true},
		"a part of a page":              {[]step{{0, 30}}, 30, true},
		"a whole page":                  {[]step{{0, pageRows}}, pageRows, false},
		"a whole page and a part":       {[]step{{0, pageRows}, {1, 30}}, pageRows + 30, true},
		"a whole page and an empty one": {[]step{{0, pageRows}, {1, 0}}, pageRows, false},
		"the last one first":            {[]step{{2, 7}, {0, pageRows}}, 2*pageRows + 7, true},
	} {
		var p pages
		for _, s := range c.steps {
			p.put(s.page, make([]model.Row, s.rows))
		}
		if p.n != c.n || p.whole != c.whole {
			t.Errorf("%s: %d rows, whole: %t; want %d, %t", name, p.n, p.whole, c.n, c.whole)
		}
	}
}
