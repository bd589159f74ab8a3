package reader

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/clean"
	"lede/ui"
)

// Offers implements offering: the sections of the article.
func (r *reader) Offers() []ui.Offer {
	if r.text.doc == nil || r.text.view == rawView || len(r.text.items.sections) < 2 {
		return nil
	}
	it := r.text.items
	var all []ui.Offer
	for i := range it.sections {
		all = append(all, ui.Offer{
			Words: clean.Line(strings.TrimSpace(it.sectionName(i))), Names: []string{"section " + strconv.Itoa(i+1)},
			Kind: "section", Aside: "§ " + strconv.Itoa(i+1), Here: true,
			Take: func() tea.Cmd { return r.toSection(i) },
		})
	}
	return all
}

// Places implements offering: "50%" is a place in the article, "3" a section.
func (r *reader) Places(typed string) []ui.Offer {
	if r.text.doc == nil || r.text.view == rawView {
		return nil
	}
	digits, percent := strings.CutSuffix(typed, "%")
	n, err := strconv.Atoi(strings.TrimSpace(digits))
	switch sections := r.text.items.sections; {
	case err != nil || n < 0:
		return nil
	case percent && n <= 100:
		return []ui.Offer{{
			Words: fmt.Sprintf("to %d %% of the article", n), Names: []string{typed}, Line: typed, Here: true,
			Take: func() tea.Cmd { return r.toPercent(n) },
		}}
	case !percent && n > 0 && n <= len(sections) && len(sections) > 1:
		return []ui.Offer{{
			Words: fmt.Sprintf("to section %d", n), Names: []string{typed}, Line: typed, Here: true,
			Aside: clean.Line(strings.TrimSpace(r.text.items.sectionName(n - 1))),
			Take:  func() tea.Cmd { return r.toSection(n - 1) },
		}}
	}
	return nil
}

// toPercent goes to where so much of the article's words stands above.
func (r *reader) toPercent(percent int) tea.Cmd {
	if !r.text.toPercent(percent) {
		return r.app.Notify("The words are still being counted.")
	}
	return nil
}

// Subject implements subject: the article, once all of it is there.
func (r *reader) Subject() (a *model.Article, ref, refusal string) {
	switch {
	case r.text.items == nil:
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
	here := r.trip.trail.here()
	here.title, here.article = article.Title, &article
	return r
}
