package library

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/model/figure"
	"lede/ui"
)

// maxOffered is how many topics the palette offers, the most frequent ones: it is open at once. The box of topics has
// them all.
const maxOffered = 5000

// Offers implements offering: views, the user's queries, feeds, topics and sites.
func (l *library) Offers() []ui.Offer {
	show := func(a func() ask) func() tea.Cmd {
		return func() tea.Cmd {
			l.turn(a())
			l.column.leave()
			l.column.build()
			return nil
		}
	}
	var all []ui.Offer
	for _, v := range views(l.files.session != nil) {
		all = append(all, ui.Offer{Words: v.String(), Kind: "view", Take: show(func() ask { return l.ask.show(v) })})
	}
	for _, q := range l.app.Queries {
		all = append(all, ui.Offer{
			Words: q.Name, Kind: "query", Aside: q.Query, Take: show(func() ask { return l.ask.run(q) }),
		})
	}
	for _, f := range l.shelf.All() {
		name, kind := f.Name(), "feed"
		if f.Folder != "" {
			kind = "folder"
		}
		all = append(all, ui.Offer{
			Words: name, Names: []string{kind + ":" + name}, Kind: kind, Aside: figure.Number(f.Unread),
			Take: show(func() ask { return ask{feed: f.Term, sort: l.ask.sort, other: l.ask.other} }),
		})
	}
	names := l.names()
	for _, t := range names.Topics[:min(len(names.Topics), maxOffered)] {
		term := topicTerm{t.Key, t.Name}
		all = append(all, ui.Offer{
			Words: t.Name, Names: []string{"topic:" + t.Name}, Kind: "topic", Aside: figure.Number(t.Count),
			Take: show(func() ask { return l.ask.Only(term) }),
		})
	}
	for _, s := range names.Sites {
		all = append(all, ui.Offer{
			Words: s.Name, Names: []string{"site:" + s.Name}, Kind: "site", Aside: figure.Number(s.Count),
			Take: show(func() ask {
				a := l.ask
				a.sites = []string{s.Name}
				return a
			}),
		})
	}
	return all
}

// Places implements offering: "12" is a row.
func (l *library) Places(typed string) []ui.Offer {
	n, err := strconv.Atoi(typed)
	if err != nil || n < 1 || n > l.pages.n {
		return nil
	}
	return []ui.Offer{{
		Words: "to row " + figure.Number(n), Names: []string{typed}, Line: typed, Here: true,
		Take: func() tea.Cmd {
			l.rows.To(len(l.pages.head) + n - 1)
			l.moved()
			return nil
		},
	}}
}

// Subject implements subject: the article under the cursor.
func (l *library) Subject() (a *model.Article, ref, refusal string) {
	if why := noArticle(l); why != "" {
		return nil, "", why
	}
	return nil, l.selected().Ref, ""
}
