package argv

import (
	"errors"
	"slices"
	"testing"
)

func TestCommandsArePartedAsAShellPartsThem(t *testing.T) {
	for command, want := range map[string][]string{
		"":                                nil,
		"  less  -R ":                     {"less", "-R"},
		`"/opt/My Editor/run" --wait`:     {"/opt/My Editor/run", "--wait"},
		`/opt/My\ Editor 'a b' c"d e"'f'`: {"/opt/My Editor", "a b", "cd ef"},
		`x '' "" '\n' "a\"b"`:             {"x", "", "", `\n`, `a"b`},
		"$(reboot) `x` ; |":               {"$(reboot)", "`x`", ";", "|"},
	} {
		got, err := Split(command)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%q is %q (%v), want %q", command, got, err, want)
		}
	}
	for _, command := range []string{`vi "a`, `vi 'a`, `vi \`} {
		if got, err := Split(command); !errors.Is(err, ErrQuote) {
			t.Errorf("%q is %q (%v), want ErrQuote", command, got, err)
		}
	}
}
