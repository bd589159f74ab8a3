// Package parse turns bytes into articles. It is pure: it reads no file and asks no network.
//
// Start with Begin and Reading.Article in parse.go, which go this way:
//
//	bytes → bytes      unpack.go           what gzip has packed; packages mail and man take messages and print apart
//	bytes → text       package charset     the encoding; the text is clean from here on (decode.go: what is declared)
//	format             detect.go           by name, or by what the text looks like (detectpage.go); data.go tells data
//	                                       for programs
//	text → units       the package of a format: text, markdown, page, feed
//	items → sections   feed.go             a feed is read by package feed, and each item of it as a page without a frame
//	items → articles   entry.go            an item by itself, for the library; teaser.go tells beginnings apart
//	units → blocks     package recognise   sets apart what is not the article's own prose
//	blocks → sections  package block
//
// A unit (block.Unit) is a paragraph on its way to a block. What several formats need is in matter, name, date and
// network.
//
// Two shorter ways lead through the same packages: Reading.Head (head.go) reads what a list shows of a source, and
// Reading.Beginning (cut.go) is a part that can be read by itself.
package parse
