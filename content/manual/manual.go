// Package manual holds the manual and the sample articles: Markdown and text files that lede reads itself.
package manual

import "embed"

// Pages are the files: the manual in the first folder, sample articles in samples.
//
//go:embed *.md samples
var Pages embed.FS
