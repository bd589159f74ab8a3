package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// sign is something that can be true of a passage, or true to a degree, and what it weighs.
type sign struct {
	name   string
	weight float64
	of     func(f *facts) float64
}

// signs are what is told by readability, by passages that are alike, by the title and by the text itself.
var signs = [...]sign{
	{"described", 1.08, when(func(f *facts) bool { return f.described })},
	{"described before", .28, when(func(f *facts) bool { return f.described && f.before })},
	{"stated", .2, when(func(f *facts) bool { return f.stated })},
	{"unstated", -.4, when(func(f *facts) bool { return f.unstated })},
	{"unstated paragraph", -.03, when(func(f *facts) bool { return f.unstated && f.size > 60 })},

	{"read", .12, when(func(f *facts) bool { return f.read })},
	{"next read", .07, when(func(f *facts) bool { return f.next != nil && f.next.read })},
	{"between read", .34, when(func(f *facts) bool { return f.prev != nil && f.prev.read && f.next != nil && f.next.read })},
	{"amid", .09, func(f *facts) float64 { return f.amid }},
	{"ahead", .35, func(f *facts) float64 { return f.ahead }},
	{"before", -.44, when(func(f *facts) bool { return f.before })},
	{"after", -1.22, when(func(f *facts) bool { return f.after })},
	{"read clean alone", .17, when(func(f *facts) bool { return f.read && f.clean && f.alike.size == 0 })},
	{"read after", -.06, when(func(f *facts) bool { return f.read && f.after })},
	{"read after, alike", .36, when(func(f *facts) bool { return f.read && f.after && f.alike.most() && f.alikeMain > .4 })},
	{"read after, sentence", .83, when(func(f *facts) bool { return f.read && f.after && sentenceEnd(f.text) && f.linked == 0 })},
	{"core", .4, when(func(f *facts) bool { return f.core })},
	{"unread paragraph in core", .4, when(func(f *facts) bool { return !f.read && f.core && f.paragraph() })},
	{"unread paragraph out of core", .02, when(func(f *facts) bool { return !f.read && !f.core && f.paragraph() })},
	{"read alone", .11, when(func(f *facts) bool { return f.read && max(f.ahead, f.behind) < .2 })},
	{"read all linked", -.71, when(func(f *facts) bool { return f.read && f.link() >= .8 })},
	{"read item", .11, when(func(f *facts) bool { return f.read && f.tag == atom.Li })},
	{"read short div", -.48, when(func(f *facts) bool { return f.read && f.tag == atom.Div && f.size < 60 })},
	{"read short p", .09, when(func(f *facts) bool { return f.read && f.tag == atom.P && f.size < 40 })},
	{"read tail", -.51, when(func(f *facts) bool { return f.read && f.ahead < .2 && f.size < 120 })},
	{"read no paragraph", .08, when(func(f *facts) bool { return f.read && !f.paragraph() })},

	{"alike alone", -.51, when(func(f *facts) bool { return f.alike.size == 0 })},
	{"alike most read", .37, when(func(f *facts) bool { return f.alike.most() })},
	{"alike read", .01, func(f *facts) float64 { return ratio(f.alike.read, f.alike.size) }},
	{"alike main", .68, func(f *facts) float64 { return f.alikeMain }},
	{"box most read", .53, when(func(f *facts) bool { return f.box.most() })},
	{"up main", .08, func(f *facts) float64 { return f.upMain }},
	{"clean alike main", .58, when(func(f *facts) bool { return f.clean && f.alikeMain > .4 })},
	{"clean box main", .55, when(func(f *facts) bool { return f.clean && f.boxMain > .4 })},
	{"clean up main", .28, when(func(f *facts) bool { return f.clean && f.upMain > .4 })},
	{"page unread, read", -.42, when(func(f *facts) bool { return f.pageRead < .3 && f.read })},
	{"page unread, clean", .56, when(func(f *facts) bool { return f.pageRead < .3 && f.clean })},
	{"page half read, clean", .32, when(func(f *facts) bool { return f.pageRead < .7 && f.clean })},
	{"page half read, clean unread", .87, when(func(f *facts) bool { return f.pageRead < .7 && f.clean && !f.read })},

	{"above title", -.71, when(func(f *facts) bool { return f.belowH < 0 })},
	{"first below title", .16, when(func(f *facts) bool { return f.belowH == 1 })},
	{"long below title", .46, when(func(f *facts) bool { return f.belowH > 0 && f.belowH <= 4 && f.size > 60 })},
	{"long below title, before", .22, when(func(f *facts) bool { return f.belowH > 0 && f.belowH <= 6 && f.size > 60 && f.before && f.linked == 0 })},
	{"summary below title", .52, when(func(f *facts) bool {
		return f.belowH > 0 && f.belowH <= 8 && f.size > 50 && f.before && (f.own|f.near)&saysSummary != 0
	})},
	{"titled", .16, when(func(f *facts) bool { return f.titled })},

	{"size to 10", -.72, when(func(f *facts) bool { return f.size <= 10 })},
	{"size to 120", -.53, when(func(f *facts) bool { return f.size > 60 && f.size <= 120 })},
	{"size more", .58, when(func(f *facts) bool { return f.size > 250 })},
	{"some linked", -.25, when(func(f *facts) bool { return f.linked > 0 && f.link() < .3 })},
	{"half linked", -.2, when(func(f *facts) bool { return f.link() >= .3 && f.link() < .8 })},
	{"all linked", -1.01, when(func(f *facts) bool { return f.link() >= .8 })},
	{"sentence", .15, when(func(f *facts) bool { return sentenceEnd(f.text) })},
	{"comma", .18, when(func(f *facts) bool { return strings.ContainsAny(f.text, ",，、،") })},
	{"small start", -.26, when(func(f *facts) bool { r, _ := utf8.DecodeRuneInString(f.text); return unicode.IsLower(r) })},
	{"colon", .29, when(func(f *facts) bool { return strings.HasSuffix(f.text, ":") })},
	{"copyright", -1.01, when(func(f *facts) bool { return strings.ContainsAny(f.text, "©®") })},
	{"at", -1.17, when(func(f *facts) bool { return f.size < 200 && strings.Contains(f.text, "@") })},
	{"bar", -1.18, when(func(f *facts) bool { return f.size < 200 && strings.ContainsAny(f.text, "|»›→") })},
	{"capitals", -.97, when(func(f *facts) bool { return f.upper*2 > f.size })},
	{"digits", -.9, when(func(f *facts) bool { return f.digits*4 > f.size })},
	{"dated", -1.1, when(func(f *facts) bool { _, ok := dated(f.text); return ok && f.size < 60 })},
	{"signed", -.46, when(func(f *facts) bool { return f.size < 80 && authors(f.text, false) != nil })},
	{"byline", -.51, when(func(f *facts) bool { return f.byline })},
	{"dateline", -1.11, when(func(f *facts) bool { return f.dateline })},

	{"h1", -1.28, when(func(f *facts) bool { return f.tag == atom.H1 })},
	{"h2", .26, when(func(f *facts) bool { return f.tag == atom.H2 })},
	{"h4", -.43, when(func(f *facts) bool { return f.tag == atom.H4 || f.tag == atom.H5 || f.tag == atom.H6 })},
	{"pre", .72, when(func(f *facts) bool { return f.tag == atom.Pre })},
	{"definition", -.76, when(func(f *facts) bool { return f.tag == atom.Dt || f.tag == atom.Dd })},
	{"figcaption", -1.31, when(func(f *facts) bool { return f.tag == atom.Figcaption })},
	{"heading, next read", .12, when(func(f *facts) bool { return f.heading() && f.next != nil && f.next.read })},
	{"heading amid", .64, when(func(f *facts) bool { return f.heading() && f.amid > .5 })},
	{"heading linked", .33, when(func(f *facts) bool { return f.heading() && f.link() > .5 })},
	{"bold p", -.26, when(func(f *facts) bool { return f.tag == atom.P && f.size < 100 && isBold(f.node) })},
}

func when(is func(f *facts) bool) func(f *facts) float64 {
	return func(f *facts) float64 {
		if is(f) {
			return 1
		}
		return 0
	}
}
