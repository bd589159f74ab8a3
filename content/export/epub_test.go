package export

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"lede/model"
)

// hostile is an article whose texts would break markup if they were not written as text.
func hostile() model.Article {
	return model.Article{
		Entry: model.Entry{
			ID: "0123456789abcdef", Title: `A <b>"title"</b> & 'more' ]]>`, Site: "<site>",
			URL: "https://news.example/?a=1&b=2", Byline: []string{"A & B"},
			Language: `en" onload="x`, Published: time.Date(2026, 5, 3, 0, 0, 0, 0, time.UTC),
			Topics: []model.Topic{model.NewTopic("R&D <x>", "", "")},
		},
		Sections: []model.Section{{Blocks: []model.Block{
			model.Prose{Kind: model.Paragraph, Source: "Text with &amp;, a line\\\nbreak, <br> raw <script>x</script>, " +
				"![pic](https://news.example/p.png) and ~~del~~."},
			model.Prose{Kind: model.Table, Source: "| a | b |\n|:-:|--:|\n| 1 | [x](https://news.example/?a=1&b=2) |"},
			model.Prose{Kind: model.List, Source: "- [ ] to do\n- [x] done"},
			model.Prose{Kind: model.Rule, Source: "***"},
		}}, {Title: "Ünï <code>", Level: 3, Blocks: []model.Block{
			model.Code{Language: `go"`, Source: "a < b && c > d\n]]>"},
			model.Post{
				Network: model.X, Author: "<a>", Handle: "@a", Posted: "May 3", URL: "https://x.com/a/status/1",
				Source: "1 < 2 & 3\nline",
			},
			model.Related{
				Label: "ALSO & READ",
				Links: []model.Link{{Title: "<t>", URL: "https://news.example/"}, {Title: "none"}},
			},
			model.Notice{Kind: model.Credit, Source: "Photo: A &amp; B"},
			model.Image{URL: "https://news.example/p.png?a&b", Alt: "<alt>", Caption: "c & c"},
		}}},
	}
}

func makeBook(t *testing.T, articles ...model.Article) *zip.Reader {
	t.Helper()
	var out bytes.Buffer
	b, err := NewBook(&out, time.Date(2026, 5, 6, 12, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	chapter := Chapters()
	for _, a := range articles {
		if err := b.Add(a.Entry, chapter(a)); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestABookIsAnEPUB(t *testing.T) {
	r := makeBook(t, hostile(), model.Article{})
	if f := r.File[0]; f.Name != "mimetype" || f.Method != zip.Store || f.UncompressedSize64 != 20 || len(f.Extra) > 0 {
		t.Errorf("the first file is %+v", f.FileHeader)
	}
	files := map[string]string{}
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(data)
		if strings.HasSuffix(f.Name, ".xhtml") || strings.HasSuffix(f.Name, ".opf") || strings.HasSuffix(f.Name, ".xml") {
			wellFormed(t, f.Name, data)
		}
	}
	for _, want := range []string{
		`href="a1.xhtml"`, `href="a2.xhtml"`, `idref="a1"`, "<dc:language>und</dc:language>", "2026-05-06T12:00:00Z",
		`properties="nav"`,
	} {
		if !strings.Contains(files["book/package.opf"], want) {
			t.Errorf("%s is not in the package:\n%s", want, files["book/package.opf"])
		}
	}
	for name := range files { // all that the package does not name is what a container is made of
		base := strings.TrimPrefix(name, "book/")
		if base != name && base != "package.opf" && !strings.Contains(files["book/package.opf"], `href="`+base+`"`) {
			t.Errorf("%s is not in the manifest", name)
		}
	}
	for _, never := range []string{"<script", "<img", "onload=", "src="} {
		if strings.Contains(files["book/a1.xhtml"], never) {
			t.Errorf("%s is in the chapter:\n%s", never, files["book/a1.xhtml"])
		}
	}
}

func wellFormed(t *testing.T, name string, data []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = true
	for {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, data)
		}
	}
}
