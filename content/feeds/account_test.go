package feeds_test

import (
	"path/filepath"
	"testing"
	"time"

	"lede/content"
	"lede/content/fetch"
	"lede/content/remote/remotetest"
	"lede/model"
)

// onServers is a library with an account on each of some servers.
func onServers(t *testing.T, servers ...*remotetest.Miniflux) (*content.Library, []model.Account) {
	t.Helper()
	var accounts []model.Account
	for _, s := range servers {
		accounts = append(accounts, model.Account{
			Kind: model.Miniflux, Address: s.URL, User: "ada", PasswordCommand: []string{"echo", "secret"},
		})
	}
	l := content.New(content.Options{
		Path: filepath.Join(t.TempDir(), "library.db"), Now: time.Now, Accounts: accounts,
		Web: &fetch.Web{Agent: "lede/test", Now: time.Now},
	})
	t.Cleanup(func() { _ = l.Close() })
	return l, accounts
}

func TestARefreshOfAnAccountSyncsWithItAlone(t *testing.T) {
	first, second := remotetest.NewMiniflux(t), remotetest.NewMiniflux(t)
	first.Fill(1, 2)
	second.Fill(1, 3)
	l, accounts := onServers(t, first, second)
	var last model.Refresh
	for step := range l.Refresh(t.Context(), accounts[1].ID()) {
		last = step
	}
	if last.Err != nil || last.Total != 1 || last.New != 3 || len(last.Failed) > 0 {
		t.Errorf("it ends with %+v", last)
	}
	all, err := l.Accounts(t.Context())
	if err != nil || len(all) != 2 || all[0].ID != accounts[0].ID() {
		t.Fatalf("the accounts are %+v (%v)", all, err)
	}
	if !all[0].Synced.IsZero() || all[1].Synced.IsZero() || all[1].Last.New != 3 || all[1].Name != accounts[1].Called() {
		t.Errorf("the accounts are %+v", all)
	}
}
