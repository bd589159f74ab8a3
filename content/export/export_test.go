package export

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/clipperhouse/displaywidth"
	"github.com/google/go-cmp/cmp"

	"lede/model"
	"lede/model/clean"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// harbour is an article with every kind of block.
func harbour() model.Article {
	return model.Article{
		Entry: model.Entry{
			ID: "0123456789abcdef", Ref: "harbour.md", URL: "https://courier.example/tides", Title: "Harbour <towns> & tides",
			Site: "North Coast Courier", Byline: []string{"Ines Okafor", "Tom Ås"}, Dateline: "WESTHAVEN", Language: "en",
			Summary: "Water over the quay.", Published: time.Date(2026, 5, 3, 6, 0, 0, 0, time.UTC), Words: 300,
			Topics: []model.Topic{
				model.NewTopic("flooding", "", model.Publisher),
				model.NewTopic("Westhaven", "", model.Inferred),
			},
		},
		Sections: []model.Section{
			{Blocks: []model.Block{
				model.Prose{
					Kind:   model.Paragraph,
					Source: "The *gauge* at [Westhaven pier](<https://harbour.example/gauge>) stood at 4.1 metres &amp; rose.",
					Plain:  "The gauge at Westhaven pier stood at 4.1 metres & rose.",
				},
				model.Image{
					URL: "https://courier.example/q.jpg", Alt: "The quay", Caption: "Water on the quay",
					Credit: "T. Renn",
				},
				model.Image{URL: "https://www.youtube.com/watch?v=1", Caption: "The tide, hour by hour"},
				model.Notice{Kind: model.Continues, Source: "Story continues below"},
			}},
			{Title: "What the gauges say", Level: 2, Blocks: []model.Block{
				model.Prose{Kind: model.List, Source: "1. first\n   - inner\n2. second", Plain: "first\ninner\nsecond"},
				model.Prose{
					Kind: model.Quote, Source: "> Keep the slip\n> clear.\n>\n> > Twice.",
					Plain: "Keep the slip clear.\nTwice.",
				},
				model.Prose{Kind: model.Table, Source: "| year | m |\n| --- | --- |\n| 1998 | 3.9 |", Plain: "year m"},
				model.Prose{Kind: model.Rule, Source: "---"},
				model.Code{Language: "go", Source: "if tide > wall {\n\tring()\n}"},
			}},
			{Title: "Answers", Level: 3, Blocks: []model.Block{
				model.Post{
					Network: model.X, Author: "Harbour Watch", Handle: "@harbourwatch", Posted: "May 3, 2026",
					URL: "https://x.com/harbourwatch/status/1", Source: "Water over the quay\nsince six.",
					Links:  []model.Link{{Title: "media", URL: "https://pic.twitter.com/abc"}},
					Mirror: model.Mirror{Network: model.TruthSocial, Handle: "@watch"},
				},
				model.Related{Label: "ALSO READ", Links: []model.Link{
					{Title: "Who pays for the sea wall?", URL: "https://courier.example/wall"}, {Title: "No address"},
				}},
				model.Notice{Kind: model.Disclaimer, Source: "The views are *ours*.", Plain: "The views are ours."},
			}},
		},
	}
}

