package settings

import (
	"errors"
	"strings"
	"testing"

	"lede/model"
)

func TestCommandsAndMacrosAreNamedByTheirTables(t *testing.T) {
	const text = "[commands.summary]\nrun = ['model', '%t']\n[macros.done]\ndo = ['star', 'open']\nkey = 'X'\n"
	c, err := parseConfig([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Commands["summary"]; got.Name != "summary" || len(got.Run) != 2 {
		t.Errorf("got %+v", got)
	}
	if got := c.Macros["done"]; got.Name != "done" || got.Key != "X" {
		t.Errorf("got %+v", got)
	}
}

func TestAMistakeInACommandNamesItsLine(t *testing.T) {
	const good = "[commands.good]\nrun = ['cat']\nanswer = 'page'\n"
	for text, want := range map[string]string{
		good + "[commands.bad]\nanswer = 'page'":                       "commands.bad.run must be a list",
		good + "[commands.bad]\nrun = []":                              "line 5: commands.bad.run must be a list",
		good + "[commands.bad]\nrun = 'cat -n'":                        "line 5: ",
		good + "[commands.bad]\nrun = ['cat', \"a\\u0000b\"]":          "line 5: commands.bad.run holds a character",
		good + "[commands.bad]\nrun = ['%u']":                          "line 5: commands.bad.run must begin with the name",
		good + "[commands.bad]\nrun = ['cat']\nanswer = 'x'":           `line 6: commands.bad.answer is "x", and must`,
		good + "[commands.bad]\nrun = ['cat']\ninput = 'pdf'":          `line 6: commands.bad.input is "pdf"`,
		good + "[commands.bad]\nrun = ['cat']\nseconds = 4000":         "line 6: commands.bad.seconds is 4000, and must be",
		good + "[commands.bad]\nrun = ['cat']\nshell = true":           "line 6: there is no setting commands.bad.shell",
		good + "[commands.'a b']\nrun = ['cat']":                       "commands.a b must have a name of letters",
		good + "[macros.bad]\nkey = 'x'":                               "macros.bad.do must be a list of actions",
		"[commands." + strings.Repeat("x", maxName+1) + "]\nrun=['a']": "must have a name of letters",
	} {
		_, err := Read(written(t, text), nil)
		var known *Error
		if !errors.As(err, &known) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s:\n got %v\nwant %s", strings.TrimPrefix(text, good), err, want)
		}
	}
}

func TestALineIsFoundInItsTable(t *testing.T) {
	text := []byte("[keys.article]\nstar = 'x'\n[keys.library]\n# none\nstar = 'y'\n")
	for key, want := range map[string]int{
		"keys.library.star": 5, "keys.article.star": 2, "keys.star": 2, "keys.stop": 0,
		"keys.library": 3,
	} {
		if got := lineOf(text, key); got != want {
			t.Errorf("%s is on line %d, want %d", key, got, want)
		}
	}
}

// TestNoOtherFileNamesACommand reads commands where they do not belong: beside the rules of a site.
func TestNoOtherFileNamesACommand(t *testing.T) {
	if _, err := parseSiteRules("news.example.toml", []byte("[commands.x]\nrun = ['id']\n")); err == nil {
		t.Error("a file of site rules may name commands")
	}
	if c := model.DefaultConfig(); len(c.Commands)+len(c.Macros) > 0 {
		t.Errorf("there are commands by default: %v", c)
	}
}
