package charset

// CutWide ends at the end of a line of UTF-16 or UTF-32.
func CutWide(data []byte, c Encoding) []byte {
	size, mark := 2, "\n\x00"
	switch c {
	case UTF16BE:
		mark = "\x00\n"
	case UTF32LE:
		size, mark = 4, "\n\x00\x00\x00"
	case UTF32BE:
		size, mark = 4, "\x00\x00\x00\n"
	}
	for at := len(data) - len(data)%size - size; at > 0; at -= size {
		if string(data[at:at+size]) == mark {
			return data[:at+size]
		}
	}
	return data[:len(data)-len(data)%size]
}
