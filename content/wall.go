package content

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/fetch"
	"lede/content/parse"
	"lede/model"
)

// browser is what to do with a page that is no article here.
const browser = "Open it in the browser"

const (
	// fewWords is up to how many words a page with a form for passwords, or one that leads on, is nothing else.
	fewWords = 60
	// wallWords is up to how many words a page may be one that stands before another.
	wallWords = 400
)

// wall is the sentence for a page that is no article: one that is made by a script, leads on, or stands before the page that was asked for. It
// is nil for an article.
func wall(from origin, data []byte, a model.Article) error {
	words := seenWords(a)
	if words > wallWords || !isPage(from, data) {
		return nil
	}
	problem, advice := "", ""
	all := max(words, pageWords(data))
	if all <= wallWords {
		problem, advice = wallOf(data, strings.ToLower(a.Title), all)
	}
	if problem == "" && words == 0 {
		problem, advice = "no article was found in it", browser
	}
	if problem == "" {
		return nil
	}
	return fetch.NewError(from.ref, problem, advice, nil)
}

// isPage tells whether a text is a page in HTML.
func isPage(from origin, data []byte) bool {
	if from.page != nil {
		return parse.Format(from.page.Kind) == parse.HTML
	}
	f, err := parse.Detect(from.name, data[:min(len(data), firstBytes)])
	return err == nil && f == parse.HTML
}

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

// pageWords are the words of a page outside of links and buttons, counted a little beyond wallWords: a page with many is an article,
// even where little of it was found.
func pageWords(data []byte) int {
	n, skip := 0, atom.Atom(0)
	for z := html.NewTokenizer(bytes.NewReader(data)); n <= wallWords; {
		switch z.Next() {
		case html.ErrorToken:
			return n
		case html.TextToken:
			if skip == 0 {
				n += len(bytes.Fields(z.Text()))
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

// unsaid tells whether an element holds no words of an article.
func unsaid(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Title, atom.A, atom.Button, atom.Select, atom.Nav, atom.Footer:
		return true
	}
	return false
}

// wallOf tells what is wrong with a page of few words, whose title is given in small letters; "" when nothing is.
func wallOf(data []byte, title string, words int) (problem, advice string) {
	const login = "Log in to it in the browser"
	page := small(data)
	to := leadsOn(data, page)
	switch {
	case bytes.Contains(page, []byte("wispaccessgatewayparam")):
		return "this network wants you to log in first", login + ", then try again"
	case words <= 2*fewWords && begins(title, robotTitles):
		return "the site wants to see that you are no program", browser
	case begins(title, consentTitles), words <= 2*fewWords && begins(title, choiceTitles):
		return "the site asks for your consent first", browser
	case words <= fewWords && hasPassword(page):
		return "the site asks you to log in", login
	case words <= fewWords && to != "":
		return "it only leads on, to " + fetch.Shown(to), "Open that address"
	case scripted(page, words):
		return "it is made by a script, which lede does not run", browser
	case words == 0:
		return "there is no text in it", browser
	}
	return "", ""
}

// The titles of pages that stand before others.
var (
	robotTitles = []string{
		"just a moment", "attention required", "are you a robot", "robot or human", "pardon our interruption", "security check",
		"checking your browser", "verify you are human", "human verification", "captcha", "ddos-guard",
	}
	consentTitles = []string{
		"before you continue", "bevor sie fortfahren", "avant de continuer", "antes de continuar", "prima di continuare", //nolint:misspell // Italian
		"voordat je verdergaat",
	}
	choiceTitles = []string{
		"cookie consent", "cookie-zustimmung", "privacy consent", "consent management", "datenschutz-einwilligung", "your privacy choices",
	}
)

// begins tells whether a title begins with known words.
func begins(title string, known []string) bool {
	for _, k := range known {
		if rest, ok := strings.CutPrefix(title, k); ok {
			next, _ := utf8.DecodeRuneInString(rest)
			return !unicode.IsLetter(next)
		}
	}
	return false
}

// hasPassword tells whether a page has a field for a password.
func hasPassword(page []byte) bool {
	for _, field := range []string{`type="password"`, `type='password'`, `type=password`} {
		if bytes.Contains(page, []byte(field)) {
			return true
		}
	}
	return false
}

// small is a page in small letters, byte for byte: letters beyond ASCII stay as they are.
func small(data []byte) []byte {
	out := bytes.Clone(data)
	for i, c := range out {
		if c >= 'A' && c <= 'Z' {
			out[i] = c | 0x20
		}
	}
	return out
}

// leadsOn is the address that a page sends a browser on to at once, or "". The page is given as it is and in small letters.
func leadsOn(data, page []byte) string {
	from := bytes.Index(page, []byte("http-equiv"))
	if from < 0 {
		return ""
	}
	tag := page[from+len("http-equiv"):]
	if !bytes.HasPrefix(bytes.TrimLeft(tag, "= \"'"), []byte("refresh")) {
		return ""
	}
	tag, _, _ = bytes.Cut(tag, []byte(">"))
	_, address, found := bytes.Cut(tag, []byte("url="))
	if !found {
		return ""
	}
	end := from + len("http-equiv") + len(tag)
	address = bytes.TrimLeft(data[end-len(address):end], "'\" ")
	if i := bytes.IndexAny(address, "\"' "); i >= 0 {
		address = address[:i]
	}
	return html.UnescapeString(string(address))
}

// scriptRoots are the places that programs in a page fill, as their makers name them.
var scriptRoots = []string{
	`id="root"`, `id='root'`, `id=root`, `id="app"`, `id='app'`, `id=app`, `id="__next"`, `id="__nuxt"`, `id="___gatsby"`, `<app-root`, `data-reactroot`, `ng-app`,
}

// scripted tells whether a page of few words is made by a script that runs in a browser.
func scripted(page []byte, words int) bool {
	if words > fewWords || !bytes.Contains(page, []byte("<script")) {
		return false
	}
	for rest, found := page, true; found; {
		var inside []byte
		if _, rest, found = bytes.Cut(rest, []byte("<noscript")); found {
			inside, rest, _ = bytes.Cut(rest, []byte("</noscript"))
			if bytes.Contains(inside, []byte("javascript")) {
				return true
			}
		}
	}
	for _, root := range scriptRoots {
		if bytes.Contains(page, []byte(root)) {
			return words <= fewWords/3
		}
	}
	return words == 0
}
