package settings

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAValueIsAddedToATOMLFileAsItIsWritten(t *testing.T) {
	for _, c := range []struct {
		name, table, key, value, before, want string
		first                                 bool
	}{
		{"an empty file", "", "drop", ".ad", "", "drop = ['.ad']\n", false},
		{
			"another key", "", "drop", ".ad", "# mine\ntitle = 'h1' # the big one\n",
			"# mine\ntitle = 'h1' # the big one\ndrop = ['.ad']\n", false,
		},
		{"a single value", "", "drop", ".ad", "drop = \".x\" # old\n", "drop = [\".x\", '.ad'] # old\n", false},
		{"a list", "", "drop", ".ad", "drop = [ '.x' ]\n", "drop = [ '.x', '.ad' ]\n", false},
		{"an empty list", "", "drop", ".ad", "drop = []\n", "drop = ['.ad']\n", false},
		{
			"a list on lines", "", "drop", ".ad", "drop = [\n  '.x', # [one\n  '.y',\n]\nkeep = 'p'\n",
			"drop = [\n  '.x', # [one\n  '.y',\n  '.ad',\n]\nkeep = 'p'\n", false,
		},
		{
			"a list on lines that ends with a comment", "", "drop", ".ad", "drop = [\n  '.x', # one\n]\n",
			"drop = [\n  '.x', # one\n  '.ad',\n]\n", false,
		},
		{"at the beginning", "", "title", "h2", "title = 'h1'\n", "title = ['h2', 'h1']\n", true},
		{"at the beginning of a list", "", "title", "h2", "title = ['h1']\n", "title = ['h2', 'h1']\n", true},
		{"a value that is there", "", "drop", ".x", "drop = '.x'\n", "drop = '.x'\n", false},
		{"a quote in the value", "", "drop", `p:contains("it's")`, "", `drop = ["p:contains(\"it's\")"]` + "\n", false},
		{
			"a table that is not there", "labels", "related", "SEE", "width = 60",
			"width = 60\n\n[labels]\nrelated = ['SEE']\n", false,
		},
		{
			"a table", "labels", "related", "SEE", "[labels] # mine\n\n[labels.notices]\ncredit = ['x']\n",
			"[labels] # mine\nrelated = ['SEE']\n\n[labels.notices]\ncredit = ['x']\n", false,
		},
		{
			"a table in a table", "labels.notices", "credit", "y", "[labels.notices]\ncredit = ['x']\n[[topic]]\nname = 'a'\n",
			"[labels.notices]\ncredit = ['x', 'y']\n[[topic]]\nname = 'a'\n", false,
		},
		{"the top before a table", "", "drop", ".ad", "[labels]\n", "drop = ['.ad']\n[labels]\n", false},
	} {
		got, err := withValue([]byte(c.before), c.table, c.key, c.value, c.first)
		if diff := cmp.Diff(c.want, string(got)); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got)\n%s", c.name, err, diff)
		}
	}
}

func TestAFileThatCannotBeAddedToIsLeft(t *testing.T) {
	for _, c := range []struct{ table, key, before string }{
		{"", "drop", "drop = ['a'"},
		{"", "drop", "drop = 3\n"},
		{"labels", "related", "labels = { related = ['x'] }\n"},
		{"labels", "related", "labels.related = ['x']\n"},
		{"", "drop", "drop = [\n '.x' # no comma\n]\n"},
	} {
		if got, err := withValue([]byte(c.before), c.table, c.key, ".ad", false); err == nil {
			t.Errorf("%q: got %q, want an error", c.before, got)
		}
	}
}
