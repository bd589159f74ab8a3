package uitest

import (
	"fmt"
	"strings"
	"time"

	"lede/model"
	"lede/ui"
)

// Harbour is an article with every kind of block.
func Harbour() model.Article {
	a := model.Article{
		Entry: model.Entry{
			Ref: "tides.md", URL: "https://courier.example/tides", Title: "Harbour towns brace for the spring tides",
			Site: "North Coast Courier", Byline: []string{"Ines Okafor"},
			Published: time.Date(2026, 5, 3, 9, 0, 0, 0, time.UTC),
			Topics: []model.Topic{
				model.NewTopic("flooding", "", model.Publisher),
				model.NewTopic("Westhaven", "", model.Inferred),
			},
		},
		Sections: []model.Section{
			{Blocks: []model.Block{
				Paragraph("Four towns on the north coast closed their quays on Sunday night, a day before the highest tide of " +
					"the year is due."),
				model.Prose{
					Kind: model.Paragraph,
					Source: "The [tide tables](https://tides.example/north) leave little doubt, and **nobody** on the quays " +
						"was surprised.",
					Plain: "The tide tables leave little doubt, and nobody on the quays was surprised.",
				},
			}},
			{Title: "What the gauges say", Level: 2, Blocks: []model.Block{
				Paragraph("The gauge at Westhaven pier stood at 4.1 metres on Sunday, the highest reading since the wall was " +
					"raised in 1998. Two hours later the water was at the lower quay."),
				model.Post{
					Network: model.X, Author: "Harbour Watch", Handle: "@harbourwatch", Posted: "May 3, 2026",
					URL:    "https://x.com/harbourwatch/status/1",
					Source: "Water over the lower quay since six. Keep the slip clear, please.",
					Links:  []model.Link{{Title: "media", URL: "https://pic.example/1"}},
				},
				model.Related{Label: "ALSO READ", Links: []model.Link{
					{Title: "Who pays for the sea wall?", URL: "https://courier.example/wall"},
				}},
				model.Code{Language: "text", Source: "06:00  3.6 m\n12:00  4.1 m"},
			}},
			{Title: "The council's answer", Level: 2, Blocks: []model.Block{
				Paragraph(
					"The council had asked for a second wall in 2019. “We were told to wait for the tables,” said its chair; " +
						"the tables came in March."),
				model.Prose{
					Kind: model.List, Source: "- sandbags at four places\n- a night bus to the school",
					Plain: "sandbags at four places\na night bus to the school",
				},
				model.Related{Label: "ALSO READ", Links: []model.Link{{Title: "A bus that never came"}}},
			}},
			{Title: "After the summer", Level: 2, Blocks: []model.Block{
				Paragraph(
					"Work on the wall is to begin after the summer, when the boats are out of the water and the slip is free."),
				model.Notice{Kind: model.Disclaimer, Source: "Disclaimer: readings are provisional."},
			}},
		},
	}
	a.Source = "# " + a.Title + "\n\n" + a.Markdown()
	a.Words = a.CountWords()
	return a
}

// Evil is what no screen, title or clipboard may hold: it drives terminals, hides words and reorders them.
const Evil = "\x1b[2J\x1b]52;c;eA==\a\u009b31m\u202egnp\u2066\u200b\x00\x7f\b"

// Paragraph is a block of plain text.
func Paragraph(s string) model.Block { return model.Prose{Kind: model.Paragraph, Source: s} }

// Long is an article of about size bytes: sections of twenty paragraphs, a post in each.
func Long(size int) model.Article {
	a := model.Article{Entry: model.Entry{Ref: "long.txt", Title: "A long article"}, Sections: []model.Section{{}}}
	var source strings.Builder
	for n := 0; source.Len() < size; n++ {
		s := &a.Sections[len(a.Sections)-1]
		text := fmt.Sprintf("Paragraph %d says that the water rose by %d centimetres, and that "+
			"the harbour master wrote it down in a book with a green cover, as his father had done.", n, n%97)
		if n%20 == 19 {
			s.Blocks = append(s.Blocks,
				model.Post{Network: model.X, Author: "Harbour Watch", Handle: "@harbourwatch", Source: text})
			title := fmt.Sprintf("Section %d", n/20+2)
			a.Sections = append(a.Sections, model.Section{Title: title, Level: 2})
			source.WriteString(text + "\n\n## " + title + "\n\n")
			continue
		}
		s.Blocks = append(s.Blocks, Paragraph(text))
		source.WriteString(text + "\n\n")
	}
	a.Source = source.String()
	a.Words = a.CountWords()
	return a
}

// One is a library of one article, opened at once.
func One(a model.Article) ui.Options {
	return ui.Options{
		Library: FakeLibrary{Openings: map[string][]model.Opening{a.Ref: {{Article: a}}}},
		Ref:     a.Ref,
		Fixed:   true,
		Now:     func() time.Time { return time.Date(2026, 5, 4, 9, 0, 0, 0, time.UTC) },
		Open:    func(string) error { return nil },
		Copy:    func(string) error { return nil },
	}
}

// Courier is a dozen articles of one place.
func Courier() []model.Entry {
	rows := []struct{ title, site, author, topics string }{
		{
			"Harbour towns brace for the spring tides", "North Coast Courier", "Ines Okafor",
			"flooding, Westhaven, coastal defence",
		},
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
				es[i].Topics = append(es[i].Topics, model.NewTopic(t, "", ""))
			}
		}
	}
	return es
}

// Serving is a library of entries; each article has a text of its own.
func Serving(es []model.Entry) FakeLibrary {
	f := FakeLibrary{Openings: map[string][]model.Opening{}}
	for _, e := range es {
		f.Openings[e.Ref] = []model.Opening{{Article: model.Article{Entry: e, Sections: []model.Section{
			{Blocks: []model.Block{
				model.Prose{Kind: model.Paragraph, Source: "The text of " + e.Ref +
					" begins here and goes on for a while, as texts about the coast do."},
				model.Prose{Kind: model.Quote, Source: "> The water was at the lower quay."},
			}},
			{Title: "What comes next", Level: 2, Blocks: []model.Block{
				model.Prose{Kind: model.Paragraph, Source: "Work is to begin after the summer."},
			}},
		}}}}
	}
	return f
}

// Sentence is an error as the library gives it.
type Sentence string

func (s Sentence) Error() string { return string(s) }

// HeldLibrary never answers: the test does.
type HeldLibrary struct{}

// The addresses of two pages.
const (
	Wall = "https://courier.example/wall"
	Quay = "https://courier.example/quay"
)
