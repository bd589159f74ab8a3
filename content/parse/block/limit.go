package block

// MaxNesting is how many levels of quotations and lists are kept.
const MaxNesting = 16

// MaxColumns is how many columns a table has at most.
const MaxColumns = 256

// MaxOpen is how many brackets or marks of emphasis in a paragraph may wait for their end.
const MaxOpen = 64
