package parse

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// ordinary is a paragraph like those that articles are made of.
const ordinary = "The gauge at the *pier* stood at 4.1 metres on Sunday, the highest " +
	"[reading](https://harbour.example/gauge) since the wall was raised in the year\n" +
	"of the great storm, and the `council` had to answer & did.\n\n## A heading\n\nAnother paragraph without any " +
	"markup, of the usual length, which says what the first one said once more.\n\n"

func BenchmarkMarkdown(b *testing.B) {
	for _, size := range []int{10 << 10, 10 << 20} {
		data := []byte(strings.Repeat(ordinary, size/len(ordinary)))
		b.Run(fmt.Sprintf("%dkB", size>>10), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, err := Read(data, Options{Name: "a.md"}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(size>>10), "µs/kB")
		})
	}
}

func BenchmarkHead(b *testing.B) {
	lines := "Spring tides rise at the pier\nBy Ines Okafor\nMay 3, 2026\n" + strings.Repeat(council+"\n"+market+"\n", 8)
	for name, data := range map[string]string{
		"a.md": "---\ntitle: Spring tides\nauthor: Ines Okafor\ndate: 2026-05-03\ntags: [flooding, Westhaven]\n---\n\n" +
			strings.Repeat(ordinary, 3000/len(ordinary)),
		"a.txt": lines + strings.Repeat("The gauge stood at 4.1 metres on Sunday, and nobody in the office was surprised.\n",
			max(0, 3000-len(lines))/81),
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := headOf([]byte(data), Options{Name: name}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkCut(b *testing.B) {
	s := strings.Repeat(ordinary, 64<<10/len(ordinary))
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		cut(s, Markdown)
	}
}

// TestMarkdownKeepsLittleMoreThanItsText counts what is still held of a long article once it is read.
func TestMarkdownKeepsLittleMoreThanItsText(t *testing.T) {
	const size = 2 << 20
	data := []byte(strings.Repeat(ordinary, size/len(ordinary)))
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	a, err := Read(data, Options{Name: "a.md"})
	runtime.GC()
	runtime.ReadMemStats(&after)
	if err != nil || len(a.Sections) != size/len(ordinary)+1 {
		t.Fatalf("%d sections, %v", len(a.Sections), err)
	}
	if kept := int(after.HeapAlloc) - int(before.HeapAlloc); kept > 6*size {
		t.Errorf("the article of %d kB keeps %d kB, want at most six times its length", size>>10, kept>>10)
	}
	runtime.KeepAlive(a)
}
