package reading_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/content/reading"
	"lede/model"

	"lede/content"
)

// asked is a library of one file, with its article.
func asked(t *testing.T, name, source string) (*content.Library, model.Article, string) {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, name)
	if err := os.WriteFile(file, []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	l := content.New(content.Options{
		Config: filepath.Join(dir, "lede", "config.toml"),
		Sites:  filepath.Join(dir, "lede", "sites"),
	})
	a, err := l.Read(context.Background(), file)
	if err != nil {
		t.Fatal(err)
	}
	return l, a, dir
}

// partThatSays is the number of the part that begins with words.
func partThatSays(t *testing.T, a *model.Article, words string) int {
	t.Helper()
	for i := range a.Reasons {
		if strings.HasPrefix(reading.PartText(a, i), words) {
			return i
		}
	}
	t.Fatalf("nothing begins with %q", words)
	return 0
}

// tidePage is a page with boxes that have good names and bad ones.
var tidePage = `<html><head><title>The tide</title><link rel="canonical" href="https://www.courier.example/tide">` +
	`</head><body><main class="story css-1q2w3e">` +
	strings.Repeat(
		"<p>The water came up through the drains first, and by six it stood across the lower quay, flat and grey and "+
			"polite.</p>", 4) +
	`<div class="mt-4 pull-box"><p>Nobody shouted on the quay that night, as they had all seen it before and slept ` +
	`well.</p></div>` +
	`<p>Our clerks wear rubber boots from the house of Renn, who is a friend of this paper and of its readers.</p>` +
	`</main></body></html>`

func TestWhyNamesThePlaceInAPage(t *testing.T) {
	l, a, dir := asked(t, "tide.html", tidePage)
	w, err := l.Why(context.Background(), &a, partThatSays(t, &a, "Nobody shouted"))
	if err != nil {
		t.Fatal(err)
	}
	want := []model.Spot{
		{Selector: "div.pull-box > p", Matches: 1},
		{Selector: "div.pull-box", Matches: 1},
		{Selector: "main.story", Matches: 1},
	}
	if diff := cmp.Diff(want, w.Spots); diff != "" ||
		w.File != filepath.Join(dir, "lede", "sites", "courier.example.toml") {
		t.Errorf("got %s (-want +got)\n%s", w.File, diff)
	}
	w, err = l.Why(context.Background(), &a, partThatSays(t, &a, "Our clerks"))
	want = []model.Spot{
		{Selector: `main.story > p:contains("Our clerks wear rubber")`, Matches: 1},
		{Selector: "main.story > p", Matches: 5},
		{Selector: "main.story", Matches: 1},
	}
	if diff := cmp.Diff(want, w.Spots); diff != "" || err != nil {
		t.Errorf("%v (-want +got)\n%s", err, diff)
	}
}

