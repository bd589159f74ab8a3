package model

import "time"

// Status is what the reader did with an article. It is kept apart from it. The zero value is an unread article that
// has never been opened.
type Status struct {
	Read    bool // read to the end, or marked as read
	Starred bool
	Saved   bool // kept by hand, not only brought in
	Place   Place
	Percent int       // how far the reader came, 0–100, by words
	Arrived time.Time // when the article came into the library, UTC
	Removed time.Time // when it went to the trash, UTC; zero when it is not there
}

// Place is where a reader stopped: a block, counted over the whole article from 0, and a line in it. The line is
// clamped when the block is shorter at another width. Headings belong to the block they precede:
// Line is negative on them.
type Place struct {
	Block int
	Line  int
}
