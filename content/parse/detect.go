package parse

import (
	"bytes"
	"fmt"
	"strings"

	"lede/content/parse/charset"
	"lede/content/parse/matter"
)

// Detect tells the format of a source by its name, or else by its text. It returns ErrEmpty for a
// source without a visible character, and an error that wraps ErrBinary and says what it is for one
// that is not text.
func Detect(name string, data []byte) (Format, error) {
	_, f, err := Options{Name: name}.decode(data)
	return f, err
}

func formatOf(name, s string) Format {
	for _, f := range formats {
		for _, end := range f.ends {
			if len(name) >= len(end) && strings.EqualFold(name[len(name)-len(end):], end) {
				return f.name
			}
		}
	}
	switch {
	case looksPage(s):
		return HTML
	case looksMarkdown(s):
		return Markdown
	}
	return Text
}

// looksMarkdown tells whether a text has front matter, or at least two different signs of Markdown near its start.
func looksMarkdown(s string) bool {
	if m, _ := matter.Cut(s); m.Kind != matter.NoMatter {
		return true
	}
	signs := [5]bool{}
	s = s[:min(len(s), 16<<10)]
	for line := range strings.Lines(s) {
		line = strings.TrimRight(line, "\n")
		rest := strings.TrimLeft(line, "#")
		level := len(line) - len(rest)
		signs[0] = signs[0] || level >= 1 && level <= 6 && strings.HasPrefix(rest, " ")
		signs[1] = signs[1] || strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~")
		signs[2] = signs[2] || strings.Contains(line, "](")
		signs[3] = signs[3] || strings.Count(line, "**") >= 2 || strings.HasPrefix(line, "> ")
		signs[4] = signs[4] || strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "* ")
	}
	n := 0
	for _, sign := range signs {
		if sign {
			n++
		}
	}
	return n >= 2
}

// notText returns an error that says what a source is when it is not text.
func notText(data []byte, c charset.Encoding) error {
	for _, m := range [...]struct {
		at         int
		mark, what string
	}{
		{0, "\x89PNG\r\n", "a PNG picture"},
		{0, "\xFF\xD8\xFF", "a JPEG picture"},
		{0, "GIF87a", "a GIF picture"},
		{0, "GIF89a", "a GIF picture"},
		{8, "WEBP", "a WebP picture"},
		{4, "ftyp", "a video, sound or picture"},
		{0, "%PDF-", "a PDF document"},
		{0, "PK\x03\x04", "a ZIP archive or an office document"},
		{0, "\x1F\x8B", "a gzip archive"},
		{0, "BZh", "a bzip2 archive"},
		{0, "\xFD7zXZ\x00", "an xz archive"},
		{0, "\x28\xB5\x2F\xFD", "a Zstandard archive"},
		{0, "7z\xBC\xAF", "a 7-Zip archive"},
		{0, "Rar!\x1A", "a RAR archive"},
		{257, "ustar", "a tar archive"},
		{0, "\x7FELF", "a program"},
		{0, "\xCF\xFA\xED\xFE", "a program"},
		{0, "\xCA\xFE\xBA\xBE", "a program"},
		{0, "\x00asm", "a program"},
		{0, "SQLite format 3\x00", "a database"},
		{0, "OggS", "a sound or video"},
		{0, "ID3", "a sound"},
		{0, "fLaC", "a sound"},
		{0, "\xD0\xCF\x11\xE0", "an office document"},
		{0, "wOFF", "a font"},
		{0, "wOF2", "a font"},
	} {
		if len(data) > m.at && bytes.HasPrefix(data[m.at:], []byte(m.mark)) && controls(data) {
			return fmt.Errorf("%w but %s", ErrBinary, m.what)
		}
	}
	if c.Wide() {
		return nil
	}
	data = data[:min(len(data), charset.SniffBytes)]
	if bytes.Count(data, []byte{0})*100 > len(data) {
		return fmt.Errorf("%w: it has NUL bytes", ErrBinary)
	}
	if strange(data)*25 > len(data) && len(data) > fewBytes {
		return fmt.Errorf("%w: it has control characters all over", ErrBinary)
	}
	return nil
}

// controls tells whether the start of a source has a control or a byte beyond ASCII: a text may begin with the letters of
// a mark.
func controls(data []byte) bool {
	for _, b := range data[:min(len(data), 1024)] {
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' || b >= 0x7F {
			return true
		}
	}
	return false
}

// fewBytes is how much of a source says too little of its share of control characters.
const fewBytes = 64

// strange counts the controls that no text is written with: neither blanks and line ends, nor what terminals and printers
// take for colour, overstriking and another character set. Of random bytes one in eleven is such.
func strange(data []byte) int {
	n := 0
	for _, b := range data {
		if b < '\a' || b > '\r' && b < ' ' && b != 0x0E && b != 0x0F && b != 0x1B || b == 0x7F {
			n++
		}
	}
	return n
}
