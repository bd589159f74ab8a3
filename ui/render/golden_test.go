package render

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lede/model"
	"lede/ui/theme"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// sample draws one kind of block.
type sample struct {
	name string
	draw func(*Renderer) []Line
}

func samples() []sample {
	block := func(name string, blocks ...model.Block) sample {
		return sample{name, func(r *Renderer) []Line {
			var lines []Line
			for i, b := range blocks {
				if i > 0 {
					lines = append(lines, Line{})
				}
				lines = append(lines, r.Block(b)...)
			}
			return lines
		}}
	}
	prose := func(k model.ProseKind, s string) model.Block { return model.Prose{Kind: k, Source: s} }
	return []sample{
		{"title", func(r *Renderer) []Line { return r.TitleBlock(entry()) }},
		{"heading", func(r *Renderer) []Line {
			var lines []Line
			for level := range 7 {
				s := model.Section{Title: "What the gauges of the three harbours say " + strconv.Itoa(level), Level: level}
				lines = append(lines, r.Heading(s)...)
			}
			return lines
		}},
		block("paragraph",
			prose(model.Paragraph, "The gauge at Westhaven pier stood at 4.1 metres on Sunday, the highest reading since the "+
				"wall was raised in 1998. The council's well-known answer — a **long *letter***, with `gauge --all`, ~~three~~ "+
				"four names and "+
				"[a table of the readings of twenty years](<https://example.com/table>) — came on Monday. R&amp;D, 3\\*4."),
			prose(model.Paragraph, "港の水位が上がっています。注意してください。「低い岸壁」には"+
				"近づかないでください。水位計は四・一メートルを示しました。"),
			prose(model.Paragraph,
				"Вода поднялась на нижнюю набережную ещё утром. "+
					"המים עלו על הרציף התחתון. ارتفع الماء على الرصيف. पानी घाट पर "+
					"चढ़ आया। 👩‍👩‍👧‍👦 🇳🇴 ❤️")),
		block("standfirst",
			model.Prose{
				Kind: model.Paragraph, Standfirst: true,
				Source: "Nobody on the quay had asked for a wall, and nobody thanked the council for the one that it got on " +
					"a *Sunday*.",
			},
			model.Prose{Kind: model.Paragraph, Standfirst: true, Source: "Four people, one crate, ten past eleven."}),
		block("quote",
			prose(model.Quote,
				"> We had never seen the water stand so long above the lower quay, and we have the marks of two hundred "+
					"years.\n>\n"+
					"> > Nor had **we**.\n>\n> - a list\n>   in it\n>\n> — the harbour master")),
		block("callout",
			model.Prose{
				Kind:    model.Quote,
				Source:  "> Do not let go of the handle *before* the pawl has caught.\n>\n> - It turns fast.",
				Callout: model.Callout{Kind: "warning"},
			},
			model.Prose{
				Kind: model.Quote, Source: "> The weights fall eleven metres in four hours.",
				Callout: model.Callout{Kind: "note", Title: "For the curious, who want to know how it works"},
			}),
		block("list",
			prose(model.List,
				"- Keep the slip clear of boats and trailers from Saturday evening until the water has gone\n- [x] Move cars\n"+
					"- [ ] Sandbags at the *lower* doors\n  - one\n  - two\n    1. deep\n    2. deeper\n- Last"),
			prose(model.List,
				"9. nine\n10. ten\n\n    and a second paragraph of the tenth item\n\n    ```go\n    x := 1\n    ```\n11. eleven")),
		block("rule", prose(model.Rule, "---")),
		block("table",
			prose(model.Table,
				"| Harbour | Level | Time |\n|:--|--:|:-:|\n| Westhaven | 4.1 m | 06:00 |\n| Port **Ellis** | 3.9 m | 07:10 |\n"+
					"| 港町 | 12.25 m | [noon](<https://example.com>) |"),
			model.Prose{Kind: model.Table, Continued: true, Source: "| Harbour | Level |\n|--|--|\n| Northness | 3.2 m |"},
			prose(model.Table,
				"| Harbour | What the harbour master said | What the council answered |\n|--|--|--|\n| Westhaven | The water "+
					"stood on the quay for three hours and nobody could reach the boats | That the wall would be raised |\n"+
					"| Port Ellis | Nothing | Nothing |"),
			prose(model.Table, row("Head", 14)+row("-", 14)+
				"|the first value of a long row|b|c|d|e|f|g|h|i|j|k|l|m|n|\n|1||3|\n")),
		block("post", model.Post{
			Network: model.X, Author: "Harbour Watch", Handle: "@harbourwatch", Posted: "May 3, 2026",
			URL:    "https://x.com/harbourwatch/status/1",
			Source: "Water over the lower quay since six. Keep the slip clear, please.",
			Links:  []model.Link{{Title: "media", URL: "https://pic.example/1"}},
		}, model.Post{
			Network: model.X, Author: "Harbour Watch Mirror", Handle: "@harbourwatchmirror", Posted: "May 3, 2026",
			Source: "Water over the lower quay!\n\nPLEASE keep the slip clear 👩‍👩‍👧‍👦. 港の水位が上がっています。",
			Links:  []model.Link{{URL: "https://news.example/story/one"}, {Title: "media"}},
			Mirror: model.Mirror{
				Network: model.TruthSocial, Author: "Harbour Watch", Handle: "@harbour",
				Posted: "05.03.26, 9:16 EST",
			},
		}, model.Post{Network: model.Bluesky, URL: "https://bsky.app/profile/harbour.example/post/1", Missing: true},
			model.Post{Source: "Only words."}),
		block("turn", model.Post{
			Own: true, Author: "Agna", Posted: "3 May 2026, 10:20", URL: "https://board.example/1",
			Body: []model.Block{
				prose(model.Paragraph,
					"The gauge *above* the sluice has stood still since the frost, and nobody dares to climb up to it."),
				model.Code{Language: "txt", Source: "gauge --all"},
				prose(model.List, "- one\n- two"),
			},
		}, model.Post{
			Own: true, Author: "Wenzel", Handle: "@wenzel", Posted: "11:05", Answers: "Agna", Depth: 1,
			Body: []model.Block{prose(model.Paragraph, "Goose.")},
		},
			model.Post{Own: true, Depth: 40, Body: []model.Block{prose(model.Quote, "> Goose.")}},
			model.Post{Own: true, Author: "Ida", Posted: "14:05"}),
		block("related",
			model.Related{
				Label: "ALSO READ",
				Links: []model.Link{
					{Title: "Who pays for the sea wall, and who decides how high it will be?", URL: "https://example.com/wall"},
				},
			},
			model.Related{Label: "Mehr zum Thema", Links: []model.Link{
				{Title: "Wer zahlt die Mauer?", URL: "https://example.com/mauer"},
				{Title: "Die Flut von 1962"},
			}},
			model.Related{Links: []model.Link{{URL: "https://www.example.com/wall/"}}}),
		block("notice",
			model.Notice{
				Kind: model.Disclaimer,
				Source: "Disclaimer: readings are *provisional*, and have not been checked by anyone who [should " +
					"have](<https://example.com>).",
			},
			model.Notice{Kind: model.Advertisement, Source: "Advertisement"}),
		block("image", model.Image{
			URL: "https://example.com/pier.jpg", Alt: "a pier under water",
			Caption: "The pier at noon", Credit: "Ines Okafor",
		},
			model.Image{Alt: "a map"}, model.Image{URL: "https://www.example.com/map.png"}, model.Image{Credit: "Ines Okafor"},
			model.Image{URL: "https://www.youtube.com/watch?v=1", Caption: "The tide, hour by hour"},
			model.Image{URL: "https://example.com/flood.mp4"},
			model.Image{Alt: "The pier", Caption: "The pier at noon"}),
		{"held", drawHeld},
		block("code",
			model.Code{
				Language: "go",
				Source: "// level is in metres.\nfunc level(g gauge) float64 {\n\treturn g.read(\"pier\", 3.14) + " +
					"correctionOfTheYear(g.harbour, g.year, true)\n}\n\nvar x = 1",
			},
			model.Code{Source: "plain   text\n\tkept  as it is\n\n港町\t3.2"}),
	}
}

