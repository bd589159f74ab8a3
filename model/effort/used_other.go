//go:build !unix

package effort

import "time"

// Used returns a time that runs on with the clock: that of the processor is not to be had here.
func Used() time.Duration { return time.Since(time.Time{}) }
