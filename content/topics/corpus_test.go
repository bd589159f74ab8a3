package topics_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"lede/content/topics"
	"lede/model"
)

// corpusCase is an article whose publisher names its topics.
type corpusCase struct {
	id      string
	article model.Article
	flat    string
	want    []string
}

// corpus returns the folder of public pages beside the repository, and skips the test when there is none.
func corpus(t testing.TB) string {
	dir, err := os.Getwd()
	for err == nil && dir != "/" {
		if found := filepath.Join(dir, "..", "shared", "corpus"); exists(filepath.Join(dir, "go.mod")) {
			if exists(found) {
				return found
			}
			break
		}
		dir = filepath.Dir(dir)
	}
	t.Skip("the corpus is not here")
	return ""
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func goldLines(t testing.TB, path string, each func(line []byte)) {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<24)
	for s.Scan() {
		each(s.Bytes())
	}
}

// flatTexts reads articles of one line a block. Their headings are known, so that nothing but the topics is measured.
func flatTexts(t testing.TB) []corpusCase {
	dir := filepath.Join(corpus(t), "texts")
	var cases []corpusCase
	goldLines(t, filepath.Join(dir, "gold.jsonl"), func(line []byte) {
		var g struct {
			ID, File, Title  string
			Headings, Topics []string
		}
		if err := json.Unmarshal(line, &g); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(filepath.Join(dir, g.File))
		if err != nil {
			t.Fatal(err)
		}
		a := model.Article{Entry: model.Entry{Title: g.Title}, Sections: []model.Section{{}}}
		for l := range strings.Lines(string(data)) {
			add(&a, strings.TrimSpace(l), g.Headings)
		}
		cases = append(cases, corpusCase{g.ID, a, flat(string(data)), g.Topics})
	})
	return cases
}

// newsPages reads articles as their publishers divide them.
func newsPages(t testing.TB) []corpusCase {
	var cases []corpusCase
	goldLines(t, filepath.Join(corpus(t), "news", "gold.jsonl"), func(line []byte) {
		var g struct {
			ID   string
			Gold struct {
				Title           string
				Topics, Summary []string
				Sections        []struct{ Headline, Paragraphs []string }
			}
		}
		if err := json.Unmarshal(line, &g); err != nil {
			t.Fatal(err)
		}
		a := model.Article{Entry: model.Entry{Title: g.Gold.Title}, Sections: []model.Section{{}}}
		all := g.Gold.Title
		for _, s := range append(g.Gold.Sections[:0:0], g.Gold.Sections...) {
			for _, l := range append(s.Headline, s.Paragraphs...) {
				add(&a, l, s.Headline)
				all += "\n" + l
			}
		}
		cases = append(cases, corpusCase{g.ID, a, flat(all + strings.Join(g.Gold.Summary, "\n")), g.Gold.Topics})
	})
	return cases
}

func add(a *model.Article, line string, headings []string) {
	for _, h := range headings {
		if h == line {
			a.Sections = append(a.Sections, model.Section{Title: line, Level: 2})
			return
		}
	}
	if line == "" || line == a.Title {
		return
	}
	s := &a.Sections[len(a.Sections)-1]
	s.Blocks = append(s.Blocks, model.Prose{Kind: model.Paragraph, Source: line})
}

func flat(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// recall is the share of the publishers' topics named in the text that are among ours.
func recall(t testing.TB, cases []corpusCase) (hit, all int) {
	for _, c := range cases {
		got := topics.Of(c.article)
		var missed []string
		for _, w := range c.want {
			if f := flat(w); len(f) > 2 && strings.Contains(c.flat, f) {
				all++
				if matched(f, got) {
					hit++
				} else {
					missed = append(missed, w)
				}
			}
		}
		t.Logf("%s %q\n      got    %s\n      missed %s", c.id, c.article.Title, names(got), strings.Join(missed, " · "))
	}
	return hit, all
}

func matched(want string, got []model.Topic) bool {
	for _, g := range got {
		f := flat(g.Name)
		if f == want || len([]rune(f)) > 3 && (strings.Contains(want, f) || strings.Contains(f, want)) {
			return true
		}
	}
	return false
}

func names(ts []model.Topic) string {
	var all []string
	for _, t := range ts {
		all = append(all, t.Name)
	}
	return strings.Join(all, " · ")
}

func TestTopicsAgreeWithPublishers(t *testing.T) {
	for _, tt := range []struct {
		name  string
		cases []corpusCase
		least float64
	}{
		{"texts", flatTexts(t), 0.45},
		{"news", newsPages(t), 0.45},
	} {
		hit, all := recall(t, tt.cases)
		if share := float64(hit) / float64(all); share < tt.least {
			t.Errorf("%s: recall of the publishers' topics = %.3f (%d of %d), want at least %.2f", tt.name, share, hit,
				all, tt.least)
		} else {
			t.Logf("%s: recall %.3f (%d of %d)", tt.name, share, hit, all)
		}
	}
}
