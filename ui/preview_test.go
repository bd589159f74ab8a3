package ui

import (
	"strings"
	"testing"
	"unicode/utf8"

	"lede/model"
)

// settlePreview lets the preview's rest be over, and that of an entry that it turns to then.
func settlePreview(a *App) {
	drive(a, previewRestedMsg{theList(a).preview.number})
	drive(a, previewRestedMsg{theList(a).preview.number})
}

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
		if n := len(got.Markdown()); n > 5*previewBytes || !strings.HasPrefix(got.Text(), "tide 潮") || !utf8.ValidString(got.Text()) {
			t.Errorf("of %T %d bytes are drawn, from %q", b, n, got.Text()[:20])
		}
	}
	small := model.Post{Source: "tide"}
	if got := short(small).Text(); got != "tide" {
		t.Errorf("a short post becomes %q", got)
	}
}

func TestPreviewFollowsTheSelection(t *testing.T) {
	a := shelf(serving(courier()), 120, 40)
	settlePreview(a)
	stale := theList(a).preview.request
	a.Update(keyPress("j"))
	if got := screenText(a); strings.Contains(got, "The text of 00.md") || strings.Count(got, "Who pays for the sea wall?") != 2 {
		t.Errorf("right after a key the preview is not that of the next entry:\n%s", got)
	}
	late := model.Opening{Article: model.Article{Sections: []model.Section{{Blocks: []model.Block{model.Code{Source: "too late"}}}}}}
	drive(a, articleOpenedMsg{request: stale, opening: late, done: true})
	settlePreview(a)
	if got := screenText(a); !strings.Contains(got, "The text of 01.md") || strings.Contains(got, "too late") {
		t.Errorf("the preview has not come, or a late one has:\n%s", got)
	}
	drive(a, size(80, 24))
	if got := screenText(a); strings.Contains(got, "The text of") {
		t.Errorf("no room, but a preview:\n%s", got)
	}
}
