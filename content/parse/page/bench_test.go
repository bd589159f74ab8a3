package page

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"codeberg.org/readeck/go-readability/v2"

	"lede/model/effort"
)

// BenchmarkPageAgainstReadability reports how much longer a page takes to become an article than readability alone
// takes for it: on a page of ours, and on public pages where they lie beside the repository. It fails when a page
// takes more than twice as long.
func BenchmarkPageAgainstReadability(b *testing.B) {
	b.Run("ours", func(b *testing.B) { againstReadability(b, [][]byte{[]byte(benchPage())}) })
	if pages := publicPages(b); len(pages) > 0 {
		b.Run("public", func(b *testing.B) { againstReadability(b, pages) })
	}
}

// againstReadability compares the processor time of both ways, on one thread: what else the machine does at the time
// is not in it.
func againstReadability(b *testing.B, pages [][]byte) {
	const most, least = 2, 20
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	turns := max(1, least/len(pages))
	var took, yardstick time.Duration
	ours := func(page []byte) { pageAt(string(page), "https://courier.example/tide") }
	theirs := func(page []byte) {
		parser := readability.NewParser()
		_, _ = parser.Parse(bytes.NewReader(page), nil)
	}
	ours(pages[0]) // what is made once a program is made before
	for b.Loop() {
		took += processorTime(turns, pages, ours)
		yardstick += processorTime(turns, pages, theirs)
	}
	ratio := float64(took) / float64(yardstick)
	b.ReportMetric(ratio, "times-readability")
	if ratio > most {
		b.Errorf("%.2f times as long as readability alone, want at most %d", ratio, most)
	}
}

// processorTime returns what reading all the pages takes of the processor, several turns, the garbage of them
// included.
func processorTime(turns int, pages [][]byte, read func(page []byte)) time.Duration {
	runtime.GC()
	start := effort.Used()
	for range turns {
		for _, page := range pages {
			read(page)
		}
	}
	runtime.GC()
	return effort.Used() - start
}

// benchPage is a page as news sites make them: an article among menus, teasers and comments.
func benchPage() string {
	link := `<li class="nav-item"><a href="/section/harbour">Harbour and coast</a></li>`
	teaser :=
		`<div class="teaser card"><a href="/story"><img src="/t.jpg" alt=""><h3>Ten walks along the coast</h3></a><p>A ` +
			`short text says why.</p></div>`
	comment := `<li class="comment"><p class="comment-author">A reader</p><p>` + aboutCouncil + `</p></li>`
	return `<!DOCTYPE html><html><head><title>The tide</title><script>` + strings.Repeat("var a=1;", 4000) +
		`</script></head><body><header><nav><ul>` + strings.Repeat(link, 80) +
		`</ul></nav></header><main><article><h1>The tide</h1>` +
		strings.Repeat("<p>"+aboutCouncil+" "+aboutMarket+"</p><h2>What the gauges say</h2><p>"+aboutMarket+
			" <a href='/a'>The log</a> "+aboutCouncil+"</p>", 15) + `</article><section class="comments"><ul>` +
		strings.Repeat(comment, 60) + `</ul></section></main><aside>` + strings.Repeat(teaser, 60) + `</aside><footer><ul>` +
		strings.Repeat(link, 60) + `</ul></footer></body></html>`
}

// publicPages reads the pages of the folder bodies beside the repository, if there is one.
func publicPages(b *testing.B) (pages [][]byte) {
	names, _ := filepath.Glob("../../../../shared/corpus/bodies/html/*.gz")
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			b.Fatal(err)
		}
		z, err := gzip.NewReader(f)
		if err != nil {
			b.Fatal(err)
		}
		page, err := io.ReadAll(z)
		f.Close()
		if err != nil {
			b.Fatal(err)
		}
		pages = append(pages, page)
	}
	return pages
}
