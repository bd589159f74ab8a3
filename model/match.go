package model

import (
	"slices"
	"strings"
)

// Record is what a query is asked of: an article and what the reader did with it.
type Record struct {
	Article Article
	Status  Status
	Feed    string // the title of the feed that it came by, or ""
}

// Match reports whether the record is among those that the query asks for. What is in the trash is only among those of a query that names it.
func (q Query) Match(r Record) bool {
	if !r.Status.Removed.IsZero() && !q.NamesTrash() {
		return false
	}
	return q.Expr == nil || match(q.Expr, r)
}

func match(e Expr, r Record) bool {
	switch e := e.(type) {
	case And:
		return !slices.ContainsFunc(e, func(part Expr) bool { return !match(part, r) })
	case Or:
		return slices.ContainsFunc(e, func(part Expr) bool { return match(part, r) })
	case Not:
		return !match(e.Expr, r)
	case Phrase:
		return slices.ContainsFunc(r.texts(e.Field), e.in)
	case About:
		return slices.ContainsFunc(r.Article.Topics, func(t Topic) bool { return TopicKey(t.Name) == e.Key })
	case Is:
		return r.Status.is(e.State)
	case Has:
		return slices.ContainsFunc(r.Article.Blocks(), func(b Block) bool { return KindOf(b) == e.Kind })
	case Dated:
		t := r.Article.Published
		return !t.IsZero() && !t.Before(e.From) && (e.To.IsZero() || t.Before(e.To))
	case Sized:
		n := r.Article.Words
		if e.Minutes {
			n = r.Article.Minutes()
		}
		return e.Min <= n && n <= e.Max
	}
	return true
}

// texts are what a phrase of the field is looked for in, each by itself.
func (r Record) texts(f Field) []string {
	switch f {
	case InTitle:
		return []string{r.Article.Title}
	case InByline:
		return r.Article.Byline
	case InSite:
		return []string{r.Article.Site}
	case InFeed:
		return []string{r.Feed}
	case InLanguage:
		return []string{r.Article.Language}
	case Anywhere:
	}
	return append([]string{r.Article.Title, r.Article.SearchText()}, r.Article.Byline...)
}

// SearchText is the text that a search without a field looks through, besides title and byline: the headings, the prose and the posts with
// their authors.
func (a Article) SearchText() string {
	var b strings.Builder
	for _, s := range a.Sections {
		b.WriteString(s.Title + "\n")
		for _, block := range s.Blocks {
			switch block := block.(type) {
			case Prose:
				b.WriteString(block.Text() + "\n")
			case Post:
				b.WriteString(block.Author + " " + block.Handle + " " + block.Text() + "\n")
			case Code, Related, Notice, Image:
			}
		}
	}
	return b.String()
}

// in reports whether the words of the phrase stand side by side in the text.
func (p Phrase) in(text string) bool {
	words := Tokens(text)
	if p.Field == InLanguage {
		return p.at(words)
	}
	for i := range words {
		if p.at(words[i:]) {
			return true
		}
	}
	return false
}

func (p Phrase) at(words []string) bool {
	return p.fits(len(words), func(i int) string { return words[i] })
}