// drawHeld draws links to what the library holds, read and not.
func drawHeld(r *Renderer) []Line {
	r.Mark(func(url string) Holding {
		switch {
		case strings.Contains(url, "read"):
			return HeldRead
		case strings.Contains(url, "kept"):
			return Held
		}
		return NotHeld
	})
	var lines []Line
	for _, b := range []model.Block{
		model.Prose{
			Kind: model.Paragraph,
			Source: "The [tide tables of **twenty** years](<https://a.example/kept>), [a letter](<https://a.example/read>) " +
				"and [the wall](<https://a.example/new>).",
		},
		model.Prose{
			Kind: model.Table,
			Source: "| Harbour | Story |\n|:--|--:|\n| Westhaven | [the quay](<https://a.example/kept>) |\n" +
				"| Port Ellis | [a wall](<https://a.example/read>) of stone |",
		},
		model.Related{
			Label: "ALSO READ",
			Links: []model.Link{{Title: "Who pays for the sea wall?", URL: "https://a.example/kept"}},
		},
		model.Related{
			Label: "More",
			Links: []model.Link{{Title: "Old news", URL: "https://a.example/read"}, {Title: "No address"}},
		},
		model.Post{
			Network: model.X, Author: "Harbour Watch", URL: "https://x.example/kept", Source: "Water over the quay.",
			Links: []model.Link{{Title: "media", URL: "https://a.example/read"}},
		},
	} {
		lines = append(lines, append(r.Block(b), Line{})...)
	}
	return lines
}

