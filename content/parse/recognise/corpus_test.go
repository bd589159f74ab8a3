package recognise

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/model"
)

// corpusCase is a text as a scraper leaves it, with what is known to stand in it.
type corpusCase struct {
	ID, File string
	Posts    []struct{ Author, Handle, Date, Text string }
	Related  []struct{ Text, Title string }
	Prose    []string
}

// corpus reads the folder of scraped texts beside the repository, and skips the test when there is none.
func corpus(t *testing.T) (dir string, cases []corpusCase) {
	t.Helper()
	at, err := os.Getwd()
	for ; err == nil && at != "/"; at = filepath.Dir(at) {
		dir = filepath.Join(at, "..", "shared", "corpus", "scraped")
		if _, err := os.Stat(filepath.Join(at, "go.mod")); err == nil {
			break
		}
	}
	f, err := os.Open(filepath.Join(dir, "gold.jsonl"))
	if err != nil {
		t.Skip("no corpus beside the repository")
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var c corpusCase
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		cases = append(cases, c)
	}
	return dir, cases
}

func TestRecogniseOnScrapedTexts(t *testing.T) {
	dir, cases := corpus(t)
	var posts, fields, texts, related, relatedAll, prose, proseAll, extra int
	postsAll := 0
	for _, c := range cases {
		data, err := os.ReadFile(filepath.Join(dir, c.File))
		if err != nil {
			t.Fatal(err)
		}
		got, kept := recogniseLines(string(data))
		have, marked := 0, 0
		for _, b := range got {
			switch b.(type) {
			case model.Post:
				have++
			case model.Related:
				marked++
			case model.Prose, model.Code, model.Notice, model.Image:
			}
		}
		extra += max(0, have-len(c.Posts)) + max(0, marked-len(c.Related))
		for _, want := range c.Posts {
			postsAll++
			for _, b := range got {
				p, ok := b.(model.Post)
				if !ok || flat(p.Handle) != flat(want.Handle) {
					continue
				}
				posts++
				if flat(p.Author) == flat(want.Author) && flat(p.Posted) == flat(want.Date) {
					fields++
				} else {
					t.Logf("%s: fields %q %q, want %q", c.ID, p.Author, p.Posted, want)
				}
				if flat(noLinks(p.Source)) == flat(noLinks(want.Text)) {
					texts++
				} else {
					t.Logf("%s:\n got %q\nwant %q", c.ID, p.Source, want.Text)
				}
				break
			}
		}
		for _, r := range c.Related {
			relatedAll++
			ok := false
			for _, b := range got {
				if rel, is := b.(model.Related); is && strings.Contains(flat(rel.Text()), flat(r.Title)) {
					ok = true
				}
			}
			if ok {
				related++
			} else {
				t.Logf("%s: not marked: %q", c.ID, r.Text)
			}
		}
		for _, p := range c.Prose {
			proseAll++
			if strings.Contains(kept, flat(p)) {
				prose++
			} else {
				t.Logf("%s: lost %q", c.ID, p)
			}
		}
	}
	t.Logf("posts %d, fields %d, texts %d of %d; related %d of %d; prose %d of %d; extra %d", posts, fields, texts,
		postsAll, related, relatedAll, prose, proseAll, extra)
	for _, m := range []struct {
		name    string
		got, of int
		atLeast float64
	}{
		{"posts", posts, postsAll, .98},
		{"fields", fields, postsAll, .96},
		{"texts", texts, postsAll, .85},
		{"related", related, relatedAll, .93},
		{"prose", prose, proseAll, .985},
	} {
		if float64(m.got) < m.atLeast*float64(m.of) {
			t.Errorf("%s: %d of %d, want %.3f", m.name, m.got, m.of, m.atLeast)
		}
	}
}

// recogniseLines recognises a text with a block a line, and returns the blocks found and the words of the others.
func recogniseLines(text string) (blocks []model.Block, kept string) {
	var units []block.Unit
	for line := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(line) != "" {
			units = append(units, block.Unit{Text: line})
		}
	}
	var b strings.Builder
	at := 0
	for _, f := range append(Units(units, lang.Labels{}), block.Found{From: len(units)}) {
		for _, u := range units[at:f.From] {
			b.WriteString(u.Text)
		}
		for _, block := range f.Blocks {
			if p, ok := block.(model.Prose); ok {
				b.WriteString(p.Text())
			}
		}
		at = f.To
		blocks = append(blocks, f.Blocks...)
	}
	return blocks, flat(b.String())
}

var shortLink = regexp.MustCompile(`(?:https?://)?(?:t\.co|pic\.(?:twitter|x)\.com)/\w+`)

func noLinks(s string) string { return shortLink.ReplaceAllString(s, "") }

// flat keeps the letters and digits of a text, in lower case.
func flat(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
