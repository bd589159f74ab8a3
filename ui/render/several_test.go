package render

import (
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
	"lede/ui/theme"
)

// TestSeveralGoroutinesDrawAtOnce draws by one renderer and by others of other themes at once, and compares with what
// each draws alone.
func TestSeveralGoroutinesDrawAtOnce(t *testing.T) {
	block := func(i int) model.Block {
		if i%5 == 0 {
			return model.Code{Language: "go", Source: "func f() string { return \"x\" } // 1"}
		}
		k := kinds[i%len(kinds)]
		return model.Prose{Kind: k.kind, Source: k.source}
	}
	var group sync.WaitGroup
	for _, name := range []string{"dark", "dracula", "glamour:light"} {
		th, err := theme.Find(name)
		if err != nil {
			t.Fatal(err)
		}
		shared, alone := New(th, 60), New(th, 60)
		for i := range 2 * len(kinds) {
			want := alone.Block(block(i))
			group.Go(func() {
				if diff := cmp.Diff(want, shared.Block(block(i))); diff != "" {
					t.Errorf("%s (-alone +together):\n%s", name, diff)
				}
			})
		}
	}
	group.Wait()
}

// TestALongParagraphIsDrawnInPieces compares one that Glamour is handed in several pieces with its parts.
func TestALongParagraphIsDrawnInPieces(t *testing.T) {
	const part = "The **gauge** at [the pier](<https://a.example>) stood at `4.1` metres; "
	th := theme.New(true)
	want := New(th, len(part)).Block(paragraph(part))[0].Styled
	source := strings.Repeat(part, 3*maxPiece/len(part))
	lines := New(th, Width(want)).Block(paragraph(source))
	if got := len(lines); got != 3*maxPiece/len(part) {
		t.Fatalf("%d lines", got)
	}
	for i, l := range lines {
		if diff := cmp.Diff(want, l.Styled); diff != "" {
			t.Fatalf("line %d (-want +got):\n%s", i, diff)
		}
	}
}

// TestWordsAreShownWhateverAStyleSheetDoes draws with formats that fail, and that leave words out.
func TestWordsAreShownWhateverAStyleSheetDoes(t *testing.T) {
	for _, format := range []string{"{{.text", "{{.text.x}}", "other", "{{.text}}{{.text}}"} {
		s := garish()
		s.Text.Format = format
		r := New(themeOf(t, s), 60)
		for range 2 {
			for _, source := range []string{"# A *heading*", "some *words*", "plain words"} {
				lines := r.Block(model.Prose{Kind: model.List, Source: source})
				want := strings.NewReplacer("# ", "", "*", "").Replace(source)
				if len(lines) != 1 || lines[0].Text != want {
					t.Errorf("%q in %q is drawn as %v", source, format, lines)
				}
			}
		}
	}
}
