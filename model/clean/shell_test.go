package clean

import (
	"os/exec"
	"testing"
)

// TestShellWordsArriveAsTheyAre has the shell say what it was given.
func TestShellWordsArriveAsTheyAre(t *testing.T) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no shell")
	}
	for _, s := range []string{
		"https://news.example/story", "a b", "", "it's", "$(touch x)", "`id`", "a;b", "a&b", "*", "~", "a\\", "'", "''",
		"!x", "#a", "-n", "=ls", "{a,b}", "é",
	} {
		out, err := exec.Command(sh, "-c", "printf '%s|' "+Shell(s)).Output()
		if want := s + "|"; err != nil || string(out) != want {
			t.Errorf("%q was written as %s and arrived as %q (%v)", s, Shell(s), out, err)
		}
	}
	if got := Shell("https://news.example/a%20b"); got != "https://news.example/a%20b" {
		t.Errorf("a plain address was quoted: %s", got)
	}
	if got := Shell("a\nb\x1b[31m"); got != Line("a\nb\x1b[31m") && got != "'"+Line("a\nb\x1b[31m")+"'" {
		t.Errorf("controls were left in: %q", got)
	}
}
