package ui

import (
	"fmt"
	"strings"
	"time"

	"lede/model"
)

// courier is a dozen articles of one place.
func courier() []model.Entry {
	rows := []struct{ title, site, author, topics string }{
		{"Harbour towns brace for the spring tides", "North Coast Courier", "Ines Okafor", "flooding, Westhaven, coastal defence"},
		{"Who pays for the sea wall?", "North Coast Courier", "Ines Okafor", "coastal defence, Westhaven, council"},
		{"Council postpones its vote on night ferries", "The Elmbridge Post", "Tomás Brandt", "ferries, council"},
		{"A bridge that nobody wanted opens at last", "The Elmbridge Post", "Tomás Brandt", "roads, Elmbridge"},
		{"Fish prices fall for the third week", "North Coast Courier", "", "fishing, trade, Kirkness"},
		{"The teacher who kept the tide tables", "notes", "Ines Okafor", "schools, Westhaven, flooding"},
		{"Wind farm talks stall over what the grid costs", "The Elmbridge Post", "", "energy, trade"},
		{"Line to the coast to close for repairs", "The Elmbridge Post", "", "rail, Kirkness, Elmbridge"},
		{"Timber from São Paulo held up at the quay", "North Coast Courier", "Tomás Brandt", "Trade, São Paulo, Westhaven"},
		{"What a quiet election says about the north", "notes", "", "elections, council"},
		{"北岸の町、大潮に備える", "notes", "", "flooding"},
		{"“We were told to wait for the tables”: a harbour master looks back on forty years", "notes", "", ""},
	}
	es := make([]model.Entry, len(rows))
	for i, r := range rows {
		es[i] = model.Entry{
			Ref: fmt.Sprintf("%02d.md", i), Title: r.title, Site: r.site, Words: 300 + 410*i%1900,
			Published: time.Date(2026, 5, 3, 9, 0, 0, 0, time.UTC).AddDate(0, 0, -19*i),
		}
		if r.author != "" {
			es[i].Byline = []string{r.author}
		}
		for _, t := range strings.Split(r.topics, ", ") {
			if t != "" {
				es[i].Topics = append(es[i].Topics, model.Topic{Name: t})
			}
		}
	}
	return es
}

// serving is a library of entries; each article has a text of its own.
func serving(es []model.Entry) fakeLibrary {
	f := fakeLibrary{openings: map[string][]model.Opening{}, batches: []model.Batch{{Entries: es, Done: len(es), Total: len(es)}}}
	for _, e := range es {
		f.openings[e.Ref] = []model.Opening{{Article: model.Article{Entry: e, Sections: []model.Section{
			{Blocks: []model.Block{
				model.Prose{Kind: model.Paragraph, Source: "The text of " + e.Ref + " begins here and goes on for a while, as texts about the coast do."},
				model.Prose{Kind: model.Quote, Source: "> The water was at the lower quay."},
			}},
			{Title: "What comes next", Level: 2, Blocks: []model.Block{
				model.Prose{Kind: model.Paragraph, Source: "Work is to begin after the summer."},
			}},
		}}}}
	}
	return f
}

// shelf is an app that shows the list of a library.
func shelf(l Library, w, h int) *App {
	now := func() time.Time { return time.Date(2026, 5, 20, 8, 0, 0, 0, time.UTC) }
	return started(Options{Library: l, Now: now, Fixed: true, Welcome: "To read your own: lede FILE… or lede FOLDER. These are samples."}, w, h)
}

// theList is the list at the bottom of the stack.
func theList(a *App) *list { return a.stack[0].(*list) }

// sentence is an error as the library gives it.
type sentence string

func (s sentence) Error() string { return string(s) }
