package preview

import (
	"strings"
	"testing"
	"unicode/utf8"

	"lede/model"
)

func TestPreviewDrawsTheBeginningOfAHugeBlock(t *testing.T) {
	word := strings.Repeat("tide 潮 ", 1<<17)
	for _, b := range []model.Block{
		model.Prose{Kind: model.Paragraph, Source: word},
		model.Prose{Kind: model.List, Source: "- " + word, Plain: word},
		model.Code{Language: "go", Source: word},
		model.Post{Source: word},
		model.Notice{Source: word},
	} {
		got := short(b)
		if n := len(got.Markdown()); n > 5*previewBytes || !strings.HasPrefix(got.Text(), "tide 潮") ||
			!utf8.ValidString(got.Text()) {
			t.Errorf("of %T %d bytes are drawn, from %q", b, n, got.Text()[:20])
		}
	}
	small := model.Post{Source: "tide"}
	if got := short(small).Text(); got != "tide" {
		t.Errorf("a short post becomes %q", got)
	}
}
