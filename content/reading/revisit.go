package reading

import (
	"fmt"
	"slices"

	"lede/content/shelf"
	"lede/content/store"
	"lede/model"
	"lede/model/clean"
	"lede/model/diff"
)

// revisit shows the text that the library holds of a page, and asks the page for a newer one behind it. A newer one
// becomes the newest version of the article, unless the page holds another article now, or only a part of this one. A
// page of the same text adds what the library does not hold: its source, and why each part is what it is.
func (o *opening) revisit(kept model.Article) error {
	if err := o.send(model.Opening{Article: kept, Kept: true}); err != nil {
		return err
	}
	fresh, err := o.Fetched(o.ctx, o.ref, nil)
	switch {
	case o.ctx.Err() != nil:
		return o.ctx.Err()
	case err != nil:
		return o.send(model.Opening{Note: "This is the text in your library. " + Sentence(o.ref, err).Error()})
	case SameText(kept, fresh):
		kept.Source, kept.Format, kept.Base, kept.Reasons = fresh.Source, fresh.Format, fresh.Base, fresh.Reasons
		return o.send(model.Opening{Article: kept, Kept: true})
	}
	switch diff.Relate(kept, fresh, false) {
	case diff.Stub:
		return o.send(model.Opening{Note: "This is the text in your library; the page holds only a part of it now."})
	case diff.Other:
		return o.send(
			model.Opening{
				Note: fmt.Sprintf(
					"This is the text in your library. The page holds another one now: “%s”. To keep that too: lede add %s",
					clean.Line(fresh.Title), clean.Shell(clean.Masked(o.ref))),
			})
	case diff.Same, diff.Version:
	}
	fresh.ID = kept.ID
	if full, ok := Completed(kept, fresh); ok {
		if err := o.takeIn(full); err != nil {
			return err
		}
		return o.send(model.Opening{Article: full})
	}
	if err := o.takeIn(fresh); err != nil {
		return err
	}
	return o.send(model.Opening{Article: fresh, Note: changedNote(diff.Between(kept, fresh))})
}

// changedNote says what has become of a page.
func changedNote(changes []diff.Change) string {
	if len(changes) == 0 {
		return ""
	}
	return "The page has changed: " + diff.Summary(changes) + ". The text before is kept, too."
}

// takeIn puts the new text of an article that the library holds in the place of the old one.
func (o *opening) takeIn(a model.Article) error {
	a.Source = shelf.SourceToKeep(a)
	o.ApplyRules(&a)
	_, err := shelf.Ask(o.ctx, o.Shelf, func(s *store.Store) ([]model.Kept, error) { return s.Put(o.ctx, false, a) })
	return err
}

// SameText reports whether two articles say the same in the same order.
func SameText(a, b model.Article) bool {
	return a.Title == b.Title && slices.EqualFunc(a.Sections, b.Sections, func(a, b model.Section) bool {
		return a.Title == b.Title && a.Level == b.Level && slices.EqualFunc(a.Blocks, b.Blocks, func(a, b model.Block) bool {
			return a.Markdown() == b.Markdown()
		})
	})
}
