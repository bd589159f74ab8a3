package ui

import (
	"fmt"
	"testing"
)

// kept is a store of the courier's articles, two of which have been begun.
func kept() *fakeStore {
	f := newFakeStore(courier())
	f.records[2].Status.Percent = 41
	f.records[4].Status.Read = true
	f.records[1].Status.Starred = true
	f.sources[f.records[0].Article.ID] = 2
	return f
}

func TestLibraryScreens(t *testing.T) {
	for _, s := range [][2]int{{80, 24}, {120, 40}, {160, 45}} {
		for name, keys := range map[string][]string{
			"library":  {},
			"column":   {"tab", "j", "j"},
			"filtered": {"T", "w", "e", "space", "t", "r", "a", "-", "enter"},
			"topics":   {"T", "c", "o", "u", "space", "down"},
			"typing":   {"/", "q", "u", "a"},
			"error":    {"/", "q", "space", "s", "i", "n", "c", "e", ":", "x"},
			"complete": {"/", "t", "o", "p", "i", "c", ":", "c", "o"},
			"nothing":  {"/", "z", "z", "enter"},
			"chosen":   {"v", "v", "j"},
			"story":    {"j", "a"},
			"help":     {"?"},
		} {
			t.Run(fmt.Sprintf("%s-%dx%d", name, s[0], s[1]), func(t *testing.T) {
				a := home(kept(), s[0], s[1])
				for _, k := range keys {
					drive(a, keyPress(k))
				}
				drive(a, previewRestedMsg{theLibrary(a).preview.number})
				golden(t, a, fmt.Sprintf("library/%s-%dx%d", name, s[0], s[1]))
			})
		}
	}
}
