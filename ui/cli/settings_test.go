package cli

import (
	"testing"

	"lede/model"
)

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
