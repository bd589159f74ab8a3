package reading

import (
	"cmp"
	"slices"

	"lede/content/parse"
	"lede/model"
	"lede/model/attached"
	"lede/model/clean"
	"lede/model/diff"
)

// teaserRunes is how much of a teaser stays as the summary of the text that takes its place.
const teaserRunes = 400

// IsTeaser reports whether an article is an entry of a feed that is only the beginning of what its page holds.
func IsTeaser(a model.Article) bool { return a.Format == model.EntryFormat && parse.IsTeaser(a) }

// Completed is an entry of a feed with the text of its page in place of its teaser, which stays as its summary. ok is
// false where the page holds no more, or something else.
func Completed(teaser, page model.Article) (full model.Article, ok bool) {
	if !IsTeaser(teaser) || page.Words <= teaser.Words {
		return teaser, false
	}
	switch diff.Relate(teaser, page, false) {
	case diff.Other, diff.Stub:
		return teaser, false
	case diff.Same, diff.Version:
	}
	page.ID, page.Ref, page.Site = teaser.ID, teaser.Ref, cmp.Or(teaser.Site, page.Site)
	page.Title, page.Language = cmp.Or(teaser.Title, page.Title), cmp.Or(page.Language, teaser.Language)
	if page.Published.IsZero() {
		page.Published = teaser.Published
	}
	if len(page.Byline) == 0 {
		page.Byline = teaser.Byline
	}
	for _, t := range teaser.Topics { // what the feed says, and what the user says of the feed
		known := slices.ContainsFunc(page.Topics, func(o model.Topic) bool { return o.Key == t.Key })
		if t.From != model.Inferred && !known {
			page.Topics = append(page.Topics, t)
		}
	}
	if said := clean.Line(teaser.SearchText()); said != "" {
		page.Summary = string([]rune(said)[:min(teaserRunes, len([]rune(said)))])
	}
	return attached.Onto(page, &teaser), true
}
