package terminal

import "runtime"

// fewestProcessors is how many goroutines may run at once while there is a screen. A long article that is read keeps
// one of them busy, and the search for unused memory another. With no third and fourth, each step from a key to the
// screen waits up to 10 ms until Go takes a processor away from them; the system does so at once.
const fewestProcessors = 4

// ShareProcessors lets the screen answer keys while all processors are busy, unless the user has set how many there
// are.
func ShareProcessors(getenv func(string) string) {
	if getenv("GOMAXPROCS") == "" && runtime.GOMAXPROCS(0) < fewestProcessors {
		runtime.GOMAXPROCS(fewestProcessors)
	}
}
