package mail

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"strings"

	"github.com/emersion/go-message/textproto"

	"lede/content/parse/block"
	"lede/content/parse/charset"
)

// piece is a part of a message that is shown.
type piece struct {
	text string // decoded
	page bool
}

const (
	maxDepth = 8    // of parts in parts
	maxParts = 2000 // of a message
)

// reader takes the parts of a message.
type reader struct {
	place *string // where the page that is read was saved from
	saved bool    // it is a page that was saved
	parts int
}

// pieces returns what is shown of a part: of a choice the last that can be, of several all but what is attached.
func (r *reader) pieces(h textproto.Header, body io.Reader, depth int) []piece {
	media, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil && media == "" {
		media, _, _ = strings.Cut(strings.ToLower(h.Get("Content-Type")), ";")
	}
	switch media = strings.TrimSpace(media); {
	case strings.HasPrefix(media, "multipart/") && params["boundary"] != "" && depth < maxDepth:
		return r.several(media, params, body, depth)
	case media == "message/rfc822" && depth < maxDepth:
		return r.inner(h, body, depth)
	case attached(h):
		return nil
	case media == "text/html" || media == "application/xhtml+xml":
		return r.page(h, params, body)
	case media == "" || media == "text/plain" || media == "text" || media == "text/markdown" || media == "text/enriched":
		text := decoded(transferred(h, body), params["charset"])
		if strings.EqualFold(params["format"], "flowed") {
			text = flowed(text, strings.EqualFold(params["delsp"], "yes"))
		}
		return shown(piece{text: text})
	}
	return nil
}

func shown(p piece) []piece {
	if strings.TrimSpace(p.text) == "" {
		return nil
	}
	return []piece{p}
}

// page is a part that is a page. Of those of a page that was saved only the first is the page; the others are its
// frames.
func (r *reader) page(h textproto.Header, params map[string]string, body io.Reader) []piece {
	data := transferred(h, body)
	label := params["charset"]
	if at := h.Get("Content-Location"); r.saved && *r.place == "" && strings.HasPrefix(at, "http") {
		*r.place = at
	}
	if label == "" {
		label = block.PageCharset(data)
	}
	return shown(piece{text: decoded(data, label), page: true})
}

// several returns what is shown of a part that is made of parts.
func (r *reader) several(media string, params map[string]string, body io.Reader, depth int) []piece {
	var all, last []piece
	in := textproto.NewMultipartReader(body, params["boundary"])
	for {
		part, err := in.NextPart()
		if err != nil || r.parts == maxParts {
			break
		}
		r.parts++
		some := r.pieces(part.Header, part, depth+1)
		switch {
		case len(some) == 0:
		case media == "multipart/alternative":
			last = some
		case media == "multipart/related" && len(all) > 0: // what the first refers to
		default:
			all = append(all, some...)
		}
	}
	if media == "multipart/alternative" {
		return last
	}
	return all
}

// inner is a message in a message: its fields, then what it says.
func (r *reader) inner(h textproto.Header, body io.Reader, depth int) []piece {
	data := transferred(h, body)
	if depth+1 >= maxDepth || !isMessage(data) {
		return shown(piece{text: decoded(data, "")})
	}
	m := read(data)
	return append(shown(piece{text: m.fields()}), m.pieces...)
}

// attached reports whether a part is to be kept as a file, not shown.
func attached(h textproto.Header) bool {
	way, params, _ := mime.ParseMediaType(h.Get("Content-Disposition"))
	return way == "attachment" || params["filename"] != ""
}

// transferred are the bytes of a part as they were before they were sent. What is broken or cut off is read as far as
// it goes.
func transferred(h textproto.Header, body io.Reader) []byte {
	data, _ := io.ReadAll(body) // a message that is cut off is shown as far as it goes
	switch strings.ToLower(strings.TrimSpace(h.Get("Content-Transfer-Encoding"))) {
	case "quoted-printable":
		return unquoted(data)
	case "base64":
		return unpacked(data)
	}
	return data
}

// unquoted decodes quoted-printable (RFC 2045). A sign of equality that begins no code stays.
func unquoted(data []byte) []byte {
	out := make([]byte, 0, len(data))
	for line := range bytes.Lines(data) {
		end := bytes.TrimRight(line, " \t\r\n")
		soft := bytes.HasSuffix(end, []byte("="))
		if soft {
			end = end[:len(end)-1]
		}
		for i := 0; i < len(end); i++ {
			if end[i] == '=' && i+2 < len(end) && unhex(end[i+1]) < 16 && unhex(end[i+2]) < 16 {
				out = append(out, unhex(end[i+1])<<4|unhex(end[i+2]))
				i += 2
				continue
			}
			out = append(out, end[i])
		}
		if !soft && bytes.HasSuffix(line, []byte("\n")) {
			out = append(out, '\n')
		}
	}
	return out
}

// unhex is the value of a hexadecimal digit, 16 for what is none.
func unhex(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10
	}
	return 16
}

// unpacked decodes base64, whatever else stands in it.
func unpacked(data []byte) []byte {
	digits := bytes.Map(func(r rune) rune {
		if r == '+' || r == '/' || r < 0x80 && (r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z') {
			return r
		}
		return -1
	}, data)
	if len(digits)%4 == 1 {
		digits = digits[:len(digits)-1]
	}
	out := make([]byte, base64.RawStdEncoding.DecodedLen(len(digits)))
	n, _ := base64.RawStdEncoding.Decode(out, digits) // what is broken is read as far as it goes
	return out[:n]
}

// decoded is clean text of bytes in the encoding that label names, or else in the one that they show.
func decoded(data []byte, label string) string {
	s, err := charset.Read(data, func([]byte) []string { return []string{label} })
	if err != nil {
		return ""
	}
	return s
}

// flowed joins the lines of paragraphs that were broken to be sent (RFC 3676). joint says that the space at the end
// of a line is not part of it.
func flowed(s string, joint bool) string {
	out := make([]byte, 0, len(s))
	open, goes := "", false // the quotation that the line before stands in, and whether it goes on
	for line := range strings.SplitSeq(strings.TrimSuffix(s, "\n"), "\n") {
		text := strings.TrimLeft(line, ">")
		quote := line[:len(line)-len(text)]
		text = strings.TrimPrefix(text, " ")
		if !goes || quote != open {
			if len(out) > 0 {
				out = append(out, '\n')
			}
			if out = append(out, quote...); quote != "" {
				out = append(out, ' ')
			}
		}
		open, goes = quote, strings.HasSuffix(text, " ") && text != "-- "
		if goes && joint {
			text = text[:len(text)-1]
		}
		out = append(out, text...)
	}
	return string(out)
}
