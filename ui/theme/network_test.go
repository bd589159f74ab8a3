package theme

import (
	"strings"
	"testing"
)

func TestNetworksHaveAColourForEachGround(t *testing.T) {
	terminal, err := Find("terminal")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range networkColors {
		if !strings.HasPrefix(r.dark, "#") || !strings.HasPrefix(r.light, "#") || r.basic == "" || len(r.basic) > 2 {
			t.Errorf("%+v", r)
		}
		dark, light, basic := New(true).Palette, New(false).Palette, terminal.Palette
		if n := r.network; dark.Networks[n] != r.dark || light.Networks[n] != r.light || basic.Networks[n] != r.basic {
			t.Errorf("%q is %s, %s, %s", n, dark.Networks[n], light.Networks[n], basic.Networks[n])
		}
	}
}

func TestAThemeNamesColoursOfNetworks(t *testing.T) {
	own, err := Parse([]byte(`{"lede": {"dark": true, "accent": "#aabbcc", "networks": {"X": "#123456"}}}`))
	if err != nil {
		t.Fatal(err)
	}
	if c := own.Palette.Networks; c["X"] != "#123456" || c["Reddit"] != New(true).Palette.Networks["Reddit"] {
		t.Errorf("got %v", c)
	}
}
