package reader

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui"
	"lede/ui/reader/text"
	"lede/ui/uitest"
)

// frame sends a message and draws what comes of it, as the program does for each key.
func frame(a *ui.App, msg tea.Msg) {
	_, cmd := a.Update(msg)
	_ = cmd
	_ = a.View()
}

// inTheMiddle returns an app in the middle of an article of a size, its first frame drawn.
func inTheMiddle(size int) *ui.App {
	a := showing(uitest.One(uitest.Long(size)), 80, 24)
	r := a.Stack[0].(*reader)
	r.text.Doc.To(text.Spot{Item: len(r.text.Items.All) / 2, Line: 0})
	_ = a.View()
	return a
}

// sizes are a short article and a long one: what a key costs must not depend on it.
var sizes = []struct {
	name  string
	bytes int
}{{"10kB", 10 << 10}, {"10MB", 10 << 20}}

// BenchmarkKey is a key and the frame that it makes, in the middle of an article.
func BenchmarkKey(b *testing.B) {
	for _, size := range sizes {
		for _, k := range []string{"j", "space", "]", "}", "n", "G"} {
			b.Run(k+"/"+size.name, func(b *testing.B) {
				a := inTheMiddle(size.bytes)
				if k == "n" {
					uitest.Drive(a, uitest.Press("/", "b", "o", "o", "k", "enter")...)
				}
				there, back := uitest.KeyPress(k), uitest.KeyPress("g")
				r := a.Stack[0].(*reader)
				middle := text.Spot{Item: len(r.text.Items.All) / 2, Line: 0}
				worst := time.Duration(0)
				for i := 0; b.Loop(); i++ {
					if _, ended := r.text.Doc.Bottom(); ended {
						frame(a, back)
						r.text.Doc.To(middle)
					}
					start := time.Now()
					frame(a, there)
					worst = max(worst, time.Since(start))
				}
				b.ReportMetric(float64(worst.Microseconds()), "worst-µs")
			})
		}
	}
}

// BenchmarkResize is a change of the terminal's width and the frame that it makes.
func BenchmarkResize(b *testing.B) {
	for _, size := range sizes {
		b.Run(size.name, func(b *testing.B) {
			a := inTheMiddle(size.bytes)
			widths := [2]tea.Msg{tea.WindowSizeMsg{Width: 70, Height: 24}, tea.WindowSizeMsg{Width: 80, Height: 24}}
			for i := 0; b.Loop(); i++ {
				frame(a, widths[i%2])
			}
		})
	}
}

// BenchmarkFind looks for a word in the whole of an article.
func BenchmarkFind(b *testing.B) {
	for _, query := range []string{"book", "Father", "größe"} {
		b.Run(query, func(b *testing.B) {
			a := uitest.Long(10 << 20)
			f := &text.ArticleFlow{Items: text.NewItems(&a)}
			b.SetBytes(10 << 20)
			for b.Loop() {
				text.FindAll(f, text.NewMatcher(query), func() bool { return false })
			}
		})
	}
}

// BenchmarkFirstFrame is the way of an article from its parts to the first frame.
func BenchmarkFirstFrame(b *testing.B) {
	for _, size := range sizes {
		b.Run(size.name, func(b *testing.B) {
			article := uitest.Long(size.bytes)
			for b.Loop() {
				o := uitest.One(article)
				o.First = func(a *ui.App) ui.Screen { return NewReader(a, article.Ref) }
				a := ui.New(o)
				a.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
				a.Init()
				r := a.Stack[0].(*reader)
				frame(a, ui.ArticleOpenedMsg{Request: r.loading.request, Opening: model.Opening{Article: article}, Done: true})
			}
		})
	}
}

// BenchmarkRaw turns to the source text.
func BenchmarkRaw(b *testing.B) {
	for _, size := range sizes {
		b.Run(size.name, func(b *testing.B) {
			a := inTheMiddle(size.bytes)
			for b.Loop() {
				frame(a, uitest.KeyPress("r"))
			}
		})
	}
}
