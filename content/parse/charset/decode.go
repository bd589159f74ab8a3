package charset

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"lede/model/clean"
)

// Decode returns the text of a source, clean, with every line break as "\n" and without a byte order mark.
//
// The encoding is told by the mark; else what is valid UTF-8 is UTF-8, and the rest is told by its
// bytes: UTF-16, UTF-32, the encodings of Japan, China, Taiwan and Korea, KOI8-R and windows-1251, and
// windows-1252 for anything else. UTF-7 is never decoded. Bad bytes become U+FFFD.
func Decode(data []byte) string { return Sniff(data).Decode(data) }

// Encoding is an encoding that lede decodes.
type Encoding int

// The encodings that are told apart by their bytes.
const (
	utf8Text Encoding = iota
	UTF16LE
	UTF16BE
	UTF32LE
	UTF32BE
	shiftJIS
	eucJP
	GB18030
	big5
	eucKR
	KOI8R
	windows1251
	windows1252
)

// Wide tells whether a NUL byte is part of ordinary text.
func (c Encoding) Wide() bool { return c >= UTF16LE && c <= UTF32BE }

// Decode returns data, which is in c, as clean text.
func (c Encoding) Decode(data []byte) string {
	var s string
	if c == utf8Text {
		s = string(data)
	} else if out, err := c.Codec().NewDecoder().Bytes(data); err == nil {
		s = string(out)
	}
	return clean.Text(clean.Newlines(strings.TrimPrefix(s, "\uFEFF")))
}

// Codec returns what decodes and encodes c.
func (c Encoding) Codec() encoding.Encoding {
	switch c {
	case UTF16LE:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case UTF16BE:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case UTF32LE:
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)
	case UTF32BE:
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)
	case shiftJIS:
		return japanese.ShiftJIS
	case eucJP:
		return japanese.EUCJP
	case GB18030:
		return simplifiedchinese.GB18030
	case big5:
		return traditionalchinese.Big5
	case eucKR:
		return korean.EUCKR
	case KOI8R:
		return charmap.KOI8R
	case windows1251:
		return charmap.Windows1251
	case utf8Text:
		return unicode.UTF8
	default:
		return charmap.Windows1252
	}
}

// SniffBytes is how much of a source is looked at to tell its encoding.
const SniffBytes = 64 << 10

// Sniff tells the encoding of a source.
func Sniff(data []byte) Encoding {
	c, first, sure := SniffUnicode(data)
	if sure {
		return c
	}
	return Guess(data[first:min(len(data), first+SniffBytes)])
}

// SniffUnicode tells whether a source is Unicode, and in which form. first is where its first byte stands that is not UTF-8.
func SniffUnicode(data []byte) (c Encoding, first int, sure bool) {
	if c, ok := marked(data); ok {
		return c, 0, true
	}
	if c, ok := wideText(data[:min(len(data), 4096)]); ok {
		return c, 0, true
	}
	good, bad, first := utf8Share(data)
	return utf8Text, first, bad == 0 || good >= bad
}

// With returns data, which is in e, as clean text.
func With(e encoding.Encoding, data []byte) string {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return windows1252.Decode(data)
	}
	return clean.Text(clean.Newlines(string(out)))
}

// marked tells the encoding by a byte order mark.
func marked(data []byte) (Encoding, bool) {
	for _, m := range [...]struct {
		mark string
		c    Encoding
	}{
		{"\xEF\xBB\xBF", utf8Text},
		{"\xFF\xFE\x00\x00", UTF32LE},
		{"\x00\x00\xFE\xFF", UTF32BE},
		{"\xFF\xFE", UTF16LE},
		{"\xFE\xFF", UTF16BE},
	} {
		if bytes.HasPrefix(data, []byte(m.mark)) {
			return m.c, true
		}
	}
	return utf8Text, false
}

// utf8Share counts the characters beyond ASCII that are valid UTF-8, and the bytes that are not, up to
// where the answer is plain; first is where the first bad byte stands.
func utf8Share(data []byte) (good, bad, first int) {
	if utf8.Valid(data) {
		return 1, 0, 0
	}
	for i := 0; i < len(data) && good+bad < SniffBytes; {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		_, n := utf8.DecodeRune(data[i:])
		switch {
		case n > 1:
			good++
		case bad == 0 && good > 0 && len(data)-i < utf8.UTFMax && !utf8.FullRune(data[i:]):
			return 1, 0, 0 // only the last character is cut off
		default:
			if bad == 0 {
				first = i
			}
			bad++
		}
		i += n
	}
	return good, bad, first
}

// wideText tells UTF-16 and UTF-32 without a mark by where the zeros stand.
func wideText(data []byte) (Encoding, bool) {
	if bytes.IndexByte(data, 0) < 0 {
		return utf8Text, false
	}
	for _, c := range [...]struct {
		c      Encoding
		size   int
		number func([]byte) uint32
	}{
		{UTF32LE, 4, binary.LittleEndian.Uint32},
		{UTF32BE, 4, binary.BigEndian.Uint32},
		{UTF16LE, 2, func(b []byte) uint32 { return uint32(binary.LittleEndian.Uint16(b)) }},
		{UTF16BE, 2, func(b []byte) uint32 { return uint32(binary.BigEndian.Uint16(b)) }},
	} {
		if plausible(data, c.size, c.number) {
			return c.c, true
		}
	}
	return utf8Text, false
}

// plausible tells whether data, read as numbers of size bytes, is text: nearly all of it letters, signs, spaces
// and line breaks, with some ASCII.
func plausible(data []byte, size int, number func([]byte) uint32) bool {
	n, odd, ascii := 0, 0, 0
	for i := 0; i+size <= len(data); i += size {
		n++
		switch v := number(data[i:]); {
		case v >= ' ' && v < 0x7F || v == '\n' || v == '\r' || v == '\t':
			ascii++
		case v < 0xA0, v > 0x10FFFF, v >= 0xD800 && v < 0xE000 && size == 4, v >= 0xE000 && v < 0xF900, v&0xFFFE == 0xFFFE:
			odd++
		}
	}
	return n > 0 && odd*20 <= n && ascii*20 >= n
}
