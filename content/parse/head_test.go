package parse

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

func topicNames(topics []model.Topic) []string {
	var names []string
	for _, t := range topics {
		names = append(names, t.Name)
	}
	return names
}

// headOf is what a list shows of a source.
func headOf(data []byte, o Options) (model.Entry, error) {
	r, err := Begin(data, o)
	return r.Head(), err
}

func TestFrontMatter(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       string // title | byline | date | topics | site | language | summary | url
	}{
		{
			"plain", "---\ntitle: Tides\nauthor: Ines Okafor\ndate: 2026-05-03\ntags: [a, b]\n---\n",
			"Tides|Ines Okafor|2026-05-03 00:00|a,b||||",
		},
		{"quotes", "---\ntitle: 'It: a # sign'\ndescription: \"Said \\\"no\\\"\"\n---\n", `It: a # sign|||||` +
			`|Said "no"|`},
		{"colon", "---\ntitle: One: two\n---\n", "One: two|||||||"},
		{"comment", "---\n# made by hand\ntitle: One # really\n---\n", "One|||||||"},
		{"lines", "---\nauthors:\n  - Ines\n  - Tom\ntopics:\n- x\n- \"y z\"\n---\n", "|Ines,Tom||x,y z||||"},
		{"commas", "---\nauthor: Ines, Tom\nkeywords: a, b,a\n---\n", "|Ines,Tom||a,b||||"},
		{"maps", "---\nauthor:\n  name: Ines\n  url: x\n---\n", "|Ines||||||"},
		{"block", "---\ntitle: >\n  Two\n  lines\n---\n", "Two lines|||||||"},
		{"anchors", "---\nx: &a [q]\ntags: *a\n---\n", "|||q||||"},
		{
			"bomb",
			"---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\n" +
				"d: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d]\ntitle: One\n---\n", "One|||||||",
		},
		{
			"site and address",
			"---\nsite_name: Courier\ncanonical_url: https://c.example/a\nlang: en-GB\nsummary: Short.\n---\n", "|||" +
				"|Courier|en-GB|Short.|https://c.example/a",
		},
		{"source as an address", "---\nsource: https://c.example/a\n---\n", "|||||||https://c.example/a"},
		{"forbidden address", "---\nurl: javascript:x\n---\n", "|||||||"},
		{"time", "---\ndate: 2026-05-03 08:30:00 +0200\n---\n", "||2026-05-03 06:30|||||"},
		{"printed date", "---\ndate: May 3, 2026\n---\n", "||2026-05-03 00:00|||||"},
		{
			"toml", "+++\ntitle = \"Tides\"\ndate = 2026-05-03T08:30:00Z\ntags = ['a', \"b\"]\n[extra]\nx = 1\n+++\n",
			"Tides||2026-05-03 08:30|a,b||||",
		},
		{"controls", "---\ntitle: \"a\\e[2Jb\\u202Ec\"\n---\n", "a\uFFFD[2Jbc|||||||"},
		{"broken", "---\ntitle: [One\nauthor: Ines\n---\n", "[One|Ines||||||"},
		{"a key twice", "---\nDate: 2026-05-03\ndate: 2026-05-04\nDATE: 2026-05-05\n---\n", "||2026-05-03 00:00|||||"},
		{
			"a key twice, read in full", "---\ndate: 2026-05-03\nDate: 2026-05-04\nDATE: 2026-05-05\nx: {y: 1}\n---\n",
			"||2026-05-03 00:00|||||",
		},
		{
			"a quoted key twice, read in full", "---\n\"Date\": 2026-05-03\ndate: 2026-05-04\nx: {y: 1}\n---\n",
			"||2026-05-03 00:00|||||",
		},
		{"a key twice in TOML", "+++\nDate = 2026-05-03\ndate = 2026-05-04\nx = {y = 1}\n+++\n", "||2026-05-03 00:00|||||"},
		{"a rule", "---\n\nNot: front matter, says who?\n\n---\n", "|||||||"},
	} {
		a, err := Read([]byte(c.text+"\nText of the article.\n"), Options{Name: ".md", Format: Markdown})
		if err != nil {
			t.Fatal(err)
		}
		e := a.Entry
		date := ""
		if !e.Published.IsZero() {
			date = e.Published.Format("2006-01-02 15:04")
		}
		if e.Title == ".md" {
			e.Title = ""
		}
		got := strings.Join([]string{
			e.Title, strings.Join(e.Byline, ","), date, strings.Join(topicNames(e.Topics), ","),
			e.Site, e.Language, e.Summary, e.URL,
		}, "|")
		if got != c.want {
			t.Errorf("%s: got  %s\nwant %s", c.name, got, c.want)
		}
		head, err := headOf([]byte(c.text+"\nText of the article.\n"), Options{Name: ".md", Format: Markdown})
		if err != nil {
			t.Fatal(err)
		}
		a.Words, head.Words = 0, 0
		if diff := cmp.Diff(a.Entry, head); diff != "" {
			t.Errorf("%s: Head differs from Read:\n%s", c.name, diff)
		}
	}
}

