package lift

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/page/class"
	"lede/content/parse/page/dom"
	"lede/model"
)

// boxSizes are how many characters the boxes of a kind have at most; one with more is something else.
var boxSizes = [...]struct {
	kind class.Meaning
	most int
}{{class.Share, 200}, {class.Ad, 300}, {class.Newsletter, 700}, {class.Disclaimer, 1500}, {class.Consent, 1200}}

// noticeBox finds a box that belongs to the page.
func (l *lifter) noticeBox(n *html.Node, says class.Meaning) (Mark, bool) {
	switch n.DataAtom {
	case atom.Form:
		return l.form(n)
	case atom.A:
		return Mark{}, sharesPage(dom.Attr(n, "href")) && l.small(n) && utf8.RuneCountInString(l.TextOf(n)) <= maxControl &&
			!innerEmbed(n)
	case atom.Div, atom.Section, atom.Aside, atom.Ul, atom.P, atom.Span, atom.Footer, atom.Dl, atom.Details, 0:
	default:
		return Mark{}, false
	}
	for _, box := range boxSizes {
		if says&box.kind != 0 {
			return l.box(n, box.kind, box.most)
		}
	}
	return Mark{}, false
}

// box makes the mark of a box of a kind.
func (l *lifter) box(n *html.Node, kind class.Meaning, most int) (Mark, bool) {
	c := l.cardOf(n)
	size := c.linked + c.loose + utf8.RuneCountInString(c.label)
	if c.full || c.prose || size > most {
		return Mark{}, false
	}
	if !l.small(n) {
		return Mark{}, false
	}
	if kind == class.Consent && !dom.Asks(n) {
		return Mark{}, false
	}
	if kind == class.Consent {
		return Mark{Blocks: l.embedsIn(n)}, true
	}
	if innerEmbed(n) || size > 0 && dom.First(n, atom.Img) != nil && kind != class.Ad {
		return Mark{}, false
	}
	text := l.linesIn(n)
	switch kind {
	case class.Share:
		return Mark{}, c.most <= maxControl
	case class.Ad:
		if size <= maxControl {
			return Mark{}, true
		}
		return noticeMark(model.Advertisement, text), len(c.links) > 0 && c.most <= maxLoose
	case class.Newsletter:
		return noticeMark(model.Newsletter, text), size > 0 && (len(c.links) > 0 || dom.HasControl(n))
	case class.Disclaimer:
		return noticeMark(model.Disclaimer, text), size > 0
	}
	return Mark{}, false
}

// sharesPage reports whether a link hands the page on to somebody by a program for messages: it is a control, to whom
// it goes is asked by the program. One that names whom it is for stands for a person, and stays.
func sharesPage(href string) bool {
	for _, beginning := range [...]string{
		"whatsapp://send?text", "whatsapp://send/?text", "fb-messenger://share", "viber://forward", "tg://msg", "line://msg",
		"sms:?", "sms:&", "sms:/", "sms://?", "mailto:?",
	} {
		if len(href) >= len(beginning) && strings.EqualFold(href[:len(beginning)], beginning) {
			return true
		}
	}
	return false
}

// minNotice is how many characters say something.
const minNotice = 20

// noticeMark makes the mark of a notice.
func noticeMark(kind model.NoticeKind, text string) Mark {
	if utf8.RuneCountInString(text) < minNotice {
		return Mark{} // a control: "E-mail"
	}
	notice := model.Notice{Kind: kind, Source: model.Escape(text)}
	if notice.Source != text {
		notice.Plain = text
	}
	return Mark{Blocks: []model.Block{notice}}
}

// embedsIn returns the posts and players that a box holds back until the reader agrees.
func (l *lifter) embedsIn(n *html.Node) []model.Block {
	var all []model.Block
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		if m, ok := l.embed(c, class.Of(c)); ok {
			all = append(all, m.Blocks...)
			continue
		}
		all = append(all, l.embedsIn(c)...)
	}
	return all
}

// form reads a form: one that asks for a mail address is a newsletter's, with the box around it; others with a field
// to write in are controls.
func (l *lifter) form(n *html.Node) (Mark, bool) {
	if !l.small(n) {
		return Mark{}, false
	}
	mail, field := false, false
	for d := range n.Descendants() {
		switch d.DataAtom {
		case atom.Input:
			kind := strings.ToLower(dom.Attr(d, "type"))
			mail = mail || kind == "email" || strings.Contains(strings.ToLower(dom.Attr(d, "name")), "email")
			field = field || mail || kind == "" || kind == "text" || kind == "search" || kind == "password"
		case atom.Textarea:
			field = true
		}
	}
	c := l.cardOf(n)
	if !field || c.full || c.loose+c.linked > 700 || innerEmbed(n) {
		return Mark{}, false
	}
	if !mail {
		return Mark{}, true
	}
	return noticeMark(model.Newsletter, l.linesIn(n)), true
}
