package accountcmd_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lede/content/remote/remotetest"
	"lede/ui/cli"
)

// home gives the test a home of its own.
func home(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"} {
		t.Setenv(name, filepath.Join(dir, name))
	}
	t.Setenv("LEDE_LIBRARY", "")
	return dir
}

// run runs a command line.
func run(stdin string, args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	status = cli.Main(args, strings.NewReader(stdin), &out, &errs)
	return status, out.String(), errs.String()
}

// must runs a command line that must work.
func must(t *testing.T, stdin string, args ...string) string {
	t.Helper()
	status, out, errs := run(stdin, args...)
	if status != 0 {
		t.Fatalf("%v ends with %d: %s%s", args, status, out, errs)
	}
	return out
}

func TestAnAccountIsAddedSyncedAndRemoved(t *testing.T) {
	dir, server := home(t), remotetest.NewMiniflux(t)
	server.Put(
		remotetest.Row{ID: 1, Title: "The tide turns", URL: "https://tides.example/1", HTML: "<p>At noon.</p>"},
		remotetest.Row{ID: 2, Title: "The ebb", URL: "https://tides.example/2", HTML: "<p>At six.</p>", Read: true},
	)
	if out := must(t, "secret\n", "account", "add", server.URL, "--user", "ada", "--name", "home"); !strings.Contains(out,
		"Added home: Miniflux") {
		t.Errorf("add says %q", out)
	}
	if _, _, errs := run("", "list"); !strings.Contains(errs, "lede sync") {
		t.Errorf("before the first sync list says %q", errs)
	}
	if out := must(t, "", "account", "check"); !strings.Contains(out, "as ada") {
		t.Errorf("check says %q", out)
	}
	if out := must(t, "", "sync"); out != "home: 2 new, 1 feed added.\n" {
		t.Errorf("the first sync says %q", out)
	}
	out := must(t, "", "list", "is:unread")
	if !strings.Contains(out, "The tide turns") || strings.Contains(out, "The ebb") {
		t.Errorf("unread is %q", out)
	}
	must(t, "", "mark", "starred", "tide")
	if out := must(t, "", "account", "list"); !strings.Contains(out, "1 change to send") {
		t.Errorf("list says %q", out)
	}
	if out := must(t, "", "sync", "home"); out != "home: 1 sent.\n" || !server.Entry(1).Starred {
		t.Errorf("the second sync says %q, and there is %+v", out, server.Entry(1))
	}
	var all []map[string]any
	if err := json.Unmarshal([]byte(must(t, "", "sync", "--json")), &all); err != nil || all[0]["name"] != "home" {
		t.Errorf("the JSON is %v (%v)", all, err)
	}
	server.Put(remotetest.Row{ID: 3, Title: "The flood", URL: "https://tides.example/3", HTML: "<p>At nine.</p>"})
	if out := must(t, "", "refresh"); !strings.HasPrefix(out, "1 new article from") {
		t.Errorf("refresh says %q", out)
	}
	if out := must(t, "", "feed", "health", "tides"); !strings.Contains(out, "account      home\n") {
		t.Errorf("the health of its feed is %q", out)
	}
	must(t, "", "account", "remove", "home")
	if out := must(t, "", "list"); !strings.Contains(out, "The tide turns") {
		t.Errorf("after the account was removed there is %q", out)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "XDG_CONFIG_HOME", "lede", "passwords", "*")); len(left) > 0 {
		t.Errorf("the password is still there: %v", left)
	}
}

func TestAWrongPasswordAddsNothing(t *testing.T) {
	dir, server := home(t), remotetest.NewMiniflux(t)
	status, _, errs := run("wrong\n", "account", "add", server.URL, "--user", "ada")
	if status != 1 || !strings.Contains(errs, "does not accept the login") || strings.Contains(errs, "wrong") {
		t.Errorf("it ends with %d and %q", status, errs)
	}
	if _, err := os.Stat(filepath.Join(dir, "XDG_CONFIG_HOME", "lede", "config.toml")); err == nil {
		t.Error("the account is in the settings")
	}
}

func TestASyncThatFailsSaysSoAndKeepsWhatWaits(t *testing.T) {
	dir, server := home(t), remotetest.NewMiniflux(t)
	server.Put(remotetest.Row{ID: 1, Title: "The tide turns", URL: "https://tides.example/1", HTML: "<p>At noon.</p>"})
	must(t, "secret\n", "account", "add", server.URL, "--user", "ada", "--name", "home")
	must(t, "", "sync")
	must(t, "", "mark", "starred", "tide")
	files, err := filepath.Glob(filepath.Join(dir, "XDG_CONFIG_HOME", "lede", "passwords", "*"))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	if err := os.WriteFile(files[0], []byte("changed"), 0o600); err != nil {
		t.Fatal(err)
	}
	status, _, errs := run("", "sync")
	if status != 1 || !strings.Contains(errs, "does not accept the login") {
		t.Errorf("it ends with %d and %q", status, errs)
	}
	if out := must(t, "", "account", "list"); !strings.Contains(out, "1 change to send") {
		t.Errorf("list says %q", out)
	}
}

func TestWithoutAnAccountThereIsNothingToSync(t *testing.T) {
	home(t)
	for _, args := range [][]string{{"sync"}, {"account", "list"}, {"account", "check"}} {
		if status, _, errs := run("", args...); status != 3 || !strings.Contains(errs, "lede account add") {
			t.Errorf("%v ends with %d and %q", args, status, errs)
		}
	}
}

// TestAnArticleThatIsEditedOnTheServerBecomesAVersion has the kept text and the edited one side by side, and no more.
func TestAnArticleThatIsEditedOnTheServerBecomesAVersion(t *testing.T) {
	home(t)
	server := remotetest.NewMiniflux(t)
	row := remotetest.Row{ID: 1, Title: "The tide turns", URL: "https://tides.example/1"}
	row.HTML = "<p>The tide turns at noon. The harbour is open. The ferry leaves at one.</p>"
	server.Put(row)
	must(t, "secret\n", "account", "add", server.URL, "--user", "ada", "--name", "home")
	must(t, "", "sync")
	must(t, "", "mark", "starred", "tide")
	row.HTML = "<p>The tide turns at noon. The harbour is closed. The ferry leaves at one.</p>"
	row.Starred = true
	server.Put(row)
	if out := must(t, "", "sync"); out != "home: 1 sent, 1 changed.\n" {
		t.Errorf("the sync says %q", out)
	}
	if out := must(t, "", "sync"); out != "home: Nothing new.\n" {
		t.Errorf("the next sync says %q", out)
	}
	id, _, _ := strings.Cut(must(t, "", "list"), " ")
	versions := must(t, "", "versions", id)
	if n := strings.Count(strings.TrimSpace(versions), "\n") + 1; n != 2 {
		t.Errorf("the versions are %q", versions)
	}
	if out := must(t, "", "list", "is:starred"); !strings.Contains(out, "The tide turns") {
		t.Errorf("what is starred is %q", out)
	}
}
