package thread

import (
	"strings"
	"unicode"
)

// says is a set of what the names of an element say of it: its classes, its ID and the like.
type says uint16

const (
	saysAuthor says = 1 << iota
	saysTime
	saysText
	saysMessage // one message of several
	saysUpdate  // one update of a live blog
	saysTurn    // one turn of a talk
	saysComment
	saysReview
	saysCard     // what leads to another page
	saysBeside   // what is in a message and is no part of its text
	saysForum    // what only the page of a thread has
	saysQuote    // the words of another message
	saysTalkPart // the words of a turn
)

// vocabulary has the words by which names are known. They are whole words of a name: "post-body" has post and body.
//
//nolint:misspell // words of other languages
var vocabulary = wordsOf(map[says]string{
	saysAuthor: "author username user userid poster nick nickname nickwrap who speaker creator handle account " +
		"displayname fn vcard member " +
		"commenter participant profile postprofile person persona autor auteur autore pseudo benutzer benutzername " +
		"verfasser usuario utente " +
		"gebruiker sprecher sprecherin orador locutor hnuser byline screenname name",
	saysTime: "time date datetime timestamp posted age ago when at stamp datum uhrzeit zeit fecha hora heure ora " +
		"created published permalink " +
		"dateline tidspunkt tijd",
	saysText: "content body text message copy said prose md cooked bbwrapper usertext posttext postbody " +
		"messagetext commtext " +
		"msg ugc commentbody commentcontent inhalt texto texte contenu testo tekst",
	saysMessage: "post posts message messages reply answer question topic thread status toot threaditem postthreaditem " +
		"msg comtr athing " +
		"postcontainer comment entry beitrag antwort respuesta mensaje messaggio risposta reponse turn",
	saysUpdate: "live liveblog livepost update updates ticker tickeritem keyevent keyevents timeline liveticker " +
		"directo diretta",
	saysTurn: "turn speech dialog dialogue transcript utterance interview qa talk line statement segment cue " +
		"redebeitrag gespraech intervention",
	saysComment: "comment comments kommentar kommentare comentario comentarios commentaire commentaires disqus respond " +
		"commentlist comtr",
	saysReview: "review reviews rating ratings testimonial testimonials bewertung recensione",
	saysCard: "teaser card promo listing product recommended related similar trending popular sidebar widget nav " +
		"footer breadcrumb " +
		"structitem suggested searchresult",
	saysBeside: "interaction counter signature sig postprofile userinfo stats reactions reaction reactionsbar actions " +
		"action buttons button toolbar controls likes votes " +
		"vote votecell score footer badge badges avatar menu share options tools reputation rank report flair " +
		"edited footerbar",
	saysForum: "forum forums board boards thread threads topic topics discussion discussions viewtopic showthread " +
		"questions question community " +
		"discourse phpbb xenforo vbulletin lemmy mastodon",
	saysQuote:    "quote quoted quotation bbcodeblock quotecontainer citation",
	saysTalkPart: "said spoken utterance",
})

func wordsOf(sets map[says]string) map[string]says {
	words := map[string]says{}
	for what, list := range sets {
		for w := range strings.FieldsSeq(list) {
			words[w] |= what
		}
	}
	return words
}

// reader remembers what names say.
type reader map[string]says

// of returns what a name says: all of its words, and each two of them as one.
func (r reader) of(name string) says {
	if known, ok := r[name]; ok {
		return known
	}
	var what says
	before, button := "", false
	for word := range wordsIn(name) {
		what |= vocabulary[word] | vocabulary[before+word]
		button = button || word == "select" || word == "button"
		before = word
	}
	if button { // "select-to-quote"
		what &^= saysQuote
	}
	r[name] = what
	return what
}

// wordsIn yields the words of a name in lower case: "postBody-2" has post and body. All of them count, also those
// that package class passes over as being about the page: "post-layout" is a post.
func wordsIn(name string) func(func(string) bool) {
	return func(yield func(string) bool) {
		from, small := -1, false
		for i, c := range name + " " {
			letter := unicode.IsLetter(c)
			if from >= 0 && (!letter || small && unicode.IsUpper(c)) {
				if !yield(strings.ToLower(name[from:i])) {
					return
				}
				from = -1
			}
			if letter && from < 0 {
				from = i
			}
			small = letter && !unicode.IsUpper(c)
		}
	}
}
