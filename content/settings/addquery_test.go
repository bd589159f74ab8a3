package settings

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

func TestAQueryIsAddedToTheSettings(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lede", "config.toml")
	long := model.NamedQuery{Name: "Long reads", Query: `is:unread topic:"spring tides" minutes:>12`}
	quoted := model.NamedQuery{Name: `Ida's "own"`, Query: `by:"O'Hara"`}
	for _, q := range []model.NamedQuery{long, quoted} {
		if err := AddQuery(path, q); err != nil {
			t.Fatal(err)
		}
	}
	c, err := Read(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]model.NamedQuery{long, quoted}, c.Queries); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file is %v (%v), want it for its owner alone", info.Mode(), err)
	}
}

func TestWhatStandsInTheSettingsStaysWhenAQueryIsAdded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "config.toml")
	const before = "width = 66 # as in a book\n\n[keys]\nstar = \"S\"" // without a line end
	if err := os.WriteFile(path, []byte(before), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := AddQuery(path, model.NamedQuery{Name: "New", Query: "is:unread"}); err != nil {
		t.Fatal(err)
	}
	after, err := os.ReadFile(path)
	if err != nil || !strings.HasPrefix(string(after), before) {
		t.Errorf("the file is now (%v)\n%s", err, after)
	}
}

func TestAQueryIsNotAddedWhereItWouldBreakTheSettings(t *testing.T) {
	for name, before := range map[string]string{
		"the name is taken":       "[[query]]\nname = \"New\"\nquery = \"is:starred\"\n",
		"the file is not TOML":    "width = = 3\n",
		"the table is a value":    "query = []\n",
		"the file has a bad line": "colour = \"red\"\n",
	} {
		path := filepath.Join(t.TempDir(), "config.toml")
		if err := os.WriteFile(path, []byte(before), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := AddQuery(path, model.NamedQuery{Name: "New", Query: "is:unread"}); err == nil {
			t.Errorf("%s, and it was added", name)
		}
		if after, err := os.ReadFile(path); err != nil || string(after) != before {
			t.Errorf("%s: the file is now (%v)\n%s", name, err, after)
		}
	}
}
