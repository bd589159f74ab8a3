package parse

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestTextGolden(t *testing.T) {
	checkGolden(t, "testdata/text/*.txt", Options{}, func(a model.Article) string {
		return strings.Replace(printed(a), "\nsite ", "\ndateline "+a.Dateline+"\nsite ", 1)
	})
}

func TestMarkdownGolden(t *testing.T) {
	checkGolden(t, "testdata/markdown/*.md", Options{}, printed)
	checkGolden(t, "testdata/markdown/web/*.md", Options{Base: "https://courier.example/2026/"}, printed)
}

func TestPageGolden(t *testing.T) {
	checkGolden(t, "testdata/html/*.html", Options{Base: "https://courier.example/2026/tides"}, printed)
}

// checkGolden reads the files of a pattern and compares what is written of them with the golden files beside them.
func checkGolden(t *testing.T, pattern string, o Options, written func(a model.Article) string) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatal("no samples", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		o.Name = file
		a, err := Read(data, o)
		if err != nil {
			t.Fatal(err)
		}
		golden, got := strings.TrimSuffix(file, filepath.Ext(file))+".golden", written(a)
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", file, diff)
		}
	}
}

// printed writes an article for a person to compare.
func printed(a model.Article) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title %q\nbyline %q\ndate %s\nsite %q\nurl %q\nlanguage %q\ntopics %v\n", a.Title, a.Byline,
		a.Published.Format(time.RFC3339), a.Site, a.URL, a.Language, a.Topics)
	for _, s := range a.Sections {
		fmt.Fprintf(&b, "\n== %d %q\n", s.Level, s.Title)
		for _, block := range s.Blocks {
			kind := fmt.Sprintf("%T", block)
			if p, ok := block.(model.Prose); ok {
				kind = string(p.Kind)
			}
			fmt.Fprintf(&b, "\n-- %s\n%s\n", kind, block.Markdown())
			if block.Text() != block.Markdown() {
				fmt.Fprintf(&b, ".. plain\n%s\n", block.Text())
			}
		}
	}
	return b.String()
}
