package lift

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/content/parse/page/class"
	"lede/content/parse/page/dom"
	"lede/content/parse/recognise"
	"lede/model"
	"lede/model/fold"
)

// picture finds a figure, a picture that is kept for readers without scripts, and one that is furniture. Any other
// picture stays where it is (write/picture.go).
func (l *lifter) picture(n *html.Node, says class.Meaning) (Mark, bool) {
	switch n.DataAtom {
	case atom.Figure:
		return l.figure(n, true)
	case atom.Figcaption:
		return l.looseCaption(n)
	case atom.Img:
		return Mark{}, isFurniture(n)
	case atom.Noscript:
		return l.spare(n)
	case atom.Div, atom.Section, atom.Span, atom.P, atom.Aside, atom.Center, atom.Dl:
		if says&class.Picture != 0 || holdsPlayer(n) {
			return l.figure(n, false)
		}
	}
	if isAMPPicture(n) {
		if url := l.PictureURL(n); url != "" && !isFurniture(n) {
			return Mark{Blocks: []model.Block{model.Image{URL: url, Alt: fold.Line(block.HTMLText(dom.Attr(n, "alt")))}}}, true
		}
		return Mark{}, true
	}
	return Mark{}, false
}

// figure reads a picture or player with what is written below it. Outside of a <figure> there must be a caption by
// its class and nothing but that, or the box must be a picture's and the words below read like a caption.
func (l *lifter) figure(n *html.Node, sure bool) (Mark, bool) {
	r := figureReader{lifter: l}
	r.read(n)
	caption, credit := fold.Line(r.caption.String()), fold.Line(r.credit.String())
	rest := fold.Line(r.rest.String())
	if r.drawn != nil && len(r.blocks) == 0 && caption+credit != "" {
		r.add(*r.drawn)
	}
	switch {
	case r.other || len(r.blocks) == 0 && !r.pictures:
		return Mark{}, false
	case !sure && caption == "" && credit == "" && len(r.blocks) == 1 && l.captions(n, rest):
		caption = rest
	case !sure && (caption == "" && credit == "" || utf8.RuneCountInString(rest) > maxControl):
		return Mark{}, false
	case utf8.RuneCountInString(rest) > maxControl && utf8.RuneCountInString(rest) <= maxCaption && caption == "":
		caption = rest
	case utf8.RuneCountInString(rest) > maxControl:
		return Mark{}, false
	case utf8.RuneCountInString(caption) > 3*maxCaption:
		return Mark{}, false
	}
	switch words, owner := splitCredit(rest); {
	case credit == "" && caption == "" && words == "":
		credit = owner
	case credit == "":
		caption, credit = splitCredit(caption)
	}
	if len(r.blocks) == 0 && caption+credit != "" {
		r.blocks = []model.Block{model.Image{}}
	}
	return Mark{Blocks: captioned(r.blocks, caption, credit)}, true
}

// looseCaption takes the caption of a figure that could not be read as one, and one that stands right below a figure,
// for what it is called: the words below a picture that is not known.
func (l *lifter) looseCaption(n *html.Node) (Mark, bool) {
	words := l.TextOf(n)
	if utf8.RuneCountInString(words) > maxCaption || !l.ofPicture(n, words) {
		return Mark{}, false
	}
	caption, credit := splitCredit(fold.Line(words))
	if caption+credit == "" {
		return Mark{}, true
	}
	return Mark{Blocks: captioned([]model.Block{model.Image{}}, caption, credit)}, true
}

// ofPicture reports whether the words of a caption are all that its figure says (one of code, verse or a
// quotation says more), outside of lists, tables and quotations, of whose words it is one.
func (l *lifter) ofPicture(n *html.Node, words string) bool {
	figure := n.PrevSibling
	for figure != nil && figure.Type != html.ElementNode {
		figure = figure.PrevSibling
	}
	for up := n.Parent; up != nil; up = up.Parent {
		switch up.DataAtom {
		case atom.Figure:
			figure = up
		case atom.Li, atom.Td, atom.Th, atom.Dd, atom.Dt, atom.Blockquote, atom.Summary, atom.Caption:
			return false
		}
	}
	if figure == nil || figure.DataAtom != atom.Figure {
		return false
	}
	others := utf8.RuneCountInString(l.TextOf(figure))
	if dom.Within(n, figure) {
		others -= utf8.RuneCountInString(words)
	}
	return others <= 0
}

