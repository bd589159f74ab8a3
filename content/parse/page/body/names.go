package body

import "lede/content/parse/page/class"

// sayings are what the names of elements hint at, and what each hint weighs if a passage has such a name itself, if
// one of the two elements around it has, and if any element around it has.
var sayings = [...]struct {
	says           class.Meaning
	name           string
	own, near, far float64
}{
	{class.HintBody, "body", 0, -.27, 0},
	{class.HintShare, "share", -.96, 0, -.17},
	{class.HintRelated, "related", 0, 0, -.19},
	{class.HintComment, "comment", 0, -.73, -.79},
	{class.HintAd, "ad", 0, -.32, -.11},
	{class.HintAuthor, "author", -.18, -.38, 0},
	{class.HintDate, "date", -.29, 0, 0},
	{class.HintFigure, "figure", -.47, 0, -.36},
	{class.HintTags, "tags", 0, 0, -.08},
	{class.HintPath, "path", 0, 0, 0},
	{class.HintLetter, "letter", -.29, -.04, .01},
	{class.HintLegal, "legal", 0, -1.08, .21},
	{class.HintSide, "side", 0, -1.68, -1.08},
	{class.HintTitle, "title", 0, -.42, 0},
	{class.HintSummary, "summary", 0, 0, 0},
	{class.HintHidden, "hidden", 0, -.34, -.2},
	{class.HintHead, "head", 0, 0, 0},
	{class.HintFoot, "foot", -.17, 0, -.77},
	{class.HintList, "list", -.06, 0, -.1},
	{class.HintQuote, "quote", -.43, .95, -.14},
	{class.HintNote, "note", -.41, -.53, -.28},
	{class.HintSocial, "social", 0, -.21, -.56},
	{class.HintWidget, "widget", 0, 0, 0},
	{class.HintPrice, "price", .72, 0, 0},
	{class.HintConsent, "consent", 0, 0, 0},
	{class.HintCaption, "caption", -.37, -.49, -.41},
}
