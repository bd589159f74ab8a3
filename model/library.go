package model

// Row is one row of the library: an entry and what the reader did with it.
type Row struct {
	Entry
	Status
}

// StatusChange tells what is to become of statuses. What is nil stays as it is.
type StatusChange struct {
	Read, Starred, Saved *bool
	Removed              *bool // in the trash
}

// TopicCount is a topic, or a site, and how many articles of a selection have it.
type TopicCount struct {
	Name   string  // as most articles write it
	Key    string  // its TopicKey; of a site its name
	Count  int     // articles
	Rising float64 // how much more often it came in the last seven days than before; 1 is as often, 0 not at all
}

// Facets are the counts over a selection of articles, the most frequent first.
type Facets struct {
	Topics []TopicCount
	Sites  []TopicCount
	Total  int // articles
}

// Passage is the part of an article that a search is about.
type Passage struct {
	Text string   // clean, on one line
	Lit  [][2]int // the matched words: their first byte in Text and the one behind the last, in order
}

// Progress is a step of a long task: articles that go into the library or out of it.
type Progress struct {
	Done, Total int     // articles; Total is 0 when it is not known, and grows while folders are walked
	Stage       string  // what is being done, as a verb: "adding"; "" when it is over
	Added       int     // new in the library, on disk
	Known       int     // were in the library before
	Errs        []error // what went wrong since the last step, each a sentence
	Last        bool    // no other step follows
}
