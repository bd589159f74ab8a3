package block

import (
	"golang.org/x/net/html"

	"lede/model"
)

// Unit is a paragraph, or a line that stands for one, on its way to a block.
type Unit struct {
	Text          string       // plain, clean; lines that matter are kept apart by newlines
	Source        string       // its Markdown; "" when that is model.Escape(Text)
	Links         []model.Link // the addresses in it, in order
	Kind          Kind
	Level         int         // of a heading
	Block         model.Block // the block that it is, when the format knows one that is more than text; or nil
	Why           Why         // what made it that; the zero value when its format alone did
	Line, Element int         // where it stood, as in model.Reason
	Sure          bool        // it is text of the article, whatever it looks like
	Standfirst    bool        // it sums the article up below the title
	Node          *html.Node  // the element that it was made of, or nil
}

// Kind is what the format knows of a unit before anything is inferred.
type Kind int

// What a format may know of a unit.
const (
	Plain   Kind = iota // a paragraph, or anything that the format cannot tell
	Heading             // the format says that it is a heading
	Quote
	List
	Table
	Code
	Image
	Rule
)

// Found is what the recognisers say of the units from up to, but not including, to: they are blocks that stand apart.
type Found struct {
	From, To int
	Blocks   []model.Block
	Why      Why
}
