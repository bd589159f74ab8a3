package model

import "time"

// Row is a row of the library: an entry and what the reader did with it.
type Row struct {
	Entry
	Status  Status
	Sources int    // how many articles tell the same, this one included; 0 when they were not counted
	Problem string // why there is no article, in a few words: the file could not be read; "" for an article
}

// Held is an article of the library that an address leads to.
type Held struct {
	URL   string // the address that was asked about, as it was given
	ID    ID
	Title string
	Read  bool
}

// StatusChange sets marks. A nil field leaves its mark as it is.
type StatusChange struct {
	Read, Starred, Saved *bool
	Removed              *bool // into the trash, and out of it
}

// TopicCount is a topic, or a site, and how many articles have it.
type TopicCount struct {
	Name  string // as shown
	Key   string // as queries name it
	Count int
	// this week's share of all articles against the four weeks before: 1 is as ever, 3 three times as many; 0 when the
	// week has none
	Rising float64
}

// Facets are the topics and the sites of the articles that a query asks for, those with the most articles first.
type Facets struct {
	Topics  []TopicCount
	Sites   []TopicCount
	Feeds   []TopicCount // all that the user follows, whatever the query, A–Z, not counted
	Folders []TopicCount // their folders, and those round them, likewise
	Hidden  []string     // the topics that are left out because the reader has hidden them, whatever the query, A–Z
	Total   int          // articles in all
}

// Kept is what became of an article that was put into the library.
type Kept struct {
	ID  ID      // the ID that it is kept under: that of the older one when the same was there already
	How KeptHow //
	Of  ID      // the article that it named and is unlike; "" but for Apart
}

// Version is a text that an article has had.
type Version struct {
	Revision int       // 1 for the first
	Came     time.Time // when it came into the library, UTC; zero when that is not known
	Title    string
	Words    int
	Newest   bool
	Seen     bool // it is the one that the user has read last
}

// KeptHow is what happened to an article that was put into the library.
type KeptHow string

// What may happen to an article that is put into the library.
const (
	Added   KeptHow = "added"   // it is new
	Updated KeptHow = "updated" // it is a newer text of an article; the one before is an earlier version now
	Apart   KeptHow = "apart"   // it names an article that it is unlike, and is one of its own
	Shorter KeptHow = "shorter" // it is only a part of the text of an article, or an earlier text: nothing has changed
	Known   KeptHow = "known"   // the same article was there: by its ID, its address or its text
)

// Progress is a step in the adding of articles, or in the bringing in of what an article links to.
type Progress struct {
	Done, Total int    // articles done, and in all as far as known, growing while folders are walked
	Stage       string // what is being done, as a verb: "reading"
	Added       int    // new ones
	Known       int    // ones that the library had already
	Updated     int    // those of Known whose newer text has come
	Apart       int    // those of Added that name an article of the library, and are unlike it
	Left        int    // ones that were left out, since there are more than were asked for
	Errs        []error
	Note        string // what else the user should know, a sentence; comes with the last step
	Last        bool
}

// Count counts what became of an article.
func (p *Progress) Count(how KeptHow) {
	switch how {
	case Apart:
		p.Apart++
		p.Added++
	case Added:
		p.Added++
	case Updated:
		p.Updated++
		p.Known++
	case Known, Shorter:
		p.Known++
	}
}

// Snippet is the passage of an article around the first match of a query.
type Snippet struct {
	ID    ID
	Text  string   // one line
	Marks [][2]int // the bytes of Text that match: from and up to, in order
	Block int      // the block that the passage is from, counted as in Place; of a heading that below it
}
