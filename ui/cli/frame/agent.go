package frame

import (
	"io/fs"
	"strings"

	"lede/content/manual"
	"lede/ui/cli/console"
)

// pages are the built-in articles.
func pages() fs.FS { return manual.Pages() }

// project is the address at which a server's owner learns what lede is; releases set it when they are linked, with
// -X lede/ui/cli/frame.project=ADDRESS. Elsewhere lede names none: a host that does not exist would only mislead.
var project string

// agent is what lede calls itself to servers.
func agent() string {
	name := "lede/" + strings.Trim(console.Version(), "()")
	if project != "" {
		name += " (+" + project + ")"
	}
	return name
}
