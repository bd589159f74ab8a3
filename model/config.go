package model

// Config is what a reader has set. DefaultConfig is what holds when nothing is set.
type Config struct {
	Theme string `toml:"theme"` // "auto", the name of a theme, or a JSON file
	Width int    `toml:"width"` // columns of text
	Mouse bool   `toml:"mouse"` // the wheel and clicks work in lede, not in the terminal
	// the program that opens a link, words with %u for the address; "" means the system's
	Opener string `toml:"opener"`
	Search string `toml:"search"` // the address of a web search, with %s for the words; "" for none
	// Downloads is the folder that attached files are saved in, "" for the user's own one for downloads; DownloadLimit
	// is the largest file that is saved, in MB.
	Downloads     string       `toml:"downloads"`
	DownloadLimit int          `toml:"download_limit"`
	Labels        Wordings     `toml:"labels"`
	Topics        []NamedQuery `toml:"topic"` // what such a query matches gets the name as a topic when it is kept
	Queries       []NamedQuery `toml:"query"` // queries at hand by their names
	Rules         []EntryRule  `toml:"rule"`  // what happens to the entries of feeds that a query matches
	// servers that hold the same library
	Accounts []Account `toml:"account"`

	// Keys are the keys of actions: by the name of an action, or by a group of them and in it the name, a key or a list
	// of keys. The screens know the names.
	Keys map[string]any `toml:"keys"`

	Macros   map[string]Macro   `toml:"macros"`   // several actions as one, by its name
	Commands map[string]Command `toml:"commands"` // programs that are given an article, by their names
}

// NamedQuery is a query that the reader has given a name.
type NamedQuery struct {
	Name  string `toml:"name"`
	Query string `toml:"query"`
}

// EntryRule says what happens to an entry of a feed that its query matches, when it comes. None of it deletes
// anything.
type EntryRule struct {
	Name  string `toml:"name"`
	Query string `toml:"query"`
	Read  bool   `toml:"read"`  // it is marked as read
	Star  bool   `toml:"star"`  // it is starred
	Topic string `toml:"topic"` // it gets this topic, "" for none
	Hide  bool   `toml:"hide"`  // it is read, and shown only by a query with is:hidden
}

// Wordings are labels that mark a line as related or as a notice, beside the ones that lede knows.
type Wordings struct {
	Related []string                `toml:"related"`
	Notices map[NoticeKind][]string `toml:"notices"`
	Text    []string                `toml:"text"` // these mark nothing
}

// MaxDownload is the most that Config.DownloadLimit may be.
const MaxDownload = 1_000_000

// The bounds of Config.Width in columns.
const (
	MinWidth = 20
	MaxWidth = 400
)

// NoticeKinds are all kinds of notices.
func NoticeKinds() []NoticeKind {
	return []NoticeKind{Disclaimer, Advertisement, Credit, Newsletter, Continues}
}

// DefaultConfig returns the settings of a reader who has set nothing.
func DefaultConfig() Config {
	return Config{
		Theme: "auto", Width: 72, Mouse: true, Search: "https://duckduckgo.com/?q=%s", DownloadLimit: 2000,
	}
}
