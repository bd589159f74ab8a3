package text

import (
	"net/mail"
	"strings"

	"lede/content/parse/date"
	"lede/model"
	"lede/model/clean"
)

// maxFields is how many lines of fields a letter begins with at most.
const maxFields = 40

// letterhead reads the fields that a letter begins with, "Subject: …" and "From: …" with an empty line below them,
// and returns the text with empty lines in their place.
func letterhead(e *model.Entry, s string) string {
	fields, lines, rest := fieldsOf(s)
	subject, from := fields["subject"], fields["from"]
	if subject == "" || lines < 2 && strings.TrimSpace(rest) == "" || lines > 1 && from == "" && fields["to"] == "" &&
		fields["date"] == "" {
		return s
	}
	if e.Title == "" {
		e.Title = clean.Line(subject)
	}
	if name := senderName(from); name != "" && len(e.Byline) == 0 {
		e.Byline = []string{name}
	}
	if when, err := mail.ParseDate(fields["date"]); err == nil && e.Published.IsZero() {
		e.Published = when.UTC()
	} else if when, ok := date.Stated(fields["date"]); ok && e.Published.IsZero() {
		e.Published = when
	}
	return strings.Repeat("\n", lines) + rest
}

// fieldsOf returns the fields that a text begins with, by their names in small letters, the number of their lines,
// and what follows. There are none where anything but an empty line ends them.
func fieldsOf(s string) (fields map[string]string, lines int, rest string) {
	fields, last := map[string]string{}, ""
	for rest = s; lines < maxFields; lines++ {
		line, more, _ := strings.Cut(rest, "\n")
		if strings.TrimSpace(line) == "" {
			return fields, lines, rest
		}
		name, value, ok := strings.Cut(line, ":")
		switch {
		case (line[0] == ' ' || line[0] == '\t') && last != "":
			fields[last] += " " + strings.TrimSpace(line)
		case ok && isLetterField(name):
			last = strings.ToLower(name)
			fields[last] = strings.TrimSpace(value)
		default:
			return nil, 0, s
		}
		rest = more
	}
	return nil, 0, s
}

// isLetterField reports whether a name is that of a field that letters have.
func isLetterField(name string) bool {
	switch strings.ToLower(name) {
	case "subject", "from", "to", "cc", "bcc", "date", "sent", "reply-to", "sender", "message-id", "in-reply-to",
		"references", "organization", "newsgroups", "list-id":
		return true
	}
	return strings.HasPrefix(name, "X-")
}

// senderName is the name that a letter comes from, or else the address.
func senderName(field string) string {
	name, at, _ := strings.Cut(field, "<")
	if name = clean.Line(strings.Trim(name, " \"'\t")); name == "" {
		name = clean.Line(strings.Trim(at, "<> "))
	}
	return name
}
