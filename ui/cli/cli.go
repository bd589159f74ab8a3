// Package cli is lede's command line.
package cli

import "io"

// Main runs lede with the arguments after the program's name and returns the exit status.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int { return 0 }
