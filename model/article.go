// Package model holds what lede speaks of: entries, articles, their sections and blocks, topics, and
// the reader's own marks.
//
// It is plain data. It imports the standard library only, reads and writes nothing, and is all that
// the packages ui and content share. Start with Article, then Block.
package model

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"
)

// ID names an entry for good: 16 hexadecimal digits. The zero value names nothing.
type ID string

// NewID returns the ID for the parts that make an entry what it is: its address, or its content.
// Equal parts in the same order give the same ID, on every machine.
func NewID(parts ...string) ID {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00") + "\x00"))
	return ID(hex.EncodeToString(sum[:8]))
}

// Entry is one row of a list: what is known of an article without its text.
//
// All text in it is clean (see package clean) and on one line.
type Entry struct {
	ID        ID
	Ref       string // what opens the article: a path, an address, "-" or a name of the manual
	URL       string // where it was published, a checked address, or ""
	Title     string
	Site      string   // the publisher, or the file's folder
	Byline    []string // the authors, in the order of the source
	Dateline  string   // the place and agency that open the text: "GENEVA (AP)", or ""
	Summary   string
	Language  string    // BCP 47, or ""
	Published time.Time // UTC; zero when the source gives none
	Words     int       // of the article's own text: quoted posts, related links and notices are not counted
	Topics    []Topic   // the most telling first
}

// Builtin stands before the names of the pages that lede has with it, in their references: "lede:start.md".
const Builtin = "lede:"

// IsBuiltin reports whether the article is one that lede has with it: a page of the manual, or a sample.
func (e Entry) IsBuiltin() bool { return strings.HasPrefix(e.Ref, Builtin) }

// WordsPerMinute is the pace that reading times are told at.
const WordsPerMinute = 230

// Minutes is how long the article takes to read, rounded up; 0 when it has no words.
func (e Entry) Minutes() int {
	return (e.Words + WordsPerMinute - 1) / WordsPerMinute
}

// Article is an entry with its text, in sections. A section is never nested in another: its level
// tells the depth.
type Article struct {
	Entry
	Sections []Section
	// the whole text as it came, decoded and clean; of a kept page without scripts and styles; "" when it is not kept
	Source  string
	Format  Format    // what Source was read as; "" when that is not known
	Base    string    // the address that the relative links of Source were resolved against, or ""
	Found   string    // the address that its page was found at, when that is not URL, or ""
	Partial bool      // only a first part of the text has been read
	Whole   bool      // everything on its page has been taken in, also what is not its text
	Next    string    // the page on which the text goes on, a checked address, when that has not been read; or ""
	Loose   int       // links of its page that lead nowhere: they are relative, and the address of the page is not known
	Updated time.Time // when its page says that it was changed, UTC and after Published; zero when it does not
	// the passages that stand below the text, in the same element of its page, and are left out; nil of an article in the
	// library
	Left []string
	// Reasons tells why each heading and block is what it is, in reading order; nil when that is not known, as of an
	// article in the library, whose source is read again when it is asked for. There may be fewer than there are headings
	// and blocks.
	Reasons []Reason
}

// CanReread reports whether the article can be read again from its source.
func (a *Article) CanReread() bool { return a.Source != "" && a.Format != "" }

// Format names a kind of source.
type Format string

// The formats that lede reads.
const (
	Text       Format = "text"
	Markdown   Format = "markdown"
	HTML       Format = "html"
	RST        Format = "rst"  // reStructuredText
	FeedFormat Format = "feed" // RSS, RDF, Atom or JSON Feed

	EntryFormat Format = "entry" // HTML of an entry of a feed: all of it is the entry's
)

// Reason is why a heading or a block is what it is.
type Reason struct {
	Rule string // the rule that decided, in plain words: "related: a label with a title behind it"
	Said string // the words of the source that the rule goes by: "ALSO READ", or ""
	// Line is where it stood in a text, and Element which of the elements of a page it was; both from 1, and 0 when that
	// is not known.
	Line, Element int
}

// Section is a heading and the blocks below it, up to the next heading.
type Section struct {
	Title  string // plain text on one line; "" for the lead, which has no heading
	Level  int    // 1–6 as in HTML; 0 for the lead
	Blocks []Block
}

// Blocks returns the blocks of all sections in reading order.
func (a Article) Blocks() []Block {
	n := 0
	for _, s := range a.Sections {
		n += len(s.Blocks)
	}
	all := make([]Block, 0, n)
	for _, s := range a.Sections {
		all = append(all, s.Blocks...)
	}
	return all
}

// CountWords counts the words of the article's prose and of the posts that it is made of: runs of letters and digits,
// and each character of scripts that are written without spaces as half a word.
func (a Article) CountWords() int {
	n := 0
	for _, s := range a.Sections {
		n += Words(s.Title)
		for _, b := range s.Blocks {
			n += OwnWords(b)
		}
	}
	return n
}

// OwnWords counts the words of a block that are the article's own text.
func OwnWords(b Block) int {
	if prose, ok := b.(Prose); ok {
		return Words(prose.Text())
	}
	n := 0
	if post, ok := b.(Post); ok {
		for _, inner := range post.Body {
			n += OwnWords(inner)
		}
	}
	return n
}

// IsID reports whether s has the form of a whole ID.
func IsID(s string) bool { return len(s) == 16 && IsIDPrefix(s) }

// MinIDPrefix is how many digits of an ID name an entry at least.
const MinIDPrefix = 4

// IsIDPrefix reports whether s has the form of an ID or of its beginning, long enough to name an entry.
func IsIDPrefix(s string) bool {
	if len(s) < MinIDPrefix || len(s) > 16 {
		return false
	}
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}
