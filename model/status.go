package model

// Place is where a reader stopped: a block, counted over the whole article from 0, and a line in it. The line is
// clamped when the block is shorter at another width. Headings belong to the block they precede:
// Line is negative on them.
type Place struct {
	Block int
	Line  int
}
