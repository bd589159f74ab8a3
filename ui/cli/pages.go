package cli

import (
	"io/fs"
	"runtime/debug"
	"strings"

	"lede/content/manual"
)

// pages are the built-in articles.
func pages() fs.FS { return manual.Pages }

// version is what the build knows of itself.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}

// project is where a server's owner learns what lede is, or "" while there is no such place: a made-up one would lead them nowhere.
const project = ""

// agent is what lede calls itself to servers.
func agent() string { return agentOf(version(), project) }

func agentOf(version, project string) string {
	name := "lede/" + strings.Trim(version, "()")
	if project == "" {
		return name
	}
	return name + " (+" + project + ")"
}
