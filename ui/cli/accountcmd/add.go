package accountcmd

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"lede/content/feeds"
	"lede/content/settings"
	"lede/model"
	"lede/model/argv"
	"lede/model/clean"
	"lede/ui/cli/console"
)

// adding is what the flags of add say.
type adding struct {
	model.Account
	command string
	keyring bool
}

func (f commands) addCommand() *cobra.Command {
	a := &adding{}
	c := &cobra.Command{
		Use:   "add ADDRESS",
		Short: "Sync with the account on a server",
		Long: "add asks for the password, or reads it from standard input, checks that the server accepts\n" +
			"it, and writes the account into the settings. The password goes into a file that only you can\n" +
			"read, or where a flag says. With no --user it is an API key.",
		Example: "lede account add https://rss.example --user ada",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return console.Misused(errors.New("account add needs the address of one server"))
			}
			return nil
		},
	}
	flags := c.Flags()
	flags.StringVar(&a.Name, "name", "", "what you call the account; its host if you do not say")
	flags.StringVar(&a.Kind, "kind", model.Miniflux, "what the server speaks, `KIND`: "+
		strings.Join(model.AccountKinds(), " or "))
	flags.StringVar(&a.User, "user", "", "your `NAME` on the server")
	flags.StringVar(&a.command, "password-command", "", "have `COMMAND` print the password")
	flags.BoolVar(&a.keyring, "keyring", false, "keep the password in the system's keyring")
	c.RunE = func(c *cobra.Command, args []string) error {
		a.Address = feeds.Address(args[0])
		return f.add(c, a)
	}
	return c
}

func (f commands) add(c *cobra.Command, a *adding) error {
	l, accounts, err := f.accounts()
	if err != nil {
		return err
	}
	for i := range accounts {
		if accounts[i].ID() == a.ID() {
			return fmt.Errorf("there is this account already: %s. To try it: lede account check",
				clean.Line(accounts[i].Called()))
		}
	}
	password, err := f.password(a)
	if err != nil {
		return err
	}
	who, err := l.CheckAccount(c.Context(), &a.Account, password)
	if err != nil {
		return err
	}
	if password != "" {
		if err := l.Passwords().Keep(&a.Account, password); err != nil {
			return err
		}
	}
	if err := settings.AddAccount(f.ConfigPath(), a.Account); err != nil {
		return errors.Join(err, l.Passwords().Forget(&a.Account))
	}
	return f.Lines([]string{fmt.Sprintf("Added %s: %s, as %s. To sync: lede sync", clean.Line(a.Called()),
		clean.Line(who.Server), clean.Line(who.User))})
}

// password asks for the password, unless a command prints it: then it is "".
func (f commands) password(a *adding) (string, error) {
	var err error
	if a.command != "" {
		if a.PasswordCommand, err = argv.Split(a.command); err != nil {
			return "", console.Misused(fmt.Errorf("--password-command: %w", err))
		}
		return "", nil
	}
	if a.Password = "file"; a.keyring {
		a.Password = "keyring"
	}
	text, err := f.typed("Password: ")
	if err != nil || text == "" {
		return "", console.Misused(errors.New("there is no password: type it, or write it to standard input"))
	}
	return text, nil
}

// typed is the line that the user types without seeing it, or that standard input holds.
func (f commands) typed(question string) (string, error) {
	if file, ok := f.Stdin.(interface{ Fd() uintptr }); ok && term.IsTerminal(file.Fd()) {
		_, _ = fmt.Fprint(f.Stderr, question)
		text, err := term.ReadPassword(file.Fd())
		_, _ = fmt.Fprintln(f.Stderr)
		return string(text), err
	}
	const longest = 4 << 10
	line, err := bufio.NewReader(io.LimitReader(f.Stdin, longest)).ReadString('\n')
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return strings.TrimRight(line, "\r\n"), err
}
