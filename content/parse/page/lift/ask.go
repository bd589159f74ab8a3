package lift

import (
	"net/url"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/lang"
	"lede/content/parse/page/class"
	"lede/content/parse/page/dom"
	"lede/content/parse/recognise"
	"lede/model"
	"lede/model/address"
	"lede/model/fold"
)

// Limits of what asks for something, in characters.
const (
	maxAskLine = 250 // of a paragraph with a link to where one subscribes
	maxFollow  = 160 // of a line that asks to follow
	maxAskBox  = 500 // of a box with a field for an address
	maxOffer   = 900 // of a box that lists what a subscription brings
)

// asking lifts the line or box around a link or a field that asks to subscribe, to register or to follow, and returns
// it; nil when there is none.
func (l *lifter) asking(n *html.Node) *html.Node {
	var box *html.Node
	switch n.DataAtom {
	case atom.Input:
		if takesMail(n) {
			box = l.askBox(n.Parent)
		}
	case atom.Form:
		if l.small(n) && asksForMail(n) {
			box = l.askBox(n)
		}
	case atom.A:
		box = l.askLine(n)
	case atom.Ul:
		box = l.offerBox(n)
	}
	if box == nil || l.isMarked(box) {
		return nil
	}
	m := noticeMark(model.Newsletter, l.linesIn(box))
	m.Why = "asks to subscribe or follow: " + nameOf(box)
	l.marks[box] = m
	return box
}

// offerBox returns the box around a list of what a subscription or an account brings, or nil: it opens with a line
// such as "This article is for subscribers", and has little more than that and the list.
func (l *lifter) offerBox(list *html.Node) *html.Node {
	const children = 4
	box := list.Parent
	if box == nil || box.DataAtom != atom.Div && box.DataAtom != atom.Section && box.DataAtom != atom.Aside {
		return nil
	}
	in := dom.Children(box)
	if len(in) > children || in[0] == list || l.ShortText(box, 4*maxOffer) == "" {
		return nil
	}
	opening := fold.Line(l.ShortText(in[0], maxAskLine))
	if utf8.RuneCountInString(l.TextOf(box)) > maxOffer || !recognise.IsNotice(opening) {
		return nil
	}
	return box
}

// asksForMail reports whether there is a field for a mail address in an element.
func asksForMail(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.DataAtom == atom.Input && takesMail(d) {
			return true
		}
	}
	return false
}

// takesMail reports whether a field is for a mail address.
func takesMail(n *html.Node) bool {
	for _, name := range [...]string{"type", "name", "id", "autocomplete", "placeholder"} {
		if strings.Contains(strings.ToLower(dom.Attr(n, name)), "mail") {
			return true
		}
	}
	return false
}

// askLine returns the paragraph that a link asks something in, with the box around it when that has nothing else; or
// nil.
func (l *lifter) askLine(a *html.Node) *html.Node {
	href := strings.TrimSpace(dom.Attr(a, "href"))
	if href == "" || href[0] == '#' {
		return nil
	}
	line := dom.PlaceOf(a)
	switch line.DataAtom {
	case atom.P, atom.Div, atom.Section, atom.Aside, atom.Blockquote, atom.Center:
	default:
		return nil
	}
	text, words := l.ShortText(line, 4*maxAskLine), l.TextOf(a)
	before, _ := strings.CutSuffix(text, words) // "Follow us: Telegram"
	size := utf8.RuneCountInString(text)
	switch {
	case text == "" || size > maxAskLine:
		return nil
	case asksInAddress(href):
	case size > maxFollow || !asksToFollow(text) && !asksToFollow(before) || !l.leadsOff(href):
		return nil
	case 2*utf8.RuneCountInString(words) < size && !isProfile(href):
		return nil
	}
	return l.askBox(line)
}

// askBox returns the largest box around an element that has little more in it than headings and short lines.
func (l *lifter) askBox(n *html.Node) *html.Node {
	const (
		levels, children, links = 5, 6, 3
	)
	if n == nil || !l.isAskBox(n) {
		return nil
	}
	for i := 0; i < levels; i++ {
		up := n.Parent
		if up == nil || len(dom.Children(up)) > children || !l.isAskBox(up) ||
			l.wordsBeside(n, up) && class.All(up)&(class.Newsletter|class.HintLetter|class.HintSocial) == 0 {
			break
		}
		n = up
	}
	return n
}

