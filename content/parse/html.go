package parse

import (
	"lede/model"
)

// webPage reads a web page in steps that each make a value of the ones before: the tree (pagetree.go), what stands apart in it (lift.go), what
// it says of its article (pagemeta.go), which of its elements are the article's own (maincontent.go), and these as units (pageunits.go). The
// tree is only read: each step notes beside it what it has found.
//
// A page that is too large or too deep for a tree, or that takes too many steps, is read from its tags alone (pagesimple.go). So is one
// that a step panics at.
//
// See https://html.spec.whatwg.org/.
func webPage(s string, o Options) model.Article {
	a, err := try("read a page", func() model.Article { return readPage(parseDOM(s, o.Base, o.Sites), o) })
	if err != nil {
		o.log(err)
		a = readPage(flatDOM(s, o.Base, o.Sites), o)
	}
	return a
}

// readPage takes the steps one after the other.
func readPage(page domPage, o Options) model.Article {
	a := model.Article{}
	marks := findMarks(page, o.Labels)
	e, facts := readMeta(page, o.Known)
	a.Entry = e
	kept := chooseBody(page, marks, facts)
	o.log(kept.failure)
	units := pageUnits(page, facts, &kept, o.Whole)
	if !o.Whole && len(page.rules.Keep) == 0 {
		units = withoutImprint(&a.Entry, units)
	}
	units = withLeadImage(units, facts.LeadImage)
	if o.Whole && len(kept.words) > 0 {
		noteLeft(units, page, kept)
	}
	if page.cut {
		units = append(units, unit{block: model.Notice{Kind: model.Continues, Source: "lede cut this page at 16 MB. It goes on in the source."}})
	}
	number(units, page.doc)
	a.Sections, a.Reasons = sections(units, secured(units, recognise(units, o.Labels), kept, o.Whole), kept.reasons())
	a.Next, a.Loose = nextPage(page, a.URL, o.Part), looseLinks(page, kept, o.Whole)
	return a
}

// pageUnits writes what of a page is kept, or all of it: where the user wants the whole page, or where nothing would be left of it.
func pageUnits(page domPage, facts metaFacts, kept *bodyKept, whole bool) []unit {
	if whole {
		if len(kept.words) == 0 {
			*kept = kept.everything()
		}
		return writeBlocks(page.undropped(), facts, kept.everything())
	}
	units := writeBlocks(page, facts, *kept)
	if page.flat == "" && !sayMore(units) {
		*kept = kept.everything()
		units = writeBlocks(page, facts, *kept)
	}
	return units
}

// reasons are the words for what only the page's markup tells of a unit.
func (k bodyKept) reasons() kindRules {
	plain := "main content: reads like the article's own text"
	switch {
	case k.selected:
		plain = "main content: a site rule selects it"
	case k.all:
		plain = "no main content was found: the whole page is kept"
	}
	return kindRules{
		plainUnit: plain, headingUnit: "HTML: heading", quoteUnit: "HTML: quotation", listUnit: "HTML: list",
		tableUnit: "HTML: table", codeUnit: "HTML: code", imageUnit: "HTML: picture", ruleUnit: "HTML: rule",
	}
}

// secured drops what was recognised in what a rule of the user keeps as text of the article, or what is left out of it.
func secured(units []unit, marked []found, kept bodyKept, whole bool) []found {
	if len(kept.sure) == 0 && !whole {
		return marked
	}
	for i, u := range units {
		for _, n := range kept.sure {
			if u.node != nil && within(u.node, n) {
				units[i].why, units[i].sure = why{rule: "site rule: keep"}, true
			}
		}
	}
	var left []found
next:
	for _, f := range marked {
		for _, u := range units[f.from:f.to] {
			if u.sure {
				continue next
			}
		}
		left = append(left, f)
	}
	return left
}
