package download

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"unicode/utf8"

	"lede/model/clean"
)

const (
	// maxName is the longest name that a file gets, in bytes: file systems take 255, and a number may be added.
	maxName = 200
	// maxExt is the longest ending that is kept when a name is cut, in bytes.
	maxExt = 16
)

// unnamed is what a file is called that has no name.
const unnamed = "download"

// names returns the names that can be given to a file among those that others propose, and at last one of lede's own.
func names(proposed []string) []string {
	var safe []string
	for _, name := range proposed {
		if name = safeName(name); name != "" {
			safe = append(safe, name)
		}
	}
	return append(safe, unnamed)
}

// safeName makes a name of what a server proposes: no path, nothing that drives a terminal, hides the file, or means
// something else on another system. "" when nothing is left.
func safeName(name string) string {
	name = strings.TrimPrefix(path.Base(strings.ReplaceAll(clean.Line(name), `\`, "/")), "/")
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) || r == utf8.RuneError {
			return '_'
		}
		return r
	}, name)
	name = strings.TrimRight(strings.TrimLeft(name, ".- "), ". ")
	if stem, _, _ := strings.Cut(name, "."); reserved(stem) {
		name = "_" + name
	}
	return shortened(name)
}

// reserved reports whether Windows means a device by a name.
func reserved(stem string) bool {
	switch stem = strings.ToUpper(strings.TrimSpace(stem)); stem {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	return len(stem) == 4 && (stem[:3] == "COM" || stem[:3] == "LPT") && stem[3] >= '0' && stem[3] <= '9'
}

// shortened cuts a name that is too long before its ending.
func shortened(name string) string {
	if len(name) <= maxName {
		return name
	}
	stem, ext := parted(name)
	return strings.TrimRight(strings.ToValidUTF8(stem[:maxName-len(ext)], ""), ". ") + ext
}

// parted parts a name into its stem and its ending.
func parted(name string) (stem, ext string) {
	ext = path.Ext(name)
	if len(ext) > maxExt || len(ext) == len(name) {
		ext = ""
	}
	return strings.TrimSuffix(name, ext), ext
}

// maxNumber is how many files of one name there may be.
const maxNumber = 10000

// claim makes an empty file of the first name, with a number where there is a file of that name, and returns what it
// is called. A name that the file system refuses gives way to the next.
func claim(root *os.Root, names []string) (string, error) {
	var err error
	for _, name := range names {
		stem, ext := parted(name)
		for n := 1; n <= maxNumber; n++ {
			if n > 1 {
				name = fmt.Sprintf("%s (%d)%s", stem, n, ext)
			}
			var f *os.File
			if f, err = root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600); err == nil {
				return name, f.Close()
			}
			if !errors.Is(err, fs.ErrExist) {
				break
			}
		}
	}
	return "", err
}
