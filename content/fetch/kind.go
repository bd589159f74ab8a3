package fetch

import (
	"bytes"
	"mime"
	"net/http"
	"strings"
)

// Kind is what a page is.
type Kind string

// The kinds of pages that are read.
const (
	HTML     Kind = "html"
	Text     Kind = "text"
	Markdown Kind = "markdown"
)

// sniffBytes is how much of a text is looked at to tell what it is.
const sniffBytes = 1024

// declared is what a server says of a text: its media type in small letters, and its encoding.
func declared(contentType string) (media, charset string) {
	media, params, err := mime.ParseMediaType(contentType)
	if err != nil && media == "" {
		media, _, _ = strings.Cut(contentType, ";")
	}
	return strings.ToLower(strings.TrimSpace(media)), params["charset"]
}

// unread names the media types that are not read, by what they begin with.
var unread = [...]struct{ begins, is string }{
	{"image/", "a picture"},
	{"video/", "a video"},
	{"audio/", "a sound recording"},
	{"font/", "a font"},
	{"multipart/", "a message in several parts"},
	{"text/css", "a style sheet"},
	{"text/javascript", "a script"},
	{"text/calendar", "a calendar"},
	{"text/vcard", "an address card"},
	{"application/javascript", "a script"},
	{"application/ecmascript", "a script"},
	{"application/x-javascript", "a script"},
	{"application/pdf", "a PDF document"},
	{"application/x-pdf", "a PDF document"},
	{"application/postscript", "a PostScript document"},
	{"application/epub+zip", "a book (EPUB)"},
	{"application/rtf", "an office document"},
	{"application/msword", "an office document"},
	{"application/vnd.ms-", "an office document"},
	{"application/vnd.openxmlformats", "an office document"},
	{"application/vnd.oasis", "an office document"},
	{"application/zip", "an archive"},
	{"application/gzip", "an archive"},
	{"application/x-gzip", "an archive"},
	{"application/x-tar", "an archive"},
	{"application/x-7z", "an archive"},
	{"application/x-rar", "an archive"},
	{"application/vnd.rar", "an archive"},
	{"application/x-bzip", "an archive"},
	{"application/x-xz", "an archive"},
	{"application/zstd", "an archive"},
	{"application/java-archive", "an archive"},
	{"application/vnd.android.package", "a program"},
	{"application/vnd.microsoft.portable", "a program"},
	{"application/vnd.debian", "a program"},
	{"application/x-debian", "a program"},
	{"application/x-rpm", "a program"},
	{"application/x-executable", "a program"},
	{"application/x-elf", "a program"},
	{"application/x-sharedlib", "a program"},
	{"application/x-mach-binary", "a program"},
	{"application/x-msdownload", "a program"},
	{"application/x-msdos-program", "a program"},
	{"application/x-dosexec", "a program"},
	{"application/x-ms-", "a program"},
	{"application/x-apple-diskimage", "a program"},
	{"application/x-iso9660", "a disk image"},
	{"application/wasm", "a program"},
	{"application/x-shockwave-flash", "a Flash film"},
	{"application/ogg", "a video"},
	{"application/mp4", "a video"},
	{"application/dash+xml", "a video"},
	{"application/vnd.apple.mpegurl", "a video"},
	{"application/x-mpegurl", "a video"},
}

// readable refuses what is declared to be no text to read, before any of it is fetched.
func (t *trip) readable(media string) error {
	for _, u := range unread {
		if strings.HasPrefix(media, u.begins) {
			return t.error("it is "+u.is+", not a page to read", browserAdvice, nil)
		}
	}
	return nil
}

// kind reports what a page is whose text begins with head. What the text shows goes before what the server says.
func (t *trip) kind(media string, head []byte) (Kind, error) {
	switch root := rootOf(head); {
	case root == "rss" || root == "feed" || root == "rdf:rdf":
		return "", nil // a feed, which shows itself
	case root == "html" || media == "text/html" || media == "application/xhtml+xml":
		return HTML, nil
	case root == "svg":
		return "", t.readable("image/")
	}
	switch {
	case media == "text/markdown" || media == "text/x-markdown":
		return Markdown, nil
	case strings.HasSuffix(media, "json"):
		if bytes.Contains(head, []byte("jsonfeed.org/version")) {
			return "", nil
		}
		return "", t.error("it is data for programs (JSON), not a page to read", browserAdvice, nil)
	case strings.HasSuffix(media, "xml"):
		return "", t.error("it is data for programs (XML), not a page to read", browserAdvice, nil)
	case strings.HasPrefix(media, "text/"):
		return "", nil
	}
	sniffed, _, _ := strings.Cut(http.DetectContentType(head), ";")
	if sniffed == "text/html" {
		return HTML, nil
	}
	return "", t.readable(sniffed)
}

// rootOf is the name of the element that a document in HTML or XML begins with, in small letters: "html" also where
// only its doctype says so, and "" where the text does not begin as such a document.
func rootOf(head []byte) string {
	s := bytes.ToLower(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF")))
	for {
		s = bytes.TrimLeft(s, " \t\r\n\f")
		switch {
		case bytes.HasPrefix(s, []byte("<!doctype html")):
			return "html"
		case bytes.HasPrefix(s, []byte("<!--")):
			_, s, _ = bytes.Cut(s, []byte("-->"))
		case bytes.HasPrefix(s, []byte("<?")), bytes.HasPrefix(s, []byte("<!")):
			_, s, _ = bytes.Cut(s, []byte(">"))
		case bytes.HasPrefix(s, []byte("<")):
			name := s[1:]
			if i := bytes.IndexAny(name, " \t\r\n\f/>"); i >= 0 {
				name = name[:i]
			}
			if string(name) == "head" || string(name) == "body" {
				return "html"
			}
			return string(name)
		default:
			return ""
		}
	}
}
