package mail

import (
	"bufio"
	"bytes"
	"cmp"
	"html"
	"mime"
	netmail "net/mail"
	"slices"
	"strings"
	"time"

	"github.com/emersion/go-message/textproto"
	htmlcharset "golang.org/x/net/html/charset"

	"lede/content/parse/block"
	"lede/model/address"
	"lede/model/clean"
)

// Text is what a message says.
type Text struct {
	Source string // clean: a page, or a text that begins with its fields
	Page   bool
}

// Read takes a message, a mailbox or a saved page apart. ok is false when data is none.
func Read(data []byte) (t Text, ok bool) {
	data = bytes.TrimLeft(data, "\r\n")
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	if bytes.HasPrefix(data, []byte("From ")) {
		if all := messages(data); len(all) > 1 {
			return mailbox(all)
		}
		_, data, _ = bytes.Cut(data, []byte("\n"))
	}
	if !isMessage(data) {
		return Text{}, false
	}
	return read(data).text(), true
}

// maxFields is how much of a message its fields are looked for in, in bytes.
const maxFields = 1 << 20

// isMessage reports whether data begins as messages do: with fields, of which one belongs to the envelope and one
// says how it was sent.
func isMessage(data []byte) bool {
	said, sent := false, false
	for line := range bytes.Lines(data[:min(len(data), maxFields)]) {
		line = bytes.TrimRight(line, "\r\n")
		if len(line) == 0 {
			break
		}
		name, _, ok := bytes.Cut(line, []byte(":"))
		switch {
		case line[0] == ' ' || line[0] == '\t':
			continue
		case !ok || !isFieldName(name):
			return false
		}
		switch field := strings.ToLower(string(name)); field {
		case "from", "subject", "snapshot-content-location", "content-location":
			said = true
		case "mime-version", "message-id", "received", "return-path", "delivered-to", "content-transfer-encoding",
			"x-mailer", "dkim-signature":
			sent = true
		case "content-type": // front matter has other things of that name
			sent = sent || bytes.IndexByte(line, '/') > 0
		}
	}
	return said && sent
}

func isFieldName(name []byte) bool {
	for _, c := range name {
		if c <= ' ' || c >= 0x7F {
			return false
		}
	}
	return len(name) > 0 && len(name) < 80
}

// message is what is known of a message.
type message struct {
	subject, from, address string
	date                   time.Time
	place                  string // the address of a saved page
	pieces                 []piece
}

func read(data []byte) message {
	in := bufio.NewReader(bytes.NewReader(data))
	header, err := textproto.ReadHeader(in)
	if err != nil { // fields that are cut off, or none: all is text
		return message{pieces: []piece{{text: decoded(data, "")}}}
	}
	m := message{subject: words(header.Get("Subject")), place: header.Get("Snapshot-Content-Location")}
	m.from, m.address = sender(header.Get("From"))
	if t, err := netmail.ParseDate(header.Get("Date")); err == nil {
		m.date = t.UTC()
	}
	r := reader{place: &m.place, saved: m.place != "" ||
		strings.Contains(strings.ToLower(header.Get("From")), "saved by")}
	m.pieces = r.pieces(header, in, 0)
	return m
}

// text is a message as a text or a page that says what its fields do.
func (m message) text() Text {
	page := slices.IndexFunc(m.pieces, func(p piece) bool { return p.page })
	if page < 0 {
		return Text{Source: m.fields() + "\n" + joined(m.pieces) + "\n"}
	}
	var b strings.Builder
	b.WriteString(m.head(m.pieces[page].text))
	for i, p := range m.pieces {
		switch {
		case i == page || p.page && m.place == "":
			b.WriteString(p.text)
		case !p.page:
			b.WriteString("\n<pre>" + html.EscapeString(p.text) + "</pre>\n")
		}
	}
	return Text{Source: clean.Text(b.String()), Page: true}
}

// fields are the fields of a message that a reader wants, a line each.
func (m message) fields() string {
	var b strings.Builder
	for _, f := range [...][2]string{{"Subject", m.subject}, {"From", cmp.Or(m.from, m.address)}, {"Date", m.day()}} {
		if f[1] != "" {
			b.WriteString(f[0] + ": " + f[1] + "\n")
		}
	}
	return b.String()
}

func (m message) day() string {
	if m.date.IsZero() {
		return ""
	}
	return m.date.Format(time.RFC3339)
}

// head is what a page is told before it begins. A page that was saved says itself what it is called and when it was
// written.
func (m message) head(page string) string {
	var b strings.Builder
	page = strings.ToLower(clean.Clip(page, 64<<10))
	b.WriteString("<!DOCTYPE html>\n<meta charset=\"utf-8\">\n")
	if m.place != "" {
		if at, err := address.Check(m.place, ""); err == nil {
			if !strings.Contains(page, "<base ") {
				b.WriteString("<base href=\"" + html.EscapeString(at) + "\">\n")
			}
			if !strings.Contains(page, "\"canonical\"") {
				b.WriteString("<link rel=\"canonical\" href=\"" + html.EscapeString(at) + "\">\n")
			}
		}
		if !strings.Contains(page, "<title") && m.subject != "" {
			b.WriteString("<title>" + html.EscapeString(m.subject) + "</title>\n")
		}
		return b.String()
	}
	b.WriteString("<meta name=\"generator\" content=\"lede\">\n") // all of the page is the article
	for _, f := range [...][2]string{
		{"author", cmp.Or(m.from, m.address)}, {"article:published_time", m.day()}, {"og:title", m.subject},
	} {
		if f[1] != "" {
			b.WriteString("<meta name=\"" + f[0] + "\" property=\"" + f[0] + "\" content=\"" +
				html.EscapeString(f[1]) + "\">\n")
		}
	}
	if m.subject != "" {
		b.WriteString("<title>" + html.EscapeString(m.subject) + "</title>\n")
	}
	return b.String()
}

// joined are pieces as one text; of a page its words.
func joined(pieces []piece) string {
	texts := make([]string, 0, len(pieces))
	for _, p := range pieces {
		if p.page {
			p.text = plain(p.text)
		}
		texts = append(texts, strings.Trim(p.text, "\n"))
	}
	return strings.Join(texts, "\n\n")
}

// plain are the words of a page, as texts are written.
func plain(page string) string {
	var b strings.Builder
	for _, p := range block.FromTags(page, "", true) {
		text := p.Plain
		if p.Kind == block.Quote {
			text = "> " + strings.ReplaceAll(text, "\n", "\n> ")
		}
		b.WriteString(text + "\n\n")
	}
	return b.String()
}

// sender are the name and the address that a message comes from.
func sender(field string) (name, at string) {
	text := words(field)
	if list, err := netmail.ParseAddressList(field); err == nil && len(list) > 0 {
		return clean.Line(words(list[0].Name)), list[0].Address
	}
	name, at, _ = strings.Cut(text, "<")
	return strings.Trim(name, " \"'"), strings.Trim(at, "<> ")
}

// words are the words of a field, decoded and on one line (RFC 2047).
func words(field string) string {
	d := mime.WordDecoder{CharsetReader: htmlcharset.NewReaderLabel}
	if s, err := d.DecodeHeader(field); err == nil {
		field = s
	}
	return clean.Line(decoded([]byte(field), ""))
}
