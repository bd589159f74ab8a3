// Package lift finds what is set apart in a page. Each find is a mark on its element, and what is inside it is
// not looked at again.
//
// Start with Find in lift.go:
//
//	words.go                             the words of an element
//	embed.go, embedpost.go, address.go   quoted posts
//	held.go, frame.go                    what a page holds back until a script runs or the user agrees; players
//	figure.go, picture.go, caption.go    pictures: with what is written below them, their addresses, captions and
//	                                        credits
//	related.go, card.go, line.go         links to other articles; a box of them; a title that stands alone
//	cards.go                             cards of other articles without a label
//	repeats.go                           copies for other screens; the next story of the page
//	notice.go                            notices, newsletter boxes, advertisements, controls
//	ask.go                               lines and boxes that ask to subscribe, to register or to follow
//	part.go                              boxes that are a part of the text: figures without a picture, call-outs, folds
package lift
