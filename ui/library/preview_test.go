package library

import (
	"strings"
	"testing"

	"lede/model"
	"lede/ui"
	"lede/ui/uitest"
)

// settlePreview lets the preview's rest be over, and that of an entry that it turns to then.
func settlePreview(a *ui.App) {
	uitest.Drive(a, theLibrary(a).preview.Rested())
	uitest.Drive(a, theLibrary(a).preview.Rested())
}

func TestPreviewFollowsTheSelection(t *testing.T) {
	a := shelf(uitest.NewFakeSession(uitest.Courier()), 160, 40)
	settlePreview(a)
	stale := theLibrary(a).preview.Request
	a.Update(uitest.KeyPress("j"))
	if got := uitest.ScreenText(a); strings.Contains(got, "The text of 00.md") ||
		strings.Count(got, "Who pays for the sea wall?") != 2 {
		t.Errorf("right after a key the preview is not that of the next entry:\n%s", got)
	}
	late := model.Opening{
		Article: model.Article{Sections: []model.Section{{Blocks: []model.Block{model.Code{Source: "too late"}}}}},
	}
	uitest.Drive(a, ui.ArticleOpenedMsg{Request: stale, Opening: late, Done: true})
	settlePreview(a)
	if got := uitest.ScreenText(a); !strings.Contains(got, "The text of 01.md") || strings.Contains(got, "too late") {
		t.Errorf("the preview has not come, or a late one has:\n%s", got)
	}
	uitest.Drive(a, uitest.Size(80, 24))
	if got := uitest.ScreenText(a); strings.Contains(got, "The text of") {
		t.Errorf("no room, but a preview:\n%s", got)
	}
}
