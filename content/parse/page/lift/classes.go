package lift

import (
	"strings"
	"sync"

	"golang.org/x/net/html"

	"lede/content/parse/page/dom"
	"lede/model/fold"
)

// classKind tells what the class or id of an element says of it.
type classKind uint

const (
	relatedClass    classKind = 1 << iota // leads to other articles
	embedClass                            // may be filled with a post
	pictureClass                          // is around a picture
	captionClass                          // says what a picture shows
	ownerClass                            // says whose it is
	furnitureClass                        // is a picture that shows nothing
	titleClass                            // is the title of an article
	minorClass                            // stands beside such a title
	shareClass                            // is for sharing
	adClass                               // is an advertisement
	newsletterClass                       // asks for something
	disclaimerClass
	consentClass // holds something back
)

// classPhrases are the words by which classes and ids tell what they are for, parted by bars. The words of a phrase stand side by side in a
// class: "related posts" is in "jp-relatedPosts related-posts".
var classPhrases = map[classKind]string{
	relatedClass: "related|relatedposts|relatedarticles|relatedstories|relatedcontent|relatednews|recirc|recirculation|yarpp|read more|readmore|read also|readalso|also read|see also|seealso|more on|recommended|recommendation|recommendations|recommend|" +
		"you may like|you might like|may also like|might also like|inline teaser|inline article|inline link|article link|article teaser|story link|teaser link|interstitial link|in article link|contextual link|contextual links|suggested|more stories|" +
		"more news|more articles|most read|mostread|most popular|trending|further reading|keep reading|next article|next story|linkcard|outbrain|taboola|zergnet|revcontent|mgid|nrelate|lire aussi|a lire|leia mais|lee tambien|leggi anche|lees ook|" +
		"lees meer|lesen sie auch|siehe auch|mehr zum thema|read next|dont miss|similar posts|similar articles|linked articles|cross link|crosslink|teaser inline",
	embedClass:   "embed|oembed|embedded",
	pictureClass: "caption|image|img|picture|photo|foto|figure|media|bild|imagen|thumbinner",
	captionClass: "caption|captions|legend|bildunterschrift|imagecaption|thumbcaption|pie de foto",
	ownerClass:   "credit|credits|copyright|photographer|photocredit|attribution|agency|fotograf|rights|bildnachweis",
	furnitureClass: "avatar|gravatar|icon|icons|logo|sprite|spacer|pixel|headshot|badge|loader|spinner|tracker|tracking|social|share|" +
		"emoji|smiley",
	titleClass: "title|headline|heading",
	minorClass: "author|authors|byline|category|categories|tag|tags|date|comments|share|kicker|eyebrow|section name",
	shareClass: "share|sharing|sharedaddy|addtoany|shariff|sharebar|sharebuttons|addthis|sharethis|social links|social icons|social buttons|social media|socials|social bar|heateor|teilen|compartir|partage",
	adClass: "ad|ads|advert|adverts|advertisement|advertising|advertorial|adslot|adunit|adsbygoogle|adcontainer|sponsored|sponsor|anzeige|werbung|publicidad|publicite|pubblicita|reklama|annonse|reklam|dfp|promotion|" +
		"affiliate",
	newsletterClass: "newsletter|newsletters|signup|sign up|subscribe|mailing list|mailchimp|optin|mc embed|push notification|push notifications|webpush|push banner|app download|follow us|whatsapp|donate|donation|membership|paywall|regwall",
	disclaimerClass: "disclaimer|disclosure|disclosures",
	consentClass:    "consent|cookie|cookies|gdpr|opt in|contentblocker|content blocker|embed blocker|embedprivacy|embed privacy|two click|borlabscookie|brlbs",
}

// classTable is classPhrases by phrase.
var classTable = sync.OnceValue(func() map[string]classKind {
	table := map[string]classKind{}
	for kind, phrases := range classPhrases {
		for p := range strings.SplitSeq(phrases, "|") {
			table[p] |= kind
		}
	}
	return table
})

// maxPhrase is how many words the longest phrase has.
const maxPhrase = 4

// classOf tells what the class and the id of an element say of it.
func classOf(n *html.Node) classKind {
	words := classWords(n)
	if words == "" {
		return 0
	}
	table := classTable()
	var kinds classKind
	for at := 0; at < len(words); {
		next, end := 0, at
		for range maxPhrase {
			i := strings.IndexByte(words[end:], ' ')
			if i < 0 {
				i = len(words) - end
			}
			end += i
			kinds |= table[words[at:end]]
			if next == 0 {
				next = end + 1
			}
			if end++; end > len(words) {
				break
			}
		}
		at = next
	}
	return kinds
}

// classWords returns the words of an element's class and id, small and with single spaces: "wp block embed is type video". They are
// parted at hyphens, underscores and where small letters change to capitals. It is "" without any.
func classWords(n *html.Node) string {
	class, id := dom.Attr(n, "class"), dom.Attr(n, "id")
	if class == "" && id == "" {
		return ""
	}
	b := make([]byte, 0, len(class)+len(id)+8)
	b = appendWords(b, class)
	if len(b) > 0 && b[len(b)-1] != ' ' {
		b = append(b, ' ')
	}
	return strings.TrimSuffix(string(appendWords(b, id)), " ")
}

// maxClass is how many bytes of a class are looked at: some are made by programs and have no end.
const maxClass = 400

func appendWords(b []byte, s string) []byte {
	s = s[:min(len(s), maxClass)]
	small := false
	for i := range len(s) {
		c := s[i]
		capital := c >= 'A' && c <= 'Z'
		if (capital && small || !fold.IsAlnum(c) && c < 0x80) && len(b) > 0 && b[len(b)-1] != ' ' {
			b = append(b, ' ')
		}
		small = c >= 'a' && c <= 'z'
		if capital {
			c += 'a' - 'A'
		}
		if fold.IsAlnum(c) || c >= 0x80 {
			b = append(b, c)
		}
	}
	return b
}
