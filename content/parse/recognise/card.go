package recognise

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/content/parse/date"
	"lede/content/parse/network"
	"lede/model"
)

// cardAt finds a post of a network that hands its posts out in another form than the attribution: Instagram's "A post
// shared by", Facebook's "Posted by", TikTok's sound, Reddit's "by u/name in r/place", "Post by @name" with "View on
// Threads".
func cardAt(units []block.Unit, i, floor int) (block.Found, bool) {
	text := units[i].Text
	if network := viewOf(text); network != "" {
		if f, ok := viewedAt(units, i, network); ok {
			return f, true
		}
	}
	if strings.IndexByte(text, '@') >= 0 {
		if c, ok := sharedIn(text); ok {
			return cardOf(units, i, floor, c)
		}
		if c, ok := postByIn(text); ok {
			return postByAt(units, i, floor, c)
		}
	}
	if c, ok := facebookIn(text); ok && i > 1 {
		return cardOf(units, i, floor, c)
	}
	if c, ok := redditIn(text); ok {
		return cardOf(units, i, floor, c)
	}
	if strings.Contains(text, "♬") {
		return soundAt(units, i, floor)
	}
	return block.Found{}, false
}

// cardOf makes the post of what a card says under it and of the words before, in the same unit or in the one above.
func cardOf(units []block.Unit, i, floor int, a attribution) (block.Found, bool) {
	u := units[i]
	text := strings.TrimSpace(u.Text[:a.start])
	from := i
	if text == "" && i > floor && u.Kind != block.Quote && quotable(units[i-1].Kind) &&
		captions(units[i-1].Text, a.post.Network) {
		text, from = units[i-1].Text, i-1
	}
	f := block.Found{From: from, To: i + 1, Blocks: []model.Block{newPost(a.post, text, units[from:i+1])}}
	tail := u.Text[a.end:]
	if viewOf(tail) != "" {
		tail = cutView(tail)
	}
	return withTail(f, u, tail), true
}

// captions reports whether a unit above a card is its text: it has the marks of a message, or the network's cards
// always have one.
func captions(text string, n model.Network) bool {
	switch {
	case isIntro(text):
		return false
	case n == model.Facebook || n == model.Reddit:
		return weight(text) <= maxCardText && !isSentenceOfProse(text)
	}
	return social(text) > 0 && weight(text) <= maxCaption
}

// maxCardText is how much a card of Facebook or Reddit shows of its post, and maxUnmarked how long a line without the
// marks of a message is at most: a longer one is prose.
const maxCardText, maxUnmarked = 500, 200

func isSentenceOfProse(text string) bool { return weight(text) > maxUnmarked && social(text) == 0 }

// The words of the cards that networks hand out: before and after the name under an Instagram post, and before the
// name under a Facebook post, which a day of the week and a date follow.
var (
	postBy      = sync.OnceValue(func() []string { return spaced(lang.Wordings("post-by")) })
	postByAfter = sync.OnceValue(func() []string { return lang.Wordings("post-by-after") })
	postDated   = sync.OnceValue(func() []string { return spaced(lang.Wordings("post-dated")) })
)

// spaced puts a space behind each wording.
func spaced(wordings []string) []string {
	for i := range wordings {
		wordings[i] += " "
	}
	return wordings
}

// sharedIn finds Instagram's line with name and handle.
func sharedIn(text string) (attribution, bool) {
	for _, w := range postBy() {
		if at := strings.Index(text, w); at >= 0 {
			return named(text, at, at+len(w))
		}
	}
	for _, w := range postByAfter() {
		if at := strings.Index(text, w); at >= 0 {
			line := strings.LastIndexByte(text[:at], '\n') + 1
			a, ok := named(text, line, line)
			if ok && a.end <= at {
				a.end = at + len(w)
				return a, true
			}
		}
	}
	return attribution{}, false
}

// named reads a name and a handle in brackets between from and the end of the line, and the date after.
func named(text string, start, from int) (attribution, bool) {
	open := strings.IndexAny(text[from:], "(（\n")
	if open < 0 || open > 4*maxNameRunes || text[from+open] == '\n' {
		return attribution{}, false
	}
	_, size := utf8.DecodeRuneInString(text[from+open:])
	at := from + open + size
	if !strings.HasPrefix(text[at:], "@") {
		return attribution{}, false
	}
	handle := handleAt(text[at:])
	end := at + len(handle)
	bracket, closing := utf8.DecodeRuneInString(text[end:])
	if bracket != ')' && bracket != '）' || len(handle) < 2 {
		return attribution{}, false
	}
	a := attribution{start: start, end: end + closing, sure: true}
	a.post = model.Post{
		Network: model.Instagram, Author: strings.Trim(text[from:from+open], " \u200e\u200f\u2068\u2069"),
		Handle: handle,
	}
	a.dated(text)
	return a, true
}

// dated takes the date that follows, behind a short word such as "on" or "am".
func (a *attribution) dated(text string) {
	rest := text[a.end:]
	lead := strings.TrimLeft(rest, " ,·•")
	if n, _ := date.Scan(lead); n > 0 {
		posted := lead[:n]
		for _, w := range []string{
			"on ", "am ", "le ", "el ", "em ", "il ", "op ", "på ", "den ", "w dniu ", "dne ", "pada ", "sur ",
		} {
			posted = strings.TrimPrefix(posted, w)
		}
		a.post.Posted = strings.TrimSpace(posted)
		a.end = len(text) - len(lead) + n
		return
	}
	for _, w := range []string{"• Instagram photos and videos"} {
		if after, ok := strings.CutPrefix(strings.TrimSpace(rest), w); ok {
			a.end = len(text) - len(after)
		}
	}
}

