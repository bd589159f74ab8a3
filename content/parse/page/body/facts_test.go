package body

import (
	"testing"

	"golang.org/x/net/html/atom"

	"lede/content/parse/page/dom"
	"lede/content/parse/page/meta"
	"lede/model"
)

func TestPassagesKnowHowFarBelowTheTitleTheyStand(t *testing.T) {
	for name, c := range map[string]struct {
		page string
		want []int
	}{
		"the heading that is the title": {`<p>Log in</p><h1>The tide at the quay</h1><p>One.</p>`, []int{-1, 0, 1}},
		"a lower heading that says so": {
			`<p>Log in</p><h3>The tide at the quay</h3><h4>Sunday</h4><p>One.</p>`,
			[]int{-1, 0, 1, 2},
		},
		"nothing that is the title's own": {`<p>Log in</p><h3>Elsewhere</h3><p>One.</p>`, []int{0, 0, 0}},
	} {
		d := dom.Parse("<title>The tide at the quay</title><body>"+c.page, "", nil)
		_, meta := meta.Read(d, model.Entry{})
		s := newSurvey(d, nil)
		read, _ := s.read()
		for i, f := range gatherFacts(s, read, meta) {
			if f.belowH != c.want[i] {
				t.Errorf("%s: %q stands %d below the title, want %d", name, f.text, f.belowH, c.want[i])
			}
		}
	}
}

func TestThresholdIsLowOnPagesThatAreMisread(t *testing.T) {
	var all []*verdict
	for _, chance := range []float64{.17, .19, .18, .02} {
		all = append(all, &verdict{passageFacts: &passageFacts{passage: &passage{size: 300}, tag: atom.P}, chance: chance})
	}
	if got := threshold(all); got < .02 || got > .17 {
		t.Errorf("threshold %.2f, want one between what is chosen nowhere and the rest", got)
	}
}
