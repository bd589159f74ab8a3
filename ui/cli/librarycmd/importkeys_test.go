package librarycmd

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lede/content/arrive"
	"lede/model"
	"lede/ui/cli/setup"
)

// operations are what newsboat can do and lede has an action for.
const operations = `open quit hard-quit up down pageup pagedown halfpageup halfpagedown home end next prev next-unread
reload reload-all mark-feed-read mark-all-feeds-read toggle-article-read edit-flags bookmark delete-article
sort rev-sort open-search set-filter clear-filter select-tag show-urls goto-url toggle-source-view help cmdline
open-in-browser open-in-browser-and-mark-read open-in-browser-noninteractively`

func TestTheKeysOfNewsboatAreGivenToActionsThatThereAre(t *testing.T) {
	var config strings.Builder
	for _, name := range strings.Fields(operations) {
		config.WriteString("bind-key ^X " + name + "\nmacro x " + name + "\n")
	}
	path := filepath.Join(t.TempDir(), "config")
	if err := os.WriteFile(path, []byte(config.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	a, err := arrive.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	var names []string
	for _, r := range setup.AllRows(model.DefaultConfig()) {
		names = append(names, r.Name, r.Where+"."+r.Name)
	}
	if want := 2 * len(strings.Fields(operations)); len(a.Records) != want {
		t.Fatalf("%d keys, want %d", len(a.Records), want)
	}
	for _, r := range a.Records {
		b, _ := r.(*arrive.Binding)
		if b == nil || len(b.Actions) == 0 {
			t.Errorf("%+v has no action", r)
			continue
		}
		for _, name := range b.Actions {
			if !slices.Contains(names, name) {
				t.Errorf("%s stands for %s, which is not an action", b.Was, name)
			}
		}
	}
}

// TestAKeyIsGivenOnceInAGroup gives a key to two actions of the list, of which the last one gets it.
func TestAKeyIsGivenOnceInAGroup(t *testing.T) {
	given := givenKeys([]*arrive.Binding{
		{Key: "J", Actions: []string{"library.next-unread", "article.next-unread"}},
		{Key: "J", Actions: []string{"library.star"}},
		{Key: "J", Actions: []string{"library.star"}},
		{Key: "J", Actions: []string{"read"}, Macro: "m"},
	})
	if len(given["library.next-unread"]) != 0 || len(given["article.next-unread"]) != 1 ||
		len(given["library.star"]) != 1 {
		t.Errorf("%v", given)
	}
}
