// Package recognise sets apart what is not the article's own prose, in every format alike: quoted posts, links to
// other articles, notices, and the lines that say who wrote the text and when.
//
// Start with Units. How a quoted post ends differs by network (attribution.go, card.go, view.go); where it begins is
// found backwards, as long as the units look like one message (grow.go, belongs.go).
package recognise
