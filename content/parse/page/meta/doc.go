// Package meta reads what a page says of its article. The sources are gathered once; title, byline and date are
// decided by a vote among them.
//
// Start with Read in meta.go:
//
//	sources.go, spots.go                where the page may say something: metas, links, elements with telling names
//	jsonld.go, jsonmend.go, article.go  JSON-LD, its mending, and which of its objects is the article
//	site.go, title.go                   the name of the site; what is said to be the title
//	elect.go, form.go                   the vote, and the form that the title is printed in
//	authors.go, byline.go, profile.go   the authors; bylines; links to their pages
//	near.go, aside.go                   what is near the title, and what is set apart there
//	date.go, neardate.go                the date, and what is printed of it near the title
//	topics.go, summary.go, lead.go      topics; summary, language and address; the picture shown with the article
//	ruled.go                            title, byline and date as the user's rules say them
package meta
