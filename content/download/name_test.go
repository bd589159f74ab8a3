package download

import (
	"strings"
	"syscall"
	"testing"
)

func TestANameIsSafeWhateverAServerProposes(t *testing.T) {
	for proposed, want := range map[string]string{
		"episode 1.mp3":                   "episode 1.mp3",
		"../../etc/passwd":                "passwd",
		`..\..\boot.ini`:                  "boot.ini",
		"/abs/olute.pdf":                  "olute.pdf",
		".bashrc":                         "bashrc",
		"-rf.mp3":                         "rf.mp3",
		"a\x1b]0;title\x07.mp3":           "a_]0;title_.mp3",
		"fdp.\u202e3pm.exe":               "fdp.3pm.exe",
		"NUL.mp3":                         "_NUL.mp3",
		"com1":                            "_com1",
		"what? <a> 1:2|3.pdf":             "what_ _a_ 1_2_3.pdf",
		"ends in dots...":                 "ends in dots",
		"..":                              "",
		"/":                               "",
		"":                                "",
		strings.Repeat("ä", 200) + ".mp3": strings.Repeat("ä", 98) + ".mp3",
	} {
		if got := safeName(proposed); got != want {
			t.Errorf("%q becomes %q, want %q", proposed, got, want)
		}
		if got := names([]string{proposed}); got[len(got)-1] != unnamed {
			t.Errorf("the names for %q are %q: none is lede's own", proposed, got)
		}
	}
}

func FuzzSafeName(f *testing.F) {
	f.Add("a/../b.mp3")
	f.Add("\x00\u2028.con")
	f.Fuzz(func(t *testing.T, proposed string) {
		name := safeName(proposed)
		if strings.ContainsAny(name, "/\\:\x00\n\x1b") || strings.HasPrefix(name, ".") || len(name) > maxName+1 {
			t.Errorf("%q becomes %q", proposed, name)
		}
		if again := safeName(name); again != name {
			t.Errorf("%q becomes %q and then %q", proposed, name, again)
		}
	})
}

func TestAFullDiskIsASentence(t *testing.T) {
	const want = "Cannot download e.mp3: the disk is full. Make room and try again: what came is kept."
	if got := sentence("e.mp3", "/x", syscall.ENOSPC).Error(); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
