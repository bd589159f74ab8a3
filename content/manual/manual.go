// Package manual holds the manual and the sample articles: Markdown and text files that lede reads itself.
package manual

import "embed"

// Pages are the files, in one folder.
//
//go:embed *.md
var Pages embed.FS
