package meta

import (
	"encoding/json"
	"strings"
)

const (
	maxLinkedData    = 2 << 20 // bytes of JSON-LD that are read of a page
	maxLinkedObjects = 400     // of which one may be the article
	maxNamedObjects  = 4000    // that others may name
	maxLinkedDepth   = 12      // objects in one another
	maxListed        = 200     // values of one key
)

// linkedObject is an object of JSON-LD.
//
// See https://www.w3.org/TR/json-ld11/ and https://schema.org/Article.
type linkedObject map[string]any

// linkedData is the JSON-LD of a page: the objects that may describe its article, in order, and every object by its
// @id.
type linkedData struct {
	objects []linkedObject
	byID    map[string]linkedObject
	all     int
}

// read takes in a script. Broken JSON is mended as far as possible.
func (d *linkedData) read(script string) {
	script = strings.TrimSpace(script)
	for _, wrap := range [...][2]string{
		{"<!--", "-->"}, {"//<![CDATA[", "//]]>"}, {"/*<![CDATA[*/", "/*]]>*/"}, {"<![CDATA[", "]]>"},
	} {
		if inner, ok := strings.CutPrefix(script, wrap[0]); ok {
			script = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(inner), wrap[1]))
		}
	}
	for more := json.NewDecoder(strings.NewReader(script)); ; {
		var v any
		err := more.Decode(&v)
		if err == nil {
			d.add(v, 0)
			continue
		}
		rest := script[min(int(more.InputOffset()), len(script)):]
		if strings.Trim(rest, " \n\t;") != "" && json.Unmarshal(mendedJSON(rest), &v) == nil {
			d.add(v, 0)
		}
		return
	}
}

// add takes in a value: the objects in lists and graphs, and those that an object refers to.
func (d *linkedData) add(v any, depth int) {
	if depth > maxLinkedDepth || d.all >= maxNamedObjects {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			d.add(item, depth+1)
		}
	case map[string]any:
		o := linkedObject(v)
		d.name(o)
		if len(d.objects) < maxLinkedObjects && len(o.types()) > 0 {
			d.objects = append(d.objects, o)
		}
		for _, key := range [...]string{"@graph", "mainEntity", "mainEntityOfPage", "author", "creator", "publisher"} {
			d.add(v[key], depth+1)
		}
	}
}

func (d *linkedData) name(o linkedObject) {
	d.all++
	id, ok := o["@id"].(string)
	if !ok || len(o) < 2 {
		return
	}
	if d.byID == nil {
		d.byID = map[string]linkedObject{}
	}
	if known, taken := d.byID[id]; !taken || len(known) < len(o) {
		d.byID[id] = o
	}
}

// resolved returns the object that a bare reference names, or v itself.
func (d *linkedData) resolved(v any) any {
	if o, ok := v.(map[string]any); ok {
		id, _ := o["@id"].(string)
		if known, ok := d.byID[id]; ok && o["name"] == nil {
			return map[string]any(known)
		}
	}
	return v
}

// names returns the names of the objects that a value is or refers to, each clean and on one line.
func (d *linkedData) names(v any) []string {
	var all []string
	for _, item := range listed(v) {
		all = append(all, metaText(linkedText(d.resolved(item))))
	}
	return all
}

// types returns the types of an object, without the address of their vocabulary.
func (o linkedObject) types() []string {
	var names []string
	for _, v := range listed(o["@type"]) {
		if s, ok := v.(string); ok {
			names = append(names, s[strings.LastIndexAny(s, "/#:")+1:])
		}
	}
	return names
}

// is reports whether an object has a type that ends in one of the words: NewsArticle matches "Article".
func (o linkedObject) is(ends ...string) bool {
	for _, t := range o.types() {
		for _, end := range ends {
			if strings.HasSuffix(t, end) {
				return true
			}
		}
	}
	return false
}

// line returns the text under the first key that has one, clean and on one line.
func (o linkedObject) line(keys ...string) string {
	for _, key := range keys {
		for _, v := range listed(o[key]) {
			if s := metaText(linkedText(v)); s != "" {
				return s
			}
		}
	}
	return ""
}

// listed returns a value as a list: JSON-LD writes a list of one as the value itself.
func listed(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v[:min(len(v), maxListed)]
	default:
		return []any{v}
	}
}

// linkedText returns a value as text: for an object, its name or value.
func linkedText(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case map[string]any:
		for _, key := range [...]string{"name", "headline", "@value", "title"} {
			if s, ok := v[key].(string); ok {
				return s
			}
		}
	}
	return ""
}
