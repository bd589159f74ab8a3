package fetch

import "bytes"

// Check tells from the first bytes of a source whether it can be a text: it returns an *Error with ErrEmpty or
// ErrBinary when it cannot. Any encoding of text passes, also a broken one.
func Check(ref string, head []byte) error {
	if ref == Stdin {
		ref = "standard input"
	}
	if len(bytes.TrimSpace(head)) == 0 {
		return sentence(ref, "it is empty", "Open another file", ErrEmpty)
	}
	if name := kind(head); name != "" {
		return sentence(ref, "it is "+name+", not a text", "Open a text or Markdown file", ErrBinary)
	}
	if binary(head) {
		return sentence(ref, "it is not a text", "Open a text or Markdown file", ErrBinary)
	}
	return nil
}

// kind names what a file is that begins so, or "".
func kind(head []byte) string {
	for _, k := range []struct{ name, magic string }{
		{"a PDF document", "%PDF-"},
		{"a PNG picture", "\x89PNG"},
		{"a JPEG picture", "\xff\xd8\xff"},
		{"a GIF picture", "GIF8"},
		{"an archive or an office document", "PK\x03\x04"},
		{"a compressed file", "\x1f\x8b"},
		{"a compressed file", "\xfd7zXZ"},
		{"a compressed file", "BZh"},
		{"a compressed file", "\x28\xb5\x2f\xfd"},
		{"an archive", "7z\xbc\xaf"},
		{"an archive", "Rar!\x1a"},
		{"a program", "\x7fELF"},
		{"a program", "\xcf\xfa\xed\xfe"},
		{"a program", "MZ\x90\x00"},
		{"a database", "SQLite format 3\x00"},
		{"sound", "OggS\x00"},
		{"sound", "fLaC\x00"},
		{"sound", "ID3\x03"},
		{"sound", "ID3\x04"},
		{"a film", "\x1aE\xdf\xa3"},
		{"an office document", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"},
	} {
		if bytes.HasPrefix(head, []byte(k.magic)) {
			return k.name
		}
	}
	return ""
}

// binary tells whether the first bytes hold too many controls for a text. Texts of two or four bytes a
// character hold many zeros, but only in every other place.
func binary(head []byte) bool {
	head = head[:min(len(head), 8<<10)]
	if wide(head) {
		return false
	}
	zeros, controls := 0, 0
	for _, c := range head {
		switch {
		case c == 0:
			zeros++
		case c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b:
			controls++
		}
	}
	return zeros*50 > len(head) || (zeros+controls)*5 > len(head)
}

// wide tells whether head is UTF-16 or UTF-32: by its mark, or by zeros that stand in even or in odd places only.
func wide(head []byte) bool {
	if bytes.HasPrefix(head, []byte{0xff, 0xfe}) || bytes.HasPrefix(head, []byte{0xfe, 0xff}) ||
		bytes.HasPrefix(head, []byte{0, 0, 0xfe, 0xff}) {
		return true
	}
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	many, few := max(zeros[0], zeros[1]), min(zeros[0], zeros[1])
	return many*5 > len(head) && few*20 < len(head)
}
