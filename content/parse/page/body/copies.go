package body

import (
	"hash/maphash"
	"strings"
)

// copyRun is how many consecutive words two texts must share for one to be a copy of the other.
const copyRun = 6

// dropCopies drops hidden passages whose words are kept elsewhere: pages hold a copy of their text for printing, or
// for a script.
func dropCopies(all []*verdict) {
	c := copies{seed: maphash.MakeSeed(), runs: map[uint64]bool{}}
	for _, shown := range [...]bool{true, false} {
		for _, f := range all {
			if !f.kept || shown != (f.in&inHidden == 0) {
				continue
			}
			runs := c.of(f.text)
			if !shown && c.has(runs) {
				f.kept = false
				continue
			}
			for _, r := range runs {
				c.runs[r] = true
			}
		}
	}
}

// dropRepeats drops passages that have been added and say again what was kept before, or another that has been added.
func dropRepeats(all []*verdict, was []bool) {
	c := copies{seed: maphash.MakeSeed(), runs: map[uint64]bool{}}
	for _, added := range [...]bool{false, true} {
		for i, f := range all {
			if !f.kept || was[i] == added {
				continue
			}
			runs := c.of(f.text)
			f.kept = !added || len(runs) == 0 || !c.has(runs)
			for _, r := range runs {
				c.runs[r] = true
			}
		}
	}
}

// copies remembers the runs of words that are kept.
type copies struct {
	seed maphash.Seed
	runs map[uint64]bool
}

// of returns the runs of words in a text; there is none in a text of fewer words.
func (c *copies) of(text string) (runs []uint64) {
	words := strings.Fields(text)
	for i := 0; i+copyRun <= len(words); i++ {
		runs = append(runs, maphash.String(c.seed, strings.Join(words[i:i+copyRun], " ")))
	}
	return runs
}

// has reports whether most of the runs are kept.
func (c *copies) has(runs []uint64) bool {
	n := 0
	for _, r := range runs {
		if c.runs[r] {
			n++
		}
	}
	return 2*n > len(runs)
}
