//go:build learn

package parse

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// lesson is a page and what is known of its text.
type lesson struct {
	ID, File, URL string
	Gold          struct {
		Body          string
		Summary       []string
		Sections      []struct{ Headline, Paragraphs []string }
		With, Without []string // pieces of its text, and of what is not its text
	}
	folder  string
	data    []byte
	samples []sample
}

// sample is a passage: what is true of it, whether it is the article's own, and how much it counts.
type sample struct {
	values      []slotValue
	own, weight float64
}

// lessons reads the pages.
func lessons(t *testing.T) (all []*lesson) {
	const corpus = "../../../shared/corpus/"
	for _, folder := range []string{"bodies", "news", "mixed", "segments"} {
		f, err := os.Open(corpus + folder + "/gold.jsonl")
		if err != nil {
			t.Skip("the pages do not lie beside the repository: ", err)
		}
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<24)
		for lines.Scan() {
			l := lesson{folder: folder}
			if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
				t.Fatal(err)
			}
			l.data = unzipped(t, filepath.Join(corpus, folder, l.File))
			l.label(factsOf(t, &l))
			all = append(all, &l)
		}
		f.Close()
	}
	return all
}

func unzipped(t *testing.T, path string) []byte {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if data, err = io.ReadAll(z); err != nil {
		t.Fatal(err)
	}
	return data
}

// text returns the true text of a page, or "" when only pieces of it are known.
func (l *lesson) text() string {
	all := append([]string{l.Gold.Body}, l.Gold.Summary...)
	for _, s := range l.Gold.Sections {
		all = append(append(all, s.Headline...), s.Paragraphs...)
	}
	return strings.TrimSpace(strings.Join(all, "\n"))
}

// label makes samples of the passages of which it is known whether they are the article's own. One of five words is
// when half of its runs of words stand in the true text, and counts by its share of it; a shorter one is when it is a
// line of it and stands among the long ones or near them.
func (l *lesson) label(all []*facts) {
	const floor, piece, before, behind = .004, .06, 3, 6
	text := l.text()
	there, lines, letters, total := runsOf(text), map[string]bool{}, learntLetters(text), len(learntWords(text))
	for line := range strings.SplitSeq(text, "\n") {
		lines[learntLetters(line)] = true
		lines[learntLetters(strings.TrimLeft(line, "-*• #0123456789."))] = true
	}
	first, last := len(all), -1 // where the long passages of the text are
	for i, f := range all {
		if own, size := shared(runsOf(f.text), there); len(learntWords(f.text)) >= 8 && 2*own >= size {
			first, last = min(first, i), i
		}
	}
	for i, f := range all {
		s := sample{values: valuesOf(f)}
		words := learntWords(f.text)
		switch flat := learntLetters(f.text); {
		case len(words) == 0:
			continue
		case text == "":
			with, without := holdsAny(flat, l.Gold.With), holdsAny(flat, l.Gold.Without)
			if with == without {
				continue
			}
			s.weight = piece
			if with {
				s.own = 1
			}
		default:
			if own, size := shared(runsOf(f.text), there); len(words) >= 5 && 2*own >= size ||
				len(words) < 5 && i >= first-before && i <= last+behind &&
					(lines[flat] || !f.heading() && len(flat) > 8 && strings.Contains(letters, flat)) {
				s.own = 1
			}
			s.weight = min(.5+.5*s.own, float64(len(words))/float64(total)) + floor
		}
		l.samples = append(l.samples, s)
	}
}

// holdsAny reports whether a text holds one of the pieces, or is a good part of one.
func holdsAny(flat string, pieces []string) bool {
	const part = 25
	for _, p := range pieces {
		if p = learntLetters(p); strings.Contains(flat, p) || len(flat) > part && strings.Contains(p, flat) {
			return true
		}
	}
	return false
}

var wordPattern = regexp.MustCompile(`[\p{L}\p{N}_]+`)

func learntWords(s string) []string {
	return wordPattern.FindAllString(strings.ReplaceAll(s, "\u00ad", ""), -1)
}

// learntLetters returns the letters and digits of a text in small letters.
func learntLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// runsOf counts the runs of four words in a text.
func runsOf(s string) map[string]int {
	words, all := learntWords(s), map[string]int{}
	for i := range max(min(1, len(words)), len(words)-3) {
		all[strings.Join(words[i:min(i+4, len(words))], " ")]++
	}
	return all
}

// shared returns how many of the runs are among the others, and how many they are.
func shared(a, b map[string]int) (common, size int) {
	for run, n := range a {
		common, size = common+min(n, b[run]), size+n
	}
	return common, size
}

// marksGiven are how well the texts of pages were found, by folder.
type marksGiven map[string]*struct{ precision, recall, pages, hits, misses, leaks float64 }

// add reads a page with the present weights.
func (m *marksGiven) add(t *testing.T, l *lesson) {
	a, err := Read(l.data, Options{Name: l.File, Format: HTML, Base: l.URL})
	if err != nil {
		t.Fatal(err)
	}
	if *m == nil {
		*m = marksGiven{}
	}
	if (*m)[l.folder] == nil {
		(*m)[l.folder] = &struct{ precision, recall, pages, hits, misses, leaks float64 }{}
	}
	g, got := (*m)[l.folder], proseOf(a)
	if text := l.text(); text != "" {
		common, size := shared(runsOf(text), runsOf(got))
		_, all := shared(runsOf(got), nil)
		g.precision += float64(common) / float64(max(1, all))
		g.recall += float64(common) / float64(size)
		g.pages++
	}
	flat := learntLetters(got)
	for _, piece := range l.Gold.With {
		if strings.Contains(flat, learntLetters(piece)) {
			g.hits++
		} else {
			g.misses++
		}
	}
	for _, piece := range l.Gold.Without {
		if strings.Contains(flat, learntLetters(piece)) {
			g.leaks++
		}
	}
}

func (m marksGiven) String() string {
	var b strings.Builder
	for _, folder := range slices.Sorted(maps.Keys(m)) {
		g := m[folder]
		fmt.Fprintf(&b, "%s: text %.4f, pieces %.4f\n", folder, 2*g.precision*g.recall/(g.precision+g.recall)/g.pages,
			2*g.hits/(2*g.hits+g.misses+g.leaks))
	}
	return b.String()
}
