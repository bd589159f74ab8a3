package export

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"time"

	"lede/model"
)

// packageOf is what a book of articles says of itself, and the book.
func packageOf(t *testing.T, entries ...model.Entry) (string, *zip.Reader) {
	t.Helper()
	var articles []model.Article
	for _, e := range entries {
		articles = append(articles, model.Article{Entry: e})
	}
	r := makeBook(t, articles...)
	in, err := r.Open("book/package.opf")
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if _, err := text.ReadFrom(in); err != nil {
		t.Fatal(err)
	}
	return text.String(), r
}

func TestABookIsCalledByWhatIsInIt(t *testing.T) {
	on := func(month time.Month, day int) time.Time { return time.Date(2026, month, day, 9, 0, 0, 0, time.UTC) }
	for _, c := range []struct {
		entries []model.Entry
		want    []string
	}{
		{
			[]model.Entry{{Title: "Tides & more", Byline: []string{"Ada"}, Language: "en", Words: 9, Published: on(5, 3)}},
			[]string{
				"<dc:title>Tides &amp; more</dc:title>", "<dc:language>en</dc:language>", "<dc:creator>Ada</dc:creator>",
				"<dc:date>2026-05-03</dc:date>", `xml:lang="en"`,
			},
		},
		{
			[]model.Entry{
				{Title: "A", Site: "Courier", Language: "en", Words: 10, Published: on(5, 17)},
				{Title: "B", Site: "Courier", Language: "de", Words: 90, Published: on(5, 3)},
			},
			[]string{
				"<dc:title>Courier, 3–17 May 2026</dc:title>", "<dc:language>de</dc:language>\n<dc:language>en</dc:language>",
				"<dc:date>2026-05-17</dc:date>",
			},
		},
		{
			[]model.Entry{
				{Title: "A", Site: "Courier", Byline: []string{"Ada"}, Published: on(4, 30)}, {Site: "Post", Published: on(5, 3)},
			},
			[]string{"<dc:title>2 articles, 30 April – 3 May 2026</dc:title>", "<dc:language>und</dc:language>"},
		},
		{[]model.Entry{{Title: "A"}, {Title: "B"}}, []string{"<dc:title>2 articles</dc:title>"}},
	} {
		got, _ := packageOf(t, c.entries...)
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%+v: %s is not in\n%s", c.entries, want, got)
			}
		}
		if len(c.entries) > 1 && strings.Contains(got, "dc:creator") {
			t.Errorf("a book of several has an author:\n%s", got)
		}
	}
}

func TestAllFilesOfABookHaveADateThatZipKnows(t *testing.T) {
	made := time.Date(2026, 5, 6, 12, 0, 0, 0, time.UTC)
	_, r := packageOf(t, model.Entry{Title: "A"})
	for _, f := range r.File {
		if got := f.Modified.UTC(); !got.Equal(made) {
			t.Errorf("%s is of %v, want %v", f.Name, got, made)
		}
	}
	for at, want := range map[time.Time]time.Time{
		{}:                      time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC),
		made.AddDate(200, 0, 0): time.Date(2107, 12, 31, 0, 0, 0, 0, time.UTC),
	} {
		if got := zipTime(at); !got.Equal(want) {
			t.Errorf("%v becomes %v, want %v", at, got, want)
		}
	}
}
