package parse

import (
	"strings"

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
	{"any", -.96, when(func(*facts) bool { return true })},

	{"described", 1.09, when(func(f *facts) bool { return f.described })},
	{"described before", .3, when(func(f *facts) bool { return f.described && f.before })},
	{"stated", .14, when(func(f *facts) bool { return f.stated })},
	{"unstated", -.25, when(func(f *facts) bool { return f.unstated })},

	{"next read", .05, when(func(f *facts) bool { return f.next != nil && f.next.read })},
	{"between read", .35, when(func(f *facts) bool { return f.prev != nil && f.prev.read && f.next != nil && f.next.read })},
	{"ahead", .08, func(f *facts) float64 { return f.ahead }},
	{"before", -.18, when(func(f *facts) bool { return f.before })},
	{"after", -1.03, when(func(f *facts) bool { return f.after })},
	{"read clean sentence", .53, when(func(f *facts) bool { return f.read && f.clean && f.size > 120 && sentenceEnd(f.text) })},
	{"read behind read", .09, when(func(f *facts) bool { return f.read && f.prev != nil && f.prev.read })},
	{"read clean alone", .28, when(func(f *facts) bool { return f.read && f.clean && f.alike.size == 0 })},
	{"read after", 0, when(func(f *facts) bool { return f.read && f.after })},
	{"read after, alike", .38, when(func(f *facts) bool { return f.read && f.after && f.alike.most() && f.alikeMain > .4 })},
	{"read after, sentence", .86, when(func(f *facts) bool { return f.read && f.after && sentenceEnd(f.text) && f.linked == 0 })},
	{"core", .21, when(func(f *facts) bool { return f.core })},
	{"unread paragraph in core", .65, when(func(f *facts) bool { return !f.read && f.core && f.paragraph() })},
	{"unread paragraph out of core", 0, when(func(f *facts) bool { return !f.read && !f.core && f.paragraph() })},
	{"read alone", .17, when(func(f *facts) bool { return f.read && max(f.ahead, f.behind) < .2 })},
	{"read all linked", -.32, when(func(f *facts) bool { return f.read && f.link() >= .8 })},
	{"read item", .04, when(func(f *facts) bool { return f.read && f.tag == atom.Li })},
	{"read short div", -.12, when(func(f *facts) bool { return f.read && f.tag == atom.Div && f.size < 60 })},
	{"read tail", -.54, when(func(f *facts) bool { return f.read && f.ahead < .2 && f.size < 120 })},
	{"read no paragraph", .11, when(func(f *facts) bool { return f.read && !f.paragraph() })},

	{"alike alone", -.38, when(func(f *facts) bool { return f.alike.size == 0 })},
	{"alike most read", .48, when(func(f *facts) bool { return f.alike.most() })},
	{"alike main", .7, func(f *facts) float64 { return f.alikeMain }},
	{"box most read", .76, when(func(f *facts) bool { return f.box.most() })},
	{"clean alike main", .51, when(func(f *facts) bool { return f.clean && f.alikeMain > .4 })},
	{"clean box main", .44, when(func(f *facts) bool { return f.clean && f.boxMain > .4 })},
	{"clean up main", .41, when(func(f *facts) bool { return f.clean && f.upMain > .4 })},
	{"page unread, read", -.14, when(func(f *facts) bool { return f.pageRead < .3 && f.read })},
	{"page unread, clean", .52, when(func(f *facts) bool { return f.pageRead < .3 && f.clean })},
	{"page half read, clean", .07, when(func(f *facts) bool { return f.pageRead < .7 && f.clean })},
	{"page half read, clean unread", .74, when(func(f *facts) bool { return f.pageRead < .7 && f.clean && !f.read })},

	{"above title", -.98, when(func(f *facts) bool { return f.belowH < 0 })},
	{"long below title", .65, when(func(f *facts) bool { return f.belowH > 0 && f.belowH <= 4 && f.size > 60 })},
	{"long below title, before", .32, when(func(f *facts) bool { return f.belowH > 0 && f.belowH <= 6 && f.size > 60 && f.before && f.linked == 0 })},
	{"summary below title", .42, when(func(f *facts) bool {
		return f.belowH > 0 && f.belowH <= 8 && f.size > 50 && f.before && (f.own|f.near)&saysSummary != 0
	})},

	{"size to 10", -.08, when(func(f *facts) bool { return f.size <= 10 })},
	{"size to 120", -.24, when(func(f *facts) bool { return f.size > 60 && f.size <= 120 })},
	{"size more", .6, when(func(f *facts) bool { return f.size > 250 })},
	{"some linked", -.04, when(func(f *facts) bool { return f.linked > 0 && f.link() < .3 })},
	{"all linked", -.46, when(func(f *facts) bool { return f.link() >= .8 })},
	{"sentence", .2, when(func(f *facts) bool { return sentenceEnd(f.text) })},
	{"comma", .14, when(func(f *facts) bool { return strings.ContainsAny(f.text, ",，、،") })},
	{"colon", .32, when(func(f *facts) bool { return strings.HasSuffix(f.text, ":") })},
	{"copyright", -1.2, when(func(f *facts) bool { return strings.ContainsAny(f.text, "©®") })},
	{"at", -1.17, when(func(f *facts) bool { return f.size < 200 && strings.Contains(f.text, "@") })},
	{"bar", -.97, when(func(f *facts) bool { return f.size < 200 && strings.ContainsAny(f.text, "|»›→") })},
	{"capitals", -.16, when(func(f *facts) bool { return f.upper*2 > f.size })},
	{"digits", -.77, when(func(f *facts) bool { return f.digits*4 > f.size })},
	{"dated", -.2, when(func(f *facts) bool { _, ok := dated(f.text); return ok && f.size < 60 })},
	{"byline", -1.08, when(func(f *facts) bool { return f.byline })},
	{"dateline", -1.17, when(func(f *facts) bool { return f.dateline })},

	{"h1", -1.34, when(func(f *facts) bool { return f.tag == atom.H1 })},
	{"h2", .04, when(func(f *facts) bool { return f.tag == atom.H2 })},
	{"pre", .6, when(func(f *facts) bool { return f.tag == atom.Pre })},
	{"definition", -.56, when(func(f *facts) bool { return f.tag == atom.Dt || f.tag == atom.Dd })},
	{"figcaption", -1.12, when(func(f *facts) bool { return f.tag == atom.Figcaption })},
	{"heading, next read", .33, when(func(f *facts) bool { return f.heading() && f.next != nil && f.next.read })},
	{"heading amid", .82, when(func(f *facts) bool { return f.heading() && f.amid > .5 })},
}

func when(is func(f *facts) bool) func(f *facts) float64 {
	return func(f *facts) float64 {
		if is(f) {
			return 1
		}
		return 0
	}
}
