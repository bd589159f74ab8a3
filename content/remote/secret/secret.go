// Package secret finds the password of an account: printed by a command of the user's, in the system's keyring, or in
// a file that nobody else can read. It is never part of an error.
package secret

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/zalando/go-keyring"

	"lede/model"
	"lede/model/clean"
)

// The places of a password, as the settings name them.
const (
	Keyring = "keyring"
	File    = "file"
)

// service is what the keyring knows lede's passwords by.
const service = "lede"

const (
	patience = 30 * time.Second // a command may ask the user
	longest  = 4 << 10          // bytes of a password
)

// Places knows where passwords are. Folder is that of password files; Start starts a command, nil means
// (*exec.Cmd).Start.
type Places struct {
	Folder string
	Start  func(*exec.Cmd) error
}

// Of returns the password of an account. Its errors are sentences.
func (p Places) Of(ctx context.Context, a *model.Account) (string, error) {
	switch {
	case len(a.PasswordCommand) > 0:
		return p.printed(ctx, a.PasswordCommand)
	case a.Password == Keyring:
		text, err := keyring.Get(service, string(a.ID()))
		if err != nil {
			return "", fmt.Errorf("the keyring does not give the password of %s (%s). Unlock it, or add the account again "+
				"with --password-file", clean.Line(a.Called()), clean.Line(err.Error()))
		}
		return text, nil
	}
	return p.read(a)
}

// printed is the first line that a command prints. No shell reads it.
func (p Places) printed(ctx context.Context, words []string) (string, error) {
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	c := exec.CommandContext(ctx, words[0], words[1:]...) //nolint:gosec // the user has set it
	var out strings.Builder
	c.Stdout, c.WaitDelay = &out, time.Second
	start := p.Start
	if start == nil {
		start = (*exec.Cmd).Start
	}
	err := start(c)
	if err == nil {
		err = c.Wait()
	}
	line, _, _ := strings.Cut(out.String(), "\n")
	if line = strings.TrimRight(line, "\r"); err != nil || line == "" {
		return "", errors.New("password_command does not print a password. Try it in a shell: " +
			clean.Line(strings.Join(words, " ")))
	}
	return line, nil
}

// path is the file of an account's password.
func (p Places) path(a *model.Account) string { return filepath.Join(p.Folder, string(a.ID())) }

// read reads the file of a password, unless others can read it, too.
func (p Places) read(a *model.Account) (string, error) {
	path := p.path(a)
	f, err := os.Open(path) //nolint:gosec // the file is named by a hash
	if errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("there is no password for %s. Add it again: lede account add %s",
			clean.Line(a.Called()), clean.Shell(a.Address))
	}
	if err != nil {
		return "", fmt.Errorf("you may not read %s, which holds a password", path)
	}
	defer f.Close() //nolint:errcheck // it was only read
	info, err := f.Stat()
	if err == nil && info.Mode().Perm()&0o077 != 0 {
		return "", fmt.Errorf("others can read %s, which holds a password. To take that away: chmod 600 %s", path,
			clean.Shell(path))
	}
	data, err := io.ReadAll(io.LimitReader(f, longest))
	text := strings.TrimRight(string(data), "\r\n")
	if err != nil || text == "" {
		return "", fmt.Errorf("%s holds no password. Add the account again: lede account add %s", path,
			clean.Shell(a.Address))
	}
	return text, nil
}

// Keep keeps the password of an account where the account says that it is.
func (p Places) Keep(a *model.Account, text string) error {
	if a.Password == Keyring {
		if err := keyring.Set(service, string(a.ID()), text); err != nil {
			return fmt.Errorf("the keyring does not take the password (%s). To keep it in a file instead: --password-file",
				clean.Line(err.Error()))
		}
		return nil
	}
	if err := os.MkdirAll(p.Folder, 0o700); err != nil {
		return fmt.Errorf("keep the password: %w", err)
	}
	fresh := p.path(a) + ".new"
	if err := os.WriteFile(fresh, []byte(text+"\n"), 0o600); err != nil {
		return fmt.Errorf("keep the password: %w", err)
	}
	return os.Rename(fresh, p.path(a))
}

// Forget deletes the password of an account from where lede has kept it.
func (p Places) Forget(a *model.Account) error {
	if a.Password == Keyring {
		if err := keyring.Delete(service, string(a.ID())); err != nil && !errors.Is(err, keyring.ErrNotFound) {
			return fmt.Errorf("the password is still in the keyring (%s)", clean.Line(err.Error()))
		}
	}
	if err := os.Remove(p.path(a)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("the password is still there: %w", err)
	}
	return nil
}
