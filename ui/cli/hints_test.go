package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"lede/model/argv"
	"lede/ui/cli/console"
)

// hint is a command that a message offers: after "did you mean", "see", "with:" and the like.
var hint = regexp.MustCompile(`lede(?: (?:--?)?[a-z][a-z-]*)+(?: (?:[A-Z]{2,}|'[^']*'|-- \S+|\+\S+|[a-z]+:\S+))*`)

// flagHint is a flag that a message offers in the place of another.
var flagHint = regexp.MustCompile(`did you mean (--[a-z-]+)\?`)

// TestEverySuggestionWorks makes mistakes, and does what the answer says: it is understood.
func TestEverySuggestionWorks(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"} {
		t.Setenv(name, dir)
	}
	page := "<title>Tides</title><p>The gauge stood at four metres on Sunday, <a href=/b>the highest</a> since 1998.</p>"
	if err := os.WriteFile(filepath.Join(dir, "FILE"), []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	suggested := 0
	for _, mistake := range [][]string{
		{"serach", "tides"},
		{"lsit"},
		{"version"},
		{"show"},
		{"add"},
		{"export"},
		{"mark"},
		{"mark", "read"},
		{"search"},
		{"tag"},
		{"remove"},
		{"list"},
		{"list", "--josn"},
		{"list", "-json"},
		{"--librery"},
		{"diff"},
		{"db", "chck"},
		{"trash", "emptyy"},
		{"show", "--widht", "3", "FILE"},
		{"export", "topic:tides"},
		{"manual", "nosuch"},
		{"versions", "x"},
		{"section"},
		{"show", "--colour", "FILE"},
		{"pack"},
	} {
		_, said := runLede(mistake...)
		for _, text := range hint.FindAllString(said, -1) {
			if root := newProgram(nil, nil, nil).root(); !isCommand(root.Name(), strings.Fields(text)) {
				continue // "lede reads …" is a sentence
			}
			suggested++
			words, err := argv.Split(strings.NewReplacer("DIR", filepath.Join(dir, "out"), "QUERY", "tides").Replace(text))
			if err != nil {
				t.Errorf("%q: %q: %v", mistake, text, err)
				continue
			}
			if status, answer := runLede(words[1:]...); status == console.Misuse {
				t.Errorf("lede %s says %q, and that is answered: %s", strings.Join(mistake, " "), text, answer)
			}
		}
		for _, m := range flagHint.FindAllStringSubmatch(said, -1) {
			suggested++
			if flags := flagsAfter(mistake); !strings.Contains(flags, m[1]) {
				t.Errorf("lede %s says %s, which is no flag of it", strings.Join(mistake, " "), m[1])
			}
		}
	}
	if suggested < 20 {
		t.Errorf("only %d suggestions were found", suggested)
	}
}

// isCommand reports whether words are a command with or without flags rather than the beginning of a sentence.
func isCommand(name string, words []string) bool {
	root := newProgram(nil, nil, nil).root()
	if len(words) < 2 || words[0] != name {
		return false
	}
	if strings.HasPrefix(words[1], "-") {
		return true
	}
	c, _, err := root.Find(words[1:2])
	return err == nil && c != root
}

// flagsAfter is the help of the command that some arguments begin with.
func flagsAfter(args []string) string {
	if strings.HasPrefix(args[0], "-") {
		args = nil
	} else {
		args = args[:1]
	}
	var out bytes.Buffer
	Main(append(args[:len(args):len(args)], "--help"), strings.NewReader(""), &out, &out)
	return out.String()
}

// runLede runs lede and returns its exit status and what it says of what went wrong.
func runLede(args ...string) (status int, said string) {
	var out, errs bytes.Buffer
	status = Main(args, strings.NewReader(""), &out, &errs)
	return status, errs.String()
}
