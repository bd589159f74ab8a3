//go:build unix

package cli

import (
	"io"
	"path/filepath"
	"strings"
	"testing"

	"lede/content/manual"
)

// TestWhatStartHereSaysIsTrue goes through the steps of the page as one who follows it does.
func TestWhatStartHereSaysIsTrue(t *testing.T) {
	s := begin(t, nil, "lede", "--library", filepath.Join(t.TempDir(), "library.db"))
	mark := s.await(0, "Ein Tal") // the last of the samples
	for _, step := range []struct{ keys, want string }{
		{"\r", "Seven things to try"},
		{"]", "Go to the row"},
		{"t", "Outline"},
		{"\x1b", "only that topic"},
		{"q", "These are samples."},
		{"T", "type to find a topic"},
		{"ferries\r", "2 articles"},
		{"\x7f", "These are samples."},
		{"/tide\r", "5 articles"},
		{"\x7f", "These are samples."},
		{"jja", "Related coverage"},
		{"\x1b", "3 of 11"},
		{"s", "Kept in your library."},
		{"U", "ndone: star"},
		{"?", "undo"},
	} {
		s.press(step.keys)
		mark = s.await(mark, step.want)
	}
	s.press("\x03")
	if got := s.status(); got != 0 {
		t.Errorf("exit status %d, want 0", got)
	}
}

func TestEveryPageOfTheManualIsPartOfTheWhole(t *testing.T) {
	for _, name := range append(manual.Names(), strings.TrimSuffix(manual.Whole, ".md")) {
		file, err := manual.Pages().Open(name + ".md")
		if err != nil {
			t.Fatal(err)
		}
		if text, err := io.ReadAll(file); err != nil || len(text) < 500 {
			t.Errorf("%s has %d bytes, %v", name, len(text), err)
		}
		if info, err := file.Stat(); err != nil || info.IsDir() {
			t.Errorf("%s: %v", name, err)
		}
	}
}
