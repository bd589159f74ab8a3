package setup

import "testing"

func TestTheEnvironmentNamesTheLanguage(t *testing.T) {
	for _, c := range []struct{ all, messages, lang, want string }{
		{"", "", "de_DE.UTF-8", "de-DE"},
		{"", "pt_BR", "en_GB.UTF-8", "pt-BR"},
		{"C", "", "fr_FR", ""},
		{"", "", "ca@valencia", "ca"},
		{"", "", "", ""},
	} {
		env := map[string]string{"LC_ALL": c.all, "LC_MESSAGES": c.messages, "LANG": c.lang}
		if got := Language(func(name string) string { return env[name] }); got != c.want {
			t.Errorf("%+v is %q", c, got)
		}
	}
}
