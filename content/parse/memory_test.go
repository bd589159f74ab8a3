package parse

import (
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
)

// tinyBytes is the length of each of the texts that are made of tiny blocks, and mostHeap how much of the heap
// reading them may take: ten times the text and 100 MB are what the whole program may take, and 10 MB of them are
// left to the rest of it. How much the collector lags behind varies by some MB with what else the machine does.
const (
	tinyBytes = 1 << 20
	mostHeap  = 10*tinyBytes + 90<<20
)

// tiny are texts of tiny blocks by the name of their file: what they begin with, and what is repeated.
func tiny() map[string][2]string {
	const page = "<!doctype html><title>T</title><body><article><h1>T</h1>"
	return map[string][2]string{
		"rows.md":         {"| a | b |\n|---|---|\n", "| x | y |\n"},
		"items.md":        {"", "- a\n"},
		"numbers.md":      {"", "1. a\n"},
		"paragraphs.md":   {"", "a\n\n"},
		"quotations.md":   {"", "> a\n\n"},
		"headings.md":     {"", "# a\n\n"},
		"fences.md":       {"", "```\na\n```\n"},
		"links.md":        {"", "[a](https://b.example)\n"},
		"emphasis.md":     {"", "*a* "},
		"tags.md":         {"", "<b>a</b> "},
		"terms.md":        {"", "a\n: b\n\n"},
		"notes.md":        {"", "a[^1]\n\n[^1]: b\n\n"},
		"definitions.md":  {"", "[a]: b\n"},
		"tables.md":       {"", "|a|\n|-|\n|b|\n\n"},
		"words.md":        {"", "a "},
		"paragraphs.txt":  {"", "a\n\n"},
		"lines.txt":       {"", "a\n"},
		"quotations.txt":  {"", "> a\n"},
		"paragraphs.rst":  {"T\n=\n\n", "a\n\n"},
		"items.rst":       {"T\n=\n\n", "* a\n\n"},
		"items.xml":       {`<rss version="2.0"><channel><title>T</title>`, "<item><title>a</title></item>"},
		"paragraphs.html": {page, "<p>a"},
		"items.html":      {page + "<ul>", "<li>a"},
		"cells.html":      {page + "<table><tr>", "<td>x"},
		"rows.html":       {page + "<table>", "<tr><td>x<td>y"},
		"tables.html":     {page, "<table><tr><td>a</table>"},
		"breaks.html":     {page, "<br>a"},
		"terms.html":      {page + "<dl>", "<dt>a<dd>b"},
		"words.html":      {page, "a "},
	}
}

// TestMemoryIsBoundedWhateverATextIsMadeOf reads the texts in a process of its own, whose heap is as large as it was
// at its largest.
func TestMemoryIsBoundedWhateverATextIsMadeOf(t *testing.T) {
	const child = "LEDE_TEST_MEMORY"
	if name := os.Getenv(child); name != "" {
		readTiny(t, name)
		return
	}
	if testing.Short() {
		t.Skip("it reads 40 MB")
	}
	for name := range tiny() {
		cmd := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
		cmd.Env = append(os.Environ(), child+"="+name)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}

func readTiny(t *testing.T, name string) {
	debug.SetGCPercent(50) // as the program does
	shape := tiny()[name]
	text := shape[0] + strings.Repeat(shape[1], tinyBytes/len(shape[1]))
	a, err := Read([]byte(text), Options{Name: name})
	if err != nil {
		t.Fatal(err)
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if m.HeapSys > mostHeap {
		t.Errorf("1 MB takes %d MB, want at most %d", m.HeapSys>>20, mostHeap>>20)
	}
	letters := 0
	for _, s := range a.Sections {
		letters += letterCount(s.Title)
		for _, b := range s.Blocks {
			letters += letterCount(b.Text())
		}
	}
	if want := letterCount(shape[1]) * (tinyBytes / len(shape[1])); letters < want*9/10 &&
		!strings.ContainsAny(shape[1], "<[") {
		t.Errorf("%d letters are left of %d", letters, want)
	}
}

func letterCount(s string) int { return strings.Count(s, "a") + strings.Count(s, "b") }
