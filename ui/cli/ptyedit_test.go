//go:build unix

package cli

import (
	"strings"
	"testing"
)

// TestTheEditorHasTheTerminalAndItsChangesAreShown edits a file, and presses a key that would end lede.
func TestTheEditorHasTheTerminalAndItsChangesAreShown(t *testing.T) {
	program := script(t, "trap 'echo interrupted' INT\necho \"$1 edits\"\nread key\nread key\n"+
		"printf '\\nThirdword by %s.\\n' \"$key\" >>\"$2\"\n")
	t.Setenv("TEST_VISUAL", "'"+program+"' 'a user'")
	s := begin(t, nil, "lede", storyFile(t))
	mark := s.await(0, "Firstword")
	s.press("O")
	mark = s.await(mark, "a user edits")
	s.press("\x03")
	mark = s.await(mark, "interrupted")
	s.press("\rx\r")
	s.await(mark, "Thirdword by")
	s.press("q")
	if got := s.status(); got != 0 {
		t.Errorf("exit status %d, want 0", got)
	}
	s.givenBack()
}

// TestTheEditorGetsACopyOfWhatIsNoFile edits a text that came down a pipe.
func TestTheEditorGetsACopyOfWhatIsNoFile(t *testing.T) {
	t.Setenv("TEST_VISUAL", strings.ReplaceAll(script(t, "echo \"$(head -n 1 $1) in $(basename $1)\"\n"), " ", `\ `))
	s := begin(t, strings.NewReader(story), "lede")
	mark := s.await(0, "Firstword")
	s.press("O")
	s.await(mark, "# The sea wall in source.txt")
	s.await(mark, "That was a copy")
	s.press("q")
	if got := s.status(); got != 0 {
		t.Errorf("exit status %d, want 0", got)
	}
}

func TestAnEditorThatIsNotThereIsTold(t *testing.T) {
	for visual, want := range map[string]string{"": "no editor is named", "/no/such/editor": "no such"} {
		t.Setenv("TEST_VISUAL", visual)
		s := begin(t, nil, "lede", storyFile(t))
		mark := s.await(0, "Firstword")
		s.press("O")
		s.await(mark, want)
		s.press("q")
		if got := s.status(); got != 0 {
			t.Errorf("%q: exit status %d, want 0", visual, got)
		}
		s.givenBack()
	}
}
