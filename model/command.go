package model

// Command is a program of the user's own that is given an article: only the settings can name one.
type Command struct {
	// Run is the program and its arguments, which no shell sees. %t in one stands for the title, %u for the address.
	Run     []string   `toml:"run"`
	Name    string     `toml:"-"`       // the key of its table
	Key     any        `toml:"key"`     // a key or a list of keys; nil for none
	Input   string     `toml:"input"`   // the form of the article that it reads: markdown, json or plain; "" for markdown
	Answer  AnswerKind `toml:"answer"`  // what becomes of what it writes; "" for a page
	Seconds int        `toml:"seconds"` // that it may take; 0 for DefaultSeconds
}

// AnswerKind is what becomes of a command's answer.
type AnswerKind string

// The kinds of answers.
const (
	PageAnswer AnswerKind = "page" // it is shown
	NoteAnswer AnswerKind = "note" // it is kept in the library, and shown
	NoAnswer   AnswerKind = "none" // it is thrown away
)

// The seconds that a command may take.
const (
	DefaultSeconds = 60
	MaxSeconds     = 3600
)

// Macro is several actions that are done one after the other.
type Macro struct {
	Name string   `toml:"-"` // the key of its table
	Do   []string `toml:"do"`
	Key  any      `toml:"key"` // a key or a list of keys; nil for none
}
