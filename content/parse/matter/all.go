package matter

import (
	"encoding/json"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"go.yaml.in/yaml/v3"
)

// Stated returns all that the front matter states, also under keys that say nothing of an article, as texts by their
// keys in small letters. What cannot be read is left at what its simple lines say. What comes back is not clean.
func (m Matter) Stated() map[string][]string {
	all := map[string][]string{}
	if m.Kind != jsonMatter {
		fields, ok := m.simple()
		for _, f := range fields {
			all[f.key] = f.values
		}
		if ok {
			return all
		}
	}
	var raw map[string]any
	var err error
	switch m.Kind {
	case tomlMatter:
		err = toml.Unmarshal([]byte(m.Source), &raw)
	case jsonMatter:
		err = json.Unmarshal([]byte(m.Source), &raw)
	case yamlMatter:
		err = yaml.Unmarshal([]byte(m.Source), &raw)
	case NoMatter:
	}
	if err != nil {
		return all
	}
	for key, v := range raw {
		all[strings.ToLower(key)] = flatten(v, 0)
	}
	return all
}