func entry() model.Entry {
	return model.Entry{
		Title: "Harbour towns brace for the spring tides as the council argues about a wall",
		Site:  "North Coast Courier", Byline: []string{"Ines Okafor", "J. Lind"},
		Published: time.Date(2026, 5, 3, 6, 0, 0, 0, time.UTC), Words: 830,
		Topics: []model.Topic{
			model.NewTopic("flooding", "", ""), model.NewTopic("Westhaven", "", ""),
			model.NewTopic("coastal defence", "", ""), model.NewTopic("North Coast council", "", ""),
		},
	}
}

func TestPageLooksAsItShould(t *testing.T) {
	for _, s := range samples() {
		t.Run(s.name, func(t *testing.T) {
			var b strings.Builder
			for _, width := range []int{40, 80, 120} {
				fmt.Fprintf(&b, "== %d columns\n", width)
				for _, l := range s.draw(New(theme.New(true), width)) {
					b.WriteString(Plain(l.Styled) + "\n")
				}
			}
			golden(t, s.name+".golden", b.String())
		})
		t.Run(s.name+" styled", func(t *testing.T) {
			var b strings.Builder
			for _, l := range s.draw(New(theme.New(true), 60)) {
				b.WriteString(strings.ReplaceAll(l.Styled, "\x1b", "␛") + "\n")
			}
			golden(t, s.name+".styled", b.String())
		})
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

// TestLinesKeepTheirPromises checks every sample at every width: nothing is wider than the page, the gate changes
// nothing, and Text stands at Col.
func TestLinesKeepTheirPromises(t *testing.T) {
	for i, name := range theme.Names() {
		th, err := theme.Find(name)
		if err != nil {
			t.Fatal(err)
		}
		gate := NewGate(th)
		for width := 10 + i%5; width <= 130; width += 5 {
			for _, s := range samples() {
				for _, l := range s.draw(New(th, width)) {
					if w := Width(l.Styled); w > width {
						t.Errorf("%s: %s at %d: %q is %d wide", name, s.name, width, Plain(l.Styled), w)
					}
					if got := gate.Screen(l.Styled); got != l.Styled {
						t.Errorf("%s: %s at %d: the gate changes %q to %q", name, s.name, width, l.Styled, got)
					}
					if at := Plain(Slice(l.Styled, l.Col, width)); !strings.HasPrefix(at, l.signed()) {
						t.Errorf("%s: %s at %d: at cell %d stands %q, not %q", name, s.name, width, l.Col, at, l.Text)
					}
				}
			}
		}
	}
}
