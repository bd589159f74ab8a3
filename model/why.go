package model

// Why is why a part of an article is what it is, and the names by which a correction can refer to it.
type Why struct {
	Reason
	File   string   // what a correction is written into
	Spots  []Spot   // of a part of a page: its element and those around it, the inmost first
	Labels []string // of a part of a text: the words that it begins with, as a label of such lines
	Left   []string // of a page: the passages below the article's text that are left out
}

// LeftOut begins the rule of what is on a page and not in its article.
const LeftOut = "left out"

// Spot is an element of a page, named so that it is found on other pages of the site too.
type Spot struct {
	Selector string
	Matches  int // how many elements of this page it finds
}

// CorrectionKind says what a correction makes of what it names.
type CorrectionKind string

// The kinds of corrections. Those of pages have the names of the rules for a site.
const (
	DropThis    CorrectionKind = "drop"   // no part of the page
	KeepThis    CorrectionKind = "keep"   // text of the article
	SelectThis  CorrectionKind = "select" // the article stands in it
	TitleHere   CorrectionKind = "title"
	BylineHere  CorrectionKind = "byline"
	DateHere    CorrectionKind = "date"
	LabelsLinks CorrectionKind = "related" // a label of related links
	LabelsText  CorrectionKind = "text"    // words that mark nothing
	// A correction of the kind "notices." and a NoticeKind says that a label marks such a notice.
	LabelsNotice = "notices."
)

// Correction is what a reader says of a part of an article.
type Correction struct {
	Kind  CorrectionKind
	Value string // a selector, or a label
	File  string // what it is written into, from Why
}
