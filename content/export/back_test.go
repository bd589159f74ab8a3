package export

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lede/model"
	"lede/model/address"
	"lede/model/clean"
	"lede/model/effort"
)

func TestTheFormOfAnArticleReadsBack(t *testing.T) {
	want := model.Record{
		Article: hostile(),
		Status:  model.Status{Read: true, Saved: true, Percent: 40, Place: model.Place{Block: 3, Line: -1}},
	}
	want.Article.Language = "en"
	want.Article.Words = 12
	want.Article.Topics[0].From = model.Publisher
	// The first paragraph has raw HTML, which comes back as text; see the test below.
	want.Article.Sections[0].Blocks[0] = model.Prose{Kind: model.Paragraph, Source: "AT&amp;T *set*", Plain: "AT&T set"}
	want.Article.Sections[0].Blocks[1] = model.Prose{Kind: model.Table, Source: "| a |\n|---|\n| 1 |", Plain: "a\n1"}
	want.Article.Sections[0].Blocks = append(want.Article.Sections[0].Blocks,
		model.Prose{
			Kind: model.Quote, Source: "> Use *goose* fat.", Plain: "Use goose fat.",
			Callout: model.Callout{Kind: "tip", Title: "For the axle"},
		},
		model.Prose{Kind: model.Quote, Callout: model.Callout{Kind: "note", Title: "Closed"}},
		model.Post{
			Own: true, Author: "Agna", Answers: "Wenzel", Depth: 2,
			Body: []model.Block{model.Code{Language: "txt", Source: "pivot 1"}},
		},
		model.Post{Own: true, Posted: "14:05"})
	data, err := json.Marshal(JSONKept(want))
	if err != nil {
		t.Fatal(err)
	}
	var form Kept
	if err := json.Unmarshal(data, &form); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, form.Record()); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestAFormFromElsewhereDoesNoHarm(t *testing.T) {
	const form = `{"id":"../../x","url":"javascript:alert(1)","title":"A\u001b[31m title\nof two",` +
		`"topics":["one",{"name":"two","from":"nobody"}],
		"sections":[{"level":99,"title":"S\u0007","blocks":[
			{"kind":"prose","prose":"paragraph","text":"red","markdown":"&#27;[31mred"},
			{"kind":"prose","text":"click","markdown":"[click](javascript:alert(1))"},
			{"kind":"prose","text":"pic","markdown":"![pic](file:///etc/passwd)"},
			{"kind":"prose","text":"raw","markdown":"<b onclick=x>raw</b>"},
			{"kind":"prose","text":"&#155;31m"},
			{"kind":"post","text":"p\u009b","url":"file:///etc/passwd","links":[{"title":"t","url":"ftp://x.example/"}]},
			{"kind":"odd","text":"x"},
			{"kind":"image","url":"data:text/html,x","alt":"a\u202e"}]}],
		"status":{"percent":900,"block":-5,"arrived":"never"}}`
	var k Kept
	if err := json.Unmarshal([]byte(form), &k); err != nil {
		t.Fatal(err)
	}
	r := k.Record()
	a := r.Article
	if a.ID != "" || a.URL != "" || a.Title != clean.Line(a.Title) || r.Status.Percent != 100 ||
		r.Status.Place.Block != 0 || len(a.Topics) != 2 {
		t.Errorf("%+v %+v", a.Entry, r.Status)
	}
	if n := len(a.Blocks()); n != 7 {
		t.Errorf("%d blocks, want 7", n)
	}
	for _, b := range a.Blocks() {
		if p, ok := b.(model.Prose); ok && (!harmless(p.Source) || strings.ContainsRune(p.Source, 0x1b)) {
			t.Errorf("harm in %q", p.Source)
		}
		for _, l := range Links(b) {
			if l.URL != "" && !address.IsChecked(l.URL) {
				t.Errorf("%#v leads to %q", b, l.URL)
			}
		}
	}
}

// TestBlanksOfOtherScriptsReadBack reads a name with the blanks that it is written with.
func TestBlanksOfOtherScriptsReadBack(t *testing.T) {
	const name = "弁護士\u3000小口\u3000幸人"
	for text, want := range map[string]string{
		name: name, "two\nlines": "two lines", " a\tb": "a b", "a\u202eb\u3000c": "ab c",
	} {
		if got, _ := (Block{Kind: "post", Author: text}).block().(model.Post); got.Author != want {
			t.Errorf("%q: got %q, want %q", text, got.Author, want)
		}
	}
}

func FuzzForm(f *testing.F) {
	f.Add(
		[]byte(
			`{"title":"x","sections":[{"blocks":[{"kind":"prose","text":"x","markdown":"[x](https://a.example/)&#27;"}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var k Kept
		if json.Unmarshal(data, &k) != nil {
			return
		}
		for _, b := range k.Record().Article.Blocks() {
			if text := b.Text(); clean.Text(text) != text {
				t.Errorf("%q is not clean", text)
			}
			if p, ok := b.(model.Prose); ok && !harmless(p.Source) {
				t.Errorf("harm in %q", p.Source)
			}
		}
	})
}

// TestMarkdownThatIsMadeToTakeLongComesBackAsText reads forms whose Markdown took a reader the square of its length.
func TestMarkdownThatIsMadeToTakeLongComesBackAsText(t *testing.T) {
	nested := ""
	for i := range 1000 {
		nested += strings.Repeat("  ", i) + "- a\n"
	}
	for name, source := range map[string]string{
		"quotations": strings.Repeat(">", 5<<20) + "x", "lists": nested,
		"lists on a line": strings.Repeat("- ", 1<<20) + "x",
		"numbered lists":  strings.Repeat("1. ", 1<<20) + "x", "open addresses": strings.Repeat("[a](<b", 300_000),
	} {
		for _, b := range []Block{{Kind: "prose", Text: "plain", Markdown: source}, {Kind: "notice", Text: source}} {
			before := effort.Used()
			if got := b.block(); strings.HasPrefix(got.Markdown(), source[:3]) {
				t.Errorf("%s: it comes back as Markdown", name)
			}
			if took := effort.Used() - before; took > 30*time.Second {
				t.Errorf("%s: it takes %v", name, took)
			}
		}
	}
	for _, source := range []string{
		"> - 1. > a\n>   b", "1. a\n\n   - b\n\n         code", strings.Repeat("-", 500), strings.Repeat("> ", 16) +
			"x", "* * *", "> " + strings.Repeat("*", 300),
	} {
		if got, _ := (Block{Text: "x", Markdown: source}).source(); got != source {
			t.Errorf("%.40q comes back as %.40q", source, got)
		}
	}
}
