package reading

import (
	"cmp"

	"lede/content/fetch"
	"lede/content/parse"
	"lede/content/parse/page/dom"
	"lede/content/settings"
	"lede/content/store"
	"lede/model"
	"lede/model/address"
)

// origin is where the bytes of an article come from.
type origin struct {
	ref, name string
	page      *fetch.Page  // nil for what is not from the web
	format    parse.Format // of the bytes; "" until it is known
	base      string       // the address that its links lead on from; "" for that of the library's options
	part      bool         // it is a page after the first of an article
	manners   Manners      // asked before each page after the first
}

// newOrigin is the origin of a source that was opened under a reference.
func newOrigin(ref string, src *fetch.Source) origin {
	from := origin{ref: ref, name: src.Name, page: src.Page}
	if src.Page != nil {
		from.format, from.base = parse.Format(src.Page.Kind), src.Page.URL
	}
	return from
}

// reading is a source on its way to an article.
type reading struct {
	parse.Reading
	from  origin
	data  []byte
	wrong *error // what is wrong with the user's rules for its site
}

// begin decodes bytes and detects their format. Its errors are those of parse.Begin.
func (l *Reader) begin(from origin, data []byte) (reading, error) {
	r := reading{from: from, data: data, wrong: new(error)}
	o := l.options(from)
	o.Sites = func(address string) dom.SiteRules {
		rules, err := settings.ForSite(l.o.Sites, address)
		if err != nil {
			*r.wrong = err
		}
		return rules
	}
	var err error
	r.Reading, err = parse.Begin(data, o)
	return r, err
}

// options are how the text of an origin is read: with what a page says of itself in its headers, and the address that
// its links lead on from.
func (l *Reader) options(from origin) parse.Options {
	o := parse.Options{
		Name: from.name, Format: from.format, Base: cmp.Or(from.base, l.o.Base), Labels: l.Wordings(), Log: l.Log,
		Part: from.part,
	}
	if from.page != nil {
		o.Charset = from.page.Charset
	}
	return o
}

// article is the part of an article's way that every step of an opening takes.
func (r reading) article() model.Article {
	a := r.Article()
	if *r.wrong != nil {
		a = withNotice(a, (*r.wrong).Error())
	}
	if r.from.page != nil {
		settle(&a.Entry, r.from.page.URL, r.data)
		if store.PageOf(a.URL) != store.PageOf(r.from.page.URL) {
			a.Found = r.from.page.URL
		}
	}
	a.Ref = r.from.ref
	return a
}

// settle gives the article of a page its address: the one that the page itself says it has, if that is on the same
// site, else where the page was found.
func settle(e *model.Entry, found string, data []byte) {
	if e.URL == "" || !address.SameSite(e.URL, found) {
		e.URL = found
	}
	e.ID = parse.ID(e.URL, data)
	e.Site = cmp.Or(e.Site, address.Name(found))
}

// told is what is to be known of a text that it does not say itself. cut tells that the source went on beyond what is
// read.
func (from origin) told(cut bool) []string {
	switch {
	case from.page == nil && cut:
		return []string{"lede cut this text at 64 MB. The file goes on."}
	case from.page == nil:
		return nil
	}
	told := from.page.Notes
	if sentence := from.page.Cut(); sentence != "" {
		told = append(told[:len(told):len(told)], sentence)
	}
	return told
}

// tooShort is the sentence for a page that ended early, before its text came; nil for any other text.
func (from origin) tooShort() error {
	if from.page == nil {
		return nil
	}
	return from.page.TooShort(from.ref)
}
