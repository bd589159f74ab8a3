package cli

import (
	"strings"
	"testing"

	"lede/model"
	"lede/ui/cli/setup"
)

func TestTheKeysOfMacrosAndCommandsAreListed(t *testing.T) {
	c := model.DefaultConfig()
	c.Macros = map[string]model.Macro{"done": {Name: "done", Do: []string{"star", "commands.say"}, Key: "gd"}}
	c.Commands = map[string]model.Command{"say": {Name: "say", Run: []string{"espeak-ng"}, Key: []any{"ctrl+s", "f5"}}}
	keys, err := setup.UserKeys(c)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Join(keyLines(keyRows(keys, c)), "\n")
	for _, want := range []string{"macros.done", "gd", "commands.say", "ctrl+s f5"} {
		if !strings.Contains(lines, want) {
			t.Errorf("%s is not in\n%s", want, lines)
		}
	}
}
