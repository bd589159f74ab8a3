// Package remote is what a sync server is to lede: feeds in folders, entries, and the sets of those that are unread
// and starred. Its folders speak to servers: miniflux and greader; remotetest is a server for tests.
//
// Start with Service. What comes from a server is untrusted: every text in a value of this package is clean, every
// address is checked, and an answer that makes no sense is an error that matches ErrNonsense, never half a set.
package remote

import (
	"context"
	"net/http"
	"time"

	"lede/model"
)

// FeedID is a server's own name of a feed. It is compared byte for byte, means nothing on another account, and holds
// no control characters.
type FeedID string

// EntryID is a server's own name of an entry, likewise: decimal at one server, long hexadecimal or any text at
// another.
type EntryID string

// Cursor is how far the entries of a server have been asked for, in a form of its client's own. It is kept as it is;
// "" asks from the beginning.
type Cursor string

// MaxBatch is how many entries Service.Entries takes at once.
const MaxBatch = 250

// Service is one account on a server. Its methods may be called one at a time. Each ends with its context, and its
// errors are sentences that hold no password; see ErrLogin, ErrNonsense, ErrUnsupported and WaitError.
//
// Nothing is remembered between two syncs but what Cursor holds, so that a Service may be made anew for each.
type Service interface {
	// Check asks who the user is and what the server can do. It takes requests of its own and is for adding an account
	// and looking at it: a sync needs none.
	Check(ctx context.Context) (Identity, error)

	// Feeds returns all subscriptions.
	Feeds(ctx context.Context) ([]Feed, error)
	// Unread returns all entries that are unread, in no order: an entry that is not in it is read.
	Unread(ctx context.Context) ([]EntryID, error)
	// Starred returns all entries that are starred, likewise.
	Starred(ctx context.Context) ([]EntryID, error)
	// Labels returns the entries of each label, likewise; nil where Abilities.Labels is not set. It takes a request a
	// label, so that it is not for each sync.
	Labels(ctx context.Context) (map[string][]EntryID, error)
	// News returns the next entries that have arrived since a cursor, whatever their dates. The caller keeps what has
	// come before it keeps News.Next, and asks again while News.More. Entries may come more than once; one that the
	// caller has is compared by Entry.Hash. What is unread or starred and not known by then is asked for by Entries.
	News(ctx context.Context, since Cursor) (News, error)
	// Entries returns entries by their IDs, at most MaxBatch. Those that the server no longer has are missing from the
	// answer.
	Entries(ctx context.Context, ids []EntryID) ([]Entry, error)

	// Push makes changes on the server, in their order as far as it matters, and returns which of them it has taken,
	// one for each of changes, also beside an error: the others are pushed again, which does no harm to one that had
	// been taken.
	// Changes that this server has no word for, such as labels at Miniflux, count as taken: see Abilities.
	Push(ctx context.Context, changes []Change) (taken []bool, err error)

	// Subscribe follows the feed at an address, in a folder that is made when it is missing ("" leaves the choice to the
	// server), and returns it. A feed that is followed already is returned as it is.
	Subscribe(ctx context.Context, address, folder string) (Feed, error)
	// Unsubscribe ends a subscription. One that is gone is no error.
	Unsubscribe(ctx context.Context, id FeedID) error
	// RenameFeed gives a feed another title.
	RenameFeed(ctx context.Context, id FeedID, title string) error
	// MoveFeed puts a feed into a folder, which is made when it is missing.
	MoveFeed(ctx context.Context, id FeedID, folder string) error
	// RenameFolder gives a folder another name. A folder that is gone is no error.
	RenameFolder(ctx context.Context, from, to string) error
	// RemoveFolder removes a folder that holds no feed. One that is gone is no error.
	RemoveFolder(ctx context.Context, name string) error

	// Save hands an entry on to the read-later service that the user has set up on the server. It returns ErrUnsupported
	// where there is none.
	Save(ctx context.Context, id EntryID) error
}

// Identity is an account as its server sees it.
type Identity struct {
	Server  string // what the server is: "Miniflux", "FreshRSS"
	Version string // as the server writes it, or ""
	User    string // the name of the user on it
	Can     Abilities
}

// Abilities are what a server can do beyond what every server can.
type Abilities struct {
	Labels  bool // entries have labels
	Save    bool // an entry can be handed on to a read-later service
	Whole   bool // News brings the entries themselves, not only their IDs
	Arrival bool // News goes by arrival; else entries with old dates are only found while they are unread or starred
}

// Feed is a subscription on a server.
type Feed struct {
	ID      FeedID
	Address string // what the server asks for; "" when it may not be opened
	Title   string
	Site    string // the page that it belongs to, or ""
	Folder  string // the name of its folder, or ""
	Problem string // why the server cannot read it, in its own words, or ""
}

// Entry is an entry of a feed with its text.
type Entry struct {
	ID      EntryID
	Feed    FeedID
	Item    model.Item // as if it had been read from the feed
	Arrived time.Time  // when the server got it, by the server's clock; zero when it does not say
	Read    bool
	Starred bool
	Labels  []string
	Lasting bool   // Item.ID is not made of ID: it is the same for an edited article, and another one for another
	Hash    string // of title, address and text: another one when the article was edited
}

// News is what has arrived: whole entries, or IDs alone where Abilities.Whole is not set.
type News struct {
	Entries []Entry
	IDs     []EntryID // of all that has arrived, also of Entries
	Next    Cursor
	More    bool // there is more, from Next on
	// Edited reports that entries that were edited come as news, too. Else nothing shows them but that a server may mark
	// them as unread again.
	Edited bool
	// Back reports that the newest entry that had been seen is no longer on the server, where that can be seen: it was
	// removed with its feed, or the server was set back to an older state. Then all entries come again, an EntryID may
	// stand for another entry (its Item.ID is another one), and the sets may be older than what is known here.
	Back bool
}

// Action is what a Change does.
type Action string

// The actions. Each sets a state, so that doing it again changes nothing.
const (
	MarkRead   Action = "read"
	MarkUnread Action = "unread"
	Star       Action = "star"
	Unstar     Action = "unstar"
	Label      Action = "label"
	Unlabel    Action = "unlabel"
	ReadAll    Action = "read-all" // all entries of Change.Feed or Change.Folder, or of the account, up to Change.Newest
)

// Change is something that the user has done.
type Change struct {
	Do     Action
	Entry  EntryID   // not for ReadAll
	Label  string    // for Label and Unlabel
	Feed   FeedID    // for ReadAll: only entries of this feed; "" for all
	Folder string    // for ReadAll: only entries of feeds in this folder; "" for all
	Newest EntryID   // for ReadAll: the newest entry that the user has seen: none that arrived later is marked
	Seen   time.Time // for ReadAll: when Newest arrived by the server's clock (Entry.Arrived)
}

// Config is what a client of a server is made of.
type Config struct {
	Address string // of the server, as the user wrote it: with or without the path of its API
	User    string // "" where Secret is a token
	Secret  string // the password, or the token
	App     AppKey // for servers that want to know the program; the user's own
	// Transport sends the requests. It must be fetch's, which keeps the rules of the network; nil fails.
	Transport http.RoundTripper
	// Now is the time by this machine's clock, for waiting alone: no state of an entry depends on it.
	Now func() time.Time
}

// AppKey is what Inoreader knows a program by. The zero value is none.
type AppKey struct{ ID, Key string }
