package content

import (
	"compress/gzip"
	"fmt"
	"html"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"lede/content/parse"
	"lede/model"
	"lede/model/diff"
)

// realPages is how many pages BenchmarkChangesOfRealPages edits.
const realPages = 500

// The bounds that it holds lede to.
const (
	leastFound  = .99  // of the edits
	mostAlarmed = .005 // of the pages with nothing but other surroundings
)

// BenchmarkChangesOfRealPages edits real pages in known ways, and looks for the edits among the changes between the
// two texts that lede makes of a page; and it gives the same pages other surroundings, in which lede must see no
// change. The pages lie beside the repository.
func BenchmarkChangesOfRealPages(b *testing.B) {
	pages := articlePages(b)
	for b.Loop() {
		made, found, extra := map[string]int{}, map[string]int{}, map[string]int{}
		alarms, tried := map[string]int{}, map[string]int{}
		for i, p := range pages {
			rnd := rand.New(rand.NewPCG(uint64(i), 7))
			for _, name := range editNames() {
				e, ok := p.edit(name, rnd)
				if !ok {
					continue
				}
				made[name]++
				changes := diff.Between(p.article, p.read(e.html))
				if e.in(changes) {
					found[name]++
				} else if os.Getenv("LEDE_MISSES") != "" {
					b.Logf("%s: %s: want %+v, got %+v", p.file, name, e.want, changes)
				}
				if len(changes) > 1 {
					extra[name]++
				}
			}
			for _, s := range surroundings() {
				tried[s.name]++
				if changes := diff.Between(p.article, p.read(s.change(p.html, rnd))); len(changes) > 0 {
					alarms[s.name]++
					if os.Getenv("LEDE_MISSES") != "" {
						b.Logf("%s: %s: %+v", p.file, s.name, changes)
					}
				}
			}
		}
		all, hits := 0, 0
		for _, name := range editNames() {
			b.Logf("%-10s %4d made, %4d found and placed, %d with other changes beside", name, made[name],
				found[name], extra[name])
			all, hits = all+made[name], hits+found[name]
		}
		wrong, n := 0, 0
		for _, s := range surroundings() {
			b.Logf("%-10s %4d pages, %d alarms", s.name, tried[s.name], alarms[s.name])
			wrong, n = wrong+alarms[s.name], n+tried[s.name]
		}
		b.ReportMetric(100*float64(hits)/float64(all), "%found")
		b.ReportMetric(100*float64(wrong)/float64(n), "%alarms")
		if float64(hits) < leastFound*float64(all) || float64(wrong) > mostAlarmed*float64(n) {
			b.Errorf("found %d of %d edits, and changes on %d of %d pages that have none", hits, all, wrong, n)
		}
	}
}

// realPage is a page with an article.
type realPage struct {
	file, html, base string
	article          model.Article
	plain            []paragraph // paragraphs that the page has word for word, once
}

type paragraph struct{ text, section string }

