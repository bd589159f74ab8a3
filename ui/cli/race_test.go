//go:build race

package cli

// racing tells that the race detector is on.
const racing = true
