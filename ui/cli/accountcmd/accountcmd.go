// Package accountcmd holds the commands of accounts on sync servers: lede account and lede sync.
//
// Start with New.
package accountcmd

import (
	"github.com/spf13/cobra"

	"lede/content"
	"lede/model"
	"lede/ui/cli/console"
	"lede/ui/cli/frame"
)

// commands are those of accounts.
type commands struct{ *frame.Frame }

// New returns the commands.
func New(base *frame.Frame) []*cobra.Command {
	f := commands{base}
	account := &cobra.Command{
		Use:   "account",
		Short: "Sync with a server: add, list, check, remove an account on it",
		Long: "account manages the accounts on servers that lede syncs with: see lede manual sync. lede sync\n" +
			"exchanges what is new. An account is named by its name, its host, or a part of these.",
		Example: "lede account add https://rss.example --user ada",
	}
	frame.Group(account, f.addCommand(), f.listCommand(), f.checkCommand(), f.saveCommand(),
		f.removeCommand())
	return []*cobra.Command{account, f.syncCommand()}
}

// none says that there is no account.
const none = "you have no account on a server; to add one: lede account add ADDRESS"

// accounts returns the library and the accounts of the settings.
func (f commands) accounts() (*content.Library, []model.Account, error) {
	config, err := f.Settings()
	if err != nil {
		return nil, nil, err
	}
	if f.Unsettled != nil {
		return nil, nil, console.Exit(console.Failed) // it has been said
	}
	l, err := f.Kept()
	return l, config.Accounts, err
}

// named returns the accounts that words name, all of them when there are no words.
func named(accounts []model.Account, words []string) ([]model.Account, error) {
	if len(words) == 0 {
		return accounts, nil
	}
	var some []model.Account
	for _, word := range words {
		i, err := frame.FindAccount(accounts, word)
		if err != nil {
			return nil, err
		}
		some = append(some, accounts[i])
	}
	return some, nil
}
