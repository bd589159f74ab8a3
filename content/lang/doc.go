// Package lang holds what lede knows of languages: the words that mark a line as a related link, a notice or a part
// of a post, that stand in dates, bylines and headings, and that tell what a text is about.
//
// A language is one file, words/<code>.txt, of lines "kind: words"; a new language needs nothing else. words.go reads
// the files, match.go compares a line with the wordings, guess.go guesses the language of a text. The kinds, with
// spaces between words unless bars are named:
//
//	det pre fun cal com ver role rank agency con suffix inf verbal place
//	                        what words are for topics; see content/topics
//	common                  the words that tell the language
//	month                   the twelve months, the forms of each between slashes, _ for a space
//	weekday                 days and their short forms
//	date-filler date-month-sign date-am date-pm date-end date-era    the other words of dates
//	related                 what links to other articles begin with (bars)
//	related-before-sign     the same, where a sign must follow (bars)
//	related-inside          the same in capitals, inside a line (bars)
//	disclaimer advertisement continues newsletter credit
//	                        what notices begin with (bars): with a colon where one must follow, with an
//	                        asterisk where anything may follow, and else all of the line
//	more                    the end of a text that goes on on its page (bars)
//	follow                  what a line that asks to follow or subscribe begins or ends with (bars)
//	ask-in-address          the words for that in addresses
//	link-note               what links say of how they open (bars)
//	picture-credit          what the credit of a picture begins with (bars)
//	post-by post-by-after   what is before and after the name under a post (bars)
//	post-dated              what is before a name with a date (bars)
//	post-view               the link from a post to its network (bars)
//	post-view-ending post-view-after
//	                        what that link puts onto the network's name, and behind it (bars)
//	post-intro              what announces a post (bars)
//	by byline               what is before authors (bars)
//	control figure-label ago
//	                        words of buttons (bars); of figures and tables before their number; for how long
//	                        ago something was
//	changed                 parts of the words for a change (bars)
//	dated before-date       what is before a date (bars), and what joins a name to one
//	and and-in-byline       what joins names; the second only where a line has nothing but names
//	particle                small words in names
//	office office-in-byline words of job titles; the second stand for a name
//	surname firm            words of job titles and buttons that are surnames too; words of the names of firms
//	                        and institutions
//	author-label author-folder    what the label of an author ends with; folders of their pages
//	section-folder          folders of the pages of sections
//	not-the-author          what begins a name that is no author's (bars)
//	button                  words of the buttons beside bylines
//	no-topic                what publishers list among topics and says only that something is an article (bars)
//	heading                 headings that many texts have (bars)
//	after-hyphen            words after a hyphen that stands for the rest of a word
//	next-page next          the words of links to the next page; the second say only that something follows (bars)
//	page-in-address         the word for a page in addresses
//	comments everything     in the titles of feeds: words for comments, and those that say that a feed leaves nothing
//	                        out;
//	                        _ for a space, with an asterisk where the word may go on
//	robot-page consent-page consent-title    titles of pages that stand before others (bars)
package lang
