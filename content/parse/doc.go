// Package parse turns bytes into articles. It is pure: it reads no file and asks no network.
//
// Start with Read in parse.go, which goes this way:
//
//	bytes → text       decode.go, legacy.go   the encoding; the text is clean from here on
//	format             detect.go, detectpage.go    by name, or by what the text looks like
//	text → units       the package of a format: text; Markdown and pages are below
//	units → blocks     recognise sets apart what is not the article's own prose
//	blocks → sections  block
//
// A unit (block.Unit) is a paragraph on its way to a block. What several formats need is in matter, name, date and network.
//
// Markdown goes through goldmark's positions and is written anew, each block so that it stands alone:
//
//	mdguard.go, mdparser.go                 shapes that would cost too much; the parser
//	markdown.go, mdblocks.go, mdtable.go, mdhtml.go, mdinline.go    nodes → units
//
// A web page is read in steps that each make a value of the ones before. Its tree is only read; what a step finds is noted beside it:
//
//	html.go, try.go, pagewhy.go             the steps, in order; why a unit is what it is
//	domPage: pagetree.go, pagelimit.go, pagestream.go    the tree and its limits; parts that came late
//	    domkind.go, domtext.go              elements by their kind; the text of one
//	    domgrid.go, dompicture.go           the cells of a table; the address and size of a picture
//	    pageruby.go, pagehidden.go          pages that say how every word is read; what is in the page and never seen
//	    siterules.go, selector.go           the user's own rules for the site, and what they drop
//	liftMarks: lift.go, liftclasses.go, liftwords.go    what stands apart; what the class of an element says, and its words
//	    embed.go, embedpost.go, embedattr.go    quoted posts
//	    embedheld.go                        what a page holds back until a script runs or the user agrees
//	    embedframe.go, embedmedia.go        players, and the pages where people watch or hear what they play
//	    liftfigure.go, liftpicture.go, liftcaption.go    pictures: with what is written below them, their addresses, captions and credits
//	    liftrelated.go, liftcard.go, liftline.go    links to other articles; what stands in a box of them; a title that stands alone
//	    liftnotice.go                       notices, newsletter boxes, advertisements, controls
//	metaFacts: pagemeta.go                  what the page says of its article
//	    pagesources.go, pagespots.go        where it may say something: metas, links, elements with telling names
//	    jsonld.go, jsonmend.go, pagearticle.go    JSON-LD, its mending, and which of its objects is the article
//	    pagesite.go, pagetitle.go           the name of the site; what is said to be the title
//	    pageelect.go, pageform.go           the vote, and the form that the title is printed in
//	    pageauthors.go, pagebyline.go, pageprofile.go    the authors; bylines; links to their pages
//	    pagenear.go, pageaside.go           what is near the title, and what stands apart there
//	    pagedate.go, pageneardate.go        the date, and what is printed of it near the title
//	    pagetopics.go, pagefacts.go         topics; summary, language and address
//	    pagelead.go                         the picture that the publisher shows the article with
//	    pageruled.go                        title, byline and date as the user's rules say them
//	bodyKept: bodykept.go, maincontent.go   what of the page is its article; which elements are its text
//	    mainpassages.go, maindialogs.go     the elements with words of their own
//	    mainread.go                         what readability takes for the article
//	    mainfacts.go → mainshares.go, mainshape.go, mainplaces.go, mainnames.go    what is known of a passage
//	    mainjudge.go, mainsigns.go          what that weighs
//	    mainfill.go                         what stands among kept passages
//	    maincopies.go                       hidden text that is shown elsewhere
//	    maininside.go, liftsettle.go        which marks belong to the article, and once
//	    pageparts.go, pageheadings.go       lists, tables and quotations that are kept as a whole; headings between kept texts
//	    pagenotes.go, pagenotesraised.go, pagenotekeep.go    footnotes, and what refers to them
//	units: pageunits.go, pagewalk.go, pageapart.go    these elements as units; the walk over the tree; marks and quotations
//	    pagelist.go, pageterms.go, pagetable.go, pagepicture.go, pagecode.go, pagecodename.go, pagemath.go, pagemathml.go, pagenotewrite.go    what has parts of its own
//	    pagearrange.go, pagesubhead.go      headings in order; lines that only look like headings
//	    pageleadimage.go                    the picture before the text
//	    pagesimple.go                       a page that is too much for a tree
//	pagehead.go, spots.go                   what a list shows of a page; names by which a rule may find an element
//	nextpage.go, nextnumber.go    on which page the article goes on
//	pagewall.go                             pages that stand before another, or that a script makes
//	loose.go                                    links that lead nowhere, since the page's address is not known
//
// Two shorter ways lead through the same files: Head (head.go) reads what a list shows of a source, and Cut (cut.go) returns a beginning
// that can be read by itself.
package parse
