package mail

import (
	"bufio"
	"bytes"
	netmail "net/mail"
	"strings"
	"time"

	"github.com/emersion/go-message/textproto"
)

// Head is what the fields of a message say. All text in it is clean.
type Head struct {
	Subject string
	From    string    // a name, else an address; or ""
	Date    time.Time // UTC; zero when there is none
	ID      string    // of the message, or ""
	Place   string    // the address of the page that it is a copy of, as it stands, or ""
	Status  string    // the letters of Status and X-Status, as mailboxes note what was done with a message
	Line    int       // where the message begins, from 1
	Data    []byte    // the message, for Read
}

// Heads returns the heads of a message, or of all messages of a mailbox; none when data is neither.
func Heads(data []byte) []Head {
	start := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF")), "\r\n")
	line := 1 + bytes.Count(data[:len(data)-len(start)], []byte("\n"))
	all := [][]byte{start}
	if bytes.HasPrefix(start, []byte("From ")) {
		all = messages(start)
	}
	heads := make([]Head, 0, len(all))
	at := 0
	for i, m := range all {
		if i == 0 && !isMessage(m) {
			return nil
		}
		from := cap(start) - cap(m) // m is a part of start
		line += bytes.Count(start[at:from], []byte("\n"))
		at = from
		h := headOf(m)
		h.Line, h.Data = line, m
		if len(all) > 1 {
			h.Data = quotedFrom(m)
		}
		heads = append(heads, h)
	}
	return heads
}

func headOf(data []byte) Head {
	header, err := textproto.ReadHeader(bufio.NewReader(bytes.NewReader(data)))
	if err != nil {
		return Head{}
	}
	h := Head{
		Subject: words(header.Get("Subject")),
		ID:      words(header.Get("Message-Id")),
		Place:   words(header.Get("Snapshot-Content-Location")),
	}
	name, address := sender(header.Get("From"))
	if h.From = name; name == "" {
		h.From = words(address)
	}
	if h.Place == "" {
		h.Place = strings.Trim(words(header.Get("Archived-At")), "<>")
	}
	h.Status = words(header.Get("Status")) + words(header.Get("X-Status"))
	if t, err := netmail.ParseDate(header.Get("Date")); err == nil {
		h.Date = t.UTC()
	}
	return h
}
