//go:build !unix

package cli

// privateFiles does nothing where files have no such rights.
func privateFiles() {}