// postByIn reads "Post by @name View on Threads", as Threads and Mastodon write it.
func postByIn(text string) (attribution, bool) {
	at := strings.Index(text, "Post by @")
	if at < 0 {
		return attribution{}, false
	}
	handle := handleAt(text[at+len("Post by "):])
	end := at + len("Post by ") + len(handle)
	rest := strings.TrimSpace(text[end:])
	platform := viewOf(rest)
	stated := rest == "" || platform != "" || strings.HasPrefix(rest, "on ")
	if !stated || cutView(rest) != "" || len(handle) < 2 {
		return attribution{}, false
	}
	if platform == "" {
		if platform = network.OfHandle(handle); platform == model.X || platform == model.Bluesky {
			platform = model.Threads
		}
	}
	return attribution{start: at, end: len(text), sure: true, post: model.Post{Network: platform, Handle: handle}}, true
}

// postByAt makes the post, whose link to the network may be the unit below.
func postByAt(units []block.Unit, i, floor int, a attribution) (block.Found, bool) {
	if i+1 < len(units) {
		if n := viewOf(units[i+1].Text); n != "" && n != model.Instagram && isView(units[i+1].Text) {
			a.post.Network = n
			f, ok := cardOf(units, i, floor, a)
			f.To = i + 2
			return f, ok
		}
	}
	return cardOf(units, i, floor, a)
}

// facebookIn finds "Posted by Name on Monday, 4 May 2026".
func facebookIn(text string) (attribution, bool) {
	const room, dateRoom = 300, 100 // for all, and for what may follow the last number
	if !lang.HasDigit(text[max(0, len(text)-dateRoom):]) {
		return attribution{}, false
	}
	from := max(0, len(text)-room)
	for _, w := range postDated() {
		if !strings.Contains(text[from:], w) {
			continue
		}
		at := from + strings.LastIndex(text[from:], w)
		for i := at + len(w); i < len(text); i++ {
			if text[i-1] != ' ' {
				continue
			}
			if date.WeekdayAt(text, i) < 4 {
				continue
			}
			if n, _ := date.Scan(text[i:]); n > 0 && strings.Trim(text[i+n:], " .") == "" {
				name := strings.TrimSpace(text[at+len(w) : i])
				name = name[:len(name)-len(onWord(name))]
				return attribution{
					start: at, end: i + n, sure: true,
					post: model.Post{Network: model.Facebook, Author: strings.TrimSpace(name), Posted: text[i : i+n]},
				}, nameFits(name)
			}
		}
	}
	return attribution{}, false
}

// onWord is the short word between a name and its date, with the space before it.
func onWord(name string) string {
	at := strings.LastIndexByte(name, ' ')
	if at < 0 || !beforeDate()[name[at+1:]] {
		return ""
	}
	return name[at:]
}

// beforeDate are such words.
var beforeDate = sync.OnceValue(func() map[string]bool { return lang.Set(lang.Words("before-date")) })

// redditIn finds "by u/name in r/place" at the end of a text, also without the spaces that the page's markup stood
// for.
func redditIn(text string) (attribution, bool) {
	const room = 80 // for both names
	from := max(0, len(text)-room)
	at := strings.LastIndex(text[from:], "u/") + from
	if at < max(from, 2) {
		return attribution{}, false
	}
	by := strings.TrimRight(text[:at], " ")
	if !strings.HasSuffix(by, "by") || unicode.IsLetter(lang.LastRune(by[:len(by)-len("by")])) {
		return attribution{}, false
	}
	name := handleAt("@" + text[at+2:])[1:]
	rest := strings.TrimLeft(text[at+2+len(name):], " \n")
	place, ok := strings.CutPrefix(rest, "in")
	place = strings.TrimPrefix(strings.TrimLeft(place, " \n"), "r/")
	if !ok || name == "" || place == "" || strings.ContainsAny(place, " \n") {
		return attribution{}, false
	}
	post := model.Post{Network: model.Reddit, Handle: "@" + name, Author: "r/" + place}
	return attribution{start: len(by) - len("by"), end: len(text), sure: true, post: post}, true
}

// soundAt reads a TikTok video: the handle, its words, and the sound behind ♬.
func soundAt(units []block.Unit, i, floor int) (block.Found, bool) {
	for from := i; from >= floor && i-from < 5 && quotable(units[from].Kind); from-- {
		text := strings.TrimSpace(units[from].Text)
		if !strings.HasPrefix(text, "@") {
			continue
		}
		b := body{from: i, text: strings.TrimSpace(units[i].Text)}
		if from < i {
			b.take(units, from)
		}
		handle := handleAt(b.text)
		words, sound, _ := strings.Cut(b.text[len(handle):], "♬")
		p := newPost(model.Post{Network: model.TikTok, Handle: handle}, words, units[from:i+1])
		p.Links = append(p.Links,
			model.Link{Title: "♬ " + strings.TrimSpace(sound), URL: knownLink("♬ "+strings.TrimSpace(sound), units[i].Links)})
		return block.Found{From: from, To: i + 1, Blocks: []model.Block{p}}, len(handle) > 1
	}
	return block.Found{}, false
}
