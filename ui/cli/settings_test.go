package cli

import (
	"testing"

	"lede/model"
)

func TestTheEnvironmentNamesTheLanguage(t *testing.T) {
	for _, c := range []struct{ all, messages, lang, want string }{
		{"", "", "de_DE.UTF-8", "de-DE"},
		{"", "pt_BR", "en_GB.UTF-8", "pt-BR"},
		{"C", "", "fr_FR", ""},
		{"", "", "ca@valencia", "ca"},
		{"", "", "", ""},
	} {
		env := map[string]string{"LC_ALL": c.all, "LC_MESSAGES": c.messages, "LANG": c.lang}
		if got := language(func(name string) string { return env[name] }); got != c.want {
			t.Errorf("%+v is %q", c, got)
		}
	}
}

func TestLinksAreOpenedByTheProgramThatTheUserNames(t *testing.T) {
	for _, c := range []struct{ set, browser, want string }{
		{"", "", ""}, {"", "firefox", "firefox"}, {"", "w %s --new:lynx", "w %u --new"}, {"mine %u", "firefox", "mine %u"},
	} {
		got := opener(model.Config{Opener: c.set}, func(string) string { return c.browser })
		if got != c.want {
			t.Errorf("%+v opens with %q", c, got)
		}
	}
}

func TestFormatsHaveShortNames(t *testing.T) {
	for name, want := range map[string]string{
		"md": "markdown", "MD": "markdown", "txt": "plain", "json": "json", "x": "x",
	} {
		if got := formatName(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}
