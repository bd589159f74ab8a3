package parse

import (
	"bytes"
	"compress/gzip"
	"io"
	"path"
	"strings"

	"lede/content/parse/feed"
	"lede/content/parse/mail"
	"lede/content/parse/man"
)

// maxUnpacked is the most that a packed file is unpacked to, in bytes.
const maxUnpacked = 64 << 20

// gzipMark begins what gzip has packed.
const gzipMark = "\x1F\x8B\x08"

// unzip returns what gzip has packed, as far as it can be read, and the name of the file without its ending; what is
// not packed comes back as it is. One layer is taken off.
func unzip(data []byte, name string) ([]byte, string) {
	if !bytes.HasPrefix(data, []byte(gzipMark)) {
		return data, name
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return data, name
	}
	out, _ := io.ReadAll(io.LimitReader(z, maxUnpacked)) // a file that is cut off is read as far as it goes
	if len(out) == 0 {
		return data, name
	}
	if end := path.Ext(name); strings.EqualFold(end, ".gz") {
		name = name[:len(name)-len(end)]
	}
	return out, name
}

// printed reads what was written for a printer or a terminal, and reports whether the source was. Text that is known
// to be Markdown or a page is not.
func (r *Reading) printed(data []byte) bool {
	if named := namedFormat(r.o.Name); named != "" && named != Text || r.o.Format == HTML {
		return false
	}
	if feed.Is(string(data[:min(len(data), pageStart)])) {
		return false // a feed with a stray backspace
	}
	s, markdown, ok := man.Read(data)
	if !ok || strings.TrimSpace(s) == "" {
		return false
	}
	r.Source, r.Format = s, Text
	if markdown {
		r.Format = Markdown
	}
	return true
}

// message takes a message or a saved page apart, and reports whether the source is one.
func (r *Reading) message(data []byte) bool {
	t, ok := mail.Read(data)
	if !ok || strings.TrimSpace(t.Source) == "" {
		return false
	}
	r.Source, r.Format = t.Source, Text
	if t.Page {
		r.Format = HTML
	}
	return true
}
