package content

import (
	"cmp"
	"context"
	"maps"
	"strings"

	"lede/content/fetch"
	"lede/content/lang"
	"lede/content/parse"
	"lede/content/parse/page"
	"lede/content/parse/page/dom"
	"lede/content/topics"
	"lede/model"
)

// sourceToKeep is what the library keeps of what an article was read from.
func sourceToKeep(a model.Article) string {
	if a.Format == parse.HTML {
		return page.Lean(a.Source)
	}
	return a.Source
}

// again is the source of an article, to be read once more with the rules and labels as they are now.
func (l *Library) again(a *model.Article, whole bool) parse.Reading {
	from := origin{ref: a.Ref, name: strings.TrimPrefix(a.Ref, fetch.Stdin), format: a.Format, base: a.Base}
	if model.IsID(a.Ref) {
		from.name = ""
	}
	o := l.options(from)
	o.Whole = whole
	o.Sites = func(address string) dom.SiteRules {
		rules, _ := siteRules(l.o.Sites, address) // what is wrong was told when the page was read
		return rules
	}
	return parse.Decoded(a.Source, o)
}

// Reread reads an article again from its source, with the rules and labels as they are now. The pages after its first are fetched once
// more. whole takes in everything on its page, and no other pages.
func (l *Library) Reread(ctx context.Context, a *model.Article, whole bool) (model.Article, error) {
	if !a.CanReread() {
		return model.Article{}, errSourceless
	}
	again := l.again(a, whole).Article()
	again.Ref, again.ID = a.Ref, a.ID
	again.Title, again.URL, again.Site = cmp.Or(again.Title, a.Title), cmp.Or(again.URL, a.URL), cmp.Or(again.Site, a.Site)
	again.Topics = topics.Of(beginning(again))
	if whole || !model.IsAddress(a.Ref) && !model.IsID(a.Ref) || !model.IsAddress(a.URL) {
		return again, nil
	}
	return l.join(ctx, again, origin{ref: a.Ref, page: &fetch.Page{URL: a.URL}}, nil)
}

// wordings are the reader's own labels as they are now.
func (l *Library) wordings() lang.Labels {
	l.labels.RLock()
	defer l.labels.RUnlock()
	return l.o.Labels
}

// relabel adds a label to those that texts are read with, or takes it away again.
func (l *Library) relabel(c model.Correction, add bool) {
	l.labels.Lock()
	defer l.labels.Unlock()
	change := func(list []string) []string {
		if add {
			return append(list[:len(list):len(list)], c.Value)
		}
		return list[:max(0, len(list)-1)]
	}
	switch c.Kind {
	case model.LabelsLinks:
		l.o.Labels.Related = change(l.o.Labels.Related)
		return
	case model.LabelsText:
		l.o.Labels.Text = change(l.o.Labels.Text)
		return
	case model.DropThis, model.KeepThis, model.SelectThis, model.TitleHere, model.BylineHere, model.DateHere: // of sites
	}
	kind := model.NoticeKind(strings.TrimPrefix(string(c.Kind), model.LabelsNotice))
	notices := map[model.NoticeKind][]string{}
	maps.Copy(notices, l.o.Labels.Notices)
	notices[kind] = change(notices[kind])
	l.o.Labels.Notices = notices
}