// captions reports whether the words in a box that is called a picture, and has one, say what it shows: a sentence,
// or words with a credit, and no links or controls.
func (l *lifter) captions(n *html.Node, words string) bool {
	called, says := class.First(n)
	if called == "media" || utf8.RuneCountInString(words) > maxCaption || dom.HasControl(n) {
		return false
	}
	if words != "" && utf8.RuneCountInString(words) <= maxShortCaption && l.pictureAbove(n) &&
		dom.First(n, atom.A) == nil {
		return true
	}
	if says&class.Picture == 0 {
		return false
	}
	if _, credit := splitCredit(words); credit == "" && !lang.EndsSentence(words) {
		return false
	}
	c := l.cardOf(n)
	return !c.full && c.linked <= c.loose && c.head == nil
}

const (
	maxControl = 40  // characters of a figure that are no caption: "Open in full size"
	maxCaption = 600 // characters of what may be a caption without being called so
	// maxShortCaption is how many characters the one line below a picture may have in a box for the two.
	maxShortCaption = 120
)

// pictureAbove reports whether a box holds a picture and one more element, a line of text below it.
func (l *lifter) pictureAbove(n *html.Node) bool {
	in := dom.Children(n)
	if len(in) != 2 || pictureIn(in[0]) == nil || l.TextOf(in[0]) != "" || pictureIn(in[1]) != nil {
		return false
	}
	return dom.HeadingLevel(in[1]) == 0 && len(dom.Children(in[1])) <= 1
}

// captioned gives the last picture of some blocks a caption and a credit.
func captioned(blocks []model.Block, caption, credit string) []model.Block {
	for i := len(blocks) - 1; i >= 0; i-- {
		if image, ok := blocks[i].(model.Image); ok {
			image.Caption, image.Credit = caption, strings.Trim(credit, " ()[]|")
			blocks[i] = image
			return blocks
		}
	}
	if caption == "" && credit == "" {
		return blocks
	}
	words := strings.TrimSpace(caption + " " + credit) // below a post
	return append(blocks, recognise.WithPlain(model.Prose{Kind: model.Paragraph, Source: model.Escape(words)}, words))
}

// figureReader reads a figure once.
type figureReader struct {
	*lifter
	blocks                []model.Block
	caption, credit, rest strings.Builder
	to                    *strings.Builder // where words go; nil for rest
	nodes                 int
	pictures              bool         // there is one, known or not
	drawn                 *model.Image // a film, a sound or a drawing that is no picture of its own, or nil
	other                 bool         // there is what is no figure's: a table, program text, another figure
}

// maxFigureNodes is how many nodes a figure has at most.
const maxFigureNodes = 600

func (r *figureReader) read(n *html.Node) {
	for c := n.FirstChild; c != nil && !r.other; c = c.NextSibling {
		if r.nodes++; !r.look() || r.nodes > maxFigureNodes {
			r.other = true
			return
		}
		switch {
		case c.Type == html.TextNode:
			r.words(c.Data)
		case c.Type == html.ElementNode && c.Namespace == "":
			r.element(c)
		case c.Type == html.ElementNode && c.Data == "svg":
			r.drawn = &model.Image{Alt: mediaTitle(c)}
		}
	}
}

func (r *figureReader) words(s string) {
	to := r.to
	if to == nil {
		to = &r.rest
	}
	if to.Len() < 4*maxText {
		to.WriteString(block.HTMLText(s))
	}
}

