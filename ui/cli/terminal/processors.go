package terminal

import "runtime"

// fewestProcessors is the least GOMAXPROCS while there is a screen. Parsing a long article keeps one processor of Go
// busy and the garbage collector another. Without a third and a fourth, each step from a key to the screen waits up to
// 10 ms until Go preempts one of them; the operating system does so at once.
const fewestProcessors = 4

// ShareProcessors lets the screen answer keys while all processors are busy, unless the user has set how many there
// are.
func ShareProcessors(getenv func(string) string) {
	if getenv("GOMAXPROCS") == "" && runtime.GOMAXPROCS(0) < fewestProcessors {
		runtime.GOMAXPROCS(fewestProcessors)
	}
}
