package block

import "lede/model/guard"

// MaxNesting is how many levels of quotations and lists are kept.
const MaxNesting = guard.MaxNesting

// MaxColumns is how many columns a table has at most.
const MaxColumns = guard.MaxColumns

// MaxOpen is how many tags in a paragraph may wait for their end.
const MaxOpen = guard.MaxOpen
