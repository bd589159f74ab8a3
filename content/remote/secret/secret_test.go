package secret

import (
	"os"
	"strings"
	"testing"

	"github.com/zalando/go-keyring"

	"lede/model"
)

func TestAPasswordComesFromWhereTheAccountSays(t *testing.T) {
	keyring.MockInit()
	p := Places{Folder: t.TempDir() + "/passwords"}
	for name, a := range map[string]*model.Account{
		"a file":    {Address: "https://a.example"},
		"a keyring": {Address: "https://b.example", Password: Keyring},
	} {
		if err := p.Keep(a, "se cret"); err != nil {
			t.Fatal(err)
		}
		if text, err := p.Of(t.Context(), a); err != nil || text != "se cret" {
			t.Errorf("%s gives %q (%v)", name, text, err)
		}
		if err := p.Forget(a); err != nil {
			t.Fatal(err)
		}
		if text, err := p.Of(t.Context(), a); err == nil {
			t.Errorf("%s that was forgotten gives %q", name, text)
		}
	}
	a := &model.Account{PasswordCommand: []string{"printf", `se cret\nurl: x\n`}}
	if text, err := p.Of(t.Context(), a); err != nil || text != "se cret" {
		t.Errorf("a command gives %q (%v)", text, err)
	}
}

func TestAPasswordThatOthersCanReadIsNotTaken(t *testing.T) {
	p, a := Places{Folder: t.TempDir()}, &model.Account{Address: "https://a.example"}
	if err := p.Keep(a, "secret"); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(p.path(a), 0o640); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Of(t.Context(), a); err == nil || !strings.Contains(err.Error(), "chmod 600") {
		t.Errorf("got %v", err)
	}
}

func TestAFailingCommandIsNamedAndItsOutputIsNot(t *testing.T) {
	a := &model.Account{PasswordCommand: []string{"sh", "-c", "printf hid; printf den; exit 1"}}
	_, err := Places{}.Of(t.Context(), a)
	if err == nil || !strings.Contains(err.Error(), "password_command") || strings.Contains(err.Error(), "hidden") {
		t.Errorf("got %v", err)
	}
}
