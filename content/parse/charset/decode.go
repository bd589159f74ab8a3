package charset

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf8"

	htmlcharset "golang.org/x/net/html/charset"
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

// Read returns the text of a source, clean, with every line break as "\n" and without a byte order mark. It returns
// ErrEmpty for a source without a visible character, and an error that wraps ErrBinary and says what it is for one
// that is not text.
//
// The encoding is told by the mark; else what is valid UTF-8 is UTF-8. The rest is in the first encoding that
// declared names, or else told by its bytes: UTF-16, UTF-32, ISO-2022-JP, the encodings of Japan, China, Taiwan and
// Korea, and of those with one byte a character the one in which the text has the letter pairs of a language
// (single.go, and spoken.go for few of them); windows-1252 for anything else. UTF-7 is never decoded. Bad bytes become
// U+FFFD.
func Read(data []byte, declared func(data []byte) []string) (string, error) {
	if len(data) == 0 {
		return "", ErrEmpty
	}
	c, first, sure := sniffUnicode(data)
	if err := notText(data, c); err != nil {
		return "", err
	}
	var s string
	if escaped(data) {
		s = with(japanese.ISO2022JP, data)
	} else if sure {
		s = c.decode(data)
	} else if e := labelled(declared(data)); e != nil {
		s = with(e, data)
	} else {
		s = guess(data, max(0, first-1)).decode(data)
	}
	if strings.TrimSpace(s) == "" {
		return "", ErrEmpty
	}
	return s, nil
}

// escaped reports whether a text is in ISO-2022-JP, which is ASCII but for what tells the sets of characters apart.
func escaped(data []byte) bool {
	return bytes.Contains(data, []byte("\x1b$B")) || bytes.Contains(data, []byte("\x1b$@"))
}

// labelled returns the encoding of the first label that names one that a source that is not Unicode can be in, or nil.
func labelled(labels []string) encoding.Encoding {
	for _, label := range labels {
		switch e, name := htmlcharset.Lookup(label); {
		case e == nil, name == "replacement", name == "x-user-defined", strings.HasPrefix(name, "utf-"):
		default:
			return e
		}
	}
	return nil
}

// charset is an encoding that lede decodes.
type charset int

// The encodings that are told apart by their bytes.
const (
	utf8Text charset = iota
	utf16LE
	utf16BE
	utf32LE
	utf32BE
	shiftJIS
	eucJP
	gb18030
	big5
	eucKR
	windows1252 // the first of those with one byte a character
	windows1250
	latin2
	windows1257
	windows1254
	windows1251
	koi8R
	koi8U
	cyrillic
	codePage866
	windows1253
	greek
	windows1255
	windows1256
	arabic
	windows874 // the last
)

// wide reports whether a NUL byte is part of ordinary text.
func (c charset) wide() bool { return c >= utf16LE && c <= utf32BE }

// decode returns data, which is in c, as clean text.
func (c charset) decode(data []byte) string {
	var s string
	if c == utf8Text {
		s = string(data)
	} else if out, err := c.codec().NewDecoder().Bytes(data); err == nil {
		s = string(out)
	}
	return clean.Text(clean.Newlines(strings.TrimPrefix(s, "\uFEFF")))
}

// codec returns what decodes and encodes c.
func (c charset) codec() encoding.Encoding {
	switch c {
	case utf16LE:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case utf16BE:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case utf32LE:
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)
	case utf32BE:
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)
	case shiftJIS:
		return japanese.ShiftJIS
	case eucJP:
		return japanese.EUCJP
	case gb18030:
		return simplifiedchinese.GB18030
	case big5:
		return traditionalchinese.Big5
	case eucKR:
		return korean.EUCKR
	case utf8Text:
		return unicode.UTF8
	default:
		return c.charmap()
	}
}

// charmap returns an encoding of one byte a character.
func (c charset) charmap() *charmap.Charmap {
	switch c {
	case windows1250:
		return charmap.Windows1250
	case latin2:
		return charmap.ISO8859_2
	case windows1257:
		return charmap.Windows1257
	case windows1254:
		return charmap.Windows1254
	case windows1251:
		return charmap.Windows1251
	case koi8R:
		return charmap.KOI8R
	case koi8U:
		return charmap.KOI8U
	case cyrillic:
		return charmap.ISO8859_5
	case codePage866:
		return charmap.CodePage866
	case windows1253:
		return charmap.Windows1253
	case greek:
		return charmap.ISO8859_7
	case windows1255:
		return charmap.Windows1255
	case windows1256:
		return charmap.Windows1256
	case arabic:
		return charmap.ISO8859_6
	case windows874:
		return charmap.Windows874
	default:
		return charmap.Windows1252
	}
}

// sniffBytes is how much of a source is looked at to tell its encoding.
const sniffBytes = 64 << 10

// sniffUnicode reports whether a source is Unicode, and in which form. first is where its first byte stands that is
// not UTF-8.
func sniffUnicode(data []byte) (c charset, first int, sure bool) {
	if c, ok := marked(data); ok {
		return c, 0, true
	}
	if c, ok := wideText(data[:min(len(data), 4096)]); ok {
		return c, 0, true
	}
	good, bad, first := utf8Share(data)
	return utf8Text, first, bad == 0 || good >= bad
}

// with returns data, which is in e, as clean text.
func with(e encoding.Encoding, data []byte) string {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return windows1252.decode(data)
	}
	return clean.Text(clean.Newlines(string(out)))
}

// marked returns the encoding that a byte order mark names.
func marked(data []byte) (charset, bool) {
	for _, m := range [...]struct {
		mark string
		c    charset
	}{
		{"\xEF\xBB\xBF", utf8Text},
		{"\xFF\xFE\x00\x00", utf32LE},
		{"\x00\x00\xFE\xFF", utf32BE},
		{"\xFF\xFE", utf16LE},
		{"\xFE\xFF", utf16BE},
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
	for i := 0; i < len(data) && good+bad < sniffBytes; {
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

// wideText recognises UTF-16 and UTF-32 without a mark by the places of their zeros.
func wideText(data []byte) (charset, bool) {
	if bytes.IndexByte(data, 0) < 0 {
		return utf8Text, false
	}
	for _, c := range [...]struct {
		c      charset
		size   int
		number func([]byte) uint32
	}{
		{utf32LE, 4, binary.LittleEndian.Uint32},
		{utf32BE, 4, binary.BigEndian.Uint32},
		{utf16LE, 2, func(b []byte) uint32 { return uint32(binary.LittleEndian.Uint16(b)) }},
		{utf16BE, 2, func(b []byte) uint32 { return uint32(binary.BigEndian.Uint16(b)) }},
	} {
		if plausible(data, c.size, c.number) {
			return c.c, true
		}
	}
	return utf8Text, false
}

// plausible reports whether data, read as numbers of size bytes, is text: nearly all of it letters, signs, spaces
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
