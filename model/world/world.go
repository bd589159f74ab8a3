// Package world holds the names of countries, territories and languages in the languages that lede knows, as CLDR has
// them and as people write them besides. Key returns the one key of all the names of one, and Name its name in a
// language.
//
// See https://cldr.unicode.org.
package world

import (
	_ "embed"
	"sort"
	"strconv"
	"strings"
	"sync"
)

//go:generate go run generate.go

// table is written by generate.go, out of CLDR and aliases.txt: a line with the keys of countries and territories and
// one with those of languages, with tabs between them; a line a language, with its names in the order of the keys; an
// empty line; and a line a folded name, with the number of the key that it stands for. A name that means one thing in
// one language and another in another has "*:17 fr:273" in place of the number, where * is any other language.
//
//go:embed names.txt
var table string

// index is the table, parted.
type index struct {
	keys   []string
	lands  int               // the keys of countries and territories come first
	places map[string]int    // key → its number
	names  map[string]string // language → its names, with tabs between them
	forms  string            // the lines of folded names, in their order
	starts []int32           // where these begin
	marks  []bool            // by mark: whether a folded name has it
}

// maxMark is how many marks there are: some seven times as many as folded names, so that most words are known at once
// to be none of them.
const maxMark = 1 << 17

// mark makes a number of a folded name, of its length and its ends.
func mark(name string) uint32 {
	n := len(name)
	if n < 2 {
		return 0
	}
	// A mark may overflow.
	h := uint32(n)<<24 | uint32(name[0]) | uint32(name[1])<<8 | uint32(name[n-1])<<16 //nolint:gosec
	h ^= uint32(name[n/2])<<9 | uint32(name[n-2])<<5
	return h * 0x9E3779B1 >> 15
}

var all = sync.OnceValue(func() *index {
	lands, rest, _ := strings.Cut(table, "\n")
	tongues, rest, _ := strings.Cut(rest, "\n")
	names, forms, _ := strings.Cut(rest, "\n\n")
	x := &index{keys: strings.Split(lands, "\t"), places: map[string]int{}, names: map[string]string{}, forms: forms}
	x.lands = len(x.keys)
	x.keys = append(x.keys, strings.Split(tongues, "\t")...)
	for i, key := range x.keys {
		x.places[key] = i
	}
	for line := range strings.Lines(names) {
		language, list, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		x.names[language] = list
	}
	x.marks = make([]bool, maxMark)
	for at := 0; at < len(forms); {
		x.starts = append(x.starts, int32(at))
		line := forms[at : at+strings.IndexByte(forms[at:], '\n')]
		x.marks[mark(line[:strings.IndexByte(line, '\t')])] = true
		at += len(line) + 1
	}
	return x
})

// form returns what the table has of a folded name, or "".
func (x *index) form(name string) string {
	if !x.marks[mark(name)] {
		return ""
	}
	i := sort.Search(len(x.starts), func(i int) bool { return x.forms[x.starts[i]:] >= name })
	if i == len(x.starts) {
		return ""
	}
	line, _, _ := strings.Cut(x.forms[x.starts[i]:], "\n")
	if value, ok := strings.CutPrefix(line, name+"\t"); ok {
		return value
	}
	return ""
}

// Key returns the key of a name: its folded English name where it is that of a country, a territory or a language,
// and else the folded name. language is the tag of the language that the name is in, or "" where that is not known; a
// name that is a common word in another language is then only folded.
func Key(name, language string) string {
	key := Fold(name)
	x := all()
	value := x.form(key)
	if strings.Contains(value, ":") {
		value = valueIn(value, language)
	}
	if i, err := strconv.Atoi(value); err == nil {
		return x.keys[i]
	}
	return key
}

// IsName reports whether a name stands for the country, territory or language of a key in some language.
func IsName(name, key string) bool {
	x := all()
	i, ok := x.places[key]
	if name = Fold(name); !ok || name == key {
		return ok
	}
	number := strconv.Itoa(i)
	for v := range strings.FieldsSeq(x.form(name)) {
		if v[strings.IndexByte(v, ':')+1:] == number {
			return true
		}
	}
	return false
}

// valueIn returns the value for a language, or "".
func valueIn(values, language string) string {
	for _, tag := range append(tags(language), "*") {
		for v := range strings.FieldsSeq(values) {
			if l, value, _ := strings.Cut(v, ":"); l == tag {
				return value
			}
		}
	}
	return ""
}

// Name returns what a key is called in a language, given as a tag, or "" when it is the key of nothing that the table
// names there.
func Name(key, language string) string {
	x := all()
	i, ok := x.places[key]
	if !ok {
		return ""
	}
	for _, tag := range tags(language) {
		if name := field(x.names[tag], i); name != "" {
			return name
		}
	}
	return ""
}

// Names yields what a language calls the countries and territories, each with its key.
func Names(language string) func(yield func(key, name string) bool) {
	return func(yield func(key, name string) bool) {
		x := all()
		for _, tag := range tags(language) {
			names := strings.Split(x.names[tag], "\t")
			for i, name := range names[:min(len(names), x.lands)] {
				if name != "" && !yield(x.keys[i], name) {
					return
				}
			}
		}
	}
}

// field returns the field of a number in a line with tabs.
func field(line string, i int) string {
	for ; i > 0; i-- {
		_, line, _ = strings.Cut(line, "\t")
	}
	line, _, _ = strings.Cut(line, "\t")
	return line
}

// tags are the names that a language may have in the table, the closest first: "zh-TW" is written in the letters of
// "zh-Hant".
func tags(language string) []string {
	language = strings.ReplaceAll(language, "_", "-")
	base, region, _ := strings.Cut(language, "-")
	switch base = strings.ToLower(base); {
	case base == "":
		return nil
	case base == "no":
		base = "nb"
	case base == "zh" && (region == "TW" || region == "HK" || region == "MO" || strings.HasPrefix(region, "Hant")):
		return []string{"zh-Hant", base}
	case base == "sr" && strings.HasPrefix(region, "Latn"):
		return []string{"sr-Latn", base}
	}
	return []string{base}
}
