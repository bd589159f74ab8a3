package reading

import (
	"context"
	"fmt"
	"net/url"
	"strings"

	"lede/content/topics"
	"lede/model"
)

// maxPages is how many pages of one article are joined.
const maxPages = 20

// joining is an article over several pages on its way to one.
type joining struct {
	article model.Article
	next    string          // the page that comes next, or ""
	pages   int             // that are in the article
	seen    map[string]bool // their addresses
	said    map[string]bool // what they have said, so that it is not said again
}

// join reads the pages on which an article of the web goes on, one after another, and puts them behind it; step, if
// it is not nil, gets the article as it grows. Title, authors and date are those of the first page. What a page says
// again is left out, and a page that says nothing new ends it. A page that cannot be read leaves a notice with its
// address.
func (l *Reader) join(ctx context.Context, a model.Article, from origin,
	step func(model.Article) error,
) (model.Article, error) {
	if a.Next == "" || from.page == nil {
		return a, nil
	}
	j := &joining{
		article: a, next: a.Next, pages: 1, seen: map[string]bool{pageKey(from.page.URL): true},
		said: map[string]bool{},
	}
	j.begin()
	for j.next != "" && !j.seen[pageKey(j.next)] {
		if j.pages == maxPages {
			j.stop(fmt.Sprintf("lede has joined %d pages.", maxPages))
			break
		}
		page, url, err := l.part(ctx, j.next, from.manners)
		if ctx.Err() != nil {
			return a, ctx.Err()
		}
		if err != nil {
			j.stop(Sentence(j.next, err).Error())
			break
		}
		if j.seen[pageKey(url)] {
			break
		}
		if pageKey(url) != pageKey(j.next) {
			j.stop("The next page leads elsewhere.")
			break
		}
		if !j.add(page) {
			break
		}
		if step != nil && j.next != "" {
			if err := step(j.done()); err != nil {
				return a, err
			}
		}
	}
	a = j.done()
	a.Next, a.Partial = "", false
	a.Topics = topics.Of(Beginning(a))
	return a, nil
}

// Manners is asked before a page is asked for; an error leaves the page alone. Nil asks nothing.
type Manners func(ctx context.Context, page string) error

// part reads a page after the first, and tells where it was found.
func (l *Reader) part(ctx context.Context, ref string, m Manners) (a model.Article, found string, err error) {
	if m != nil {
		if err := m(ctx, ref); err != nil {
			return a, "", err
		}
	}
	src, err := l.Fetcher.Open(ctx, ref)
	if err != nil {
		return a, "", err
	}
	defer src.Close() //nolint:errcheck // it was only read
	data, _, err := l.all(ctx, ref, src)
	if err != nil {
		return a, "", err
	}
	from := newOrigin(ref, src)
	from.part = true
	r, err := l.begin(from, data)
	if err != nil {
		return a, from.page.URL, err
	}
	a = r.article()
	return a, from.page.URL, wall(from, a)
}

// pageKey is an address in the form in which two for the same page are alike.
func pageKey(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return strings.TrimPrefix(u.Host, "www.") + strings.TrimSuffix(u.EscapedPath(), "/") + "?" + u.RawQuery
}

// begin notes what the first page says.
func (j *joining) begin() {
	j.said[saidKey(j.article.Title)] = true
	sections := make([]model.Section, len(j.article.Sections))
	for i, s := range j.article.Sections {
		j.said[saidKey(s.Title)] = true
		for _, b := range s.Blocks {
			j.said[saidKey(b.Text())] = true
		}
		s.Blocks = s.Blocks[:len(s.Blocks):len(s.Blocks)]
		sections[i] = s
	}
	if len(sections) == 0 {
		sections = []model.Section{{}}
	}
	j.article.Sections, j.article.Partial = sections, true
	j.article.Reasons = j.article.Reasons[:len(j.article.Reasons):len(j.article.Reasons)]
}

// add puts a page behind the article and reports whether it says anything new.
func (j *joining) add(page model.Article) bool {
	j.seen[pageKey(j.next)] = true
	j.next = page.Next
	j.pages++
	j.article.Left = page.Left
	fresh, at := 0, 0
	for _, s := range page.Sections {
		if s.Title != "" {
			at++
			if j.isNew(s.Title) {
				j.article.Sections = append(j.article.Sections, model.Section{Title: s.Title, Level: s.Level})
				j.because(page, at-1)
			}
		}
		last := &j.article.Sections[len(j.article.Sections)-1]
		for _, b := range s.Blocks {
			at++
			if !repeats(b) && !j.isNew(b.Text()) {
				continue
			}
			last.Blocks = append(last.Blocks, b)
			j.because(page, at-1)
			fresh++
		}
	}
	return fresh > 0
}

// because adds the reason of a part of a page. Its place is not known: it is one on another page than the article's
// source.
func (j *joining) because(page model.Article, at int) {
	var r model.Reason
	if at < len(page.Reasons) {
		r = page.Reasons[at]
	}
	r.Element = 0
	j.article.Reasons = append(j.article.Reasons, r)
}

// isNew notes what is said and reports whether it was not said before.
func (j *joining) isNew(text string) bool {
	key := saidKey(text)
	if j.said[key] {
		return false
	}
	j.said[key] = true
	return true
}

// repeats tells the blocks that a text may have again and again: rules, and short lines as of a conversation.
func repeats(b model.Block) bool {
	p, ok := b.(model.Prose)
	return ok && (p.Kind == model.Rule || p.Kind == model.Paragraph && len(p.Text()) < 40)
}

func saidKey(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// stop ends the article with why it goes no further, and where it goes on.
func (j *joining) stop(why string) {
	j.article = goingOn(j.article, why+" The article goes on here: ", j.next)
	j.next = ""
}

// goingOn ends an article with a notice that leads to where it goes on.
func goingOn(a model.Article, why, next string) model.Article {
	link := model.Link{Title: next, URL: next}
	a = withNotice(a, "")
	last := &a.Sections[len(a.Sections)-1]
	last.Blocks[len(last.Blocks)-1] = model.Notice{
		Kind: model.Continues, Source: model.Escape(why) + link.Markdown(),
		Plain: why + next,
	}
	return a
}

// done is the article as far as it has come. What is added later does not change it.
func (j *joining) done() model.Article {
	a := j.article
	a.Sections = append([]model.Section(nil), a.Sections...)
	for i := range a.Sections {
		a.Sections[i].Blocks = a.Sections[i].Blocks[:len(a.Sections[i].Blocks):len(a.Sections[i].Blocks)]
	}
	a.Words = a.CountWords()
	return a
}