func (r *figureReader) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Img:
		r.image(n)
		return
	case atom.Figure, atom.Table, atom.Pre, atom.Ul, atom.Ol, atom.H1, atom.H2, atom.H3, atom.Article, atom.Form:
		r.other = r.to == nil
		if r.other {
			return
		}
	case atom.Noscript:
		if m, ok := r.spare(n); ok && len(r.blocks) == 0 {
			r.blocks = m.Blocks
		}
		return
	case atom.Button: // it shows the picture larger
		if img := pictureIn(n); img != nil {
			r.image(img)
		}
		return
	}
	if isAMPPicture(n) {
		r.image(n)
		return
	}
	if url := r.background(n); url != "" {
		r.add(model.Image{URL: url})
		return
	}
	says := class.Of(n)
	if plays(n) {
		address := cmp.Or(dom.Attr(n, "src"), dom.Attr(n, "data-src"), dom.Attr(n, "data"))
		r.drawn = &model.Image{URL: r.WebAddress(address), Alt: mediaTitle(n)}
	}
	if m, ok := r.embed(n, says); ok {
		r.blocks = append(r.blocks, m.Blocks...)
		return
	}
	if n.DataAtom == atom.Blockquote && r.to == nil {
		r.other = true
		return
	}
	if r.Dropped[n] || dom.IsUnseen(n) && n.DataAtom != atom.Div && n.DataAtom != atom.Figcaption {
		return
	}
	outer := r.to
	switch {
	case says&class.Owner != 0 && r.to != &r.credit, n.DataAtom == atom.Cite && r.to == nil:
		r.to = &r.credit
	case n.DataAtom == atom.Figcaption || says&class.Caption != 0:
		if r.to == nil {
			r.to = &r.caption
		}
	}
	switch n.DataAtom {
	case atom.A, atom.B, atom.I, atom.Em, atom.Strong, atom.U, atom.Mark, atom.Sub, atom.Sup, atom.Font:
		r.read(n)
	default:
		r.words(" ")
		r.read(n)
		r.words(" ")
	}
	r.to = outer
}

// image takes a picture in.
func (r *figureReader) image(n *html.Node) {
	if isFurniture(n) {
		return
	}
	r.add(model.Image{URL: r.PictureURL(n), Alt: fold.Line(block.HTMLText(dom.Attr(n, "alt")))})
}

// add adds what is known of a picture or a player, once.
func (r *figureReader) add(image model.Image) {
	r.pictures = true
	if image.URL == "" && image.Alt == "" {
		return
	}
	for _, b := range r.blocks {
		if old, ok := b.(model.Image); ok && old.URL == image.URL {
			return
		}
	}
	r.blocks = append(r.blocks, image)
}

// spare reads the picture that a page keeps for readers without scripts. It says nothing new beside one that has its
// address.
func (l *lifter) spare(n *html.Node) (Mark, bool) {
	source := rawText(n)
	if !strings.Contains(source, "<img") {
		return Mark{}, false
	}
	for before := n.PrevSibling; before != nil; before = before.PrevSibling {
		if before.Type != html.ElementNode {
			continue
		}
		if img := pictureIn(before); img != nil && l.PictureURL(img) != "" {
			return Mark{}, true
		}
		break
	}
	body := &html.Node{Type: html.ElementNode, DataAtom: atom.Div, Data: "div"}
	nodes, err := html.ParseFragment(strings.NewReader(source), body)
	if err != nil {
		return Mark{}, true
	}
	for _, c := range nodes {
		body.AppendChild(c)
	}
	img := pictureIn(body)
	if img == nil || isFurniture(img) || dom.Tiny(img, 2) {
		return Mark{}, true
	}
	image := model.Image{URL: l.PictureURL(img), Alt: fold.Line(block.HTMLText(dom.Attr(img, "alt")))}
	if image.URL == "" {
		return Mark{}, true
	}
	return Mark{Blocks: []model.Block{image}}, true
}

// pictureIn returns the first picture in an element, or the element when it is one.
func pictureIn(n *html.Node) *html.Node {
	if n.DataAtom == atom.Img {
		return n
	}
	return dom.First(n, atom.Img)
}
