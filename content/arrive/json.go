package arrive

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// shape is what the head of a JSON document shows: its keys, and those of the first object of its list.
type shape struct {
	list bool            // the document is a list
	top  map[string]bool // the keys of the document, when it is an object
	item map[string]bool // the keys of the first object in the list, or in a list of the object
}

// shapeOf reads the head of a JSON document, which may be cut off.
func shapeOf(head []byte) (s shape, ok bool) {
	head = bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF"))
	if start := bytes.TrimLeft(head, " \t\r\n"); len(start) == 0 || start[0] != '{' && start[0] != '[' {
		return s, false
	}
	s.top, s.item = map[string]bool{}, map[string]bool{}
	s.list = bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte("["))
	d := json.NewDecoder(bytes.NewReader(head))
	want := 2 // how deep the items are
	if s.list {
		want = 1
	}
	depth, closed := 0, false
	var objects []bool // for each depth whether it is an object
	key := false       // the next text is a key
	for {
		token, err := d.Token()
		if err != nil {
			return s, true
		}
		switch v := token.(type) {
		case json.Delim:
			if v == '{' || v == '[' {
				objects, depth = append(objects, v == '{'), depth+1
				key = v == '{'
				continue
			}
			if depth == want+1 && v == '}' {
				closed = true
			}
			objects, depth = objects[:depth-1], depth-1
			key = depth > 0 && objects[depth-1]
		case string:
			if depth > 0 && objects[depth-1] && key {
				s.note(v, depth, want, closed)
				key = false
				continue
			}
			key = depth > 0 && objects[depth-1]
		default:
			key = depth > 0 && objects[depth-1]
		}
	}
}

func (s *shape) note(name string, depth, want int, closed bool) {
	if depth == 1 && !s.list {
		s.top[name] = true
	}
	if depth == want+1 && !closed {
		s.item[name] = true
	}
}

// maxItem is the largest object of a list that is read, in bytes.
const maxItem = 64 << 20

// eachJSON hands the objects of a JSON list to f one after the other, so that a list may be as long as it likes. key
// names the list in an object; "" stands for a document that is a list. A list that is broken gives what is before the
// break, and the place of it is noted.
func (s *source) eachJSON(ctx context.Context, t *taking, key string, f func(raw json.RawMessage, p place)) error {
	file, err := s.open()
	if err != nil {
		return err
	}
	defer file.Close() //nolint:errcheck // it was only read
	in := bufferWithoutMark(io.LimitReader(cancelable{ctx, file}, min(*s.room, maxRoom)))
	d := json.NewDecoder(in)
	n := 0
	err = intoList(d, key)
	for err == nil && d.More() {
		var raw json.RawMessage
		if err = d.Decode(&raw); err != nil {
			break
		}
		n++
		p := place{file: s.file(), record: n, text: string(raw[:min(len(raw), MaxShown*8)])}
		if len(raw) > maxItem {
			t.skip(p, "It is too large.", "")
			continue
		}
		f(raw, p)
	}
	if err == nil {
		_, err = d.Token() // the end of the list, which More does not ask for
	}
	if err == nil || ctx.Err() != nil {
		return ctx.Err()
	}
	if n == 0 {
		return &BrokenError{t.kind, "it is damaged or cut off (" + err.Error() + ")"}
	}
	t.skip(place{file: s.file(), record: n + 1}, "The file is damaged or cut off here.", "")
	return nil
}

// bufferWithoutMark leaves out the byte order mark at the start of a file.
func bufferWithoutMark(r io.Reader) io.Reader {
	start := make([]byte, 3)
	n, _ := io.ReadFull(r, start) // fewer bytes are a short file
	return io.MultiReader(bytes.NewReader(bytes.TrimPrefix(start[:n], []byte("\xEF\xBB\xBF"))), r)
}

// intoList moves to the first object of a list.
func intoList(d *json.Decoder, key string) error {
	token, err := d.Token()
	if err != nil {
		return err
	}
	if key == "" {
		return delim(token, '[')
	}
	if err := delim(token, '{'); err != nil {
		return err
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return err
		}
		if name == key {
			token, err := d.Token()
			return cmp.Or(err, delim(token, '['))
		}
		var other json.RawMessage
		if err := d.Decode(&other); err != nil {
			return err
		}
	}
	return fmt.Errorf("there is no %q", key)
}

func delim(token json.Token, want json.Delim) error {
	if token != want {
		return errors.New("it is not a list")
	}
	return nil
}

// fields are the members of a JSON object of which nothing is certain but their names.
type fields map[string]any

// fieldsOf reads an object. Numbers stay as they are written.
func fieldsOf(raw json.RawMessage) (fields, bool) {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var f fields
	err := d.Decode(&f)
	return f, err == nil && f != nil
}

// text returns the first of the fields that is a text or a number and has something in it.
func (f fields) text(names ...string) string {
	for _, n := range names {
		if s := textOf(f[n]); strings.TrimSpace(s) != "" {
			return s
		}
	}
	return ""
}

func textOf(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

// yes reports whether one of the fields says yes: true, 1 or "1".
func (f fields) yes(names ...string) bool {
	for _, n := range names {
		if isYes(textOf(f[n])) {
			return true
		}
	}
	return false
}

// list returns a field that is a list.
func (f fields) list(name string) []any {
	l, _ := f[name].([]any)
	return l
}

// object returns a field that is an object, or nil.
func (f fields) object(name string) fields {
	m, _ := f[name].(map[string]any)
	return m
}

// texts are the texts of a field that is a list of texts, or of objects that have one of the names; or a text with
// commas between.
func (f fields) texts(name string, inner ...string) []string {
	if s, ok := f[name].(string); ok {
		return parted(s, ",")
	}
	var all []string
	for _, v := range f.list(name) {
		if m, ok := v.(map[string]any); ok {
			all = append(all, fields(m).text(inner...))
			continue
		}
		all = append(all, textOf(v))
	}
	return all
}
