package content

import (
	"context"
	"maps"
	"strings"

	"lede/content/fetch"
	"lede/content/lang"
	"lede/content/parse"
	"lede/content/parse/page/dom"
	"lede/content/topics"
	"lede/model"
)

// again is how the source of an article is read once more.
func (l *Library) again(a *model.Article) parse.Options {
	o := l.options(origin{ref: a.Ref, name: strings.TrimPrefix(a.Ref, fetch.Stdin), format: a.Format})
	o.Base, o.Whole = a.Base, a.Whole
	o.Sites = func(address string) dom.SiteRules {
		rules, _ := siteRules(l.o.Sites, address) // what is wrong was told when the page was read
		return rules
	}
	return o
}

// Reread reads an article again from its source, with the rules and labels as they are now. The pages after its first are fetched once
// more. whole takes in everything on its page, and no other pages.
func (l *Library) Reread(ctx context.Context, a *model.Article, whole bool) (model.Article, error) {
	o := l.again(a)
	o.Whole = whole
	again, err := parse.Read([]byte(a.Source), o)
	if err != nil {
		return again, sentence(a.Ref, err)
	}
	again.Ref, again.ID, again.Whole = a.Ref, a.ID, whole
	if again.URL == "" {
		again.URL = a.URL
	}
	if again.Site == "" {
		again.Site = a.Site
	}
	again.Topics = topics.Of(beginning(again))
	if whole || !model.IsAddress(a.Ref) {
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
