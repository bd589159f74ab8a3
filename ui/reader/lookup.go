package reader

import (
	"context"
	"net/url"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/query"
	"lede/ui"
	"lede/ui/reader/trail"
	"lede/ui/render"
	"lede/ui/widget"
)

// likeTitles is how many articles with a title like the one that is looked for are offered.
const likeTitles = 6

// titleFoundMsg brings the articles whose title is like a headline.
type titleFoundMsg struct {
	request int // the reader's, when it was asked
	title   string
	rows    []model.Row
	exact   bool // the first one has that very title
	err     error
}

// lookUp looks for a headline without an address: in the library, and then by the search of the settings.
func (l *links) lookUp(title string) tea.Cmd {
	r := l.reader
	store, ctx, request, here := r.app.Store, r.loading.ctx, r.loading.request, r.article().ID
	return func() tea.Msg {
		rows, exact, err := findTitle(ctx, store, title, here)
		return titleFoundMsg{request, title, rows, exact, err}
	}
}

// findTitle finds an article by its title: the same but for case, accents and signs, or else those that have all its
// words in their titles. The article that names it is none of them.
func findTitle(ctx context.Context, s ui.Store, title string, but model.ID) (rows []model.Row, exact bool, err error) {
	words := query.Tokens(title)
	if len(words) == 0 {
		return nil, false, nil
	}
	all := make(query.And, len(words))
	for i, w := range words {
		all[i] = query.Phrase{Field: query.InTitle, Words: []string{w}}
	}
	for _, e := range []query.Expr{query.Phrase{Field: query.InTitle, Words: words}, all} {
		found, err := s.Find(ctx, query.Query{Expr: e, Sort: query.ByRelevance}, 0, likeTitles+1)
		if err != nil {
			return nil, false, err
		}
		for _, row := range found {
			if row.ID == but {
				continue
			}
			if slices.Equal(query.Tokens(row.Title), words) {
				return []model.Row{row}, true, nil
			}
			rows = append(rows, row)
		}
		if len(rows) > 0 {
			return rows[:min(len(rows), likeTitles)], false, nil
		}
	}
	return nil, false, nil
}

// titleFound opens the article with that title, or offers those like it and the search.
func (l *links) titleFound(msg titleFoundMsg) tea.Cmd {
	r := l.reader
	switch {
	case msg.request != r.loading.request || r.app.Top() != ui.Screen(r):
		return nil // the reader has moved on
	case msg.err != nil:
		return r.app.Fail("look for the article", msg.err)
	case msg.exact:
		return r.trip.follow(stopAt(msg.rows[0]))
	}
	var rows []widget.MenuRow
	for _, row := range msg.rows {
		rows = append(rows, widget.MenuRow{
			Label: ui.RowTitle(&row), Detail: row.Site + " ✓ kept",
			Take: func() tea.Cmd { return r.trip.follow(stopAt(row)) },
		})
	}
	if address := searchAddress(r.app.Search, msg.title); address != "" {
		rows = append(rows, widget.MenuRow{
			Label: "Search the web for it", Detail: ui.HostEnd(address, ui.MaxHost),
			Take: func() tea.Cmd { return r.app.Browse(address) },
		})
	}
	if len(rows) == 0 {
		return r.app.Notify("The source gives no address for it, and the library has no such title.")
	}
	return r.app.Push(widget.NewMenu(&r.app.Env, "No address: "+render.Truncate(msg.title, maxLookedUp), "", rows))
}

// maxLookedUp is how much of a title the head of the menu shows, in cells.
const maxLookedUp = 50

// stopAt is an article of the library as a stop.
func stopAt(row model.Row) trail.Stop {
	return trail.Stop{Ref: string(row.ID), URL: row.URL, Title: row.Title}
}

// maxSearched is how many bytes of a title are searched for.
const maxSearched = 400

// searchAddress is where a template with %s leads for words; "" when there is no template.
func searchAddress(template, words string) string {
	if template == "" {
		return ""
	}
	if len(words) > maxSearched {
		words = strings.ToValidUTF8(words[:maxSearched], "")
	}
	return strings.Replace(template, "%s", url.QueryEscape(words), 1)
}