func TestACorrectionBecomesARuleAndIsTakenBack(t *testing.T) {
	l, a, dir := asked(t, "tide.html", tidePage)
	file := filepath.Join(dir, "lede", "sites", "courier.example.toml")
	undo, err := l.Correct(model.Correction{Kind: model.DropThis, Value: "div.pull-box", File: file})
	if err != nil {
		t.Fatal(err)
	}
	again, err := l.Reread(context.Background(), &a, false)
	if n := len(again.Blocks()); err != nil || n != len(a.Blocks())-1 || again.ID != a.ID || again.Title != a.Title {
		t.Errorf("got %d blocks, %v; want one less than %d", n, err, len(a.Blocks()))
	}
	for path, mode := range map[string]os.FileMode{file: 0o600, filepath.Dir(file): 0o700 | os.ModeDir} {
		if info, err := os.Stat(path); err != nil || info.Mode() != mode {
			t.Errorf("%s: got %v, %v, want %v", path, info.Mode(), err, mode)
		}
	}
	second, err := l.Correct(model.Correction{Kind: model.DropThis, Value: "p.x", File: file})
	if err != nil {
		t.Fatal(err)
	}
	if err := undo(); err == nil {
		t.Error("a correction was taken back over a later one")
	}
	if err := second(); err != nil {
		t.Error(err)
	}
	if err := undo(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(file); !os.IsNotExist(err) {
		t.Errorf("the file is still there: %v", err)
	}
}

func TestACorrectionThatCannotBeWrittenSaysWhatToWrite(t *testing.T) {
	l, _, dir := asked(t, "tide.html", tidePage)
	file := filepath.Join(dir, "courier.example.toml")
	const written = "drop = [ '.a'\n"
	if err := os.WriteFile(file, []byte(written), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := l.Correct(model.Correction{Kind: model.DropThis, Value: ".b", File: file})
	if err == nil || !strings.Contains(err.Error(), "courier.example.toml") ||
		!strings.Contains(err.Error(), "drop = ['.b']") {
		t.Errorf("got %v", err)
	}
	if data, _ := os.ReadFile(file); string(data) != written {
		t.Errorf("the file was changed: %q", data)
	}
}

func TestALabelOfATextIsLearnt(t *testing.T) {
	text := "The tide\n\n" + strings.Repeat("The water came up through the drains first. ", 4) +
		"\n\nFROM THE HARBOUR: Who pays for the wall?\n\nThe end came at noon, when the water went.\n"
	l, a, dir := asked(t, "tide.txt", text)
	part := partThatSays(t, &a, "FROM THE HARBOUR")
	w, err := l.Why(context.Background(), &a, part)
	if err != nil || w.Line != 5 || len(w.Labels) != 1 || w.Labels[0] != "FROM THE HARBOUR" ||
		w.File != filepath.Join(dir, "lede", "config.toml") {
		t.Fatalf("got %+v, %v", w, err)
	}
	undo, err := l.Correct(model.Correction{Kind: model.LabelsLinks, Value: w.Labels[0], File: w.File})
	if err != nil {
		t.Fatal(err)
	}
	kindOf := func() model.BlockKind {
		again, err := l.Reread(context.Background(), &a, false)
		if err != nil {
			t.Fatal(err)
		}
		return model.KindOf(again.Blocks()[part])
	}
	if got := kindOf(); got != model.RelatedBlock {
		t.Errorf("got %s after the correction", got)
	}
	if err := undo(); err != nil {
		t.Fatal(err)
	}
	if got := kindOf(); got != model.ProseBlock {
		t.Errorf("got %s after it was taken back", got)
	}
	if _, err := l.Correct(model.Correction{Kind: "notices.credit", Value: w.Labels[0], File: w.File}); err != nil ||
		kindOf() != model.NoticeBlock {
		t.Errorf("got %s, %v as a notice", kindOf(), err)
	}
}

func TestALabelThatMarksNothingIsLearnt(t *testing.T) {
	text := "The tide\n\n" + strings.Repeat("The water came up through the drains first. ", 4) +
		"\n\nALSO READ: Who pays for the wall?\n\nThe end came at noon, when the water went.\n"
	l, a, _ := asked(t, "tide.txt", text)
	part := 1
	w, err := l.Why(context.Background(), &a, part)
	if err != nil || len(w.Labels) != 1 || w.Labels[0] != "ALSO READ" ||
		model.KindOf(a.Blocks()[part]) != model.RelatedBlock {
		t.Fatalf("got %+v, %v", w, err)
	}
	undo, err := l.Correct(model.Correction{Kind: model.LabelsText, Value: w.Labels[0], File: w.File})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"ALSO READ: Who pays for the wall?", "Who pays for the wall?"} {
		again, err := l.Reread(context.Background(), &a, false)
		if err != nil || !strings.HasSuffix(again.Blocks()[part].Text(), want) ||
			(model.KindOf(again.Blocks()[part]) == model.ProseBlock) != (want[0] == 'A') {
			t.Errorf("got %+v, %v, want %q", again.Blocks()[part], err, want)
		}
		if want[0] == 'A' {
			if err := undo(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestWhatIsLeftOutOfAnArticleCanBeKept(t *testing.T) {
	page := strings.Replace(tidePage, "</main>",
		`</main><footer class="imprint-box"><p>© Courier, Westhaven</p></footer>`, 1)
	l, a, _ := asked(t, "tide.html", page)
	all, err := l.Reread(context.Background(), &a, true)
	if err != nil {
		t.Fatal(err)
	}
	part := partThatSays(t, &all, "© Courier")
	w, err := l.Why(context.Background(), &all, part)
	if err != nil || !strings.HasPrefix(w.Rule, model.LeftOut) || len(w.Spots) == 0 ||
		w.Spots[0].Selector != "footer.imprint-box > p" {
		t.Fatalf("got %+v, %v", w, err)
	}
	if kept := partThatSays(t, &all, "Nobody shouted"); strings.HasPrefix(all.Reasons[kept].Rule, model.LeftOut) {
		t.Errorf("the article's own text: got %q", all.Reasons[kept].Rule)
	}
	for i := range a.Reasons {
		if strings.HasPrefix(reading.PartText(&a, i), "© Courier") {
			t.Fatal("the footer is in the article already")
		}
	}
	if _, err := l.Correct(model.Correction{Kind: model.KeepThis, Value: w.Spots[0].Selector, File: w.File}); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Correct(model.Correction{Kind: model.DropThis, Value: "div.pull-box", File: w.File}); err != nil {
		t.Fatal(err)
	}
	all, err = l.Reread(context.Background(), &all, true)
	if err != nil {
		t.Fatal(err)
	}
	w, err = l.Why(context.Background(), &all, partThatSays(t, &all, "Nobody shouted"))
	if err != nil || w.Rule != model.LeftOut+": a site rule drops it" || w.Spots[0].Selector != "div.pull-box > p" {
		t.Errorf("of what a rule drops, got %+v, %v", w, err)
	}
	again, err := l.Reread(context.Background(), &all, false)
	if err != nil {
		t.Fatal(err)
	}
	if got := again.Reasons[partThatSays(t, &again, "© Courier")].Rule; got != "site rule: keep" {
		t.Errorf("got %q", got)
	}
}

func TestMarkdownIsReadAgainAsMarkdown(t *testing.T) {
	l, a, _ := asked(t, "tide.md", "# The tide\n\nIt *came*.\n")
	a.Ref = "https://courier.example/raw/tide"
	again, err := l.Reread(context.Background(), &a, false)
	if err != nil || len(again.Blocks()) != 1 || again.Blocks()[0].Markdown() != "It *came*." {
		t.Errorf("got %+v, %v", again.Sections, err)
	}
}

func TestWhatIsLeftOutBelowTheTextIsTold(t *testing.T) {
	page := strings.Replace(tidePage, "</main>", `<div class="promo-box"><p>Tide alerts by mail</p></div></main>`+
		`<footer><p>About the Courier</p></footer>`, 1)
	l, a, _ := asked(t, "tide.html", page)
	want := []string{"Tide alerts by mail"}
	if diff := cmp.Diff(want, a.Left); diff != "" {
		t.Errorf("the article (-want +got)\n%s", diff)
	}
	kept := a
	kept.Reasons, kept.Left = nil, nil // as the library has it
	for name, of := range map[string]*model.Article{"read now": &a, "of the library": &kept} {
		w, err := l.Why(context.Background(), of, 0)
		if diff := cmp.Diff(want, w.Left); err != nil || diff != "" {
			t.Errorf("%s: %v (-want +got)\n%s", name, err, diff)
		}
	}
	l, a, _ = asked(t, "whole.html", tidePage)
	if w, err := l.Why(context.Background(), &a, 0); err != nil || len(w.Left) > 0 {
		t.Errorf("nothing stands below the text, got %q, %v", w.Left, err)
	}
}
