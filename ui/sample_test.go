package ui

import (
	"fmt"
	"strings"
	"time"

	"lede/model"
)

// harbour is an article with every kind of block.
func harbour() model.Article {
	a := model.Article{
		Entry: model.Entry{
			Ref: "tides.md", URL: "https://courier.example/tides", Title: "Harbour towns brace for the spring tides",
			Site: "North Coast Courier", Byline: []string{"Ines Okafor"}, Published: time.Date(2026, 5, 3, 9, 0, 0, 0, time.UTC),
			Topics: []model.Topic{{Name: "flooding", From: model.Publisher}, {Name: "Westhaven", From: model.Inferred}},
		},
		Sections: []model.Section{
			{Blocks: []model.Block{
				paragraph("Four towns on the north coast closed their quays on Sunday night, a day before the highest tide of " +
					"the year is due."),
				model.Prose{
					Kind:   model.Paragraph,
					Source: "The [tide tables](https://tides.example/north) leave little doubt, and **nobody** on the quays was surprised.",
					Plain:  "The tide tables leave little doubt, and nobody on the quays was surprised.",
				},
			}},
			{Title: "What the gauges say", Level: 2, Blocks: []model.Block{
				paragraph("The gauge at Westhaven pier stood at 4.1 metres on Sunday, the highest reading since the wall was " +
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
				paragraph("The council had asked for a second wall in 2019. “We were told to wait for the tables,” said its chair; " +
					"the tables came in March."),
				model.Prose{Kind: model.List, Source: "- sandbags at four places\n- a night bus to the school", Plain: "sandbags at four places\na night bus to the school"},
				model.Related{Label: "ALSO READ", Links: []model.Link{{Title: "A bus that never came"}}},
			}},
			{Title: "After the summer", Level: 2, Blocks: []model.Block{
				paragraph("Work on the wall is to begin after the summer, when the boats are out of the water and the slip is free."),
				model.Notice{Kind: model.Disclaimer, Source: "Disclaimer: readings are provisional."},
			}},
		},
	}
	a.Source = markdownOf(&a)
	a.Words = a.CountWords()
	return a
}

func paragraph(s string) model.Block { return model.Prose{Kind: model.Paragraph, Source: s} }

// long is an article of about size bytes: sections of twenty paragraphs, a post in each.
func long(size int) model.Article {
	a := model.Article{Entry: model.Entry{Ref: "long.txt", Title: "A long article"}, Sections: []model.Section{{}}}
	var source strings.Builder
	for n := 0; source.Len() < size; n++ {
		s := &a.Sections[len(a.Sections)-1]
		text := fmt.Sprintf("Paragraph %d says that the water rose by %d centimetres, and that "+
			"the harbour master wrote it down in a book with a green cover, as his father had done.", n, n%97)
		if n%20 == 19 {
			s.Blocks = append(s.Blocks, model.Post{Network: model.X, Author: "Harbour Watch", Handle: "@harbourwatch", Source: text})
			title := fmt.Sprintf("Section %d", n/20+2)
			a.Sections = append(a.Sections, model.Section{Title: title, Level: 2})
			source.WriteString(text + "\n\n## " + title + "\n\n")
			continue
		}
		s.Blocks = append(s.Blocks, paragraph(text))
		source.WriteString(text + "\n\n")
	}
	a.Source = source.String()
	a.Words = a.CountWords()
	return a
}

// one is a library of one article, opened at once.
func one(a model.Article) Options {
	return Options{
		Library: fakeLibrary{openings: map[string][]model.Opening{a.Ref: {{Article: a}}}},
		Ref:     a.Ref,
		Fixed:   true,
		Now:     func() time.Time { return time.Date(2026, 5, 4, 9, 0, 0, 0, time.UTC) },
		Open:    func(string) error { return nil },
		Copy:    func(string) error { return nil },
	}
}
