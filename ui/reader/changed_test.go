package reader

import (
	"strings"
	"testing"

	"lede/model"
	"lede/model/diff"
	"lede/ui/uitest"
)

// twoTexts is a library whose long article has changed in two places since it was read.
func twoTexts() (*uitest.FakeStore, model.ID) {
	f, id := uitest.Begun()
	now := &f.Records[3].Article
	before := *now
	before.Sections = []model.Section{
		{Blocks: append([]model.Block{uitest.Paragraph("The gauge stood at four metres.")}, now.Sections[0].Blocks[1:]...)},
	}
	now.Sections = []model.Section{
		{Blocks: append([]model.Block{uitest.Paragraph("The gauge stood at nine metres.")}, now.Sections[0].Blocks[1:]...)},
	}
	now.Sections[0].Blocks = append(now.Sections[0].Blocks, uitest.Paragraph("A second lighthouse was built."))
	f.Before = map[model.ID]model.Article{id: before}
	f.Since = map[model.ID][]diff.Change{id: diff.Between(before, *now)}
	return f, id
}

func TestChangesSinceTheArticleWasReadAreSaidAndLit(t *testing.T) {
	f, _ := twoTexts()
	a := showingKept(f, 100, 24)
	r := toLong(a)
	if got := uitest.LastLine(a); !strings.Contains(got, "Changed since you read it: 1 sentence added, 1 reworded.") {
		t.Fatalf("the last line is %q", got)
	}
	uitest.Drive(a, uitest.Press("c")...)
	if got := uitest.ScreenText(a); !strings.Contains(got, "The gauge stood at nine metres.") || r.Status() != "1 of 2" {
		t.Errorf("at the first change (%s):\n%s", r.Status(), got)
	}
	uitest.Drive(a, uitest.Press("c")...)
	if got := uitest.ScreenText(a); !strings.Contains(got, "A second lighthouse was built.") || r.Status() != "2 of 2" {
		t.Errorf("at the second change (%s):\n%s", r.Status(), got)
	}
	uitest.Drive(a, uitest.Press("c")...)
	if !strings.Contains(r.Status(), "1 of 2") {
		t.Errorf("after the last change comes %s", r.Status())
	}
}

func TestTheTextBeforeIsOneKeyAway(t *testing.T) {
	f, id := twoTexts()
	a := showingKept(f, 100, 24)
	r := toLong(a)
	uitest.Drive(a, uitest.Press("C")...)
	if got := uitest.ScreenText(a); !strings.Contains(got, "The gauge stood at four metres.") ||
		!strings.Contains(uitest.LastLine(a), "This is the text as you read it.") {
		t.Fatalf("the text before:\n%s", got)
	}
	places := f.Places
	uitest.Drive(a, uitest.Press("space", "space", "G")...)
	if strings.Contains(uitest.ScreenText(a), "A second lighthouse was built.") {
		t.Error("the text before has what came later")
	}
	if s := statusOf(t, f, id); s.Read || f.Places != places {
		t.Errorf("a place was kept of the text before: %+v, %d times", s, f.Places-places)
	}
	uitest.Drive(a, uitest.Press("C", "G")...)
	if got := uitest.ScreenText(a); !strings.Contains(got, "A second lighthouse was built.") {
		t.Errorf("the text now:\n%s", got)
	}
	uitest.Drive(a, uitest.Press("C", "q")...)
	if r.changed.now != nil {
		t.Error("the text before stays when the article is left")
	}
}

func TestNothingIsSaidOfAnArticleThatHasNotChanged(t *testing.T) {
	f, _ := uitest.Begun()
	a := showingKept(f, 100, 24)
	toLong(a)
	if got := uitest.LastLine(a); strings.Contains(got, "Changed") {
		t.Errorf("the last line is %q", got)
	}
	uitest.Drive(a, uitest.Press("c")...)
	if got := uitest.LastLine(a); !strings.Contains(got, "Nothing has changed since you read it.") {
		t.Errorf("c says %q", got)
	}
}
