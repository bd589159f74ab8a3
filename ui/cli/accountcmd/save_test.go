package accountcmd_test

import (
	"fmt"
	"strings"
	"testing"

	"lede/content/remote/remotetest"
)

func TestArticlesAreHandedOnByTheServerThatHasThem(t *testing.T) {
	home(t)
	server := remotetest.NewMiniflux(t)
	server.Fill(1, 3)
	must(t, "secret\n", "account", "add", server.URL, "--user", "ada", "--name", "home")
	must(t, "", "sync")
	status, _, errs := run("", "account", "save", "tide")
	if status != 1 || !strings.Contains(errs, "Set one up there") {
		t.Errorf("without a service it ends with %d and %q", status, errs)
	}
	server.Hands = true
	if out := must(t, "", "account", "save", "title:\"Tide 2\""); out != "Handed on 1 article.\n" {
		t.Errorf("it says %q", out)
	}
	if got := fmt.Sprint(server.Saved()); got != "[2]" {
		t.Errorf("handed on are %s, want [2]", got)
	}
	must(t, "# A note\n\nThe tide is mine.\n", "add", "-")
	status, _, errs = run("", "account", "save", "mine")
	if status != 1 || !strings.Contains(errs, "no account has the article") {
		t.Errorf("of an article of one's own it ends with %d and %q", status, errs)
	}
	if status, _, errs = run("", "account", "save", "whale"); status != 3 {
		t.Errorf("without a match it ends with %d and %q", status, errs)
	}
}
