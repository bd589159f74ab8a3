package charset

import (
	"bytes"
	"errors"
	"fmt"
)

// Errors of sources that are no article.
var (
	ErrEmpty  = errors.New("it is empty")
	ErrBinary = errors.New("it is not text")
)

// notText returns an error that says what a source is when it is not text.
func notText(data []byte, c charset) error {
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
	if c.wide() {
		return nil
	}
	data = data[:min(len(data), sniffBytes)]
	if bytes.Count(data, []byte{0})*100 > len(data) {
		return fmt.Errorf("%w: it has NUL bytes", ErrBinary)
	}
	if strange(data)*25 > len(data) && len(data) > fewBytes {
		return fmt.Errorf("%w: it has control characters all over", ErrBinary)
	}
	return nil
}

// controls reports whether the start of a source has a control or a byte beyond ASCII: a text may begin with the
// letters of a mark.
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

// strange counts the controls that no text is written with: neither blanks and line ends, nor what terminals and
// printers take for colour, overstriking and another character set. Of random bytes one in eleven is such.
func strange(data []byte) int {
	n := 0
	for _, b := range data {
		if b < '\a' || b > '\r' && b < ' ' && b != 0x0E && b != 0x0F && b != 0x1B || b == 0x7F {
			n++
		}
	}
	return n
}
