package meta

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/lang"
	"lede/content/parse/name"
	"lede/content/parse/page/dom"
	"lede/model"
)

const (
	maxByline     = 300 // the longest piece that is searched for names, in bytes
	maxSignedLine = 150 // the longest line that is a byline because it begins with a word such as "by", in bytes
	maxNameWords  = 4   // words of a name that does not look like that of a person
	maxPieces     = 30  // pieces of an element
	maxBeforeSign = 4   // words before "by" in a line that is a byline, such as a section
)

// bylineNames reads the names of a byline, piece by piece as its elements divide it. Anything but names, job titles
// and dates ends it. With strict, a name without a word such as "by" before it must look like that of a person.
func (r *bylineReader) bylineNames(n *html.Node, strict bool) []string {
	return r.namesIn(textPieces(r.src.Page, n), strict)
}

// namesIn reads the names in the pieces of a byline.
func (r *bylineReader) namesIn(pieces []string, strict bool) []string {
	var names []string
	named := !strict // the next piece is a name, whatever it looks like
	for _, piece := range pieces {
		t, ok := dateIn(piece)
		if len(piece) > maxByline || name.IsOtherHand(piece) || ok && !t.IsZero() && !name.IsSigned(piece) &&
			len(names) > 0 {
			break
		}
		if name.IsLabel(piece) {
			named = true
			continue
		}
		named = named || name.IsSigned(piece)
		names = r.addPiece(names, piece, named)
		named = !strict
	}
	return names
}

// addPiece adds the names in a piece of a byline.
func (r *bylineReader) addPiece(names []string, piece string, named bool) []string {
	for i, author := range name.Authors(piece) {
		if i == 0 && name.IsRole(author) && !name.IsPerson(author) {
			break // "Head of News and Weather" names nobody
		}
		few := len(strings.Fields(author)) <= maxNameWords
		if i == 0 && unicode.IsLower(lang.FirstRune(author)) && (!few || name.IsSigned(piece) && isPhrase(author)) {
			break // "By the lemma of the empty well, nobody drank" is a sentence, "by the ford" a line of a poem
		}
		stated := named && few && !name.IsRole(author) && !lang.HasDigit(author)
		if name.IsPerson(author) || stated || len(names) > 0 && name.IsAgency(author) {
			if !name.IsChrome(author) && (len(names) == 0 || !r.site.isCalled(author)) {
				names = name.Add(names, author)
			}
		}
	}
	return names
}

// isPhrase reports whether a text that begins with a small letter has several words, at most one of them capitalized:
// "der Quelle". A user name is one word, and after a particle a full name has two capitals or more.
func isPhrase(s string) bool {
	capitals := 0
	words := strings.Fields(s)
	for _, w := range words {
		if unicode.IsUpper(lang.FirstRune(w)) {
			capitals++
		}
	}
	return len(words) > 1 && capitals < 2
}

// textPieces returns the texts of an element as its elements divide them, at most maxPieces.
func textPieces(page dom.Page, n *html.Node) []string {
	var pieces []string
	nodes := 0
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil && nodes < dom.MaxShortNodes && len(pieces) < maxPieces; c = c.NextSibling {
			nodes++
			switch {
			case c.Type == html.TextNode:
				if s := metaText(c.Data); s != "" {
					pieces = append(pieces, s)
				}
			case c.DataAtom != atom.Time && !page.Unseen(c) && !leadsToSection(c):
				walk(c)
			}
		}
	}
	walk(n)
	return pieces
}

// signedLine returns the names in a line near the title that begins with a word such as "by".
func (r *bylineReader) signedLine() []string {
	return r.lineNames(func(box *html.Node, line, _ string) []string {
		if !name.IsSigned(line) {
			return nil
		}
		return r.bylineNames(box, true)
	})
}

// halfSigned returns the names in a line near the title of which a later piece begins with a word such as "by", that
// has only names and a date, or that follows a label such as "Author".
func (r *bylineReader) halfSigned() []string {
	return r.lineNames(func(box *html.Node, line, before string) []string {
		imprint := model.Entry{}
		pieces := textPieces(r.src.Page, box)
		switch signed := signedPieces(pieces); {
		case isAuthorLabel(before):
			return r.firstNames(pieces)
		case name.Imprint(&imprint, line):
			return imprint.Byline
		case len(signed) == 0 || box.DataAtom == atom.Li || insideOf(box, atom.Li) != nil:
			return nil
		case len(strings.Fields(strings.Join(pieces[:len(pieces)-len(signed)], " "))) > maxBeforeSign:
			return nil
		default:
			return r.firstNames(signed)
		}
	})
}

// lineNames returns the names that read finds in the first line near the title, given that and the line before.
func (r *bylineReader) lineNames(read func(box *html.Node, line, before string) []string) []string {
	if r.near.title == nil {
		return nil
	}
	var names []string
	before := ""
	r.near.eachLine(r.near.title, func(box *html.Node, line string) bool {
		if len(line) <= maxSignedLine && !r.near.aside(box) && !r.near.quoted(box) {
			if names = read(box, line, before); len(names) > 0 {
				r.nodes = append(r.nodes, box)
			}
		}
		before = line
		return len(names) == 0
	})
	return names
}

