package feed

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"time"

	"lede/model"
	"lede/model/clean"
)

// item reads an entry.
func (r *reader) item(n *node) model.Item {
	link, _ := r.links(n)
	it := model.Item{
		ID: strings.TrimSpace(clean.Text(firstWords(n, "guid", "id", "dc:identifier"))), Title: r.title(n),
		Topics:  topics(n),
		Authors: itemAuthors(n), Published: when(n, published()...), Updated: when(n, updated()...),
		Language: itemLanguage(n),
	}
	if it.ID == "" {
		it.ID = n.attr("about")
	}
	if orig := n.kid("feedburner:origlink"); orig != nil && r.address(n, orig.words()) != "" {
		link = orig.words()
	}
	if it.URL = r.address(n, link); it.URL == "" {
		it.URL = r.permalink(n)
	}
	if day := when(n, "dc:date"); it.Updated.IsZero() && it.Published.Equal(day) {
		it.Updated = day // which of the two it is, Dublin Core does not say
	}
	if it.Published.IsZero() && n.kid("id") == nil {
		it.Published = it.Updated
	}
	r.text(n, &it)
	r.media(n, &it)
	for _, l := range n.all("link", "atom:link") {
		if rel := l.attr("rel"); rel != "enclosure" && rel != "self" {
			if url := r.address(n, l.attr("href")); url != "" && url != it.URL && !slices.Contains(it.Links, url) {
				it.Links = append(it.Links, url)
			}
		}
	}
	if c := r.address(n, firstWords(n, "comments")); c != "" && c != it.URL {
		it.Links = append(it.Links, c)
	}
	return it
}

// title is the title of an item: its own, else that of its media.
func (r *reader) title(n *node) string {
	for _, name := range []string{"title", "dc:title", "atom:title", "media:title"} {
		for _, k := range n.all(name) {
			if t := line(k); t != "" {
				return t
			}
		}
	}
	return line(n.kid("itunes:title"))
}

func firstWords(n *node, names ...string) string {
	for _, name := range names {
		for _, k := range n.all(name) {
			if w := k.words(); strings.TrimSpace(w) != "" {
				return w
			}
		}
	}
	return ""
}

// permalink is the address that an item's own ID is, where it is one.
func (r *reader) permalink(n *node) string {
	guid := n.kid("guid")
	if guid != nil && strings.EqualFold(guid.attr("ispermalink"), "false") {
		return ""
	}
	id := strings.TrimSpace(firstWords(n, "guid", "id"))
	if id == "" {
		id = n.attr("about")
	}
	if !strings.HasPrefix(id, "http://") && !strings.HasPrefix(id, "https://") {
		return ""
	}
	return resolve(id, "")
}

// links returns the address of the page of a feed or an item, and that of the feed itself, as they are written.
func (r *reader) links(n *node) (page, self string) {
	best := 0
	for _, l := range n.all("link", "atom:link") {
		href, rel := l.attr("href"), strings.ToLower(l.attr("rel"))
		rank := 0
		switch {
		case href == "" && strings.TrimSpace(l.words()) != "" && !l.has():
			href, rank = strings.TrimSpace(l.words()), 4
		case href == "":
		case rel == "self":
			if self == "" {
				self = href
			}
			rank = 1
			if l.name == "atom:link" || !isItem(n.name) {
				rank = 0
			}
		case rel == "alternate" || rel == "":
			rank = 3
			if t := strings.ToLower(l.attr("type")); t == "" || strings.Contains(t, "html") {
				rank = 4
			}
		}
		if rank > best {
			page, best = href, rank
		}
	}
	return page, self
}

// itemLanguage is what an item says of its own language.
func itemLanguage(n *node) string {
	if stated := n.kid("language", "dc:language"); stated != nil {
		return clean.Line(stated.words())
	}
	for _, a := range n.attrs {
		if a.Name.Local == "lang" {
			return clean.Line(a.Value)
		}
	}
	return ""
}

