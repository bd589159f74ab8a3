package class

// Meaning is a set of what the names of an element say of it. The zero value says nothing.
type Meaning uint64

// What names say that are telling enough to look whether an element is to be set apart.
const (
	Related    Meaning = 1 << iota // leads to other articles
	Embed                          // may be filled with a post
	Picture                        // is around a picture
	Caption                        // says what a picture shows
	Owner                          // says whose it is
	Decorative                     // is a picture that shows nothing: avatar, icon, spacer
	Title                          // is the title of an article
	Minor                          // stands beside such a title
	Share                          // is for sharing
	Ad                             // is an advertisement
	Newsletter                     // asks for something
	Disclaimer
	Consent    // holds something back
	Aside      // is not part of the article
	Byline     // says who wrote it
	Day        // says when it was published
	Topics     // says what it is about
	Popup      // opens over the text
	Notes      // holds footnotes
	References // holds references, as a list of notes may be called
	Note       // is a footnote, or refers to one
	Subhead    // is a heading between paragraphs
	PullQuote  // repeats words of the text in large letters
	Inset      // is set off from the text: a note, a warning, questions that open
	Facts      // says what the article's readers may want to know beside it
	Folds      // has parts that open
	CodeBar    // stands above program text: its language, a button to copy it
)

// What names hint at, to be weighed with much else.
const (
	HintBody Meaning = 1 << (iota + 32)
	HintShare
	HintRelated
	HintComment
	HintAd
	HintAuthor
	HintDate
	HintFigure
	HintTags
	HintPath
	HintLetter
	HintLegal
	HintSide
	HintTitle
	HintSummary
	HintHidden
	HintHead
	HintFoot
	HintList
	HintQuote
	HintNote
	HintSocial
	HintWidget
	HintPrice
	HintConsent
	HintCaption
)

