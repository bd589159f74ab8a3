package matter

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"go.yaml.in/yaml/v3"

	"lede/model"
	"lede/model/fold"
)

// MaxMatter is the largest front matter that is read as such, in bytes.
const MaxMatter = 64 << 10

type matterKind int

// The languages of front matter.
const (
	NoMatter matterKind = iota
	yamlMatter
	tomlMatter
	jsonMatter
)

// Matter is the front matter of a text: what is between two lines of --- (YAML) or +++ (TOML), of which the first may
// name the language, or an object of JSON.
type Matter struct {
	Kind   matterKind
	Source string
}

// Cut cuts the front matter off a text. A text that only begins with a thematic break has none.
func Cut(s string) (Matter, string) {
	if strings.HasPrefix(s, "{") {
		return cutObject(s)
	}
	first, rest, ok := strings.Cut(s, "\n")
	kind, fence := opens(strings.TrimRight(first, " \t"))
	if !ok || kind == NoMatter {
		return Matter{}, s
	}
	for at := 0; at < min(len(rest), MaxMatter); {
		line, _, _ := strings.Cut(rest[at:], "\n")
		end := strings.TrimRight(line, " \t")
		if end == fence || kind == yamlMatter && end == "..." {
			m := Matter{Kind: kind, Source: rest[:at]}
			if !m.plausible() {
				return Matter{}, s
			}
			return m, rest[min(at+len(line)+1, len(rest)):]
		}
		at += len(line) + 1
	}
	return Matter{}, s
}

// opens returns the language of the front matter that a line begins, and what ends it.
func opens(line string) (kind matterKind, fence string) {
	switch line {
	case "---", "---yaml", "--- yaml":
		return yamlMatter, "---"
	case "+++":
		return tomlMatter, "+++"
	case "---toml", "--- toml":
		return tomlMatter, "---"
	case "---json", "--- json":
		return jsonMatter, "---"
	case ";;;":
		return jsonMatter, ";;;"
	}
	return NoMatter, ""
}

// cutObject cuts front matter in JSON off a text: an object that states something of an article, alone on its lines.
func cutObject(s string) (Matter, string) {
	d := json.NewDecoder(strings.NewReader(s[:min(len(s), MaxMatter)]))
	var fields map[string]any
	if d.Decode(&fields) != nil {
		return Matter{}, s
	}
	end := int(d.InputOffset())
	line, rest, ok := strings.Cut(s[end:], "\n")
	states := slices.ContainsFunc(matterKeys[:], func(k matterKey) bool { return fields[k.name] != nil })
	if !ok || !states || strings.TrimSpace(line) != "" || strings.Trim(rest, " \t\n") == "" ||
		strings.HasPrefix(strings.TrimLeft(rest, " \t\n"), "{") {
		return Matter{}, s
	}
	return Matter{Kind: jsonMatter, Source: s[:end]}, rest
}

// plausible reports whether the first line that says something is a key with a value.
func (m Matter) plausible() bool {
	if m.Kind == jsonMatter {
		return json.Valid([]byte(m.Source))
	}
	for line := range strings.Lines(m.Source) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		key, _, ok := strings.Cut(line, m.sign())
		return ok && isKey(strings.Trim(key, `"' `)) || m.Kind == tomlMatter && line[0] == '['
	}
	return false
}

func isKey(s string) bool {
	for i := range len(s) {
		if c := s[i]; !fold.IsAlnum(c) && c != '_' && c != '-' && c != '.' && c < 0x80 {
			return false
		}
	}
	return s != ""
}

func (m Matter) sign() string {
	if m.Kind == tomlMatter {
		return "="
	}
	return ":"
}

// Fill fills in what the front matter states. Addresses are resolved against base.
func (m Matter) Fill(e *model.Entry, base string) {
	if m.Kind == NoMatter {
		return
	}
	var fields []stating
	ok := false
	if m.Kind != jsonMatter {
		fields, ok = m.simple()
	}
	if !ok {
		fields = m.full(fields)
	}
	for _, f := range fields {
		f.set(e, base)
	}
}

// full reads front matter with a library. What it cannot read is left at what the simple way found.
func (m Matter) full(found []stating) []stating {
	var raw map[string]any
	var err error
	switch m.Kind {
	case tomlMatter:
		err = toml.Unmarshal([]byte(m.Source), &raw)
	case jsonMatter:
		err = json.Unmarshal([]byte(m.Source), &raw)
	case yamlMatter, NoMatter:
		err = yaml.Unmarshal([]byte(m.Source), &raw)
	}
	if err != nil {
		return found
	}
	raw = opened(raw)
	keys := slices.SortedFunc(maps.Keys(raw), func(a, b string) int {
		return cmp.Or(cmp.Compare(m.lineOf(a), m.lineOf(b)), strings.Compare(a, b))
	})
	fields := make([]stating, 0, len(raw))
	for _, key := range matterKeys {
		for _, k := range keys {
			if strings.EqualFold(k, key.name) {
				fields = append(fields, stating{key.name, flatten(raw[k], 0)})
			}
		}
	}
	return fields
}

// opened returns fields with those of the tables that generators of sites keep the rest in; what is outside of them
// goes before.
func opened(raw map[string]any) map[string]any {
	for _, name := range [...]string{"taxonomies", "extra", "params"} {
		inner, _ := raw[name].(map[string]any)
		for key, v := range inner {
			if _, ok := raw[key]; !ok {
				raw[key] = v
			}
		}
	}
	return raw
}

// lineOf returns the place of the line that a key of the top level begins, or the end when no line shows it.
func (m Matter) lineOf(key string) int {
	at := 0
	for line := range strings.Lines(m.Source) {
		name, _, ok := strings.Cut(line, m.sign())
		if ok && strings.Trim(strings.TrimRight(name, " \t"), `"'`) == key {
			return at
		}
		at += len(line)
	}
	return at
}
