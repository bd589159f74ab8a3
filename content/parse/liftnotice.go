package parse

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/model"
)

// noticeBoxes tell by words of the class what belongs to the page and not to the story. A box with more text than most characters is
// something else.
var noticeBoxes = [...]struct {
	kind  boxKind
	most  int
	words []string
}{
	{shareBox, 200, []string{
		" share ", " sharing ", " sharedaddy ", " addtoany ", " shariff ", " sharebar ", " sharebuttons ", " addthis ", " sharethis ", " social links ", " social icons ", " social buttons ", " social media ", " socials ", " heateor ", " teilen ", " compartir ", " partage ",
	}},
	{adBox, 300, []string{
		" ad ", " ads ", " advert ", " adverts ", " advertisement ", " advertising ", " advertorial ", " adslot ", " adunit ", " adsbygoogle ", " adcontainer ", " sponsored ", " sponsor ", " anzeige ", " werbung ", " publicidad ", " publicite ", " pubblicita ", " reklama ", " annonse ", " reklam ", " dfp ",
		" promotion ", " affiliate ",
	}},
	{newsletterBox, 700, []string{
		" newsletter ", " newsletters ", " signup ", " sign up ", " subscribe ", " mailing list ", " mailchimp ", " optin ", " mc embed ", " push notification ", " push notifications ", " webpush ", " push banner ", " app download ", " follow us ", " whatsapp ", " donate ", " donation ", " membership ", " paywall ", " regwall ",
	}},
	{disclaimerBox, 1500, []string{" disclaimer ", " disclosure ", " disclosures "}},
	{consentBox, 1200, []string{" consent ", " cookie ", " cookies ", " gdpr ", " opt in ", " contentblocker ", " content blocker ", " embed blocker ", " embedprivacy ", " embed privacy ", " two click ", " borlabscookie ", " brlbs "}},
}

// boxKind tells what a box of the page is for.
type boxKind int

const (
	shareBox boxKind = iota
	adBox
	newsletterBox
	disclaimerBox
	consentBox
)

// noticeBox finds a box that belongs to the page.
func (l *lifter) noticeBox(n *html.Node, words string) (mark, bool) {
	switch n.DataAtom {
	case atom.Form:
		return l.form(n)
	case atom.Div, atom.Section, atom.Aside, atom.Ul, atom.P, atom.Span, atom.Footer, atom.Dl, 0:
	default:
		return mark{}, false
	}
	if words == "" {
		return mark{}, false
	}
	for _, box := range noticeBoxes {
		for _, w := range box.words {
			if strings.Contains(words, w) {
				return l.box(n, box.kind, box.most)
			}
		}
	}
	return mark{}, false
}

// box makes the mark of a box of a kind.
func (l *lifter) box(n *html.Node, kind boxKind, most int) (mark, bool) {
	c := l.cardOf(n)
	size := c.linked + c.loose + utf8.RuneCountInString(c.label)
	if c.full || c.prose || size > most {
		return mark{}, false
	}
	if kind == consentBox {
		return mark{blocks: l.embedsIn(n)}, true
	}
	if innerEmbed(n, 0) != nil || size > 0 && first(n, atom.Img) != nil && kind != adBox {
		return mark{}, false
	}
	text := linesIn(n)
	switch kind {
	case shareBox:
		return mark{}, c.most <= maxControl
	case adBox:
		if size <= maxControl {
			return mark{}, true
		}
		return noticeMark(model.Advertisement, text), len(c.links) > 0 && c.most <= maxLoose
	case newsletterBox:
		return noticeMark(model.Newsletter, text), size > 0 && (len(c.links) > 0 || hasControl(n))
	case disclaimerBox:
		return noticeMark(model.Disclaimer, text), size > 0
	case consentBox:
	}
	return mark{}, false
}

// minNotice is how many characters say something.
const minNotice = 20

// noticeMark makes the mark of a notice.
func noticeMark(kind model.NoticeKind, text string) mark {
	if utf8.RuneCountInString(text) < minNotice {
		return mark{} // a control: "E-mail"
	}
	notice := model.Notice{Kind: kind, Source: model.Escape(text)}
	if notice.Source != text {
		notice.Plain = text
	}
	return mark{blocks: []model.Block{notice}}
}

// embedsIn returns the posts and players that a box holds back until the reader agrees.
func (l *lifter) embedsIn(n *html.Node) []model.Block {
	var all []model.Block
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		if m, ok := l.embed(c, classWords(c)); ok {
			all = append(all, m.blocks...)
			continue
		}
		all = append(all, l.embedsIn(c)...)
	}
	return all
}

// hasControl tells whether there is something to fill in or press in an element.
func hasControl(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.DataAtom == atom.Button || d.DataAtom == atom.Input {
			return true
		}
	}
	return false
}

// form reads a form: one that asks for a mail address is a newsletter's, with the box around it; others with a field to write in are
// controls.
func (l *lifter) form(n *html.Node) (mark, bool) {
	mail, field := false, false
	for d := range n.Descendants() {
		switch d.DataAtom {
		case atom.Input:
			kind := strings.ToLower(attr(d, "type"))
			mail = mail || kind == "email" || strings.Contains(strings.ToLower(attr(d, "name")), "email")
			field = field || mail || kind == "" || kind == "text" || kind == "search" || kind == "password"
		case atom.Textarea:
			field = true
		}
	}
	c := l.cardOf(n)
	if !field || c.full || c.loose+c.linked > 700 || innerEmbed(n, 0) != nil {
		return mark{}, false
	}
	if !mail {
		return mark{}, true
	}
	return noticeMark(model.Newsletter, linesIn(n)), true
}
