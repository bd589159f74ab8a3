package address

import (
	"path"
	"slices"
	"strings"
)

// LeadsToPage reports whether a checked address looks like that of a page to read: it is http or https, and not named
// like an image, a film, a sound, an office document or an archive.
func LeadsToPage(url string) bool {
	if _, web := authority(url); !web || !IsChecked(url) {
		return false
	}
	return !slices.Contains(notPages(), extension(url)) && !IsMedia(url)
}

// IsMedia reports whether an address is named like a film or a sound.
func IsMedia(url string) bool { return slices.Contains(mediaNames(), extension(url)) }

// extension returns the file name extension in the path of an address, in lower case: ".mp4".
func extension(url string) string {
	if i := strings.IndexAny(url, "?#"); i >= 0 {
		url = url[:i]
	}
	_, rest, _ := strings.Cut(url, "://")
	_, name, _ := strings.Cut(rest, "/")
	return strings.ToLower(path.Ext(name))
}

// notPages are the extensions that no page has, besides those of films and sounds.
func notPages() []string {
	return []string{
		".avif", ".bmp", ".gif", ".heic", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".tiff", ".webp",
		".doc", ".docx", ".epub", ".odp", ".ods", ".odt", ".pdf", ".ppt", ".pptx", ".rtf", ".xls", ".xlsx",
		".7z", ".apk", ".bz2", ".dmg", ".exe", ".gz", ".iso", ".rar", ".tar", ".tgz", ".xz", ".zip",
	}
}

// mediaNames are the extensions of films and sounds.
func mediaNames() []string {
	return []string{
		".avi", ".m3u8", ".m4a", ".m4v", ".mkv", ".mov", ".mp3", ".mp4", ".mpeg", ".mpg", ".oga", ".ogg", ".ogv",
		".wav", ".webm",
	}
}