func TestFormatsAreGolden(t *testing.T) {
	for _, format := range Formats() {
		t.Run(format, func(t *testing.T) {
			var b bytes.Buffer
			if err := Write(&b, format, harbour(), Options{Width: 60}); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join("testdata", format+".golden")
			if *update {
				if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), b.String()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestUnknownFormatIsAnError(t *testing.T) {
	if err := Write(&bytes.Buffer{}, "pdf", harbour(), Options{}); err == nil {
		t.Error("no error")
	}
}

func TestHTMLRunsAndFetchesNothing(t *testing.T) {
	evil := `"><script>alert(1)</script><img src=x onerror=alert(1)>`
	a := harbour()
	a.Title, a.Site, a.URL, a.Language = evil, evil, "javascript:alert(1)", evil
	a.Byline, a.Topics = []string{evil}, []model.Topic{model.NewTopic(evil, "", "")}
	a.Sections = []model.Section{{Title: evil, Level: 9, Blocks: []model.Block{
		model.Prose{Kind: model.Paragraph, Source: evil +
			" [x](javascript:alert(1)) ![p](https://a.example/p.png) <b onclick=x>b</b>"},
		model.Code{Language: evil, Source: evil},
		model.Post{
			Author: evil, Handle: evil, Source: evil, URL: "data:text/html,x",
			Links: []model.Link{{Title: evil, URL: "file:///etc"}},
		},
		model.Related{Label: evil, Links: []model.Link{{Title: evil, URL: "JAVASCRIPT:x"}}},
		model.Notice{Kind: model.NoticeKind(evil), Source: evil},
		model.Image{URL: "vbscript:x", Alt: evil, Caption: evil, Credit: evil},
	}}}
	var b bytes.Buffer
	if err := Write(&b, "html", a, Options{}); err != nil {
		t.Fatal(err)
	}
	got := strings.ToLower(b.String())
	for _, bad := range []string{
		"<script", "<img", "<b ", `="javascript:`, `="data:`, `="file:`, `="vbscript:`, "onerror=alert(1)>",
	} {
		if strings.Contains(got, bad) {
			t.Errorf("the page holds %q:\n%s", bad, b.String())
		}
	}
}

func TestJSONIsAlwaysWhole(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, "json", model.Article{}, Options{}); err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"title", "byline", "topics", "sections"} {
		if got[key] == nil {
			t.Errorf("%s is missing or null in %s", key, b.String())
		}
	}
}

func TestWrapFillsLines(t *testing.T) {
	for _, c := range []struct {
		text, first, rest string
		width             int
		want              string
	}{
		{"one two three", "", "", 7, "one two\nthree"},
		{"one two three", "- ", "  ", 7, "- one\n  two\n  three"},
		{"one\ntwo", "> ", "> ", 40, "> one\n> two"},
		{"abcdefghij", "", "", 4, "abcd\nefgh\nij"},
		{"a 日本語日本語", "", "", 6, "a 日本\n語日本\n語"},
		{"日本", "", "", 1, "日\n本"},
		{"one two", "", "", 0, "one two"},
		{"", "| ", "", 9, "| "},
	} {
		if got := wrap(c.text, c.width, c.first, c.rest); got != c.want {
			t.Errorf("wrap(%q, %d, %q, %q):\n got %q\nwant %q", c.text, c.width, c.first, c.rest, got, c.want)
		}
	}
}

// FuzzPlain checks that lines of plain text are never too wide, and that no character is lost.
func FuzzPlain(f *testing.F) {
	f.Add("one two three", 7)
	f.Add("日本語 e\u0301 👨‍👩‍👧", 3)
	f.Fuzz(func(t *testing.T, text string, width int) {
		text = clean.Text(text)
		width = 2 + (width&0xff)%80
		got := wrap(text, width, "", "")
		for line := range strings.SplitSeq(got, "\n") {
			if n := displaywidth.String(line); n > width {
				t.Errorf("%q: %d cells of %d: %q", text, n, width, line)
			}
		}
		squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if squeeze(got) != squeeze(text) {
			t.Errorf("%q became %q", text, got)
		}
	})
}

func TestPlainCostsInProportion(t *testing.T) {
	deep := strings.Repeat("> ", 300) + "deep"
	a := model.Article{Sections: []model.Section{{Blocks: []model.Block{
		model.Prose{Kind: model.Quote, Source: deep, Plain: "deep"},
		model.Prose{Kind: model.Paragraph, Source: strings.Repeat("x", 1<<20)},
	}}}}
	var b bytes.Buffer
	if err := Write(&b, "plain", a, Options{Width: 80}); err != nil {
		t.Fatal(err)
	}
	if b.Len() > 2<<20 || !strings.Contains(b.String(), "deep") {
		t.Errorf("%d bytes", b.Len())
	}
}
