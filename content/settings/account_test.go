package settings

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lede/model"
)

func TestAccountsAreAddedAndRemovedAndTheRestOfTheFileStays(t *testing.T) {
	path := filepath.Join(t.TempDir(), "config.toml")
	const mine = "# mine\nwidth = 80\n\n[[query]]\nname = 'a' # [[account]]\nquery = 'b'\n"
	if err := os.WriteFile(path, []byte(mine), 0o600); err != nil {
		t.Fatal(err)
	}
	home := model.Account{
		Name: "home", Kind: model.Miniflux, Address: "https://rss.example", User: "ada",
		PasswordCommand: []string{"pass", `a "word"`},
	}
	work := model.Account{Kind: model.Miniflux, Address: "https://work.example/miniflux", Password: "keyring"}
	for _, a := range []model.Account{home, work} {
		if err := AddAccount(path, a); err != nil {
			t.Fatal(err)
		}
	}
	c, err := Read(path, nil)
	if diff := cmp.Diff([]model.Account{home, work}, c.Accounts); err != nil || diff != "" {
		t.Fatalf("the accounts (-want +got)\n%s%v", diff, err)
	}
	if err := AddAccount(path, work); err == nil {
		t.Error("an account is added twice")
	}
	for range 2 {
		if err := RemoveAccount(path, 0); err != nil {
			t.Fatal(err)
		}
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != mine {
		t.Errorf("the file is now\n%s(%v), want\n%s", data, err, mine)
	}
}

func TestAMistakeInAnAccountNamesItsLine(t *testing.T) {
	const head = "[[account]]\nkind = 'miniflux'\n"
	const good = head + "address = 'https://a.example'\n"
	for text, want := range map[string]string{
		good + "[[account]]\nkind = 'mini'":            `line 5: account.kind is "mini", and must be`,
		good + head + "address = 'b.example'":          `line 6: account.address is "b.example"`,
		good + head + "address = 'https://a.example/'": `account.name is "a.example", as that of another`,
		good + "password='x'":                          "line 4: account.password must be keyring or file",
	} {
		path := filepath.Join(t.TempDir(), "config.toml")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Read(path, nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s\n got %v\nwant %s", text, err, want)
		}
	}
}
