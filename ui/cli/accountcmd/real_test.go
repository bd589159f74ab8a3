package accountcmd_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"lede/content/remote/remotetest"
)

// machine is a home in which lede runs.
type machine struct {
	t    *testing.T
	home string
}

func (m machine) run(stdin string, args ...string) string {
	m.t.Helper()
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"} {
		m.t.Setenv(name, m.home+"/"+name)
	}
	return must(m.t, stdin, args...)
}

// count is how many articles a query finds.
func (m machine) count(query string) int {
	m.t.Helper()
	status, out, _ := run("", "list", "--json", "--limit", "5000", query)
	if status == 3 {
		return 0
	}
	return strings.Count(out, `"id":`)
}

// TestRealMinifluxAgreesWithTwoMachines reads, stars and unsubscribes on two machines and on the server, by both APIs.
func TestRealMinifluxAgreesWithTwoMachines(t *testing.T) {
	for _, kind := range []string{"miniflux", "greader"} {
		t.Run(kind, func(t *testing.T) {
			server := remotetest.NewReal(t)
			feeds := server.Feeds()
			server.Publish("/tides", 1, 60)
			var made struct {
				ID int64 `json:"feed_id"`
			}
			server.Call(http.MethodPost, "/v1/feeds", map[string]any{"feed_url": feeds + "/tides"}, &made)
			secret := server.Password
			if kind == "greader" {
				secret = server.ReaderPassword
			}
			one, two := machine{t, t.TempDir()}, machine{t, t.TempDir()}
			for _, m := range []machine{one, two} {
				m.run(secret+"\n", "account", "add", server.URL, "--kind", kind, "--user", server.User, "--name", "home")
				if out := m.run("", "sync"); out != "home: 60 new, 1 feed added.\n" {
					t.Fatalf("the first sync says %q", out)
				}
			}
			one.run("", "mark", "read", `title:"Tide 1"`)
			one.run("", "mark", "starred", `title:"Tide 2"`)
			read := one.count("is:read")
			one.run("", "sync")
			two.run("", "sync")
			if n := two.count("is:read"); n != read || two.count("is:starred") != 1 {
				t.Errorf("%d are read and %d starred on the other machine, want %d and 1", n, two.count("is:starred"), read)
			}
			two.run("", "mark", "unread", `title:"Tide 1"`)
			server.Publish("/tides", 61, 5)
			server.Refresh(fmt.Sprint(made.ID))
			two.run("", "sync")
			one.run("", "sync")
			if n := one.count("is:read"); n != 0 || one.count("") != 65 {
				t.Errorf("%d are read and %d are there, want 0 and 65", n, one.count(""))
			}
			one.run("", "feed", "remove", "tides")
			one.run("", "sync")
			two.run("", "sync")
			if n := two.count("is:starred"); n != 1 {
				t.Errorf("%d are starred after unsubscribing, want 1", n)
			}
		})
	}
}