// text takes the longest of what an item says, and a shorter one as its summary.
func (r *reader) text(n *node, it *model.Item) {
	var full, short *node
	for _, name := range []string{"content:encoded", "content", "xhtml:body", "body", "atom:content", "fullitem"} {
		if k := n.kid(name); k != nil && full == nil && strings.TrimSpace(k.words()) != "" ||
			k != nil && full == nil && k.has() {
			full = k
		}
	}
	for _, name := range []string{
		"description", "summary", "atom:summary", "itunes:summary", "dc:description", "itunes:subtitle",
		"dcterms:abstract",
	} {
		if k := n.kid(name); k != nil && short == nil && (strings.TrimSpace(k.words()) != "" || k.has()) {
			short = k
		}
	}
	if full == nil {
		full, short = short, nil
	}
	if full == nil {
		full = mediaText(n)
	}
	if full == nil {
		return
	}
	v := value(full)
	if v.html {
		it.HTML = r.cleanHTML(v.text, r.baseOf(full))
	} else {
		it.Text = strings.TrimSpace(clean.Text(v.text))
	}
	if short != nil {
		it.Summary = clean.Line(plain(value(short)))
	}
}

// mediaText is what is said about the media of an item.
func mediaText(n *node) *node {
	for _, in := range append([]*node{n}, n.all("media:group", "media:content")...) {
		if k := in.kid("media:description"); k != nil && strings.TrimSpace(k.words()) != "" {
			return k
		}
	}
	return nil
}

// topics are the categories of a feed or an item, each once.
func topics(n *node) []string {
	var all []string
	add := func(s string) {
		if s = clean.Line(plain(written{s, true})); s != "" &&
			!slices.ContainsFunc(all, func(o string) bool { return strings.EqualFold(o, s) }) {
			all = append(all, s)
		}
	}
	for _, k := range n.kids {
		switch k.name {
		case "category", "atom:category", "dc:subject", "itunes:category", "media:category":
			term := k.attr("label")
			if term == "" {
				term = k.attr("term")
			}
			if term == "" {
				term = k.attr("text")
			}
			if term == "" {
				term = k.words()
			}
			add(term)
			for _, sub := range k.all("itunes:category") {
				add(sub.attr("text"))
			}
		case "itunes:keywords", "media:keywords":
			for term := range strings.SplitSeq(k.words(), ",") {
				add(term)
			}
		}
	}
	return all
}

// unlike leaves out items that repeat an earlier one exactly.
func unlike(items []model.Item) []model.Item {
	seen := map[string]bool{}
	return slices.DeleteFunc(items, func(it model.Item) bool {
		key := it.ID + "\n" + it.URL + "\n" + it.Title + "\n" + it.HTML + it.Text
		if it.ID+it.URL+it.Title == "" || it.ID == "" && it.URL == "" {
			key += it.Published.String()
		}
		was := seen[key]
		seen[key] = true
		return was
	})
}

// newest returns the n items with the latest days, in their order. One without a day counts as new as the one before.
func newest[T any](items []T, n int, day func(T) time.Time) []T {
	at := make([]int, len(items))
	days := make([]time.Time, len(items))
	for i, it := range items {
		at[i], days[i] = i, day(it)
		if days[i].IsZero() && i > 0 {
			days[i] = days[i-1]
		}
	}
	slices.SortStableFunc(at, func(a, b int) int { return days[b].Compare(days[a]) })
	at = at[:n]
	slices.Sort(at)
	kept := make([]T, n)
	for i, j := range at {
		kept[i] = items[j]
	}
	return kept
}

// identify gives every item an ID of its own: what the source gives; its address when that is shared or missing; else
// its title, its text.
func identify(items []model.Item) {
	count := func(of func(*model.Item) string) map[string]int {
		n := map[string]int{}
		for i := range items {
			n[of(&items[i])]++
		}
		return n
	}
	ids, urls := count(func(it *model.Item) string { return it.ID }), count(func(it *model.Item) string { return it.URL })
	given := map[string]int{}
	for i := range items {
		it := &items[i]
		switch {
		case it.ID != "" && ids[it.ID] == 1:
		case it.URL != "" && urls[it.URL] == 1:
			it.ID = it.URL
		case it.URL != "" && !it.Published.IsZero():
			it.ID = it.URL + " " + it.Published.Format(time.RFC3339)
		case it.URL != "" && it.Title != "":
			it.ID = it.URL + " " + it.Title
		default:
			sum := sha256.Sum256([]byte(it.ID + "\n" + it.Title + "\n" + it.HTML + it.Text))
			it.ID = "sha256:" + hex.EncodeToString(sum[:12])
		}
		if given[it.ID]++; given[it.ID] > 1 {
			it.ID += " " + strconv.Itoa(given[it.ID])
		}
	}
}
