package settings

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"lede/model"
	"lede/model/address"
	"lede/model/clean"
)

// validateAccounts checks what can be judged of accounts without asking their servers.
func validateAccounts(accounts []model.Account) error {
	var wrong []error
	names := map[string]bool{}
	for i := range accounts {
		name := strings.ToLower(accounts[i].Called())
		wrong = append(wrong, validateAccount(fmt.Sprintf("account[%d]", i), &accounts[i], names[name]))
		names[name] = true
	}
	return errors.Join(wrong...)
}

// validateAccount checks one account, whose name may be taken by one before.
func validateAccount(in string, a *model.Account, taken bool) error {
	switch {
	case !slices.Contains(model.AccountKinds(), a.Kind):
		problem := fmt.Sprintf("is %q, and must be %s", a.Kind, strings.Join(model.AccountKinds(), " or "))
		return &ValueError{in + ".kind", problem}
	case !address.IsChecked(a.Address) || !strings.HasPrefix(a.Address, "http"):
		return &ValueError{in + ".address", fmt.Sprintf("is %q, and must be the address of a server", a.Address)}
	case !slices.Contains([]string{"", "keyring", "file"}, a.Password):
		return &ValueError{in + ".password", "must be keyring or file: it says where the password is, and is not it"}
	case slices.ContainsFunc(a.PasswordCommand, func(word string) bool { return strings.ContainsRune(word, 0) }):
		return &ValueError{in + ".password_command", "holds a character that no argument can have"}
	case taken:
		return &ValueError{in + ".name", fmt.Sprintf("is %q, as that of another account; give each its own", a.Called())}
	}
	return nil
}

// AddAccount writes an account at the end of a file of settings, which it makes if there is none. The rest of the file
// is not touched. The error is a *WriteError.
func AddAccount(path string, a model.Account) error {
	before, err := accountsFile(path)
	if err != nil {
		return err
	}
	after := []byte(tomlText{string(before)}.ended() + tableOfAccount(a))
	if _, err := parseConfig(after); err != nil {
		return correctError(path, clean.Line(err.Error()), err)
	}
	if err := replaceFile(path, after); err != nil {
		return correctError(path, "you may not write there", err)
	}
	return nil
}

func accountsFile(path string) ([]byte, error) {
	if path == "" {
		return nil, correctError("config.toml", "there is no home for settings: set HOME", nil)
	}
	if err := NoPipe(path); err != nil {
		return nil, correctError(path, err.Error(), err)
	}
	data, err := os.ReadFile(path) //nolint:gosec // the user named it
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, correctError(path, "you may not read it", err)
	}
	return data, nil
}

// tableOfAccount is an account as a table of TOML.
func tableOfAccount(a model.Account) string {
	var b strings.Builder
	b.WriteString("\n[[account]]\n")
	for _, line := range [][2]string{
		{"name", a.Name},
		{"kind", a.Kind},
		{"address", a.Address},
		{"user", a.User},
		{"password", a.Password},
		{"app_id", a.AppID},
		{"app_key", a.AppKey},
	} {
		if line[1] != "" {
			b.WriteString(line[0] + " = " + quoted(clean.Line(line[1])) + "\n")
		}
	}
	if len(a.PasswordCommand) > 0 {
		words := make([]string, len(a.PasswordCommand))
		for i, word := range a.PasswordCommand {
			words[i] = quoted(word)
		}
		b.WriteString("password_command = [" + strings.Join(words, ", ") + "]\n")
	}
	return b.String()
}

// RemoveAccount takes the table of an account out of a file of settings, counted from 0. The rest of the file is not
// touched. The error is a *WriteError.
func RemoveAccount(path string, i int) error {
	before, err := accountsFile(path)
	if err != nil {
		return err
	}
	at, kept, out := -1, []string{}, false
	for line := range strings.Lines(string(before)) {
		if text := strings.TrimSpace(line); strings.HasPrefix(text, "[") {
			if head, _, _ := strings.Cut(text, "]"); strings.ReplaceAll(head, " ", "") == "[[account" {
				at++
				out = at == i
			} else {
				out = false
			}
		}
		if !out {
			kept = append(kept, line)
		}
	}
	after := []byte(strings.TrimRight(strings.Join(kept, ""), "\n") + "\n")
	was, err := parseConfig(before)
	if err != nil {
		return correctError(path, clean.Line(err.Error()), err)
	}
	now, err := parseConfig(after)
	if err != nil || len(now.Accounts) != len(was.Accounts)-1 {
		return correctError(path, "take its [[account]] out yourself", err)
	}
	if err := replaceFile(path, after); err != nil {
		return correctError(path, "you may not write there", err)
	}
	return nil
}
