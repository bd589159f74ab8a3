package model

import "time"

// Refresh is a step in the refreshing of feeds. The counts are those since it began; Fresh and Failed hold what has
// come since the step before, and Waiting comes with the first step.
type Refresh struct {
	Done, Total  int    // feeds that have answered or failed, and all that are asked for
	Name         string // the feed that was last done
	New, Changed int    // entries
	Same         int    // feeds that had nothing new

	Fresh   []FeedNews    // feeds with something new
	Failed  []FeedProblem // feeds that could not be read
	Waiting []FeedProblem // feeds that are not asked for now
	Err     error         // why nothing could be done, or kept; a sentence
	Last    bool
}

// FeedNews is what a feed has brought.
type FeedNews struct {
	ID           ID
	Name         string
	New, Changed int
	Note         string // what is to be known of it, in a sentence; or ""
}

// FeedProblem is a feed that was not read, and why.
type FeedProblem struct {
	ID   ID
	Name string
	Why  string    // in a few words, or a sentence with the next step
	Next time.Time // when it is asked for; zero for never, or when that is not known
}
