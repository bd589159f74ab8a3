package reader

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/clean"
	"lede/ui"
	"lede/ui/reader/text"
)

// Offers implements offering: the sections of the article.
func (r *reader) Offers() []ui.Offer {
	if r.text.Doc == nil || r.text.View == text.RawView || len(r.text.Items.Sections) < 2 {
		return nil
	}
	it := r.text.Items
	var all []ui.Offer
	for i := range it.Sections {
		all = append(all, ui.Offer{
			Words: clean.Line(strings.TrimSpace(it.SectionName(i))), Names: []string{"section " + strconv.Itoa(i+1)},
			Kind: "section", Aside: "§ " + strconv.Itoa(i+1), Here: true,
			Take: func() tea.Cmd { return r.jumps.toSection(i) },
		})
	}
	return all
}

// Places implements offering: "50%" is a place in the article, "3" a section.
func (r *reader) Places(typed string) []ui.Offer {
	if r.text.Doc == nil || r.text.View == text.RawView {
		return nil
	}
	digits, percent := strings.CutSuffix(typed, "%")
	n, err := strconv.Atoi(strings.TrimSpace(digits))
	switch sections := r.text.Items.Sections; {
	case err != nil || n < 0:
		return nil
	case percent && n <= 100:
		return []ui.Offer{{
			Words: fmt.Sprintf("to %d %% of the article", n), Names: []string{typed}, Line: typed, Here: true,
			Take: func() tea.Cmd { return r.jumps.toPercent(n) },
		}}
	case !percent && n > 0 && n <= len(sections) && len(sections) > 1:
		return []ui.Offer{{
			Words: fmt.Sprintf("to section %d", n), Names: []string{typed}, Line: typed, Here: true,
			Aside: clean.Line(strings.TrimSpace(r.text.Items.SectionName(n - 1))),
			Take:  func() tea.Cmd { return r.jumps.toSection(n - 1) },
		}}
	}
	return nil
}

// Subject implements subject: the article, once all of it is there.
func (r *reader) Subject() (a *model.Article, ref, refusal string) {
	switch {
	case r.text.Items == nil:
		return nil, "", "There is no article here yet."
	case r.loading.more:
		return nil, "", r.loading.unfinished()
	}
	return r.article(), "", ""
}

// Busy implements busy: the article is still on its way, or another one is.
func (r *reader) Busy() bool { return r.trip.coming != nil || r.loading.more && r.loading.err == nil }

// NewPage returns the screen of an article that is there already: what a command has answered.
func NewPage(a *ui.App, article model.Article) ui.Screen {
	r := NewReader(a, article.Ref)
	here := r.trip.trail.Here()
	here.Title, here.Article = article.Title, &article
	return r
}
