package library

import (
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lede/model"
	"lede/ui/uitest"
)

// BenchmarkListKey tells what a key costs in a list of n, drawing included. The two should be alike.
func BenchmarkListKey(b *testing.B) {
	for _, n := range []int{100, 10000} {
		for _, name := range []string{"j", "space", "S", "T", "?"} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				a := shelf(uitest.FakeLibrary{Batches: []model.Batch{{Entries: someEntries(n)}}}, 120, 40)
				back := tea.KeyPressMsg{Code: tea.KeyEscape}
				for i := 0; b.Loop(); i++ {
					a.Update(uitest.KeyPress(name))
					a.View()
					if len(a.Stack) > 1 {
						a.Update(back)
					} else if l := theList(a); l.rows.At+2 >= l.rows.N {
						l.rows.To(0)
					}
				}
			})
		}
	}
}

// BenchmarkListBatch tells what a batch of 500 new entries costs the list of n that it comes to, the digesting apart.
func BenchmarkListBatch(b *testing.B) {
	for _, n := range []int{500, 9500} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			es := someEntries(n + 500)
			for b.Loop() {
				b.StopTimer()
				a := shelf(uitest.FakeLibrary{Batches: []model.Batch{{Entries: es[:n]}}}, 120, 40)
				l := theList(a)
				msg := entriesListedMsg{request: l.request, rows: digest(es[n:]), done: true}
				b.StartTimer()
				a.Update(msg)
				a.View()
			}
		})
	}
}
