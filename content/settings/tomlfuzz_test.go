package settings

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pelletier/go-toml/v2"
)

// FuzzWithValue holds of any file: what lede adds is there then, everything else says what it said, and a file that
// cannot be added to is an error.
func FuzzWithValue(f *testing.F) {
	for _, seed := range []string{
		"", "drop = '.x' # old\n", "drop = [\n '.x', # [one\n]\n[labels]\nrelated = []\n",
		"a = \"\"\"\ndrop = 'no'\n\"\"\"\n", "[labels.notices]\ncredit = ['x']\n", "drop=[]",
	} {
		f.Add(seed, "", "drop", "p.x", false)
		f.Add(seed, "labels", "related", "it's", true)
	}
	f.Fuzz(func(t *testing.T, data, table, key, value string, first bool) {
		if table != "" {
			table = "labels"
		}
		if key != "drop" {
			key = "related"
		}
		after, err := withValue([]byte(data), table, key, value, first)
		if err != nil {
			return
		}
		var was, is map[string]any
		if toml.Unmarshal([]byte(data), &was) != nil || toml.Unmarshal(after, &is) != nil {
			t.Fatalf("%q became %q", data, after)
		}
		without(was, table, key)
		without(is, table, key)
		if diff := cmp.Diff(was, is); diff != "" {
			t.Errorf("%q became %q (-was +is)\n%s", data, after, diff)
		}
	})
}

// without takes a key out of a table, and the table when it is empty then.
func without(m map[string]any, table, key string) {
	if table == "" {
		delete(m, key)
		return
	}
	if in, ok := m[table].(map[string]any); ok {
		if delete(in, key); len(in) == 0 {
			delete(m, table)
		}
	}
}