// articlePages reads pages of public corpora that lede makes an article of several paragraphs of.
func articlePages(b testing.TB) (pages []realPage) {
	b.Helper()
	var files []string
	for _, folder := range []string{"news", "bodies", "mixed", "segments"} {
		some, _ := filepath.Glob("../../shared/corpus/" + folder + "/html/*.gz")
		files = append(files, some...)
	}
	if len(files) == 0 {
		b.Skip("no pages beside the repository")
	}
	for _, file := range files {
		if len(pages) == realPages {
			break
		}
		p := realPage{file: file, base: "https://news.example/story"}
		f, err := os.Open(file)
		if err != nil {
			b.Fatal(err)
		}
		r, err := gzip.NewReader(f)
		if err != nil {
			b.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil || f.Close() != nil {
			b.Fatal(err)
		}
		if !utf8.Valid(data) || len(data) > 2<<20 {
			continue
		}
		p.html = string(data)
		if p.article = p.read(p.html); p.article.Title == "" {
			continue
		}
		if p.plain = p.paragraphs(); len(p.plain) >= 3 {
			pages = append(pages, p)
		}
	}
	return pages
}

// paragraphs are those of the article that the page has word for word and once, each followed by the end of a
// paragraph.
func (p realPage) paragraphs() (plain []paragraph) {
	for _, s := range p.article.Sections {
		for _, b := range s.Blocks {
			prose, ok := b.(model.Prose)
			if !ok || prose.Kind != model.Paragraph || model.Words(prose.Text()) < 12 || strings.Contains(prose.Text(), "\n") {
				continue
			}
			raw := html.EscapeString(prose.Text())
			if at := strings.Index(p.html, prose.Text()+"</p>"); at >= 0 && raw != "" &&
				strings.Count(p.html, prose.Text()) == 1 {
				plain = append(plain, paragraph{prose.Text(), s.Title})
			}
		}
	}
	return plain
}

// edit is a page after an edit, and what must be found in it.
type edit struct {
	html string
	want diff.Change
}

func (p realPage) read(page string) model.Article {
	a, err := parse.Read([]byte(page), parse.Options{Base: p.base})
	if err != nil {
		return model.Article{}
	}
	a.Format = model.HTML
	return a
}

// in reports whether the change that was made is among those that were found.
func (e edit) in(changes []diff.Change) bool {
	return slices.ContainsFunc(changes, func(c diff.Change) bool {
		return c.Kind == e.want.Kind && c.Part == e.want.Part && c.Note == e.want.Note && c.Section == e.want.Section &&
			strings.Contains(c.New, e.want.New) && strings.Contains(c.Old, e.want.Old)
	})
}

func editNames() []string {
	return []string{"figure", "paragraph", "sentence", "removed", "headline", "correction", "updated"}
}

// shown are the elements that a page shows its title in, heads those above its text.
var (
	shown = regexp.MustCompile(`(?s)<h1\b.*?</h1>|<title\b.*?</title>`)
	heads = regexp.MustCompile(`(?s)<h1\b.*?</h1>`)
)

var figure = regexp.MustCompile(`\b[1-9][0-9]*\b`)

// edit makes one edit of a kind; false where the page has nothing to make it in.
func (p realPage) edit(name string, rnd *rand.Rand) (e edit, ok bool) {
	at := p.plain[rnd.IntN(len(p.plain))]
	e.want = diff.Change{Kind: diff.Added, Part: diff.Sentence, Section: at.section}
	after := func(inserted string) {
		e.html = strings.Replace(p.html, at.text+"</p>", at.text+"</p>"+inserted, 1)
	}
	switch name {
	case "figure":
		with := slices.DeleteFunc(slices.Clone(p.plain), func(q paragraph) bool { return !figure.MatchString(q.text) })
		if len(with) == 0 {
			return e, false
		}
		at = with[rnd.IntN(len(with))]
		places := figure.FindAllStringIndex(at.text, -1)
		place := places[rnd.IntN(len(places))]
		other := fmt.Sprint(1000 + rnd.IntN(8000))
		e.html = strings.Replace(p.html, at.text, at.text[:place[0]]+other+at.text[place[1]:], 1)
		e.want = diff.Change{
			Kind: diff.Reworded, Part: diff.Sentence, Section: at.section,
			Old: at.text[place[0]:place[1]], New: other,
		}
	case "paragraph":
		after("<p>The harbour master said the sluices had been closed before the second tide came in.</p>")
		e.want.New = "The harbour master said the sluices had been closed before the second tide came in."
	case "sentence":
		e.html = strings.Replace(p.html, at.text, at.text+" No ferry had left the quay by noon, the pilots said.", 1)
		e.want.New = "No ferry had left the quay by noon, the pilots said."
		if !strings.ContainsAny(at.text[len(at.text)-1:], ".!?") {
			return e, false
		}
	case "removed":
		e.html = strings.Replace(p.html, at.text, "", 1)
		e.want = diff.Change{
			Kind: diff.Removed, Part: diff.Sentence, Section: at.section,
			Old: strings.Join(strings.Fields(at.text[:10]), " "),
		}
	case "headline":
		words := strings.Fields(p.article.Title)
		if len(words) < 3 {
			return e, false
		}
		words[len(words)/2] = "sluices"
		e.want = diff.Change{Kind: diff.Reworded, Part: diff.Title, Old: p.article.Title, New: strings.Join(words, " ")}
		e.html = shown.ReplaceAllStringFunc(p.html, func(s string) string {
			return strings.ReplaceAll(s, p.article.Title, e.want.New)
		})
		if !strings.Contains(strings.Join(heads.FindAllString(e.html, -1), ""), "sluices") {
			return e, false // it is not set as one line of text
		}
	case "correction":
		after("<p><em>Correction: An earlier version of this article misstated the number of sluices.</em></p>")
		e.want.Note, e.want.New = diff.Correction, "An earlier version of this article misstated the number of sluices."
	case "updated":
		after("<p>This article was updated on 4 May 2026 with the words of the pilots.</p>")
		e.want.Note, e.want.New = diff.Update, "This article was updated on 4 May 2026 with the words of the pilots."
	}
	return e, true
}

// surrounding is a change of what is round an article.
type surrounding struct {
	name   string
	change func(page string, rnd *rand.Rand) string
}

var (
	classes   = regexp.MustCompile(`\bclass=("[^"]*"|'[^']*')`)
	hashed    = regexp.MustCompile(`\b[a-zA-Z_-]*[0-9][a-zA-Z0-9_-]*\b`)
	ending    = regexp.MustCompile(`</p>`)
	asides    = regexp.MustCompile(`(?s)<(?:aside|nav|footer)\b.*?</(?:aside|nav|footer)>`)
	linkWords = regexp.MustCompile(`(<a\b[^>]*>)([^<>]{30,})(</a>)`)
	ids       = regexp.MustCompile(`\bid="[^"]*"`)
)

func surroundings() []surrounding {
	number := func(rnd *rand.Rand) string { return fmt.Sprintf("%x", rnd.Uint32()) }
	return []surrounding{
		{"classes", func(page string, rnd *rand.Rand) string { // those that a build makes, and one more on each element
			page = classes.ReplaceAllStringFunc(page, func(s string) string {
				s = hashed.ReplaceAllStringFunc(s, func(string) string { return "c" + number(rnd) })
				return s[:len(s)-1] + " css-" + number(rnd) + s[len(s)-1:]
			})
			return ids.ReplaceAllStringFunc(page, func(s string) string {
				return hashed.ReplaceAllStringFunc(s, func(string) string { return "i" + number(rnd) })
			})
		}},
		{"ads", func(page string, rnd *rand.Rand) string {
			return sometimes(page, rnd, func() string {
				return `<div class="ad-slot ad-` + number(rnd) + `" data-ad="` + number(rnd) +
					`"><span>Advertisement</span><a href="https://ads.example/` + number(rnd) +
					`"><img src="https://ads.example/` + number(rnd) + `.gif" alt=""></a></div>`
			})
		}},
		{"related", func(page string, rnd *rand.Rand) string {
			page = asides.ReplaceAllStringFunc(page, func(s string) string {
				return linkWords.ReplaceAllString(s, "${1}Pilots ask for a second lighthouse "+number(rnd)+"${3}")
			})
			return sometimes(page, rnd, func() string {
				return `<p><strong>Read also: <a href="https://news.example/` + number(rnd) +
					`">Pilots ask for a second lighthouse</a></strong></p>`
			})
		}},
		{"dates", func(page string, rnd *rand.Rand) string {
			clock := fmt.Sprintf("<p>Updated %d May 2026, %d:%02d</p><p>%d min read</p>", 1+rnd.IntN(30), rnd.IntN(24),
				rnd.IntN(60), 1+rnd.IntN(9))
			return strings.Replace(page, "</h1>", "</h1>"+clock, 1)
		}},
	}
}

// sometimes puts something behind two of the paragraphs of a page.
func sometimes(page string, rnd *rand.Rand, what func() string) string {
	ends := ending.FindAllStringIndex(page, -1)
	if len(ends) < 4 {
		return page
	}
	places := []int{ends[1+rnd.IntN(len(ends)-2)][1], ends[1+rnd.IntN(len(ends)-2)][1]}
	slices.Sort(places)
	for _, at := range slices.Backward(places) {
		page = page[:at] + what() + page[at:]
	}
	return page
}
