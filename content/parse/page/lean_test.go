package page

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLeanLeavesOutProgramsStylesAndData(t *testing.T) {
	data := "data:image/png;base64," + strings.Repeat("iVBORw0KGgo", 20)
	for _, c := range []struct{ name, page, want string }{
		{
			"nothing to leave out", `<p style="color: red">One <!-- two --> three`,
			`<p style="color: red">One <!-- two --> three`,
		},
		{"a style", `<style media=all>p { color: red }</style><p>One`, `<style media=all></style><p>One`},
		{"a program", `<p>One<SCRIPT>if (a < b) f("<p>");</SCRIPT>two`, `<p>One<SCRIPT></SCRIPT>two`},
		{"a module", `<script type=" Module ">x</script>`, `<script type=" Module "></script>`},
		{
			"the state of a program", `<script id=x type="application/json">{"a": 1}</script>`,
			`<script id=x type="application/json"></script>`,
		},
		{
			"a program from elsewhere", `<script async src="https://t.example/w.js" data-telegram-post="a/1"></script>`,
			`<script async src="https://t.example/w.js" data-telegram-post="a/1"></script>`,
		},
		{
			"what a page says of itself", `<script type="application/ld+json">{"a": 1}</script>`,
			`<script type="application/ld+json">{"a": 1}</script>`,
		},
		{
			"a formula", `<script type="math/tex; mode=display">a < b</script>`,
			`<script type="math/tex; mode=display">a < b</script>`,
		},
		{"a template", `<script type="text/template"><p>One</script>`, `<script type="text/template"><p>One</script>`},
		{
			"a picture", `<img alt="a" src="` + data + `" width=1>two`,
			`<img alt="a" src="data:image/png;base64," width=1>two`,
		},
		{"a picture without quotes", `<img src=` + data + `>two`, `<img src=data:image/png;base64,>two`},
		{
			"several pictures", `<img srcset="` + data + ` 1x, ` + data + ` 2x, /a.png 3x">`,
			`<img srcset="data:image/png;base64, 1x, data:image/png;base64, 2x, /a.png 3x">`,
		},
		{
			"the background of an element", `<div style="background: url('` + data + `')">`,
			`<div style="background: url('data:image/png;base64,')">`,
		},
		{"words of a text", `<p>` + data + `, he said`, `<p>` + data + `, he said`},
		{
			"words of a description", `<img alt="the data: two, three and four of them, for ever and a day" src=a.png>`,
			`<img alt="the data: two, three and four of them, for ever and a day" src=a.png>`,
		},
		{"an end in a tag", `<p>One<style>p {}</style><img alt="tw`, `<p>One<style></style><img alt="tw`},
		{"an end in a program", `<p>One<script>let a`, `<p>One<script>`},
	} {
		if got := Lean(c.page); got != c.want {
			t.Errorf("%s: Lean(%q)\ngot  %q\nwant %q", c.name, c.page, got, c.want)
		}
	}
}

// TestALeanPageReadsToTheSameArticle reads the pages of the goldens.
func TestALeanPageReadsToTheSameArticle(t *testing.T) {
	names, err := filepath.Glob(filepath.Join("..", "testdata", "*", "*.html"))
	if err != nil || len(names) == 0 {
		t.Fatalf("%d pages, %v", len(names), err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		o := Options{Origin: "https://courier.example/news/1"}
		want, got := Read(string(data), o), Read(Lean(string(data)), o)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-whole +lean)\n%s", name, diff)
		}
	}
}

func FuzzLean(f *testing.F) {
	f.Add(`<p>One<script>a</script><img src="data:image/png;base64,iVBORw0KGgoiVBORw0KGgoiVBORw0KGgoiVBORw0KGgo">`)
	f.Add(`<style><!--</style>-->`)
	f.Add(`<svg><style>a<b></style></svg><plaintext>`)
	f.Fuzz(func(t *testing.T, page string) {
		lean := Lean(page)
		if len(lean) > len(page) {
			t.Fatalf("Lean(%q) = %q is longer", page, lean)
		}
		if again := Lean(lean); again != lean {
			t.Fatalf("Lean(%q) = %q, and again %q", page, lean, again)
		}
	})
}

func BenchmarkLean(b *testing.B) {
	page := "<script>" + strings.Repeat("f();", 5000) + "</script>" +
		strings.Repeat(`<p class="a">The gauge stood at 4.1 metres, <a href="/b">he said</a>.</p>`, 1000)
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		Lean(page)
	}
}
