package meta

import (
	"strings"

	"lede/model/address"
	"lede/model/clean"
)

// articleTypes and aboutTypes are suffixes of schema.org types: of articles, and of what a page may be about instead.
var (
	articleTypes = []string{"Article", "Posting", "Report", "Recipe", "Review", "CreativeWork", "Column"}
	aboutTypes   = []string{
		"Page", "VideoObject", "Product", "Event", "Episode", "Movie", "Book", "SoftwareApplication", "Dataset",
		"PodcastEpisode", "Thesis",
	}
)

// choose picks the JSON-LD objects that describe the article and the page: those that name the page's address or its
// title, otherwise the first.
func (s *pageSources) choose() {
	best, bestAbout := 0, 0
	for _, o := range s.data.objects {
		article := o.is(articleTypes...)
		if !article && !o.is(aboutTypes...) {
			continue
		}
		score := s.closeness(o)
		if article && score > best {
			best, s.article = score, o
		}
		if !article && score > bestAbout {
			bestAbout, s.about = score, o
		}
	}
}

// ownMark is what it counts for an object to name this page: more than having every field of an article.
const ownMark = 3

// closeness returns how likely an object is to describe this page rather than another one; at least 1.
func (s *pageSources) closeness(o linkedObject) int {
	score := 1
	if o.line("headline", "name") != "" {
		score++
	}
	if o["articleBody"] != nil || o["datePublished"] != nil {
		score++
	}
	if s.isHere(o) {
		score += ownMark
	}
	title := flatKey(o.line("headline", "name"))
	if title != "" && (title == flatKey(s.metas.first("og:title")) || strings.HasPrefix(flatKey(s.title), title)) {
		score += ownMark
	}
	return score
}

// isHere reports whether an object names the address of the page.
func (s *pageSources) isHere(o linkedObject) bool {
	for _, key := range [...]string{"url", "mainEntityOfPage", "@id"} {
		for _, v := range listed(o[key]) {
			address, _ := v.(string)
			if m, ok := v.(map[string]any); ok {
				address, _ = m["@id"].(string)
			}
			if address != "" && s.samePage(address) {
				return true
			}
		}
	}
	return false
}

// samePage reports whether an address has the path of the page.
func (s *pageSources) samePage(link string) bool {
	path := address.Path(link)
	if len(path) < len("/a") {
		return false // the front page names no article
	}
	for _, own := range [...]string{s.Origin, s.metas.first("og:url"), s.links.first("canonical")} {
		if address.Path(own) == path {
			return true
		}
	}
	return false
}

// subjects returns the JSON-LD objects that describe the article and the page. Either may be nil.
func (s *pageSources) subjects() [2]linkedObject { return [2]linkedObject{s.article, s.about} }

// publishers returns the publishers that JSON-LD names.
func (s *pageSources) publishers() []string {
	var names []string
	for _, o := range s.subjects() {
		names = append(names, s.data.names(o["publisher"])...)
	}
	return names
}

// isHeadline reports whether JSON-LD or OpenGraph give a text, folded by flatKey, as the title.
func (s *pageSources) isHeadline(key string) bool {
	return key == flatKey(s.article.line("headline")) || key == flatKey(s.metas.first("og:title"))
}

// articleBody returns the text of the article as JSON-LD repeats it.
func (s *pageSources) articleBody() string {
	for _, v := range listed(s.article["articleBody"]) {
		if body, ok := v.(string); ok {
			return clean.Text(clean.Newlines(body))
		}
	}
	return ""
}

// descriptions returns the short descriptions of the page that the sources give.
func (s *pageSources) descriptions() []string {
	var all []string
	for _, name := range [...]string{"description", "og:description", "twitter:description", "dc.description"} {
		all = append(all, s.metas[name]...)
	}
	return append(all, s.article.line("description"), s.about.line("description"))
}
