package parse

import (
	"golang.org/x/net/html"

	"lede/model"
)

// unit is a paragraph, or a line that stands for one, on its way to a block.
type unit struct {
	text          string       // plain, clean; lines that matter are kept apart by newlines
	source        string       // its Markdown; "" when that is model.Escape(text)
	links         []model.Link // the addresses in it, in order
	kind          unitKind
	level         int         // of a heading
	block         model.Block // the block that it is, when the format knows one that is more than text; or nil
	why           why         // what made it that; the zero value when its format alone did
	line, element int         // where it stood, as in model.Reason
	sure          bool        // it is text of the article, whatever it looks like
	node          *html.Node  // the element that it was made of, or nil
}

// unitKind tells what the format knows of a unit before anything is inferred.
type unitKind int

// What a format may know of a unit.
const (
	plainUnit   unitKind = iota // a paragraph, or anything that the format cannot tell
	headingUnit                 // the format says that it is a heading
	quoteUnit
	listUnit
	tableUnit
	codeUnit
	imageUnit
	ruleUnit
)

// found is what the recognisers say of the units from up to, but not including, to: they are blocks that stand apart.
type found struct {
	from, to int
	blocks   []model.Block
	why      why
}
