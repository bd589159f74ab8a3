package page

import (
	"lede/content/lang"
	"lede/content/parse/block"
	"lede/content/parse/page/body"
	"lede/content/parse/page/dom"
	"lede/content/parse/page/lift"
	"lede/content/parse/page/meta"
	"lede/content/parse/page/thread"
	"lede/content/parse/page/write"
	"lede/content/parse/recognise"
	"lede/model"
)

// Options are what is known of a page besides its text.
type Options struct {
	Origin string      // the address that it came from, or ""
	Known  model.Entry // of its article, clean; this goes before what the page says
	Labels lang.Labels // the user's own wordings
	Rules  dom.SiteOf  // the user's own rules, or nil
	Whole  bool        // all of it is taken, not only what is the article's text
	Part   bool        // it is known to be a page after the first of its article
	Log    func(error) // is told why it was read in a simpler way, or nil
}

// Read reads a web page in steps that each make a value of the ones before: the tree (dom/tree.go), what is set apart
// in it (lift.go), what it says of its article (meta/meta.go), which of its elements are the article's own
// (body/survey.go), and these as units (write/units.go). The tree is only read: each step notes beside it what it has
// found.
//
// A page that is too large or too deep for a tree, or that takes too many steps, is read from its tags alone
// (write/simple.go). So is one that a step panics at.
//
// See https://html.spec.whatwg.org/.
func Read(s string, o Options) model.Article {
	a, err := dom.Try("read a page", func() model.Article { return ReadTree(dom.Parse(s, o.Origin, o.Rules), o) })
	if err != nil {
		o.fall(err)
		a = ReadTree(dom.ParseFlat(s, o.Origin, o.Rules), o)
	}
	return a
}

// fall logs why a page is read in a simpler way.
func (o Options) fall(err error) {
	if o.Log != nil {
		o.Log(err)
	}
}

// ReadTree takes the steps one after the other.
func ReadTree(page dom.Page, o Options) model.Article {
	marks := lift.Find(page, o.Labels)
	e, facts := meta.Read(page, o.Known)
	messages := thread.Find(page, marks)
	kept := body.Choose(page, marks, facts, messages)
	if kept.Failure != nil {
		o.fall(kept.Failure)
	}
	units, kept := pageUnits(page, facts, kept, o.Whole)
	units = statedUnits(page, facts, units)
	a := model.Article{Entry: messages.Opened(e)}
	if !o.Whole && len(page.Rules.Keep) == 0 {
		units = recognise.WithoutImprint(&a.Entry, units)
	}
	units = write.WithLeadImage(units, facts.LeadImage)
	if o.Whole && len(kept.Words) > 0 {
		noteLeft(units, page, kept)
	}
	if page.Cut {
		units = append(units,
			block.Unit{
				Block: model.Notice{Kind: model.Continues, Source: "lede cut this page at 16 MB. It goes on in the source."},
			})
	}
	number(units, page.Doc)
	a.Sections, a.Reasons = block.Sections(units,
		secured(units, recognise.Units(units, o.Labels), kept, o.Whole), Rules(kept))
	a.Next, a.Loose = nextPage(page, a.URL, o.Part), looseLinks(page, kept, o.Whole)
	a.Left, a.Updated = left(kept, o.Whole), facts.Updated
	return a
}

// pageUnits writes what of a page is kept, or all of it: where the user wants the whole page, or where nothing would
// be left of it. It returns what is kept after all.
func pageUnits(page dom.Page, facts meta.Facts, kept body.Kept, whole bool) ([]block.Unit, body.Kept) {
	if whole && len(kept.Words) > 0 {
		return write.Blocks(page.Undropped(), facts, kept.Everything()), kept
	}
	if whole {
		page, kept = page.Undropped(), kept.Everything()
	}
	units := write.Blocks(page, facts, kept)
	if page.Flat == "" && !kept.All && !write.SayMore(units) {
		kept = kept.Everything()
		units = write.Blocks(page, facts, kept)
	}
	return units, kept
}

// left returns the passages below an article's text that are left out.
func left(kept body.Kept, whole bool) (all []string) {
	if kept.All || whole {
		return nil
	}
	for _, l := range kept.Left {
		all = append(all, l.Text)
	}
	return all
}
