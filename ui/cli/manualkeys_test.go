package cli

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lede/content/manual"
	"lede/content/settings"
	"lede/model"
	"lede/ui"
	"lede/ui/action"
	"lede/ui/cli/setup"
	"lede/ui/library"
)

// manualPage is the text of a page of the manual.
func manualPage(t *testing.T, name string) string {
	t.Helper()
	page, err := os.ReadFile(filepath.Join("../../content/manual", name+".md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

// TestTheManualShowsGoodKeysMacrosAndCommands reads every example of settings on the page about them.
func TestTheManualShowsGoodKeysMacrosAndCommands(t *testing.T) {
	parts := strings.Split(manualPage(t, "keys"), "```toml\n")[1:]
	if len(parts) != 3 {
		t.Fatalf("%d examples", len(parts))
	}
	for _, part := range parts {
		example, _, _ := strings.Cut(part, "```")
		path := filepath.Join(t.TempDir(), "config.toml")
		if err := os.WriteFile(path, []byte(example), 0o600); err != nil {
			t.Fatal(err)
		}
		s := &setup.Setup{}
		c, err := settings.Read(path, s.CheckSettings)
		if err != nil || len(c.Keys)+len(c.Macros)+len(c.Commands) == 0 {
			t.Errorf("%s\n%v", example, err)
		}
	}
}

// keyCell are the keys in the first cell of a row of a table.
var keyCell = regexp.MustCompile("`([^`]+)`")

// TestTheKeyTablesOfTheManualAreTrue fails for a key that a table of the manual names and no action has.
func TestTheKeyTablesOfTheManualAreTrue(t *testing.T) {
	var keys []string
	for _, r := range ui.Rows(library.Rows()) {
		keys = append(keys, r.Keys...)
	}
	named := 0
	for _, name := range manual.Names() {
		inTable := false
		for line := range strings.Lines(manualPage(t, name)) {
			switch {
			case strings.HasPrefix(line, "| key |"):
				inTable = strings.Contains(line, "| what it does |") || strings.Contains(line, "| goes |")
			case !strings.HasPrefix(line, "|"):
				inTable = false
			case inTable:
				cell, _, _ := strings.Cut(line[1:], "|")
				for _, m := range keyCell.FindAllStringSubmatch(cell, -1) {
					if named++; !slices.Contains(keys, m[1]) {
						t.Errorf("%s: %s is the key of no action: %s", name, m[1], line)
					}
				}
			}
		}
	}
	if named < 25 {
		t.Errorf("only %d keys were found", named)
	}
}

// TestTheManualNamesActionsThatThereAre looks at the actions in its macros.
func TestTheManualNamesActionsThatThereAre(t *testing.T) {
	_, text, _ := strings.Cut(manualPage(t, "keys"), "do = [")
	list, _, _ := strings.Cut(text, "]")
	var steps []string
	for _, m := range regexp.MustCompile(`"([^"]+)"`).FindAllStringSubmatch(list, -1) {
		steps = append(steps, m[1])
	}
	if err := action.CheckSteps("done", steps, setup.AllRows(model.DefaultConfig())); err != nil || len(steps) < 2 {
		t.Errorf("%q: %v", steps, err)
	}
}
