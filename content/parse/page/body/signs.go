package body

import (
	"strings"

	"golang.org/x/net/html/atom"

	"lede/content/lang"
	"lede/content/parse/name"
	"lede/content/parse/page/class"
)

// sign is something that is true of a passage, wholly or to a degree, and its weight.
type sign struct {
	name   string
	weight float64
	of     func(f *passageFacts) float64
}

// Limits in the signs.
const (
	// sizes of passages
	tinySize, shortSize, mediumSize, lineSize, longSize = 10, 60, 120, 200, 250
	minSummary                                          = 50

	// how many passages below the title
	belowTitle, inLead, inSummary = 4, 6, 8

	// the share of the passages around one, or of all clean paragraphs, that readability has chosen
	hardlyRead, misread, mostRead, halfRead = .2, .3, .5, .7

	// the share of all clean paragraphs that must be like a passage, or near it
	mainPart = .4
)

// signs are drawn from readability, from similar passages, from the title and from the text itself.
var signs = [...]sign{
	{"any", -.96, when(func(*passageFacts) bool { return true })},

	{"described", 1.09, when(func(f *passageFacts) bool { return f.described })},
	{"described before", .3, when(func(f *passageFacts) bool { return f.described && f.before })},
	{"stated", .14, when(func(f *passageFacts) bool { return f.stated })},
	{"unstated", -.25, when(func(f *passageFacts) bool { return f.unstated })},

	{"next read", .05, when(func(f *passageFacts) bool { return f.next != nil && f.next.read })},
	{"between read", .35, when(func(f *passageFacts) bool {
		return f.prev != nil && f.prev.read && f.next != nil && f.next.read
	})},
	{"ahead", .08, func(f *passageFacts) float64 { return f.ahead }},
	{"before", -.18, when(func(f *passageFacts) bool { return f.before })},
	{"after", -1.03, when(func(f *passageFacts) bool { return f.after })},
	{"read clean sentence", .53, when(func(f *passageFacts) bool {
		return f.read && f.clean && f.size > mediumSize && lang.EndsSentence(f.text)
	})},
	{"read behind read", .09, when(func(f *passageFacts) bool { return f.read && f.prev != nil && f.prev.read })},
	{"read clean alone", .28, when(func(f *passageFacts) bool { return f.read && f.clean && f.alike.size == 0 })},
	{"read after", 0, when(func(f *passageFacts) bool { return f.read && f.after })},
	{"read after, alike", .38, when(func(f *passageFacts) bool {
		return f.read && f.after && f.alike.most() && f.alikeMain > mainPart
	})},
	{"read after, sentence", .86, when(func(f *passageFacts) bool {
		return f.read && f.after && lang.EndsSentence(f.text) && f.linked == 0
	})},
	{"core", .21, when(func(f *passageFacts) bool { return f.core })},
	{"unread paragraph in core", .65, when(func(f *passageFacts) bool { return !f.read && f.core && f.prose })},
	{"unread paragraph out of core", 0, when(func(f *passageFacts) bool { return !f.read && !f.core && f.prose })},
	{"read alone", .17, when(func(f *passageFacts) bool { return f.read && max(f.ahead, f.behind) < hardlyRead })},
	{"read all linked", -.32, when(func(f *passageFacts) bool { return f.read && f.link() >= mostlyLinked })},
	{"read item", .04, when(func(f *passageFacts) bool { return f.read && f.tag == atom.Li })},
	{"read short div", -.12, when(func(f *passageFacts) bool {
		return f.read && f.tag == atom.Div && f.size < shortSize
	})},
	{"read tail", -.54, when(func(f *passageFacts) bool {
		return f.read && f.ahead < hardlyRead && f.size < mediumSize
	})},
	{"read no paragraph", .11, when(func(f *passageFacts) bool { return f.read && !f.prose })},

	{"alike alone", -.38, when(func(f *passageFacts) bool { return f.alike.size == 0 })},
	{"alike most read", .48, when(func(f *passageFacts) bool { return f.alike.most() })},
	{"alike main", .7, func(f *passageFacts) float64 { return f.alikeMain }},
	{"box most read", .76, when(func(f *passageFacts) bool { return f.box.most() })},
	{"clean alike main", .51, when(func(f *passageFacts) bool { return f.clean && f.alikeMain > mainPart })},
	{"clean box main", .44, when(func(f *passageFacts) bool { return f.clean && f.boxMain > mainPart })},
	{"clean up main", .41, when(func(f *passageFacts) bool { return f.clean && f.upMain > mainPart })},
	{"page unread, read", -.14, when(func(f *passageFacts) bool { return f.pageRead < misread && f.read })},
	{"page unread, clean", .52, when(func(f *passageFacts) bool { return f.pageRead < misread && f.clean })},
	{"page half read, clean", .07, when(func(f *passageFacts) bool { return f.pageRead < halfRead && f.clean })},
	{"page half read, clean unread", .74, when(func(f *passageFacts) bool {
		return f.pageRead < halfRead && f.clean && !f.read
	})},

	{"above title", -.98, when(func(f *passageFacts) bool { return f.belowH < 0 })},
	{"long below title", .65, when(func(f *passageFacts) bool {
		return f.belowH > 0 && f.belowH <= belowTitle && f.size > shortSize
	})},
	{"long below title, before", .32, when(func(f *passageFacts) bool {
		return f.belowH > 0 && f.belowH <= inLead && f.size > shortSize && f.before && f.linked == 0
	})},
	{"summary below title", .42, when(func(f *passageFacts) bool {
		return f.belowH > 0 && f.belowH <= inSummary && f.size > minSummary && f.before &&
			(f.own|f.near)&class.HintSummary != 0
	})},

	{"size to 10", -.08, when(func(f *passageFacts) bool { return f.size <= tinySize })},
	{"size to 120", -.24, when(func(f *passageFacts) bool { return f.size > shortSize && f.size <= mediumSize })},
	{"size more", .6, when(func(f *passageFacts) bool { return f.size > longSize })},
	{"some linked", -.04, when(func(f *passageFacts) bool { return f.linked > 0 && f.link() < someLinked })},
	{"all linked", -.46, when(func(f *passageFacts) bool { return f.link() >= mostlyLinked })},
	{"sentence", .2, when(func(f *passageFacts) bool { return lang.EndsSentence(f.text) })},
	{"comma", .14, when(func(f *passageFacts) bool { return hasAny(f.text, ",", "，、،") })},
	{"colon", .32, when(func(f *passageFacts) bool { return strings.HasSuffix(f.text, ":") })},
	{"copyright", -1.2, when(func(f *passageFacts) bool { return strings.ContainsAny(f.text, copyrightSigns) })},
	{"at", -1.17, when(func(f *passageFacts) bool { return f.size < lineSize && strings.Contains(f.text, "@") })},
	{"bar", -.97, when(func(f *passageFacts) bool { return f.size < lineSize && hasAny(f.text, "|", "»›→") })},
	{"capitals", -.16, when(func(f *passageFacts) bool { return 2*f.upper > f.size })},
	{"digits", -.77, when(func(f *passageFacts) bool { return 4*f.digits > f.size })},
	{"dated", -.2, when(func(f *passageFacts) bool { _, ok := name.Date(f.text); return ok && f.size < shortSize })},
	{"byline", -1.08, when(func(f *passageFacts) bool { return f.byline })},
	{"dateline", -1.17, when(func(f *passageFacts) bool { return f.dateline })},

	{"h1", -1.34, when(func(f *passageFacts) bool { return f.tag == atom.H1 })},
	{"h2", .04, when(func(f *passageFacts) bool { return f.tag == atom.H2 })},
	{"pre", .6, when(func(f *passageFacts) bool { return f.tag == atom.Pre })},
	{"definition", -.56, when(func(f *passageFacts) bool { return f.tag == atom.Dt || f.tag == atom.Dd })},
	{"figcaption", -1.12, when(func(f *passageFacts) bool { return f.tag == atom.Figcaption })},
	{"heading, next read", .33, when(func(f *passageFacts) bool { return f.heading() && f.next != nil && f.next.read })},
	{"heading amid", .82, when(func(f *passageFacts) bool { return f.heading() && f.amid > mostRead })},
}

// copyrightSigns say whose a text is.
const copyrightSigns = "©®ⓒ"

func when(is func(f *passageFacts) bool) func(f *passageFacts) float64 {
	return func(f *passageFacts) float64 {
		if is(f) {
			return 1
		}
		return 0
	}
}
