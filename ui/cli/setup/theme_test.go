package setup

import (
	"io/fs"
	"strings"
	"testing"

	"lede/content/manual"
	"lede/ui/theme"
)

// TestManualShowsAGoodTheme reads the example of the manual's page on themes, which names all that lede has.
func TestManualShowsAGoodTheme(t *testing.T) {
	data, err := fs.ReadFile(manual.Pages(), "themes.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(data)
	_, example, _ := strings.Cut(page, "```json\n")
	example, _, found := strings.Cut(example, "```")
	if !found {
		t.Fatal("no example")
	}
	th, err := theme.Parse([]byte(example))
	if err != nil {
		t.Fatal(err)
	}
	if got := th.Palette.Accent; got != "#88c0d0" {
		t.Errorf("its accent is %q", got)
	}
	for _, name := range theme.Names() {
		if !strings.Contains(page, "`"+name+"`") {
			t.Errorf("the page does not name %s", name)
		}
	}
}
