package text

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// said is a paragraph for headings to stand between.
const said = "The council had asked for eleven million and was given four, and the ministry says that the wall is " +
	"high enough for the tides it reckons with. Nobody in the harbour office was surprised by that."

func TestHeadings(t *testing.T) {
	for name, c := range map[string]struct{ lines, want []string }{
		"bare line": {[]string{said, "What the gauges say", said, said}, []string{"What the gauges say"}},
		"question": {
			[]string{said, "Who will pay for the wall?", said, said},
			[]string{"Who will pay for the wall?"},
		},
		"quotation": {[]string{said, said, "‘We have seen worse’", said, said}, []string{"‘We have seen worse’"}},
		"two": {
			[]string{said, "The wall", said, said, "The gauges", said, said},
			[]string{"The wall", "The gauges"},
		},
		"numbers": {
			[]string{said, "1. The wall", said, "2. The gauges", said, said},
			[]string{"1. The wall", "2. The gauges"},
		},
		"short sentence": {[]string{said, "Nobody was surprised.", said, said}, nil},
		"announcement":   {[]string{said, "The harbour master said:", said, said}, nil},
		"deck": {
			[]string{"The gauges along the coast stand higher than in any spring so far", said, said},
			nil,
		},
		"credit":        {[]string{said, "Jan de Vries/Courier", said, said}, nil},
		"remark":        {[]string{said, "(continued below)", said, said}, nil},
		"refrain":       {[]string{said, "Image", said, "Image", said, "Image", said, "Image", said}, nil},
		"price":         {[]string{said, "£40, Westhaven", said, said}, nil},
		"small letters": {[]string{said, "and one more of them", said, said}, nil},
		"above a list":  {[]string{said, "See also", "- The wall", "- The gauges", said}, []string{"See also"}},
		"in capitals":   {[]string{said, "WHAT THE GAUGES SAY", said, said}, []string{"WHAT THE GAUGES SAY"}},
		"one word":      {[]string{said, said, "Money", said, said}, []string{"Money"}},
		"counted sentences": {
			[]string{said, "1. Walls are dear.", said, "2. Gauges are cheap.", said, said},
			[]string{"1. Walls are dear.", "2. Gauges are cheap."},
		},
		"one counted only": {[]string{said, "3. Walls are dear.", said, said}, nil},
		"letters": {
			[]string{said, "a. The wall", said, "b. The gauges", said, said},
			[]string{"a. The wall", "b. The gauges"},
		},
		"colon and list": {[]string{
			said, "Pros:", "- It is cheap.", "- It is dry.", "Cons:", "- It is ugly.",
			"- It falls.", said,
		}, []string{"Pros:", "Cons:"}},
		"colon and text": {
			[]string{said, "Key Features of the Wall:", said, said},
			[]string{"Key Features of the Wall:"},
		},
		"colon in a lead": {[]string{said, "You will need some stones:", "- A white one.", "- A black one.", said}, nil},
		"who speaks":      {[]string{said, "Ines Okafor:", said, "Tom Brandvold:", said, said}, nil},
		"one after another": {
			[]string{
				said, "Advantages", said, "Disadvantages", said, "Advantages", said, "Disadvantages",
				said, "Advantages", said, "Disadvantages", said, "Advantages", said, "Disadvantages", said,
			},
			[]string{
				"Advantages", "Disadvantages", "Advantages", "Disadvantages", "Advantages", "Disadvantages", "Advantages",
				"Disadvantages",
			},
		},
		"label after label": {
			[]string{
				said, "Myth: Walls are dear", said, "Myth: Boats float", said, "Myth: Stone is dry",
				said, "Myth: Nobody pays", said,
			},
			[]string{"Myth: Walls are dear", "Myth: Boats float", "Myth: Stone is dry", "Myth: Nobody pays"},
		},
		"figure":         {[]string{said, "Figure 1", said, said}, nil},
		"table":          {[]string{said, "Tabelle 2: Pegel und ihre Orte", said, said}, nil},
		"time":           {[]string{said, "14.05 Uhr", said, said}, nil},
		"time in a zone": {[]string{said, "9:30 a.m. ET", said, said}, nil},
		"age":            {[]string{said, "vor 3 Stunden", said, said}, nil},
		"posted":         {[]string{said, "Posted at 11:39 by Ines Okafor", said, said}, nil},
		"agency":         {[]string{said, "Reuters", said, said}, nil},
		"agencies":       {[]string{said, "AP/dpa", said, said}, nil},
		"button":         {[]string{said, "Click to enlarge", said, said}, nil},
		"past a credit": {
			[]string{said, "Jan de Vries/Courier", "What the gauges say", said, said},
			[]string{"What the gauges say"},
		},
		"table of contents": {
			[]string{
				said, "- The wall", "- The gauges", "- The market", "- The church", said, "The wall",
				said, "The gauges", said, "A view of the pier", said, "The market", said, "The church", said,
			},
			[]string{"The wall", "The gauges", "The market", "The church"},
		},
	} {
		a := readText(t, "Harbour towns brace for the tides\n"+strings.Join(c.lines, "\n"))
		var got []string
		for _, s := range a.Sections {
			if s.Title != "" {
				got = append(got, s.Title)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestAQuestionInCapitalsIsAHeadingBelowATitleInCapitals(t *testing.T) {
	a := readText(t, strings.Join([]string{
		"WATER ON THE QUAY",
		"The harbour master has two gauges, one of brass and one of wood, and he believes neither of them in winter.",
		"WHAT NOW?",
		"When the tide comes over the lower steps he shuts the gate, and everybody walks round by the mill for a day.",
		"What the gauges say",
		"His son writes the metres into a green book, in pencil, because the ink has run twice in the last ten years.",
	}, "\n\n"))
	var titles []string
	for _, s := range a.Sections {
		titles = append(titles, s.Title)
	}
	if !slices.Contains(titles, "WHAT NOW?") {
		t.Errorf("the sections are %q", titles)
	}
}

func TestHeadingLevels(t *testing.T) {
	for name, c := range map[string]struct {
		lines string
		want  []int
	}{
		"alike":      {"The wall\n" + said + "\nThe gauges\n" + said, []int{2, 2}},
		"numbers":    {"1. The wall\n" + said + "\n1.1 Its stones\n" + said + "\n2. The gauges\n" + said, []int{2, 3, 2}},
		"underlines": {"The wall\n========\n" + said + "\n\nIts stones\n----------\n" + said, []int{2, 3}},
		"one line":   {"The wall\n--------\n" + said + "\n\nIts stones\n----------\n" + said, []int{2, 2}},
		"times": {
			"9.30 Uhr: Fähren\n" + said + "\n9.12 Uhr: Schulen\n" + said + "\n9.05 Uhr: Pegel\n" + said,
			[]int{2, 2, 2},
		},
	} {
		var got []int
		for _, s := range readText(t, "Harbour towns brace\n"+said+"\n\n"+c.lines+"\n"+said).Sections {
			if s.Title != "" {
				got = append(got, s.Level)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// TestHeadingsOfCorpus measures on real texts, when they lie beside the repository.
func TestHeadingsOfCorpus(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "..", "shared", "corpus", "texts")
	f, err := os.Open(filepath.Join(dir, "gold.jsonl"))
	if err != nil {
		t.Skip("no corpus beside the repository")
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	found, extra, missed, titles, texts := 0, 0, 0, 0, 0
	for lines.Scan() {
		var c struct {
			File, Title string
			Headings    []string
		}
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(filepath.Join(dir, c.File))
		if err != nil {
			t.Fatal(err)
		}
		a := readText(t, string(data))
		texts++
		if lettersIn(a.Title) == lettersIn(c.Title) {
			titles++
		}
		for _, s := range a.Sections {
			i := slices.IndexFunc(c.Headings, func(h string) bool { return lettersIn(h) == lettersIn(s.Title) })
			switch {
			case i >= 0:
				found++
				c.Headings = slices.Delete(c.Headings, i, i+1)
			case s.Title != "":
				extra++
			}
		}
		missed += len(c.Headings)
	}
	precision, recall := float64(found)/float64(found+extra), float64(found)/float64(found+missed)
	f1 := 2 * precision * recall / (precision + recall)
	t.Logf("headings: F1 %.3f, precision %.3f, recall %.3f; titles %d of %d", f1, precision, recall, titles, texts)
	if f1 < .94 || precision < .94 || titles*100 < texts*97 {
		t.Errorf("headings: F1 %.3f, precision %.3f, want .94; titles %d of %d", f1, precision, titles, texts)
	}
}
