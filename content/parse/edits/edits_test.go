// Package edits_test holds lede to what it must see, and must not see, of two texts of one page.
//
// Start with try: it makes edits of known kinds (edit_test.go, finer_test.go) and gives the page other surroundings
// (surroundings_test.go). The pages are those of testdata, and where the public corpora lie beside the repository,
// real ones.
package edits_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"

	"lede/model/diff"
)

// The bounds that lede is held to on real pages.
const (
	leastFound  = .99  // of the edits
	mostAlarmed = .005 // of the pages with nothing but other surroundings
)

// tally is what came of trying kinds of edits and of surroundings.
type tally struct {
	made, found map[string]int // edits, and how many of them were found where they are
	tried, told map[string]int // surroundings, and in how many of them a change was seen
	misses      []string
}

// try edits pages in known ways, and looks for the edits among the changes between the two texts that lede makes of a
// page; and it gives the same pages other surroundings, in which lede must see no change. Each page is tried in every
// step-th way.
func try(pages []page, step int) tally {
	all := tally{map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}, nil}
	var mu sync.Mutex
	var workers sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range next {
				one := tally{map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}, nil}
				one.try(pages[i], i, step)
				mu.Lock()
				all.add(one)
				mu.Unlock()
			}
		})
	}
	for i := range pages {
		next <- i
	}
	close(next)
	workers.Wait()
	return all
}

// try tries one page; which of the ways are its turn, and what it is edited to, follows from its number.
func (t *tally) try(p page, number, step int) {
	for k, name := range editNames() {
		e, ok := p.edit(name, rand.New(rand.NewPCG(uint64(number), uint64(k))))
		if !ok || (number+k)%step != 0 {
			continue
		}
		t.made[name]++
		if changes := diff.Between(p.article, p.read(e.html)); e.in(changes) {
			t.found[name]++
		} else {
			t.misses = append(t.misses, fmt.Sprintf("%s: %s: want %+v, got %+v", p.file, name, e.want, changes))
		}
	}
	for k, s := range surroundings() {
		if (number+k)%step != 0 {
			continue
		}
		t.tried[s.name]++
		other := s.change(p.html, rand.New(rand.NewPCG(uint64(number), uint64(k))))
		if changes := diff.Between(p.article, p.read(other)); len(changes) > 0 {
			t.told[s.name]++
			t.misses = append(t.misses, fmt.Sprintf("%s: %s: %+v", p.file, s.name, changes))
		}
	}
}

func (t *tally) add(o tally) {
	for into, from := range map[*map[string]int]map[string]int{
		&t.made: o.made, &t.found: o.found, &t.tried: o.tried, &t.told: o.told,
	} {
		for name, n := range from {
			(*into)[name] += n
		}
	}
	t.misses = append(t.misses, o.misses...)
}

// shares returns the shares of edits found and of pages with a false alarm, with a line a kind that says more.
func (t *tally) shares() (found, alarmed float64, lines string) {
	var made, hits, tried, told int
	var b strings.Builder
	for _, name := range editNames() {
		fmt.Fprintf(&b, "\n%-20s %4d made, %4d found and placed", name, t.made[name], t.found[name])
		made, hits = made+t.made[name], hits+t.found[name]
	}
	for _, s := range surroundings() {
		fmt.Fprintf(&b, "\n%-20s %4d pages, %4d alarms", s.name, t.tried[s.name], t.told[s.name])
		tried, told = tried+t.tried[s.name], told+t.told[s.name]
	}
	return float64(hits) / float64(made), float64(told) / float64(tried), b.String()
}

// BenchmarkChangesOfRealPages measures both shares on 500 real pages, each edited in every fourth way. LEDE_STEP=1
// tries all ways on each, LEDE_PAGES=N so many pages, and LEDE_MISSES=1 names what was not found or should not be.
func BenchmarkChangesOfRealPages(b *testing.B) {
	most, step := 500, 4
	if n, err := strconv.Atoi(os.Getenv("LEDE_PAGES")); err == nil {
		most = n
	}
	if n, err := strconv.Atoi(os.Getenv("LEDE_STEP")); err == nil {
		step = n
	}
	pages := realPages(b, most)
	if len(pages) == 0 {
		pages, step = ownPages(b), 1
	}
	for b.Loop() {
		t := try(pages, step)
		found, alarmed, lines := t.shares()
		b.ReportMetric(100*found, "%found")
		b.ReportMetric(100*alarmed, "%alarms")
		if os.Getenv("LEDE_MISSES") != "" {
			lines += "\n" + strings.Join(t.misses, "\n")
		}
		b.Log(lines)
		if found < leastFound || alarmed > mostAlarmed {
			b.Errorf("of %d pages, %.1f %% of the edits were found, and %.2f %% gave a false alarm", len(pages), 100*found,
				100*alarmed)
		}
	}
}

// TestChangesOfOwnPages finds every edit of the pages of testdata, each kind in one of them at least, and sees none in
// other surroundings.
func TestChangesOfOwnPages(t *testing.T) {
	got := try(ownPages(t), 1)
	for _, name := range editNames() {
		if got.made[name] == 0 {
			t.Errorf("no page can be edited in the way %q", name)
		}
	}
	for _, m := range got.misses {
		t.Error(m)
	}
}