// firstNames returns the names in the first piece of a line that is no label, and those that are joined to it.
func (r *bylineReader) firstNames(pieces []string) []string {
	var names []string
	named, joined := false, true
	for _, piece := range pieces {
		switch {
		case !lang.HasLetter(piece):
			joined = joined || strings.ContainsAny(piece, ",&、，")
			continue
		case name.IsAnd(piece):
			joined = true
			continue
		case name.IsLabel(piece):
			named = true
			continue
		}
		more := names
		if joined {
			more = r.addPiece(names, piece, named || name.IsSigned(piece))
		}
		if len(more) == len(names) {
			break
		}
		names, named, joined = more, false, strings.HasSuffix(piece, ",")
	}
	return names
}

// signedPieces returns the pieces of a byline from the one that is or begins with a word such as "by".
func signedPieces(pieces []string) []string {
	for i, piece := range pieces {
		if lang.HasLetter(piece) && (name.IsLabel(piece) || name.IsSigned(piece)) {
			return pieces[i:]
		}
	}
	return nil
}

// dated returns the names in the elements with the class of a date that are signed: "3 May 2026 by Ines Okafor".
func (r *bylineReader) dated() []string {
	return r.nearNames(dayClassSpot, func(n *html.Node) []string {
		return r.firstNames(signedPieces(textPieces(r.src.Page, n)))
	})
}

// minAuthorLabel is the shortest label that names an author wherever it is, in bytes: "von" may be anything.
const minAuthorLabel = 5

// isAuthorLabel reports whether a line is only a label such as "Author" or "Written by".
func isAuthorLabel(line string) bool {
	return len(line) >= minAuthorLabel && len(line) <= maxSignedLine && lang.HasLetter(line) && name.IsLabel(line)
}

// maxLabelNodes is how many nodes are searched for a label such as "Author".
const maxLabelNodes = 20_000

// labelled returns the person that a label such as "Author" names in the next line, wherever on the page.
func (r *bylineReader) labelled() []string {
	var label *html.Node // the line before, if it is a label
	nodes := 0
	for n := r.near.following(r.near.start()); n != nil && nodes < maxLabelNodes; n = r.near.following(n) {
		nodes++
		if n.Type != html.TextNode || n.Parent == nil || r.near.Unseen(n.Parent) {
			continue
		}
		line := metaText(n.Data)
		if line == "" || !lang.HasLetter(line) {
			continue
		}
		box := lineOf(n)
		if label != nil && len(line) <= maxSignedLine && isNextTo(label, box) && !r.near.aside(box) {
			if names := name.Authors(line); len(names) == 1 && name.IsPerson(names[0]) && !name.HasCommonWord(names[0]) {
				r.nodes = append(r.nodes, box)
				return names
			}
		}
		label = nil
		if isAuthorLabel(line) {
			label = box
		}
	}
	return nil
}

// isNextTo reports whether a line follows another in the same element, or in the one beside it.
func isNextTo(before, line *html.Node) bool {
	return before == line || before.Parent == line.Parent || before.Parent == line.Parent.Parent ||
		before.Parent.Parent == line.Parent
}

// A body has paragraphs of minBodyLine bytes or more, minBodyLines of them, and its sign-off is one of the last
// maxSignOff elements.
const minBodyLine, minBodyLines, maxSignOff = 90, 3, 3

// signOff returns the person whose name ends the body: "— Ines Okafor", or nothing but the name.
func (r *bylineReader) signOff() []string {
	body := r.bodyBox()
	if body == nil {
		return nil
	}
	seen := 0
	for c := body.LastChild; c != nil && seen < maxSignOff; c = c.PrevSibling {
		if c.Type != html.ElementNode || r.near.Unseen(c) {
			continue
		}
		line := spotText(r.src.Page, c)
		if line == "" {
			continue
		}
		if len(line) > minBodyLine {
			return nil
		}
		seen++
		bare := strings.TrimLeft(line, "—–-~ ")
		if names := name.Byline(bare, true); len(names) == 1 && name.IsPerson(names[0]) && !name.HasCommonWord(names[0]) &&
			!r.near.aside(c) {
			r.nodes = append(r.nodes, c)
			return names
		}
	}
	return nil
}

// bodyBox returns the element that has the most paragraphs, or nil where none has minBodyLines.
func (r *bylineReader) bodyBox() *html.Node {
	count := map[*html.Node]int{}
	var best *html.Node
	for n := range r.near.Nodes(r.near.Doc) {
		if n.DataAtom != atom.P || n.Parent == nil || len(spotText(r.src.Page, n)) < minBodyLine {
			continue
		}
		if count[n.Parent]++; best == nil || count[n.Parent] > count[best] {
			best = n.Parent
		}
	}
	if best == nil || count[best] < minBodyLines || r.near.aside(best) {
		return nil
	}
	return best
}
