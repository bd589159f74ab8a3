package reader

import (
	"strings"
	"testing"
	"time"

	"lede/model"
	"lede/ui/reader/text"
	"lede/ui/render"
	"lede/ui/uitest"
)

// richSection is a section with most kinds of Markdown, as an article about software has them.
func richSection() []model.Block {
	prose := func(k model.ProseKind, s string) model.Block {
		plain := strings.NewReplacer("*", "", "`", "", "~~", "", "> ", "", "|", " ").Replace(s)
		return model.Prose{Kind: k, Source: s, Plain: plain}
	}
	return []model.Block{
		prose(model.Paragraph, "The gauge at **Westhaven pier** stood at `4.1` metres on Sunday, *the highest reading* "+
			"since the wall was raised. The council's answer, [a table of twenty years](<https://example.com/table>), came "+
			"on Monday; "+
			"nobody ~~had~~ asked for it."),
		prose(model.List, "- Keep the *slip* clear of boats and trailers until the water has gone\n"+
			"- [x] Move cars to `lot 4`\n- Last\n  - [one](<https://example.com/1>)\n  - two"),
		prose(model.Quote, "> We had never seen **the water** stand so long above the lower quay, and we have the "+
			"marks of two hundred years.\n>\n> — the *harbour master*"),
		prose(model.Table, "| Harbour | Level | Time |\n|:--|--:|:-:|\n| Westhaven | 4.1 m | 06:00 |\n"+
			"| Port **Ellis** | 3.9 m | 07:10 |\n| Northness | 3.2 m | [noon](<https://example.com>) |"),
		model.Code{Language: "go", Source: "// level is in metres.\n" +
			"func level(g gauge) float64 {\n\treturn g.read(\"pier\", 3.14)\n}"},
	}
}

// plainSection has the same words in paragraphs without markup.
func plainSection() []model.Block {
	var all []model.Block
	for _, b := range richSection() {
		all = append(all, uitest.Paragraph(model.Escape(strings.Join(strings.Fields(b.Text()), " "))))
	}
	return all
}

func manySections(blocks func() []model.Block) model.Article {
	a := model.Article{Entry: model.Entry{Ref: "gauges.md", Title: "The gauges"}}
	for range 60 {
		a.Sections = append(a.Sections, model.Section{Title: "What they say", Level: 2, Blocks: blocks()})
	}
	return a
}

// paging goes through an article page by page, and returns what each page cost from its key to its frame. Between two
// keys the program does what is to be done, as it does while one reads.
func paging(a model.Article) []time.Duration {
	app := showing(uitest.One(a), 80, 24)
	uitest.Drive(app, uitest.KeyPress("g")) // and what it draws ahead
	doc := app.Stack[0].(*reader).text.Doc
	var took []time.Duration
	for ended := false; !ended; _, ended = doc.Bottom() {
		begin := time.Now()
		_, cmd := app.Update(uitest.KeyPress("space"))
		_ = app.View()
		took = append(took, time.Since(begin))
		uitest.Run(app, cmd)
	}
	return took
}

// BenchmarkPageDown goes through rich Markdown and through the same words in plain paragraphs. A page of the first
// costs at most 4 times as much as one of the second, and the dearest 16 times as much as the dearest. Each page
// counts as it was in the fastest of several rounds, since the machine may be busy.
func BenchmarkPageDown(b *testing.B) {
	rounds := 5
	best := func(blocks func() []model.Block) (mean, worst time.Duration) {
		fastest := paging(manySections(blocks))
		for range rounds - 1 {
			for i, took := range paging(manySections(blocks)) {
				fastest[i] = min(fastest[i], took)
			}
		}
		for _, took := range fastest {
			mean += took
			worst = max(worst, took)
		}
		return mean / time.Duration(len(fastest)), worst
	}
	for b.Loop() {
		rich, dearest := best(richSection)
		plain, dearestPlain := best(plainSection)
		b.ReportMetric(float64(rich.Microseconds()), "rich-µs")
		b.ReportMetric(float64(plain.Microseconds()), "plain-µs")
		b.ReportMetric(float64(rich)/float64(plain), "ratio")
		b.ReportMetric(float64(dearest)/float64(dearestPlain), "worst-ratio")
		if rich > 4*plain || dearest > 16*dearestPlain {
			b.Fatalf("a page of rich Markdown takes %v, at most %v, and of plain paragraphs %v, at most %v",
				rich, dearest, plain, dearestPlain)
		}
	}
}

// TestTheNextPageIsDrawnAhead has the page below the view drawn by a command, and kept when it is still wanted.
func TestTheNextPageIsDrawnAhead(t *testing.T) {
	a := showing(uitest.One(manySections(richSection)), 80, 24)
	text := &a.Stack[0].(*reader).text
	uitest.Drive(a, uitest.KeyPress("space"))
	if i, ok := text.Doc.Undrawn(text.Doc.H); ok {
		t.Errorf("item %d below the view is not drawn", i)
	}
	if n := len(text.Doc.Drawn); n == len(text.Items.All) {
		t.Errorf("all %d items are drawn", n)
	}
	drawn := text.Doc.Drawn[8]
	uitest.Drive(a, uitest.KeyPress("space"), uitest.KeyPress("b"))
	if text.Doc.Drawn[8] != drawn {
		t.Error("what was drawn ahead is drawn again")
	}
}

func TestWhatIsDrawnAheadForAnotherWidthIsDropped(t *testing.T) {
	a := showing(uitest.One(manySections(richSection)), 80, 24)
	shown := &a.Stack[0].(*reader).text
	last := len(shown.Items.All) - 1
	late := text.ItemsDrawnMsg{Flow: shown.Doc.Flow, First: last, Items: [][]render.Line{{{Text: "late"}}}}
	uitest.Drive(a, uitest.Size(60, 24))
	a.Update(late)
	if it := shown.Doc.Drawn[last]; it != nil {
		t.Errorf("the last item is %q", it.Lines[0].Text)
	}
	uitest.Drive(a, uitest.KeyPress("g"))
	if _, ok := shown.Doc.Undrawn(shown.Doc.H); ok {
		t.Error("nothing is drawn ahead any more")
	}
}
