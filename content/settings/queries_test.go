package settings

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

// TestQueriesAreAddedOnce adds queries to settings that have some, twice.
func TestQueriesAreAddedOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lede", "config.toml")
	for range 2 {
		err := AddQueries(path, []model.NamedQuery{
			{Name: "Tides", Query: "is:unread"}, {Name: "tides", Query: `title:"it's"`},
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	want := "[[query]]\nname = 'Tides'\nquery = 'is:unread'\n\n" +
		"[[query]]\nname = 'tides 2'\nquery = \"title:\\\"it's\\\"\"\n"
	if diff := cmp.Diff(want, string(got)); diff != "" || err != nil {
		t.Errorf("(-want +got, %v):\n%s", err, diff)
	}
}

// TestBrokenSettingsAreLeft adds a query to settings that cannot be read.
func TestBrokenSettingsAreLeft(t *testing.T) {
	path := filepath.Join(t.TempDir(), "config.toml")
	const broken = "theme = \n"
	if err := os.WriteFile(path, []byte(broken), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := AddQueries(path, []model.NamedQuery{{Name: "Tides", Query: "is:unread"}}); err == nil {
		t.Error("there is no error")
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != broken {
		t.Errorf("the file is %q (%v)", got, err)
	}
}
