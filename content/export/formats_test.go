package export

import "testing"

func TestFormatsHaveShortNames(t *testing.T) {
	for name, want := range map[string]string{
		"md": "markdown", "MD": "markdown", "txt": "plain", "json": "json", "x": "x",
	} {
		if got := FormatName(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}
