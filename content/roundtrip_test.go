package content

import (
	"bytes"
	"context"
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
