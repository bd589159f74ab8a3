package settings

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"
)

// maxUserDirs is how much is read of the file that names the user's folders, in bytes.
const maxUserDirs = 64 << 10

// DownloadFolder is where files are saved: the folder that the settings name, or else the user's own for downloads,
// as XDG's user-dirs.dirs names it, or ~/Downloads. "" without a home folder.
func DownloadFolder(set string, getenv func(string) string) string {
	home := getenv("HOME")
	if home == "" {
		home, _ = os.UserHomeDir() // "" where there is none
	}
	if set != "" {
		return inHome(set, home)
	}
	if home == "" {
		return ""
	}
	base := getenv("XDG_CONFIG_HOME")
	if !filepath.IsAbs(base) {
		base = filepath.Join(home, ".config")
	}
	named := getenv("XDG_DOWNLOAD_DIR")
	if named == "" {
		named = userDir(filepath.Join(base, "user-dirs.dirs"), "XDG_DOWNLOAD_DIR")
	}
	if rest, ok := strings.CutPrefix(named, "$HOME"); ok {
		named = home + rest
	}
	if filepath.IsAbs(named) {
		return filepath.Clean(named)
	}
	return filepath.Join(home, "Downloads")
}

// inHome is a path whose "~" is the home folder.
func inHome(path, home string) string {
	if rest, ok := strings.CutPrefix(path, "~/"); ok && home != "" {
		return filepath.Join(home, rest)
	}
	return filepath.Clean(path)
}

// userDir returns what a file of XDG's names as one of the user's folders, "" for nothing.
func userDir(path, key string) string {
	file, err := Open(path)
	if err != nil {
		return ""
	}
	defer file.Close() //nolint:errcheck // it was only read
	data := make([]byte, maxUserDirs)
	n, _ := file.Read(data) // what cannot be read names nothing
	found := ""
	for line := range strings.Lines(string(data[:n])) {
		if value, ok := strings.CutPrefix(strings.TrimSpace(line), key+"="); ok {
			found = cmp.Or(strings.Trim(value, `"`), found)
		}
	}
	return found
}
