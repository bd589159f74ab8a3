package reading_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"

	"lede/content"
)

// ruledPage is a page that nothing of is told right without rules.
const ruledPage = `<html><head><title>Courier</title><link rel="canonical" href="https://live.news.example/tide">
</head><body>
<div class="x1"><p>Sign up and never miss a tide again, the whole town has done it and is happy.</p></div>
<div class="hd">The night the water came</div><div class="by">By Ines Okafor, Tobias Renn</div>
<span class="when" data-at="2026-05-03">a while ago</span>
<div class="txt"><p>Nobody in the harbour had seen the water come so high, or so quietly, since the wall was
raised.</p><p>ALSO READ: the harbour book, as the old saying goes</p>
<p>At noon the quay was dry again, and the baker on Slip Street sold what was left of his bread.</p>
<p>The harbour master wrote the height into the book, in ink, and closed it without a word to anyone.</p></div>
<div class="rest"><p>` + "The council meets on Monday to talk about the wall again, as it has done for years." +
	`</p></div></body></html>`

func readWithRules(t *testing.T, name, rules string) model.Article {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(rules), 0o600); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "page.html")
	if err := os.WriteFile(file, []byte(ruledPage), 0o600); err != nil {
		t.Fatal(err)
	}
	a, err := content.New(content.Options{Sites: dir}).Read(context.Background(), file)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestSiteRulesDecideHowAPageIsRead(t *testing.T) {
	a := readWithRules(t, "news.example.toml", `
select = ".txt"
keep = ".txt p"
title = [".none", ".hd"]
byline = ".by"
date = ".when@data-at"
`)
	got := []string{a.Title, strings.Join(a.Byline, "+"), a.Published.Format("2006-01-02")}
	for i, b := range a.Blocks() {
		got = append(got, b.Text()+" / "+a.Reasons[i].Rule)
	}
	want := []string{
		"The night the water came", "Ines Okafor+Tobias Renn", "2026-05-03",
		"Nobody in the harbour had seen the water come so high, or so quietly, since the wall was raised. / site rule: keep",
		"ALSO READ: the harbour book, as the old saying goes / site rule: keep",
		"At noon the quay was dry again, and the baker on Slip Street sold what was left of his bread. / site rule: keep",
		"The harbour master wrote the height into the book, in ink, and closed it without a word to anyone. / " +
			"site rule: keep",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestSiteRulesDropBeforeAnythingElse(t *testing.T) {
	a := readWithRules(t, "live.news.example.toml", "drop = ['.x1', '.rest', 'title', '.none']\n")
	text := ""
	for _, b := range a.Blocks() {
		text += b.Text() + "\n"
	}
	if strings.Contains(text, "Sign up") || strings.Contains(text, "council") ||
		!strings.Contains(text, "the quay was dry") || a.Title == "Courier" {
		t.Errorf("got %q: %q", a.Title, text)
	}
}

func TestAPageIsReadWithoutRulesThatAreWrong(t *testing.T) {
	a := readWithRules(t, "news.example.toml", "select = '.txt'\ndrop = '..'\n")
	blocks := a.Blocks()
	last := blocks[len(blocks)-1]
	if _, ok := last.(model.Notice); !ok || !strings.Contains(last.Text(), `news.example.toml line 2: drop ".."`) ||
		len(blocks) < 4 {
		t.Errorf("got %d blocks, the last %q", len(blocks), last.Text())
	}
}
