package discover

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lede/content/parse/block"
	"lede/content/parse/charset"
	"lede/model/address"
	"lede/model/clean"
)

// page is what a page says that bears on its feeds.
type page struct {
	at    *url.URL // where it is; empty, never nil, when that is not known
	base  string   // what its relative addresses lead on from
	text  string   // its source
	links []link   // in the order of the page
	meta  map[string]string
	title string
}

// link is a <link>, or an <a> with its words.
type link struct {
	rel, kind, title, href string
	words                  string // of an <a>, with the descriptions of its pictures
	inText                 bool   // it is an <a>
}

const (
	maxLinks     = 20_000 // the links of a page that are looked at
	maxLinkWords = 200    // the bytes of a link's words
)

func scan(source []byte, base string) *page {
	p := &page{at: &url.URL{}, meta: map[string]string{}}
	if checked := address.Checked(base); checked != "" && strings.HasPrefix(checked, "http") {
		p.base = checked
		if u, err := url.Parse(checked); err == nil {
			p.at = u
		}
	}
	text, err := charset.Read(source, func(data []byte) []string { return []string{block.PageCharset(data)} })
	if err == nil {
		p.text = text
		p.read()
	}
	return p
}

// read goes through the tags of the page. It builds no tree, so that no nesting is too deep.
func (p *page) read() {
	z := html.NewTokenizer(strings.NewReader(p.text))
	open := -1 // the index of the link whose words are being read
	isBased, inTitle := false, false
	for len(p.links) < maxLinks {
		switch z.Next() {
		case html.ErrorToken:
			return
		case html.TextToken:
			switch {
			case inTitle:
				p.title += string(z.Text())
			case open >= 0:
				p.say(open, string(z.Text()))
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			switch atom.Lookup(name) {
			case atom.A:
				open = -1
			case atom.Title:
				inTitle = false
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			switch name, more := z.TagName(); atom.Lookup(name) {
			case atom.Base:
				if !isBased {
					isBased = p.rebase(attributes(z, more)["href"])
				}
			case atom.Title:
				inTitle = p.title == ""
			case atom.Meta:
				p.fact(attributes(z, more))
			case atom.Link:
				p.add(attributes(z, more), false)
			case atom.A:
				p.add(attributes(z, more), true)
				open = len(p.links) - 1
			case atom.Img:
				if open >= 0 {
					p.say(open, attributes(z, more)["alt"])
				}
			}
		}
	}
}

func attributes(z *html.Tokenizer, more bool) map[string]string {
	all := map[string]string{}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		if k := string(key); all[k] == "" {
			all[k] = string(value)
		}
	}
	return all
}

// rebase takes the address that the page's relative ones lead on from. One of another scheme is ignored.
func (p *page) rebase(href string) bool {
	u, err := address.Check(href, p.base)
	if err != nil || !strings.HasPrefix(u, "http") {
		return false
	}
	p.base = u
	return true
}

func (p *page) fact(attr map[string]string) {
	name := attr["property"]
	if name == "" {
		name = attr["name"]
	}
	if name == "" {
		name = attr["itemprop"]
	}
	name = strings.ToLower(name)
	if _, ok := p.meta[name]; !ok && name != "" {
		p.meta[name] = attr["content"]
	}
}

func (p *page) add(attr map[string]string, inText bool) {
	title := attr["title"]
	if title == "" {
		title = attr["aria-label"]
	}
	p.links = append(p.links, link{
		rel: strings.ToLower(attr["rel"]), kind: strings.ToLower(attr["type"]), title: clean.Line(title),
		href: strings.TrimSpace(attr["href"]), inText: inText,
	})
}

func (p *page) say(link int, words string) {
	l := &p.links[link]
	if len(l.words) < maxLinkWords {
		l.words = clean.Clip(clean.Line(l.words+" "+words), maxLinkWords)
	}
}

// resolve returns the web address that an href of the page leads to, or "". The scheme feed: stands for the web's.
func (p *page) resolve(href string) string {
	if rest, ok := cutFold(href, "feed:"); ok {
		href = rest
		if strings.HasPrefix(rest, "//") {
			href = "http:" + rest
		}
	}
	u, err := address.Check(href, p.base)
	if err != nil || !strings.HasPrefix(u, "http") {
		return ""
	}
	u, _, _ = strings.Cut(u, "#")
	return u
}

func cutFold(s, prefix string) (string, bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// segments are the parts of a path between its slashes.
func segments(path string) []string {
	return strings.FieldsFunc(path, func(r rune) bool { return r == '/' })
}
