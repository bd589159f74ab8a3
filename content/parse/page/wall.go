package page

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/lang"
	"lede/content/parse/block"
	"lede/content/parse/page/dom"
	"lede/model"
)

// Wall is what a page is instead of an article. The zero value is none: the page may be an article.
type Wall struct {
	Kind    WallKind
	Address string // where a page leads on to
}

// WallKind is a kind of page that is no article.
type WallKind int

// The kinds of pages that are no article.
const (
	NoWall       WallKind = iota
	NetworkWall           // a network wants its users to log in
	RobotWall             // the site asks for a sign that a person reads
	ConsentWall           // the site asks for consent first
	LoginWall             // the site asks its users to log in
	RedirectWall          // the page sends a browser on at once
	ScriptWall            // a script makes the page
	EmptyWall             // the page has no text
	BareWall              // the page has text, but no article was found in it
)

const (
	// fewWords is up to how many words a page with a form for passwords, or one that leads on, is nothing else.
	fewWords = 60
	// wallWords is up to how many words a page may be one that stands before another.
	wallWords = 400
)

// WallOf returns what the web page is that a was read from, where it is not an article.
func WallOf(a model.Article) Wall {
	words := seenWords(a)
	if words > wallWords || isThread(a) {
		return Wall{}
	}
	var w Wall
	if all := max(words, unlinkedWords(a.Source)); all <= wallWords {
		w = wallIn(a.Source, strings.ToLower(a.Title), all)
	}
	if w.Kind == NoWall && words == 0 {
		w.Kind = BareWall
	}
	return w
}

// isThread reports whether an article is made of posts: such pages ask their readers to log in, too, but hold nothing
// back.
func isThread(a model.Article) bool {
	return slices.ContainsFunc(a.Blocks(), func(b model.Block) bool {
		p, ok := b.(model.Post)
		return ok && p.Own
	})
}

// MayBeWall reports, at little cost, whether a page is so short that WallOf may find it to be no article.
func MayBeWall(page string) bool { return unlinkedWords(page) <= wallWords }

// seenWords are the words that an article shows. A picture counts as one.
func seenWords(a model.Article) int {
	n := 0
	for _, s := range a.Sections {
		n += model.Words(s.Title)
		for _, b := range s.Blocks {
			if n += model.Words(b.Text()); model.KindOf(b) == model.ImageBlock {
				n++
			}
			if n > wallWords {
				return n
			}
		}
	}
	return n
}

// unlinkedWords are the words of a page outside of links and buttons, counted a little beyond wallWords: a page with
// many is an article, even where little of it was found.
func unlinkedWords(page string) int {
	n, skip := 0, atom.Atom(0)
	for z := html.NewTokenizer(strings.NewReader(page)); n <= wallWords; {
		switch z.Next() {
		case html.ErrorToken:
			return n
		case html.TextToken:
			if skip == 0 {
				n += len(strings.Fields(string(z.Text())))
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			if a := atom.Lookup(name); skip == 0 && unsaid(a) {
				skip = a
			}
		case html.EndTagToken:
			if name, _ := z.TagName(); atom.Lookup(name) == skip {
				skip = 0
			}
		case html.SelfClosingTagToken, html.CommentToken, html.DoctypeToken:
		}
	}
	return n
}

// unsaid reports whether an element holds no words of an article.
func unsaid(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Title, atom.A, atom.Button, atom.Select,
		atom.Nav, atom.Footer:
		return true
	}
	return false
}

// wallIn returns what a page of few words is. Its title is given in small letters.
func wallIn(page, title string, words int) Wall {
	small := string(dom.Lower(page)) // byte for byte: letters beyond ASCII stay as they are
	to := refreshAddress(page)
	switch {
	case strings.Contains(small, "wispaccessgatewayparam"):
		return Wall{Kind: NetworkWall}
	case words <= 2*fewWords && beginsWith(title, robotTitles()):
		return Wall{Kind: RobotWall}
	case beginsWith(title, consentTitles()), words <= 2*fewWords && beginsWith(title, choiceTitles()):
		return Wall{Kind: ConsentWall}
	case words <= fewWords && hasPassword(small):
		return Wall{Kind: LoginWall}
	case words <= fewWords && to != "":
		return Wall{Kind: RedirectWall, Address: to}
	case scripted(small, words):
		return Wall{Kind: ScriptWall}
	case words == 0:
		return Wall{Kind: EmptyWall}
	}
	return Wall{}
}

// The titles of pages that stand before others.
var (
	robotTitles   = sync.OnceValue(func() []string { return lang.Wordings("robot-page") })
	consentTitles = sync.OnceValue(func() []string { return lang.Wordings("consent-page") })
	choiceTitles  = sync.OnceValue(func() []string { return lang.Wordings("consent-title") })
)

// beginsWith reports whether a title begins with known words.
func beginsWith(title string, known []string) bool {
	for _, k := range known {
		if rest, ok := strings.CutPrefix(title, k); ok {
			next, _ := utf8.DecodeRuneInString(rest)
			return !unicode.IsLetter(next)
		}
	}
	return false
}

// hasPassword reports whether a page has a field for a password.
func hasPassword(page string) bool {
	for _, field := range []string{`type="password"`, `type='password'`, `type=password`} {
		if strings.Contains(page, field) {
			return true
		}
	}
	return false
}

// refreshAddress returns the address that a page sends a browser on to, or "".
//
// See https://html.spec.whatwg.org/#attr-meta-http-equiv-refresh.
func refreshAddress(page string) string {
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return ""
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if t.DataAtom == atom.Meta && strings.EqualFold(block.Attr(t, "http-equiv"), "refresh") {
				return refreshTarget(block.Attr(t, "content"))
			}
		case html.TextToken, html.EndTagToken, html.CommentToken, html.DoctypeToken:
		}
	}
}

// refreshTarget returns the address in "0; url='https://news.example/'", or "".
func refreshTarget(content string) string {
	at := strings.Index(string(dom.Lower(content)), "url")
	if at < 0 {
		return ""
	}
	address, ok := strings.CutPrefix(strings.TrimLeft(content[at+len("url"):], " "), "=")
	if !ok {
		return ""
	}
	address = strings.TrimSpace(address)
	if address != "" && strings.ContainsRune("'\"", rune(address[0])) {
		address, _, _ = strings.Cut(address[1:], address[:1])
	}
	return address
}

// scriptRoots are the places that programs in a page fill, as their makers name them.
var scriptRoots = []string{
	`id="root"`, `id='root'`, `id=root`, `id="app"`, `id='app'`, `id=app`, `id="__next"`, `id="__nuxt"`, `id="___gatsby"`,
	`<app-root`, `data-reactroot`, `ng-app`,
}

// scripted reports whether a page of few words is made by a script that runs in a browser.
func scripted(page string, words int) bool {
	if words > fewWords || !strings.Contains(page, "<script") {
		return false
	}
	for rest, found := page, true; found; {
		var inside string
		if _, rest, found = strings.Cut(rest, "<noscript"); found {
			inside, rest, _ = strings.Cut(rest, "</noscript")
			if strings.Contains(inside, "javascript") {
				return true
			}
		}
	}
	for _, root := range scriptRoots {
		if strings.Contains(page, root) {
			return words <= fewWords/3
		}
	}
	return words == 0
}