// vocabulary gives for each meaning the words by which it is known, parted by bars. The words of a phrase stand side
// by side in a name: "related posts" is in "jp-relatedPosts". A word that ends in * stands for all that begin so.
//
//nolint:misspell // words of other languages
var vocabulary = [...]struct {
	says  Meaning
	words string
}{
	{Related, "related|relatedposts|relatedarticles|relatedstories|relatedcontent|relatednews|recirc|recirculation|" +
		"yarpp|read more|readmore|read also|readalso|also read|see also|seealso|more on|recommended|" +
		"recommendation|recommendations|recommend|you may like|you might like|may also like|might also like|" +
		"inline teaser|inline article|inline link|article link|article teaser|story link|teaser link|" +
		"interstitial link|in article link|contextual link|contextual links|suggested|more stories|more news|" +
		"more articles|most read|mostread|most popular|trending|further reading|keep reading|next article|" +
		"next story|linkcard|outbrain|taboola|zergnet|revcontent|mgid|nrelate|lire aussi|a lire|leia mais|" +
		"lee tambien|leggi anche|lees ook|lees meer|lesen sie auch|siehe auch|mehr zum thema|read next|" +
		"dont miss|similar posts|similar articles|linked articles|cross link|crosslink|teaser inline"},
	{Embed, "embed|oembed|embedded"},
	{Picture, "caption|image|img|picture|photo|foto|figure|media|bild|imagen|thumbinner"},
	{Caption, "caption|captions|legend|bildunterschrift|imagecaption|thumbcaption|pie de foto"},
	{Owner, "credit|credits|copyright|photographer|photocredit|attribution|agency|fotograf|rights|bildnachweis"},
	{Decorative, "avatar|gravatar|icon|icons|logo|sprite|spacer|pixel|headshot|badge|loader|spinner|tracker|tracking|" +
		"social|share|emoji|smiley"},
	{Title, "title|headline|heading"},
	{
		Minor,
		"author|authors|byline|category|categories|tag|tags|date|comments|share|kicker|eyebrow|overline|topline|" +
			"dachzeile|spitzmarke|antetitulo|section name",
	},
	{Share, "share|sharing|sharedaddy|addtoany|shariff|sharebar|sharebuttons|addthis|sharethis|social links|" +
		"social icons|social buttons|social media|socials|social bar|heateor|teilen|compartir|partage"},
	{Ad, "ad|ads|advert|adverts|advertisement|advertising|advertorial|adslot|adunit|adsbygoogle|adcontainer|" +
		"sponsored|sponsor|anzeige|werbung|publicidad|publicite|pubblicita|reklama|annonse|reklam|dfp|" +
		"promotion|affiliate"},
	{Newsletter, "newsletter|newsletters|signup|sign up|subscribe|mailing list|mailchimp|optin|mc embed|" +
		"push notification|push notifications|webpush|push banner|app download|follow us|whatsapp|donate|" +
		"donation|membership|paywall|regwall"},
	{Disclaimer, "disclaimer|disclosure|disclosures"},
	{Consent, "consent|cookie|cookies|gdpr|opt in|contentblocker|content blocker|embed blocker|embedprivacy|" +
		"embed privacy|two click|borlabscookie|brlbs"},
	{Aside, "comment*|related*|recommend*|sidebar*|footer*|teaser*|popular|trending|latest|promo|promos|" +
		"promotion*|newsletter*|more|most|mostread|widget*|breaking|ticker|carousel*|upsell|outbrain|" +
		"taboola|subnav|readnext|next|listing*|recirc*|megamenu|modal*|quote*|pullquote*|blockquote*|testimonial*"},
	{Byline, "byline*|author*|autor*|redacteur*|writer*"},
	{Day, "date*|day|pubdate|postdate|publish*|posted|submitted|datum*|fecha*|timestamp*|time|update*|" +
		"updated"},
	{Topics, "tags|tag list|topics|keywords"},
	{Popup, "rollover|popover*|pop over|popup*|pop up|hovercard*|hover card|tooltip*|tool tip"},
	{Notes, "footnote*|endnote*|reflist"},
	{References, "references"},
	{Note, "note*|footnote*|endnote*|noteref*|fn|fnref*|fnt|ftn*|ftnref*|ftref*|cite*|sdfootnote*|" +
		"sdendnote*|doc noteref"},
	{Subhead, "interline*|onlineinterline*|subhead*|sub head|sub heading|crosshead*|cross head|cross heading|crossline|" +
		"zwischentitel|zwischenueberschrift|intertit*|inter title|mellomtittel|mellanrubrik|tussenkop*|" +
		"ladillo*"},
	{PullQuote, "pullquote*|pull quote|pull quotes|pulledquote|pulled quote"},
	{
		Inset,
		"accordion*|faq*|collapsible*|admonition*|callout*|note|notes|alert|warning|tip|hint|caution|important|danger|" +
			"info|aside|update|correction*",
	},
	{Facts, "infobox|info box|factbox|fact box|infokasten|faktenbox|faktaboks|faktaruta|faktabox|encadre|recuadro"},
	{Folds, "accordion*|faq*|collapsible*|expander*|disclosure*"},
	{CodeBar, "header|toolbar"},
	{HintBody, "content|article|entry|post|story|text|main|copy|paragraph|texte|cuerpo|contenido|articlebody|" +
		"entrycontent|postcontent|storybody|richtext|prose|markdown"},
	{HintShare, "share*|sharing|print|email|mail|bookmark*|whatsapp|addthis|addtoany|sharedaddy|follow*|like|likes|" +
		"reactions|teilen|compartir|tools|toolbar|actions"},
	{HintRelated, "related*|recommend*|more|readmore|morefrom|similar|trend*|popular|most*|latest|recent*|teaser*|" +
		"recirc*|outbrain|taboola|also|upnext|next|prev|previous|suggest*|relacionad*|aehnliche|mehr|zergnet|" +
		"readnext|further|explore|discover"},
	{HintComment, "comment*|disqus|discuss*|reply|replies|respond*|livefyre|coral|kommentar*|comentario*|thread|" +
		"reviews"},
	{HintAd, "ad|ads|adv|advert*|adslot|sponsor*|promo*|banner*|dfp|gpt|werbung|anzeige|publicidad|publi*|" +
		"affiliate*|commercial|marketing|partner*"},
	{HintAuthor, "author*|byline*|bio|contributor*|profile|vcard|writer*|autor*|auteur*|reporter|avatar|biography|" +
		"about|person"},
	{HintDate, "date*|time|timestamp|publish*|updated|meta|metadata|dateline|datum|fecha|posted"},
	{HintFigure, "figure|photo*|image*|img|media|gallery|slideshow|slide*|picture|video*|bild*|foto*|carousel|" +
		"lightbox|thumbnail*|player"},
	{HintTags, "tag|tags|topic*|keyword*|categor*|label*|kicker|eyebrow|hashtag*|temas|themen|section|rubric*|" +
		"taxonomy"},
	{HintPath, "breadcrumb*|crumb*|nav|navbar|navigation|menu*|pagination|pager|toc|submenu|skip"},
	{HintLetter, "newsletter*|subscri*|signup|register*|registration|login|paywall|piano|cta|optin|mailing|abo|donat*|" +
		"support|membership|premium|regwall|abonn*"},
	{HintLegal, "copyright|disclaimer*|legal|privacy|terms|rights|license|ethics|trust"},
	{HintSide, "sidebar*|aside|rail|secondary|complementary|side|sidecolumn|rightcolumn|infobox|factbox"},
	{HintTitle, "title*|headline*|heading*|titre|titulo|titel|hed"},
	{HintSummary, "summary|standfirst|dek|deck|lead|lede|intro*|excerpt|abstract|description|subhead*|chapo|subtitle*|" +
		"sapo|vorspann|bajada|entradilla|sumario|strapline|sub title*|sub head*|subhed|tagline|alternative headline|" +
		"introduction|chapeau|copete|subtitulo|sub titulo|sommario|occhiello|catenaccio|ingress|underrubrik*|" +
		"untertitel|unterzeile|manchet|perex|zajawka"},
	{HintHidden, "hidden|hide|sr|visuallyhidden|screen|invisible|offscreen|noprint|collapse*|modal|popup|overlay|" +
		"tooltip|dropdown"},
	{HintHead, "header*|masthead|top|topbar|branding|logo|hero|site"},
	{HintFoot, "footer*|foot|colophon|imprint|impressum"},
	{HintList, "list|items|item|card*|grid|feed|stories|articles|posts|archive|index|blocklist|listing|collection"},
	{HintQuote, "quote*|pullquote|blockquote|citation|testimonial|highlight"},
	{
		HintNote,
		"note|notes|footnote*|endnote*|reference*|source*|update|correction*|editor*|alert|notice|message|warning",
	},
	{HintSocial, "social*|facebook|twitter|tweet|instagram|linkedin|pinterest|youtube|tiktok|sns"},
	{HintWidget, "widget*|module|component|plugin|block|embed*|interactive|poll|quiz|game|tool|calculator|weather|" +
		"search|form"},
	{HintPrice, "price*|product*|buy|shop*|deal*|cart|store|rating*|stock|ticker|market*|event*|booking"},
	{HintConsent, "cookie*|consent*|gdpr|onetrust*|didomi*|usercentrics*|cmpbox*|ccpa|tcf|cky|iubenda"},
	{HintCaption, "caption*|credit*|legend|figcaption|cutline|bildunterschrift|bu"},
}

// vetoes gives phrases in which words do not mean what they mean elsewhere, parted by bars.
var vetoes = [...]struct {
	never Meaning
	words string
}{
	{Day, "read time|reading time"},
	{Topics, "hot topics|trending topics|popular topics|more topics|all topics"},
}
