package parse

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"lede/model/clean"
)

// metaReader reads the sources of a page's metadata.
type metaReader struct {
	*page
	*pageSources
	article   linkedObject // what JSON-LD says of the article, or nil
	about     linkedObject // what it says of the page, or of the video or the product that the page is about; or nil
	site      string
	names     []string // what the site is called, folded by flatKey
	apartFrom map[*html.Node]apartness
	around    map[*html.Node]bool // the elements that the title stands in, once they have been asked for
}

func newMetaReader(p *page) *metaReader {
	r := &metaReader{page: p, pageSources: p.sources()}
	r.choose()
	r.readSite()
	return r
}

// choose picks the objects of JSON-LD that are about the article and about the page: those that name the page's own address, or
// its title, and otherwise the first.
func (r *metaReader) choose() {
	best, bestAbout := 0, 0
	for _, o := range r.data.objects {
		article := o.is("Article", "Posting", "Report", "Recipe", "Review", "CreativeWork", "Column")
		if !article && !o.is("Page", "VideoObject", "Product", "Event", "Episode", "Movie", "Book", "SoftwareApplication", "Dataset", "PodcastEpisode", "Thesis") {
			continue
		}
		score := 1
		if o.line("headline", "name") != "" {
			score++
		}
		if o["articleBody"] != nil || o["datePublished"] != nil {
			score++
		}
		if r.isHere(o) {
			score += 3
		}
		if t := flatKey(o.line("headline", "name")); t != "" && (t == flatKey(r.first("og:title")) || strings.HasPrefix(flatKey(r.title), t)) {
			score += 3
		}
		if article && score > best {
			best, r.article = score, o
		}
		if !article && score > bestAbout {
			bestAbout, r.about = score, o
		}
	}
}

// isHere tells whether an object names the address of the page.
func (r *metaReader) isHere(o linkedObject) bool {
	for _, key := range [...]string{"url", "mainEntityOfPage", "@id"} {
		for _, v := range listed(o[key]) {
			s, _ := v.(string)
			if m, ok := v.(map[string]any); ok {
				s, _ = m["@id"].(string)
			}
			if s != "" && r.samePage(s) {
				return true
			}
		}
	}
	return false
}

// samePage tells whether an address is that of the page by its path.
func (r *metaReader) samePage(s string) bool {
	path := pathOf(s)
	if len(path) < 2 {
		return false
	}
	for _, own := range [...]string{r.o.Base, r.first("og:url"), firstOf(r.links["canonical"])} {
		if pathOf(own) == path {
			return true
		}
	}
	return false
}

func pathOf(s string) string {
	if len(s) > maxAddress {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil {
		return ""
	}
	return strings.TrimRight(u.Path, "/")
}

func firstOf(all []string) string {
	if len(all) == 0 {
		return ""
	}
	return all[0]
}

// articleBody returns the text of the article that JSON-LD repeats.
func (r *metaReader) articleBody() string {
	for _, v := range listed(r.article["articleBody"]) {
		if s, ok := v.(string); ok {
			return clean.Text(newlines(s))
		}
	}
	return ""
}

// descriptions returns what the sources say in a few sentences of what the page is about.
func (r *metaReader) descriptions() []string {
	var all []string
	for _, name := range [...]string{"description", "og:description", "twitter:description", "dc.description"} {
		all = append(all, r.metas[name]...)
	}
	return append(all, r.article.line("description"), r.about.line("description"))
}
