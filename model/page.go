package model

import (
	"path"
	"slices"
	"strings"
)

// LeadsToPage tells whether a checked address may be that of a page to read, by its looks: http or https, and not named like a picture, a
// film, a sound, a document of another program or an archive.
func LeadsToPage(url string) bool {
	if _, web := authority(url); !web || !IsAddress(url) {
		return false
	}
	if i := strings.IndexAny(url, "?#"); i >= 0 {
		url = url[:i]
	}
	_, rest, _ := strings.Cut(url, "://")
	_, name, _ := strings.Cut(rest, "/")
	ext := strings.ToLower(path.Ext(name))
	return !slices.Contains(notPages(), ext) && !slices.Contains(mediaNames(), ext)
}

// notPages are the ends of names that no page has, beside those of films and sounds.
func notPages() []string {
	return []string{
		".avif", ".bmp", ".gif", ".heic", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".tiff", ".webp",
		".doc", ".docx", ".epub", ".odp", ".ods", ".odt", ".pdf", ".ppt", ".pptx", ".rtf", ".xls", ".xlsx",
		".7z", ".apk", ".bz2", ".dmg", ".exe", ".gz", ".iso", ".rar", ".tar", ".tgz", ".xz", ".zip",
	}
}
