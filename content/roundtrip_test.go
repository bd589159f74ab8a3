package content

import (
	"bytes"
	"context"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"lede/content/export"
	"lede/content/manual"
	"lede/content/parse"
	"lede/model"
)

// TestMarkdownReadsBack writes every built-in page as Markdown and reads it again.
func TestMarkdownReadsBack(t *testing.T) {
	l := New(Options{Pages: manual.Pages})
	for _, ref := range l.fetch.BuiltinRefs() {
		want, err := l.Read(context.Background(), ref)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := export.Write(&b, "markdown", want, export.Options{}); err != nil {
			t.Fatal(err)
		}
		got, err := parse.Read(b.Bytes(), parse.Options{Name: "again.md"})
		if err != nil {
			t.Fatal(err)
		}
		got.Topics = publisher(got.Topics)
		want.Topics = publisher(want.Topics)
		ignore := cmpopts.IgnoreFields(model.Article{}, "Source", "Reasons", "Entry.ID", "Entry.Ref")
		if diff := cmp.Diff(want, got, ignore, cmpopts.IgnoreFields(model.Prose{}, "Plain"), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: written and read again (-want +got):\n%s\nwritten:\n%s", ref, diff, b.String())
		}
	}
}

// TestHTMLReadsBack writes every built-in page as HTML and reads that.
func TestHTMLReadsBack(t *testing.T) {
	l := New(Options{Pages: manual.Pages})
	for _, ref := range l.fetch.BuiltinRefs() {
		want, err := l.Read(context.Background(), ref)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := export.Write(&b, "html", want, export.Options{}); err != nil {
			t.Fatal(err)
		}
		got, err := parse.Read(b.Bytes(), parse.Options{Name: "again.html"})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(outlineOf(want), outlineOf(got)); diff != "" {
			t.Errorf("%s: written and read again (-want +got):\n%s\nwritten:\n%s", ref, diff, b.String())
		}
	}
}

// outlineOf is what an article holds, a line each: the entry's fields, the headings with their levels, the blocks with their kinds.
func outlineOf(a model.Article) []string {
	lines := append([]string{a.Title, a.Site, a.Published.String(), a.URL}, a.Byline...)
	for _, s := range a.Sections {
		lines = append(lines, fmt.Sprint(s.Level, " ", s.Title))
		for _, b := range s.Blocks {
			lines = append(lines, fmt.Sprintf("%T %s", b, b.Markdown()))
		}
	}
	return lines
}

// publisher are the topics that a source states.
func publisher(topics []model.Topic) []model.Topic {
	var stated []model.Topic
	for _, t := range topics {
		if t.From == model.Publisher {
			stated = append(stated, t)
		}
	}
	return stated
}
