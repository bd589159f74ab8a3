package cli

import (
	"io/fs"
	"runtime/debug"
	"strings"

	"lede/content/fetch"
	"lede/content/manual"
)

// pages are the built-in articles.
func pages() fs.FS { return manual.Pages() }

// samples are the references of what a new user sees first.
func samples() []string {
	var refs []string
	for _, name := range manual.Samples() {
		refs = append(refs, fetch.Builtin+name)
	}
	return refs
}

// version is what the build knows of itself.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}

// project is the address at which a server's owner learns what lede is; releases set it when they are linked, with
// -X lede/ui/cli.project=ADDRESS. Elsewhere lede names none: a host that does not exist would only mislead.
var project string

// agent is what lede calls itself to servers.
func agent() string {
	name := "lede/" + strings.Trim(version(), "()")
	if project != "" {
		name += " (+" + project + ")"
	}
	return name
}
