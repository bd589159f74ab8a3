package parse

import (
	"lede/content/lang"
	"lede/content/parse/block"
	"lede/content/parse/recognise"
	"lede/model"
)

// pageOptions are what is known of a page besides its text.
type pageOptions struct {
	origin string      // the address that it came from, or ""
	known  model.Entry // of its article, clean; this goes before what the page says
	labels lang.Labels // the user's own wordings
	rules  SiteOf      // the user's own rules, or nil
	whole  bool        // all of it is taken, not only what is the article's text
	part   bool        // it is known to be a page after the first of its article
	log    func(error) // is told why it was read in a simpler way
}

// webPage reads a web page in steps that each make a value of the ones before: the tree (pagetree.go), what stands apart in it (lift.go), what
// it says of its article (pagemeta.go), which of its elements are the article's own (maincontent.go), and these as units (pageunits.go). The
// tree is only read: each step notes beside it what it has found.
//
// A page that is too large or too deep for a tree, or that takes too many steps, is read from its tags alone (pagesimple.go). So is one
// that a step panics at.
//
// See https://html.spec.whatwg.org/.
func webPage(s string, o pageOptions) model.Article {
	a, err := try("read a page", func() model.Article { return readPage(parseDOM(s, o.origin, o.rules), o) })
	if err != nil {
		o.log(err)
		a = readPage(flatDOM(s, o.origin, o.rules), o)
	}
	return a
}

// readPage takes the steps one after the other.
func readPage(page domPage, o pageOptions) model.Article {
	marks := findMarks(page, o.labels)
	e, facts := readMeta(page, o.known)
	kept := chooseBody(page, marks, facts)
	if kept.failure != nil {
		o.log(kept.failure)
	}
	units, kept := pageUnits(page, facts, kept, o.whole)
	a := model.Article{Entry: e}
	if !o.whole && len(page.rules.Keep) == 0 {
		units = recognise.WithoutImprint(&a.Entry, units)
	}
	units = withLeadImage(units, facts.LeadImage)
	if o.whole && len(kept.words) > 0 {
		noteLeft(units, page, kept)
	}
	if page.cut {
		units = append(units, block.Unit{Block: model.Notice{Kind: model.Continues, Source: "lede cut this page at 16 MB. It goes on in the source."}})
	}
	number(units, page.doc)
	a.Sections, a.Reasons = block.Sections(units, secured(units, recognise.Units(units, o.labels), kept, o.whole), markupRules(kept))
	a.Next, a.Loose = nextPage(page, a.URL, o.part), looseLinks(page, kept, o.whole)
	return a
}

// pageUnits writes what of a page is kept, or all of it: where the user wants the whole page, or where nothing would be left of it. It
// returns what is kept after all.
func pageUnits(page domPage, facts metaFacts, kept bodyKept, whole bool) ([]block.Unit, bodyKept) {
	if whole && len(kept.words) > 0 {
		return writeBlocks(page.undropped(), facts, kept.everything()), kept
	}
	if whole {
		page, kept = page.undropped(), kept.everything()
	}
	units := writeBlocks(page, facts, kept)
	if page.flat == "" && !kept.all && !sayMore(units) {
		kept = kept.everything()
		units = writeBlocks(page, facts, kept)
	}
	return units, kept
}
