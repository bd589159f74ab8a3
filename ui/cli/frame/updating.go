package frame

import (
	"fmt"

	"lede/model/figure"
	"lede/ui/cli/console"
	"lede/ui/cli/terminal"
)

// updating returns what reports the update of a library that an older lede has made, which takes a minute for 100,000
// articles: on a terminal in a line that rewrites itself, elsewhere in one line. Nothing is written over a screen
// that has begun.
func (f *Frame) updating() func(done, of int) {
	const task = "Bringing the library up to date"
	b := f.NewBar()
	told := false
	return func(done, of int) {
		f.Updates.Store(true)
		text := task + "; first a backup of it is made"
		if of > 0 {
			text = fmt.Sprintf("%s: %s of %s articles", task, figure.Number(done), figure.Number(of))
		}
		switch {
		case f.Screened.Load():
		case of > 0 && done == of:
			b.Clear()
		case terminal.IsTerminal(f.Stderr) && !console.Dumb():
			b.Show(text)
		case !told:
			_, _ = fmt.Fprintf(f.Stderr, "lede: %s\n", task)
		}
		told = true
	}
}
