package page

import (
	"strings"
	"testing"

	"lede/content/parse/page/dom"
	"lede/model"
	"lede/model/address"
	"lede/model/clean"
)

// FuzzPage reads pages and looks for panics, characters that must not come through and addresses that must not be
// opened. What is written of a page is clean already.
func FuzzPage(f *testing.F) {
	for _, s := range []string{
		"<!DOCTYPE html><title>One</title><article><h1>One</h1><p>Two <b>three</b> <a href='javascript:x'>four</a><img " +
			"src=x alt=y></article>",
		"<table><tr><th rowspan=2>A<th colspan=99999999>B<tr><td>1</table><ol reversed start=-4 type=i><li " +
			"value=9>x<ul>y</ol>",
		"<blockquote><pre class=language-go><br>x</pre><dl><dd>a<dt>b<dd>c</dl></blockquote><math " +
			"alttext='x'></math><sup><a href='#n'>1</a></sup><p id=n>note <a href='#'>↩",
		"<p>\x1b[2J\u009b&#27;&amp;#27;\u202e\u200b\ufeff<a href='https://a.example/\x1b'>x</a><base href='file:///'><a " +
			"href=/y>z</a>",
		"<b><p></b><i><table><td></i><svg><foreignObject><p>x<math><mi>y<annotation encoding=application/x-tex>z",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1<<14 {
			return
		}
		s = clean.Text(clean.Newlines(s))
		for _, p := range []dom.Page{dom.Parse(s, "https://base.example/", nil), dom.ParseFlat(s, "", nil)} {
			checkClean(t, s, ReadTree(p, Options{}))
		}
	})
}

// checkClean looks through all that an article says.
func checkClean(t *testing.T, source string, a model.Article) {
	t.Helper()
	for _, b := range a.Blocks() {
		for _, text := range []string{b.Text(), b.Markdown()} {
			if clean.Text(text) != text {
				t.Errorf("%q: %q is not clean", source, text)
			}
		}
		for rest := b.Markdown(); ; {
			_, after, ok := strings.Cut(rest, "](<")
			if !ok {
				break
			}
			url, more, _ := strings.Cut(after, ">")
			if _, code := b.(model.Code); !code && url != "" && !address.IsChecked(url) &&
				!strings.Contains(b.Markdown(), "`") {
				t.Errorf("%q: the address %q is not checked", source, url)
			}
			rest = more
		}
	}
	for _, title := range append([]string{a.Title, a.Site, a.Summary}, a.Byline...) {
		if clean.Line(title) != title {
			t.Errorf("%q: %q is not clean", source, title)
		}
	}
}
