package feed

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"lede/model"
	"lede/model/clean"
)

// isJSON reports whether a text that begins with a brace is a JSON Feed.
func isJSON(s string) bool {
	head := s[:min(len(s), 64<<10)]
	if strings.Contains(head, "jsonfeed.org/version") {
		return true
	}
	return strings.Contains(head, `"items"`) && (strings.Contains(head, `"home_page_url"`) ||
		strings.Contains(head, `"feed_url"`) || strings.Contains(head, `"content_html"`))
}

// object is an object of JSON whose fields may be anything.
type object map[string]json.RawMessage

// text returns a field that is a text or a number, as a text.
func (o object) text(name string) string {
	raw := bytes.TrimSpace(o[name])
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	var n json.Number
	if json.Unmarshal(raw, &n) == nil {
		return n.String()
	}
	return ""
}

func (o object) line(name string) string { return clean.Line(o.text(name)) }

// list returns the parts of a field that is a list; one that is no list is a list of one.
func (o object) list(name string) []json.RawMessage {
	raw := bytes.TrimSpace(o[name])
	if len(raw) == 0 || bytes.Equal(raw, []byte("null")) {
		return nil
	}
	var parts []json.RawMessage
	if json.Unmarshal(raw, &parts) != nil {
		return []json.RawMessage{raw}
	}
	return parts
}

// readJSON reads a JSON Feed, also one that is cut off: the items that are whole.
func readJSON(s, base string) (model.Feed, error) {
	top, lost := object{}, false
	if json.Unmarshal([]byte(s), &top) != nil {
		top, lost = salvage(s)
	}
	if len(top["items"]) == 0 && top.text("version") == "" && len(top["home_page_url"]) == 0 {
		return model.Feed{}, ErrNotFeed
	}
	r := reader{base: base}
	f := model.Feed{
		Title: top.line("title"), Description: top.line("description"), Language: top.line("language"),
		Home: resolve(top.text("home_page_url"), base), URL: resolve(top.text("feed_url"), base), Authors: r.people(top),
	}
	if r.home = f.Home; r.home == "" {
		r.home = f.URL
	}
	for _, name := range []string{"icon", "favicon"} {
		if f.Icon == "" {
			f.Icon = resolve(top.text(name), r.home)
		}
	}
	for _, raw := range top.list("items") {
		var o object
		if json.Unmarshal(raw, &o) == nil && o != nil {
			f.Items = append(f.Items, r.entry(o))
		}
	}
	if lost {
		f.Cut = "The feed is cut off: its last item is not whole."
	}
	finish(&f)
	return f, nil
}

// entry reads an item of a JSON Feed.
func (r *reader) entry(o object) model.Item {
	it := model.Item{
		ID: strings.TrimSpace(clean.Text(o.text("id"))), Title: o.line("title"), Summary: o.line("summary"),
		Language: o.line("language"),
		URL:      resolve(o.text("url"), r.home), External: resolve(o.text("external_url"), r.home), Authors: r.people(o),
		Published: Date(o.text("date_published")), Updated: Date(o.text("date_modified")),
		Text: strings.TrimSpace(clean.Text(o.text("content_text"))),
	}
	if text := o.text("content_html"); text != "" {
		it.HTML, it.Text = r.cleanHTML(text, r.itemBase(it)), ""
	}
	for _, name := range []string{"image", "banner_image"} {
		if it.Image == "" {
			it.Image = resolve(o.text(name), r.home)
		}
	}
	for _, raw := range o.list("tags") {
		if tag := (object{"": raw}).line(""); tag != "" && !slices.Contains(it.Topics, tag) {
			it.Topics = append(it.Topics, tag)
		}
	}
	for _, raw := range o.list("attachments") {
		var a object
		if json.Unmarshal(raw, &a) != nil || resolve(a.text("url"), r.home) == "" {
			continue
		}
		file := model.Attachment{
			URL: resolve(a.text("url"), r.home), Type: a.line("mime_type"),
			Seconds: seconds(a.text("duration_in_seconds")),
		}
		if json.Unmarshal(a["size_in_bytes"], &file.Bytes) != nil {
			file.Bytes = 0
		}
		if !slices.ContainsFunc(it.Attachments, func(o model.Attachment) bool { return o.URL == file.URL }) {
			it.Attachments = append(it.Attachments, file)
		}
	}
	return it
}

func (r *reader) itemBase(it model.Item) string {
	if it.URL != "" {
		return it.URL
	}
	return r.home
}

// people are the authors of a JSON Feed or of one of its items: version 1 has one, 1.1 a list.
func (r *reader) people(o object) []model.Author {
	var all []model.Author
	for _, raw := range append(o.list("authors"), o.list("author")...) {
		var who object
		if json.Unmarshal(raw, &who) != nil {
			if name := (object{"": raw}).line(""); name != "" {
				all = append(all, model.Author{Name: name})
			}
			continue
		}
		a := model.Author{Name: who.line("name"), URL: resolve(who.text("url"), r.home)}
		if address, ok := strings.CutPrefix(a.URL, "mailto:"); ok {
			a.Email, a.URL = address, ""
		}
		if a.Name+a.Email != "" && !slices.ContainsFunc(all, func(o model.Author) bool { return o.Name == a.Name }) {
			all = append(all, a)
		}
	}
	return all
}

// salvage reads the fields of an object up to where it is broken, and of its items those that are whole.
func salvage(s string) (top object, lost bool) {
	top = object{}
	d := json.NewDecoder(strings.NewReader(s))
	if _, err := d.Token(); err != nil {
		return top, true
	}
	for d.More() {
		token, err := d.Token()
		name, ok := token.(string)
		if err != nil || !ok {
			return top, true
		}
		if name == "items" {
			if !items(d, top) {
				return top, true
			}
			continue
		}
		var value json.RawMessage
		if d.Decode(&value) != nil {
			return top, true
		}
		top[name] = value
	}
	return top, false
}

// items reads the items that are whole, and reports whether all are.
func items(d *json.Decoder, top object) bool {
	if token, err := d.Token(); err != nil || token != json.Delim('[') {
		return false
	}
	var all []json.RawMessage
	whole := true
	for whole && d.More() {
		var item json.RawMessage
		if whole = d.Decode(&item) == nil; whole {
			all = append(all, item)
		}
	}
	top["items"], _ = json.Marshal(all) // raw messages that were decoded can be written
	if whole {
		_, err := d.Token()
		whole = err == nil
	}
	return whole
}
