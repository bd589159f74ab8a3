package model

import (
	"cmp"
	"strings"
	"time"
)

// Subscription is a feed that the user follows: what the user has made of it, and how asking for it goes.
type Subscription struct {
	ID     ID     // of the address that it was first subscribed to by: see SubscriptionID
	URL    string // what is asked for
	Title  string // what the feed calls itself, or ""
	Name   string // what the user calls it, or ""
	Folder string // names of folders from the outside in, joined by "/"; "" for none
	Site   string // the page that it belongs to, or ""

	Account ID            // whose server brings it; "" for a feed that lede asks for itself
	Syncing *AccountState // how that goes, where it was asked for; or nil

	FeedOptions
	FeedState

	ETag     string // as the server sent it, byte for byte; "" for none
	Modified string // its Last-Modified, likewise

	Entries, Unread int // articles of the library that have come by it; 0 where they were not counted
}

// FeedOptions are what the user has set for one feed. The zero value is what holds when nothing is set.
type FeedOptions struct {
	Tags     []string `json:"tags,omitempty"`
	Hidden   bool     `json:"hidden,omitempty"`    // its entries are shown under its own name only
	Paused   bool     `json:"paused,omitempty"`    // it is not asked for
	FullText bool     `json:"full_text,omitempty"` // the pages of teasers are fetched with it
	Only     string   `json:"only,omitempty"`      // a regular expression that the titles of entries must match, or ""
	Skip     string   `json:"skip,omitempty"`      // one that they must not match, or ""
	MaxAge   int      `json:"max_age,omitempty"`   // days after which entries go, 0 for never
	Keep     int      `json:"keep,omitempty"`      // how many entries stay, 0 for all
	Agent    string   `json:"agent,omitempty"`     // the User-Agent, or "" for lede's own
	Login    []string `json:"login,omitempty"`     // the command, in words, that prints NAME:PASSWORD
	Home     bool     `json:"home,omitempty"`      // its host may be at a private address: the user typed it

	Headers map[string]string `json:"headers,omitempty"` // sent with each request
}

// FeedState is how asking for a feed goes. All times are UTC, and zero for never.
type FeedState struct {
	Tried time.Time `json:"-"` // when it was last asked for, whatever came
	Due   time.Time `json:"-"` // it is not asked for before, unless the user forces it

	Added    time.Time `json:"added,omitzero"`     // when it was subscribed to
	Came     time.Time `json:"came,omitzero"`      // when it was last read, or was as it had been
	Changed  time.Time `json:"changed,omitzero"`   // when something new last came
	Failing  time.Time `json:"failing,omitzero"`   // since when it fails; zero while it does not
	Missing  time.Time `json:"missing,omitzero"`   // since when the server says that there is no such feed
	Until    time.Time `json:"until,omitzero"`     // the server asks to be left alone until then, forced or not
	Host     bool      `json:"host,omitempty"`     // Until holds for all feeds of its host
	Failures int       `json:"failures,omitempty"` // in a row
	Status   int       `json:"status,omitempty"`   // of the last answer, 0 when none came
	Error    string    `json:"error,omitempty"`    // why the last try failed, in a sentence
	Why      string    `json:"why,omitempty"`      // what Due follows from, in a few words
	Gone     bool      `json:"gone,omitempty"`     // the server says that it is gone for good: it is asked for no more
	Moved    string    `json:"moved,omitempty"`    // where it was last led on to for good, until that is kept
	MovedAt  time.Time `json:"moved_at,omitzero"`  // when that was first seen
	Note     string    `json:"note,omitempty"`     // what is to be known of its last answer: that it was cut
	Fresh    int       `json:"fresh,omitempty"`    // seconds for which the server says that an answer holds
	Pace     Pace      `json:"pace,omitzero"`      // what the feed itself says of that
	Items    int       `json:"items,omitempty"`    // entries in its last answer
	Texts    int       `json:"texts,omitempty"`    // entries that have been read in all
	Teasers  int       `json:"teasers,omitempty"`  // those of them that are only beginnings
}

// SubscriptionID is the ID of the feed at an address.
func SubscriptionID(url string) ID { return NewID("feed", url) }

// Called is what a feed is called on the screen: by the user, by itself, or by its address.
func (s *Subscription) Called() string {
	address := strings.TrimPrefix(strings.TrimPrefix(s.URL, "https://"), "http://")
	return cmp.Or(s.Name, s.Title, address)
}

// In reports whether a feed is in a folder, or in one below it.
func (s *Subscription) In(folder string) bool {
	at, in := strings.ToLower(s.Folder), strings.ToLower(strings.Trim(folder, "/"))
	return at == in || in == "" || strings.HasPrefix(at, in+"/")
}

// Subscribed is what became of a feed that was to be subscribed to.
type Subscribed struct {
	ID  ID   // of the feed
	New bool // it was not there
}
