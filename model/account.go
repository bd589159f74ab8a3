package model

import (
	"cmp"
	"net/url"
	"strings"
	"time"
)

const (
	// Miniflux is the kind of accounts that are on a Miniflux, by its own API.
	Miniflux = "miniflux"
	// GReader is the kind of accounts on a server of the Google Reader API: FreshRSS, Inoreader, BazQux and others.
	GReader = "greader"
)

// AccountKinds are the kinds of accounts.
func AccountKinds() []string { return []string{Miniflux, GReader} }

// Account is a server that holds the same library elsewhere, as the settings name it.
type Account struct {
	Name    string `toml:"name"`    // what the user calls it; "" means its host
	Kind    string `toml:"kind"`    // what the server speaks: Miniflux or GReader
	Address string `toml:"address"` // of the server
	User    string `toml:"user"`    // "" where the secret is a token

	// Where the password, or the token, comes from: the command, in words, that prints it; "keyring" for the system's;
	// "file" for a file beside the settings that only the user can read.
	PasswordCommand []string `toml:"password_command"`
	Password        string   `toml:"password"`

	// What Inoreader knows a program by: the user's own.
	AppID  string `toml:"app_id"`
	AppKey string `toml:"app_key"`
}

// ID names an account in the library: another server, kind or user is another account, another name is not.
func (a *Account) ID() ID {
	return NewID("account", a.Kind, strings.TrimRight(a.Address, "/"), a.User)
}

// Called is what an account is called on the screen: by the user, or by its host.
func (a *Account) Called() string {
	if u, err := url.Parse(a.Address); err == nil {
		return cmp.Or(a.Name, u.Host, a.Kind)
	}
	return cmp.Or(a.Name, a.Kind)
}

// AccountState is how syncing with an account goes. All times are UTC, and zero for never.
type AccountState struct {
	ID      ID        `json:"-"`
	Name    string    `json:"-"`                // what the account is called; "" where the settings were not asked
	Waiting int       `json:"-"`                // changes in the outbox
	Feeds   int       `json:"-"`                // subscriptions that the account has here
	Server  string    `json:"server,omitempty"` // what the server is, and its version
	User    string    `json:"user,omitempty"`   // the user's name on it
	Tried   time.Time `json:"tried,omitzero"`   // when a sync last began
	Synced  time.Time `json:"synced,omitzero"`  // when a sync last came to its end
	Until   time.Time `json:"until,omitzero"`   // the server asks to be left alone until then
	Error   string    `json:"error,omitempty"`  // why the last sync did not, in a sentence with the next step; or ""
	Last    Exchange  `json:"last,omitzero"`    // of the last sync that came to its end
}

// Exchange is what a sync has sent and brought.
type Exchange struct {
	Sent      int      `json:"sent,omitempty"`      // changes of the user's that the server has taken
	New       int      `json:"new,omitempty"`       // articles
	Changed   int      `json:"changed,omitempty"`   // articles with another text
	Read      int      `json:"read,omitempty"`      // articles that were read elsewhere
	Unread    int      `json:"unread,omitempty"`    // that were marked as unread elsewhere
	Starred   int      `json:"starred,omitempty"`   // likewise
	Unstarred int      `json:"unstarred,omitempty"` // likewise
	Feeds     int      `json:"feeds,omitempty"`     // subscribed to elsewhere
	Gone      int      `json:"gone,omitempty"`      // unsubscribed from elsewhere
	Notes     []string `json:"notes,omitempty"`     // what else is to be known, in sentences
}

// Syncing is a step of a sync with one account.
type Syncing struct {
	Account     ID
	Name        string // of the account
	Doing       string // what is being done: "sending", "looking", "fetching"
	Done, Total int    // articles that have come, and those that are known to be coming; 0 when that is not known
	Exchange           // since the sync began
	Err         error  // why it ended before its end; a sentence
	Last        bool   // the account is done
}
