// Package body chooses what of a page is its article.
//
// Start with Choose in body.go:
//
//	survey.go                           finds the elements that are the article's text
//	passages.go, dialogs.go             the elements with words of their own
//	readability.go                      what readability takes for the article
//	facts.go → shares.go, shape.go, places.go, names.go    what is known of a passage
//	judge.go, signs.go                  what that weighs
//	fill.go, copies.go                  what is among kept passages; text that is there twice
//	region.go, unit.go                  what is in one box with kept paragraphs, and is nothing else
//	items.go                            a page that is a list of items rather than an article
//	inside.go, settle.go                which marks belong to the article, and once
//	parts.go, headings.go, notes.go     lists, tables and quotations kept as a whole; headings between kept texts;
//	                                    footnotes
//	wholes.go                           boxes that are kept as a whole
package body
