package reading

import (
	"cmp"
	"context"
	"strings"

	"lede/content/fetch"
	"lede/content/lang"
	"lede/content/parse"
	"lede/content/parse/page/dom"
	"lede/content/settings"
	"lede/content/topics"
	"lede/model"
	"lede/model/address"
)

// again is the source of an article, to be read once more with the rules and labels as they are now.
func (l *Reader) again(a *model.Article, whole bool) parse.Reading {
	from := origin{ref: a.Ref, name: strings.TrimPrefix(a.Ref, fetch.Stdin), format: a.Format, base: a.Base}
	if model.IsID(a.Ref) {
		from.name = ""
	}
	o := l.options(from)
	o.Whole = whole
	o.Sites = func(address string) dom.SiteRules {
		rules, _ := settings.ForSite(l.o.Sites, address) // what is wrong was told when the page was read
		return rules
	}
	return parse.Decoded(a.Source, o)
}

// Reread reads an article again from its source, with the rules and labels as they are now. The pages after its first
// are fetched once more. whole takes in everything on its page, and no other pages.
func (l *Reader) Reread(ctx context.Context, a *model.Article, whole bool) (model.Article, error) {
	if !a.CanReread() {
		return model.Article{}, errSourceless
	}
	again := l.again(a, whole).Article()
	again.Ref, again.ID = a.Ref, a.ID
	again.Title, again.URL, again.Site = cmp.Or(again.Title, a.Title), cmp.Or(again.URL, a.URL),
		cmp.Or(again.Site, a.Site)
	again.Topics = topics.Of(Beginning(again))
	if whole || !address.IsChecked(a.Ref) && !model.IsID(a.Ref) || !address.IsChecked(a.URL) {
		return again, nil
	}
	return l.join(ctx, again, origin{ref: a.Ref, page: &fetch.Page{URL: a.URL}}, nil)
}

// Wordings are the reader's own labels as they are now.
func (l *Reader) Wordings() lang.Labels {
	l.labels.RLock()
	defer l.labels.RUnlock()
	return l.o.Labels
}

// Correct writes a correction into its file, as a rule for the site or as a label, and returns what takes it back.
// What else stands in the file stays. The error is a sentence.
func (l *Reader) Correct(c model.Correction) (undo func() error, err error) {
	takeBack, err := settings.Correct(c)
	if err != nil {
		return nil, err
	}
	l.relabel(c, true)
	return func() error {
		if err := takeBack(); err != nil {
			return err
		}
		l.relabel(c, false)
		return nil
	}, nil
}

// relabel adds the label of a correction to those that texts are read with, or takes it away again.
func (l *Reader) relabel(c model.Correction, add bool) {
	l.labels.Lock()
	defer l.labels.Unlock()
	l.o.Labels = settings.WithLabel(l.o.Labels, c, add)
}
