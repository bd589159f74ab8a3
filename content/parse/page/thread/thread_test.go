package thread_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/content/lang"
	"lede/content/parse/page/dom"
	"lede/content/parse/page/lift"
	"lede/content/parse/page/thread"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Each page has the markup that a program in public use writes, with words of our own. What is found of it is in the
// file beside it.
func TestFindReadsTheMessagesOfEachKindOfPage(t *testing.T) {
	files, err := filepath.Glob("testdata/*.html")
	if err != nil || len(files) == 0 {
		t.Fatal("no pages", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".html"), func(t *testing.T) {
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := written(string(source))
			golden := strings.TrimSuffix(file, ".html") + ".golden"
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
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// written writes what is found of a page, a line a message.
func written(source string) string {
	page := dom.Parse(source, "https://board.example/page", nil)
	found := thread.Find(page, lift.Find(page, lang.Labels{}))
	var b strings.Builder
	fmt.Fprintf(&b, "alone %v, amid an article %v, live %v\n", found.Alone, found.Amid, found.Live)
	for _, m := range found.Turns {
		var text []string
		for _, n := range m.Text {
			text = append(text, page.TextOf(n))
		}
		var beside []string
		for n := range m.Beside {
			if s := page.TextOf(n); s != "" {
				beside = append(beside, s)
			}
		}
		fmt.Fprintf(&b, "%s%s %s [%s] to %q at %q: %s\n", strings.Repeat("  ", m.Depth), m.Author, m.Handle, m.Posted,
			m.Answers, m.URL, strings.Join(text, " / "))
		if len(beside) == 1 {
			fmt.Fprintf(&b, "%sbeside: %s\n", strings.Repeat("  ", m.Depth+1), beside[0])
		}
	}
	return b.String()
}
