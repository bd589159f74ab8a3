package mail

import (
	"bytes"
	"regexp"
	"strings"

	"lede/model/clean"
)

// fromLine begins a message in a mailbox.
var fromLine = regexp.MustCompile(`^From \S+ .*\d\d:\d\d.*\d{4}`)

// messages are the messages of a mailbox.
func messages(data []byte) [][]byte {
	var all [][]byte
	start, at, blank := -1, 0, true
	for line := range bytes.Lines(data) {
		if blank && bytes.HasPrefix(line, []byte("From ")) && fromLine.Match(line[:min(len(line), 1000)]) {
			if start >= 0 {
				all = append(all, data[start:at])
			}
			start = at + len(line)
		}
		blank = len(bytes.TrimRight(line, "\r\n")) == 0
		at += len(line)
	}
	if start >= 0 {
		all = append(all, data[start:])
	}
	return all
}

// mailbox is a text of several messages, each below a heading of who wrote it and when.
func mailbox(all [][]byte) (Text, bool) {
	var b strings.Builder
	for i, data := range all {
		if !isMessage(data) && i == 0 {
			return Text{}, false
		}
		m := read(quotedFrom(data))
		if i == 0 && m.subject != "" {
			heading(&b, '=', withoutRe(m.subject))
		}
		parts := []string{m.subject}
		if name := m.from; name != "" {
			parts = append(parts, name)
		} else if m.address != "" {
			parts = append(parts, m.address)
		}
		if !m.date.IsZero() {
			parts = append(parts, m.date.Format("2 January 2006, 15:04"))
		}
		heading(&b, '-', strings.Trim(strings.Join(parts, " – "), " –"))
		b.WriteString(joined(m.pieces) + "\n\n")
	}
	return Text{Source: clean.Text(b.String())}, true
}

// quotedFrom takes the sign off the lines of a message that would have begun another one.
func quotedFrom(data []byte) []byte {
	return bytes.ReplaceAll(data, []byte("\n>From "), []byte("\nFrom "))
}

// maxHead is the length of the longest heading that is written, in bytes.
const maxHead = 120

func heading(b *strings.Builder, mark byte, s string) {
	if s == "" {
		return
	}
	s = clean.Clip(s, maxHead)
	b.WriteString(s + "\n" + strings.Repeat(string(mark), max(3, len([]rune(s)))) + "\n\n")
}

// withoutRe is a subject without what says that it answers or hands on.
func withoutRe(subject string) string {
	for {
		start, rest, ok := strings.Cut(subject, ":")
		switch strings.ToLower(start) {
		case "re", "aw", "fwd", "fw", "wg", "sv", "antw", "rv", "tr":
			if ok {
				subject = strings.TrimSpace(rest)
				continue
			}
		}
		return subject
	}
}
