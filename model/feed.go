package model

import "time"

// Feed is a feed with its items, in the order of the source. All text in it is clean, all addresses are checked.
type Feed struct {
	Title, Description string
	URL                string // its own address, or ""
	Home               string // the page that it belongs to, or ""
	Icon               string // the address of its picture, or ""
	Language           string // as the source writes it, or ""
	ID                 string // as the source writes it, or ""
	Rights, Generator  string
	Authors            []Author
	Topics             []string // the publisher's categories
	Published, Updated time.Time
	Items              []Item
	Cut                string // why items are missing, in a sentence; "" when none is
	Pace               Pace
}

// Pace is how often a feed asks to be asked for. The zero value asks for nothing.
type Pace struct {
	TTL       int            `json:"ttl,omitempty"`        // minutes for which an answer holds, 0 when it does not say
	SkipHours []int          `json:"skip_hours,omitempty"` // of the day, 0–23 in UTC, in which nothing new comes
	SkipDays  []time.Weekday `json:"skip_days,omitempty"`  // likewise
}

// Author is who wrote something, as a feed states it.
type Author struct{ Name, Email, URL string }

// Item is an entry of a feed.
type Item struct {
	ID                 string // the source's own, byte for byte; made of what the item has when the source gives none
	URL                string // its page, or ""
	External           string // the page that it is about, when that is another one, or ""
	Title              string // "" for an item without a title
	Summary            string // a teaser beside the text, or ""
	HTML               string // the text as HTML without scripts, styles, handlers and trackers; "" when it is in Text
	Text               string // the text of an item without markup, with its lines
	Language, Image    string
	Published, Updated time.Time // UTC; zero when the source gives none
	Authors            []Author
	Topics             []string
	Links              []string // further addresses that the item names
	Attachments        []Attachment
}

// Attachment is a file that goes with an item: an episode, a picture.
type Attachment struct {
	URL, Type string
	Bytes     int64 // 0 when it is not known
	Seconds   int   // how long it plays; 0 when it is not known
}
