// Package diff reports what has changed between two texts of an article, sentence by sentence, and whether they are of
// one article at all.
//
// Start with Between; unit.go makes sentences of an article, align.go finds those that both texts have, and pair.go
// those that have been reworded. It is pure: content judges with it what comes in, and the reader shows with it what
// has changed.
package diff

import (
	"cmp"
	"slices"

	"lede/model"
)

// Kind is what happened to a sentence.
type Kind string

// The kinds of changes.
const (
	Added    Kind = "added"
	Removed  Kind = "removed"
	Reworded Kind = "reworded"
)

// Part is where in an article a change is in.
type Part string

// The parts of an article.
const (
	Title    Part = "title"
	Byline   Part = "byline"
	Heading  Part = "heading"
	Sentence Part = "sentence"
)

// Note marks a sentence that is about the changes themselves.
type Note string

// The notes.
const (
	NoNote     Note = ""
	Correction Note = "correction" // "An earlier version of this article …"
	Update     Note = "update"     // "Updated at 3 p.m."
)

// Change is one sentence that is not as it was.
type Change struct {
	Kind     Kind
	Part     Part
	Note     Note
	Section  string   // the heading that the sentence stands below; "" for the lead
	Old, New string   // the sentence before and now; "" where it was not, or is not any more
	OldMarks [][2]int // the bytes of Old that were taken out, of a sentence that was reworded: from and up to, in order
	NewMarks [][2]int // the bytes of New that were put in
	// Block is where the sentence is in the new text, or was before it was removed, counted over the article as in
	// model.Place. It is -1 for the head.
	Block int
	// At is how many bytes of the block's text stand before the sentence; -1 for one that was removed, and outside of
	// blocks.
	At int
}

// Between returns what has changed from one text of an article to a newer one, in the order of the newer. What is
// round an article is no part of it: related links, advertisements, notices, pictures, clocks and counters. A
// sentence that only stands elsewhere has not changed, nor has one that both pages have, although only one of the
// texts does.
func Between(old, new model.Article) []Change {
	a, b := unitsOf(old), unitsOf(new)
	edits := withoutMoved(a, b, gaps(keysOf(a), keysOf(b)))
	p, ok := pagesOf(old, new)
	if ok {
		new.Title = cmp.Or(titleOnPage(old, new), new.Title)
	}
	changes := headChanges(old, new)
	if ok {
		edits = p.withoutFound(a, b, edits)
		changes = slices.DeleteFunc(changes, func(c Change) bool { return !p.headGone(c) })
	}
	for _, e := range edits {
		changes = append(changes, e.changes(a, b)...)
	}
	if ok {
		changes = append(changes, p.strays(new.Source, b)...)
		slices.SortStableFunc(changes, func(a, b Change) int { return cmp.Compare(a.Block, b.Block) })
	}
	if onlyClock(changes) {
		return nil
	}
	return changes
}

// headChanges are the changes of title, byline and standfirst.
func headChanges(old, new model.Article) []Change {
	var changes []Change
	head := func(part Part, was, is string) {
		if sameWords(was, is) {
			return
		}
		c := Change{Kind: Reworded, Part: part, Old: was, New: is, Block: -1, At: -1}
		switch {
		case was == "":
			c.Kind = Added
		case is == "":
			c.Kind = Removed
		default:
			c.OldMarks, c.NewMarks = marks(was, is)
		}
		changes = append(changes, c)
	}
	head(Title, old.Title, new.Title)
	if !sameNames(old.Byline, new.Byline) {
		head(Byline, names(old.Byline), names(new.Byline))
	}
	return changes
}

// sameNames reports whether two bylines name the same people, in whatever order.
func sameNames(a, b []string) bool {
	fold := func(names []string) []string {
		out := make([]string, len(names))
		for i, n := range names {
			out[i] = words(n)
		}
		slices.Sort(out)
		return out
	}
	return slices.Equal(fold(a), fold(b))
}

// withoutMoved takes out of edits the sentences that only stand elsewhere now.
func withoutMoved(a, b []unit, edits []edit) []edit {
	left := make(map[string]int)
	for _, e := range edits {
		for _, i := range e.old {
			left[a[i].key]++
		}
	}
	moved := make(map[string]int)
	for k := range edits {
		edits[k].new = slices.DeleteFunc(edits[k].new, func(j int) bool {
			key := b[j].key
			if left[key] == 0 {
				return false
			}
			left[key]--
			moved[key]++
			return true
		})
	}
	for k := range edits {
		edits[k].old = slices.DeleteFunc(edits[k].old, func(i int) bool {
			key := a[i].key
			if moved[key] == 0 {
				return false
			}
			moved[key]--
			return true
		})
	}
	return slices.DeleteFunc(edits, func(e edit) bool { return len(e.old)+len(e.new) == 0 })
}

// onlyClock reports whether nothing has changed but the time that the page says it was updated at.
func onlyClock(changes []Change) bool {
	return !slices.ContainsFunc(changes, func(c Change) bool {
		return c.Note != Update || c.Kind != Reworded || !onlyFigures(c)
	})
}

// onlyFigures reports whether a reworded sentence differs in figures and names of months and days alone.
func onlyFigures(c Change) bool {
	return slices.Equal(timeless(c.Old), timeless(c.New))
}