func TestHeadAgreesWithRead(t *testing.T) {
	for _, s := range []string{
		"# The *title* & more\n\nBy Ines Okafor\n\nText of the article, with some words.\n",
		"The title\n=========\n\nText.\n",
		"Text without any title.\n\n# Not the title\n",
		"\n\n# Title #\n\n3 May 2026\n\nText\n",
		"---\ntitle: Front\n---\n\n# Front\n\nText\n",
		"# [linked](https://a.example) title\n\ntext",
		"",
		"\x89PNG\r\n\x1a\n\x00\x00",
	} {
		o := Options{Name: "/notes/some-file.md"}
		want, wantErr := Read([]byte(s), o)
		got, err := headOf([]byte(s), o)
		if fmt.Sprint(err) != fmt.Sprint(wantErr) {
			t.Errorf("Head(%q) fails with %v, Read with %v", s, err, wantErr)
		}
		if err != nil {
			if got.Title != "some file" || got.Words != 0 {
				t.Errorf("Head(%q) = %+v", s, got)
			}
			continue
		}
		if got.Title != want.Title || got.ID != want.ID || !got.Published.Equal(want.Published) ||
			fmt.Sprint(got.Byline) != fmt.Sprint(want.Byline) {
			t.Errorf("Head(%q) = %q %q %v %v\nRead = %q %q %v %v", s, got.Title, got.Byline, got.Published, got.ID, want.Title,
				want.Byline, want.Published, want.ID)
		}
	}
}

func TestHeadEstimatesWords(t *testing.T) {
	for _, n := range []int{1, 5, 500} {
		s := strings.Repeat(ordinary, n)
		a, err := Read([]byte(s), Options{Name: "a.md"})
		if err != nil {
			t.Fatal(err)
		}
		head, err := headOf([]byte(s), Options{Name: "a.md"})
		if got := head.Words; err != nil || got < a.Words*9/10 || got > a.Words*13/10 {
			t.Errorf("%d bytes: Head counts %d words, Read %d, %v", len(s), got, a.Words, err)
		}
	}
}

func TestHeadOfText(t *testing.T) {
	for _, in := range []string{
		"Harbour towns brace\nBy Ines Okafor\n3 May 2026\n" + strings.Repeat(council+"\n", 100),
		"Sea Wall Dispute: The council met. " + strings.Repeat(council+" ", 2) + "\n" + council,
		council + "\n" + council,
	} {
		head, err := headOf([]byte(in), Options{Name: "a.txt"})
		if err != nil {
			t.Fatal(err)
		}
		whole, err := Read([]byte(in), Options{Name: "a.txt"})
		if err != nil {
			t.Fatal(err)
		}
		if head.Title == "" || head.Title != whole.Title || !cmp.Equal(head.Byline, whole.Byline) ||
			!head.Published.Equal(whole.Published) {
			t.Errorf("Head of %.40q gives %q, %q, %v; Read gives %q, %q, %v", in, head.Title, head.Byline, head.Published,
				whole.Title, whole.Byline, whole.Published)
		}
	}
}
