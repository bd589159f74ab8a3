//go:build !unix

package page

import "time"

var began = time.Now()

// used returns the time since the program began: the processor's is not to be had here.
func used() time.Duration { return time.Since(began) }