// isAskBox reports whether a box is small enough, and no container of the text.
func (l *lifter) isAskBox(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Body, atom.Html, atom.Main, atom.Article, atom.Td, atom.Li, atom.Nav, atom.Header, atom.Footer, atom.Table:
		return false
	}
	if !l.small(n) {
		return false
	}
	c := l.cardOf(n)
	return !c.full && !c.prose && c.loose+c.linked <= maxAskBox && dom.First(n, atom.H1) == nil
}

// wordsBeside reports whether a paragraph of the text may stand beside an element in the box around it: a sentence
// that is set as no heading. An element without words takes those beside it for its own.
func (l *lifter) wordsBeside(n, box *html.Node) bool {
	if utf8.RuneCountInString(l.TextOf(n)) < minNotice {
		return false
	}
	for c := box.FirstChild; c != nil; c = c.NextSibling {
		if c == n || c.Type != html.ElementNode || dom.HeadingLevel(c) > 0 || c.DataAtom == atom.Strong ||
			c.DataAtom == atom.B {
			continue
		}
		if isParagraph(c) || lang.EndsSentence(l.TextOf(c)) {
			return true
		}
	}
	return false
}

var (
	followWords  = sync.OnceValue(func() *lang.ByFirst { return lang.NewByFirst(foldedAll(lang.Wordings("follow"))) })
	addressWords = sync.OnceValue(func() map[string]bool { return lang.Set(lang.Words("ask-in-address")) })
)

// asksToFollow reports whether a line begins or ends with words that ask to follow or to subscribe.
func asksToFollow(line string) bool {
	line = strings.Trim(fold.Text(line), " .!:।。！»→>")
	if line == "" {
		return false
	}
	for _, w := range followWords()[line[0]] {
		if rest, ok := strings.CutPrefix(line, w); ok && !lang.StartsWithLetter(rest) ||
			ok && lang.IsDense(lang.FirstRune(w)) {
			return true
		}
	}
	for _, w := range followEnds() {
		if before, ok := strings.CutSuffix(line, w); ok &&
			(before == "" || strings.HasSuffix(before, " ") || lang.IsDense(lang.FirstRune(w))) {
			return true
		}
	}
	return false
}

// foldedAll returns words as texts are compared.
func foldedAll(words []string) []string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = fold.Text(w)
	}
	return all
}

// followEnds are the wordings, of languages in which they may end a line, that are told as easily from its end.
var followEnds = sync.OnceValue(func() []string {
	var ends []string
	for code, words := range lang.Lines("follow") {
		switch code {
		case "ja", "ko", "hi", "bn", "mr", "gu", "ta", "te", "kn", "ml", "tr", "az", "fa", "ur", "kk", "zh":
			ends = append(ends, foldedAll(strings.Split(words, " | "))...)
		}
	}
	return ends
})

// asksInAddress reports whether an address is that of a place to subscribe or to register, by the words of its path.
func asksInAddress(href string) bool {
	u, err := url.Parse(href)
	if err != nil {
		return false
	}
	parts := strings.Split(strings.Trim(strings.ToLower(u.Path), "/"), "/")
	if len(parts) > 3 {
		return false
	}
	for _, part := range parts {
		part, _, _ = strings.Cut(part, ".")
		if addressWords()[part] {
			return true
		}
	}
	return false
}

// leadsOff reports whether an address is that of another site, as far as the page's own is known.
func (l *lifter) leadsOff(href string) bool {
	return (address.HasScheme(href) || strings.HasPrefix(href, "//")) &&
		(l.Base == "" || !address.SameSite(l.WebAddress(href), l.Base))
}

// profileHosts are the sites where one follows somebody.
var profileHosts = [...]string{
	"facebook.com", "instagram.com", "twitter.com", "x.com", "t.me", "telegram.me", "whatsapp.com", "news.google.com",
	"youtube.com", "tiktok.com",
	"linkedin.com", "threads.net", "threads.com", "bsky.app", "play.google.com", "apps.apple.com", "vk.com",
	"flipboard.com", "line.me", "weibo.com",
}

// isProfile reports whether an address is on a site where one follows somebody.
func isProfile(href string) bool {
	host := address.Name(href)
	for _, h := range profileHosts {
		if host == h || strings.HasSuffix(host, "."+h) {
			return true
		}
	}
	return false
}
