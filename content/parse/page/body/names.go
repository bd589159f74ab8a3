package body

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"lede/content/parse/page/dom"
)

// nameBits is a set of what the names of an element say about it: its class, its ID and the like.
type nameBits uint32

const (
	saysBody nameBits = 1 << iota
	saysShare
	saysRelated
	saysComment
	saysAd
	saysAuthor
	saysDate
	saysFigure
	saysTags
	saysPath
	saysLetter
	saysLegal
	saysSide
	saysTitle
	saysSummary
	saysHidden
	saysHead
	saysFoot
	saysList
	saysQuote
	saysNote
	saysSocial
	saysWidget
	saysPrice
	saysConsent
	saysCaption
)

// sayings gives for each meaning the words by which it is known, and what it weighs if a passage has such a name
// itself, if one of the two elements around it has, and if any element around it has. A word that ends in * is a
// prefix.
var sayings = [...]struct {
	says           nameBits
	name           string
	own, near, far float64
	words          string
}{
	{saysBody, "body", 0, -.27, 0, "content article entry post story text main copy paragraph texte cuerpo contenido articlebody entrycontent postcontent storybody richtext prose markdown"},
	{saysShare, "share", -.96, 0, -.17, "share* sharing print email mail bookmark* whatsapp addthis addtoany sharedaddy follow* like likes reactions teilen compartir tools toolbar actions"},
	{saysRelated, "related", 0, 0, -.19, "related* recommend* more readmore morefrom similar trend* popular most* latest recent* teaser* recirc* outbrain taboola also upnext next prev previous suggest* relacionad* aehnliche mehr zergnet readnext further explore discover"},
	{saysComment, "comment", 0, -.73, -.79, "comment* disqus discuss* reply replies respond* livefyre coral kommentar* comentario* thread reviews"},
	{saysAd, "ad", 0, -.32, -.11, "ad ads adv advert* adslot sponsor* promo* banner* dfp gpt werbung anzeige publicidad publi* affiliate* commercial marketing partner*"},
	{saysAuthor, "author", -.18, -.38, 0, "author* byline* bio contributor* profile vcard writer* autor* auteur* reporter avatar biography about person"},
	{saysDate, "date", -.29, 0, 0, "date* time timestamp publish* updated meta metadata dateline datum fecha posted"},
	{saysFigure, "figure", -.47, 0, -.36, "figure photo* image* img media gallery slideshow slide* picture video* bild* foto* carousel lightbox thumbnail* player"},
	{saysTags, "tags", 0, 0, -.08, "tag tags topic* keyword* categor* label* kicker eyebrow hashtag* temas themen section rubric* taxonomy"},
	{saysPath, "path", 0, 0, 0, "breadcrumb* crumb* nav navbar navigation menu* pagination pager toc tabs tab submenu skip"},
	{saysLetter, "letter", -.29, -.04, .01, "newsletter* subscri* signup register* registration login paywall piano cta optin mailing abo donat* support membership premium regwall abonn*"},
	{saysLegal, "legal", 0, -1.08, .21, "copyright disclaimer* legal privacy terms rights license correction* ethics trust"},
	{saysSide, "side", 0, -1.68, -1.08, "sidebar* aside rail secondary complementary side sidecolumn rightcolumn column2 infobox factbox"},
	{saysTitle, "title", 0, -.42, 0, "title* headline* heading* titre titulo titel header1 hed"},
	{saysSummary, "summary", 0, 0, 0, "summary standfirst dek deck lead lede intro* excerpt abstract description subhead* chapo subtitle* sapo vorspann bajada entradilla sumario strapline"},
	{saysHidden, "hidden", 0, -.34, -.2, "hidden hide sr visuallyhidden screen invisible offscreen noprint collapse* modal popup overlay tooltip dropdown"},
	{saysHead, "head", 0, 0, 0, "header* masthead top topbar branding logo hero site"},
	{saysFoot, "foot", -.17, 0, -.77, "footer* foot colophon imprint impressum"},
	{saysList, "list", -.06, 0, -.1, "list items item card* grid feed stories articles posts archive index blocklist listing collection"},
	{saysQuote, "quote", -.43, .95, -.14, "quote* pullquote blockquote citation testimonial highlight"},
	{saysNote, "note", -.41, -.53, -.28, "note notes footnote* endnote* reference* source* update editor* alert notice message warning"},
	{saysSocial, "social", 0, -.21, -.56, "social* facebook twitter tweet instagram linkedin pinterest youtube tiktok sns"},
	{saysWidget, "widget", 0, 0, 0, "widget* module component plugin block embed* interactive poll quiz game tool calculator weather search form"},
	{saysPrice, "price", .72, 0, 0, "price* product* buy shop* deal* cart store rating* stock ticker market* event* booking"},
	{saysConsent, "consent", 0, 0, 0, "cookie* consent* gdpr onetrust* didomi* usercentrics* cmpbox* ccpa tcf cky iubenda"},
	{saysCaption, "caption", -.37, -.49, -.41, "caption* credit* legend figcaption cutline bildunterschrift bu"},
}

// nameReader reads the names of elements and remembers what they say.
type nameReader struct {
	words      map[string]nameBits
	beginnings []nameBeginning
	known      map[string]nameBits
}

// nameBeginning is a prefix of words, and what it says.
type nameBeginning struct {
	word string
	says nameBits
}

func newNameReader() nameReader {
	r := nameReader{words: map[string]nameBits{}, known: map[string]nameBits{}}
	for _, s := range sayings {
		for w := range strings.FieldsSeq(s.words) {
			if b, ok := strings.CutSuffix(w, "*"); ok {
				r.beginnings = append(r.beginnings, nameBeginning{b, s.says})
			} else {
				r.words[w] |= s.says
			}
		}
	}
	return r
}

// of returns what the names of an element say.
func (r nameReader) of(n *html.Node) (says nameBits) {
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id", "role", "itemprop", "data-component", "data-testid", "data-module", "data-type", "aria-label":
			if len(a.Val) <= dom.MaxNaming {
				says |= r.name(a.Val)
			}
		}
	}
	return says
}

func (r nameReader) name(s string) (says nameBits) {
	if says, ok := r.known[s]; ok {
		return says
	}
	for word := range nameWords(s) {
		b, ok := r.words[word]
		if !ok {
			b = r.beginning(word)
			r.words[word] = b
		}
		says |= b
	}
	r.known[s] = says
	return says
}

func (r nameReader) beginning(word string) (says nameBits) {
	for _, b := range r.beginnings {
		if strings.HasPrefix(word, b.word) {
			says |= b.says
		}
	}
	return says
}

// nameWords yields the words of a name in lower case: "relatedPosts-box" has related, posts and box.
func nameWords(s string) func(func(string) bool) {
	return func(yield func(string) bool) {
		from, small := -1, false
		for i, r := range s + " " {
			letter := unicode.IsLetter(r)
			if from >= 0 && (!letter || small && unicode.IsUpper(r)) {
				if !yield(strings.ToLower(s[from:i])) {
					return
				}
				from = -1
			}
			if letter && from < 0 {
				from = i
			}
			small = letter && !unicode.IsUpper(r)
		}
	}
}
