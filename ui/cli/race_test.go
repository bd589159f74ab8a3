//go:build race

package cli

// racing reports whether the race detector is on.
const racing = true
