package cli

import (
	"io/fs"
	"runtime/debug"

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
