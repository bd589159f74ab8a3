package export

import (
	"encoding/json"
	"io"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"lede/model"
)

// Article is the JSON form of an article. Empty fields are left out, but for those that every reader of it
// needs: title, byline, topics and sections are always there.
type Article struct {
	ID        model.ID  `json:"id,omitempty"`
	Ref       string    `json:"ref,omitempty"`
	URL       string    `json:"url,omitempty"`
	Title     string    `json:"title"`
	Site      string    `json:"site,omitempty"`
	Byline    []string  `json:"byline"`
	Dateline  string    `json:"dateline,omitempty"`
	Summary   string    `json:"summary,omitempty"`
	Language  string    `json:"language,omitempty"`
	Published string    `json:"published,omitempty"` // RFC 3339, UTC
	Updated   string    `json:"updated,omitempty"`   // likewise
	Words     int       `json:"words"`
	Minutes   int       `json:"minutes"`
	Topics    []Topic   `json:"topics"`
	Sections  []Section `json:"sections,omitzero"`
	Left      []string  `json:"left_out,omitempty"` // the passages below the text of its page
}

// Topic is the JSON form of a topic.
type Topic struct {
	Key  string       `json:"key"` // the same in every language
	Name string       `json:"name"`
	From model.Origin `json:"from"`
}

// Section is the JSON form of a section.
type Section struct {
	Level  int     `json:"level"`
	Title  string  `json:"title"`
	Blocks []Block `json:"blocks"`
}

// Block is the JSON form of a block: its kind, its words, and the fields of that kind.
type Block struct {
	Kind string `json:"kind"` // prose, code, post, related, notice or image
	Text string `json:"text"` // without markup; of a post with the short addresses that stood in it

	Prose      model.ProseKind `json:"prose,omitempty"`
	Continued  bool            `json:"continued,omitempty"`
	Standfirst bool            `json:"standfirst,omitempty"`
	Markdown   string          `json:"markdown,omitempty"`
	Callout    *Callout        `json:"callout,omitempty"`

	Language string `json:"language,omitempty"`

	Network model.Network `json:"network,omitempty"`
	Author  string        `json:"author,omitempty"`
	Handle  string        `json:"handle,omitempty"`
	Posted  string        `json:"posted,omitempty"`
	Mirror  *Mirror       `json:"mirror,omitempty"`
	Missing bool          `json:"missing,omitempty"`
	Source  *string       `json:"source,omitempty"` // the text without its short addresses, when it has some
	Own     bool          `json:"own,omitempty"`
	Answers string        `json:"answers,omitempty"`
	Depth   int           `json:"depth,omitempty"`
	Blocks  []Block       `json:"blocks,omitempty"` // of a post that is the article's own

	Label string `json:"label,omitempty"`
	Links []Link `json:"links,omitempty"`

	Notice model.NoticeKind `json:"notice,omitempty"`

	URL     string `json:"url,omitempty"`
	Alt     string `json:"alt,omitempty"`
	Caption string `json:"caption,omitempty"`
	Credit  string `json:"credit,omitempty"`
}

// Callout is the JSON form of a call-out: its head, and its words without that.
type Callout struct {
	Kind  string `json:"kind,omitempty"`
	Title string `json:"title,omitempty"`
	Text  string `json:"text,omitempty"`
}

// Mirror is the JSON form of what a post says of the post that it copies.
type Mirror struct {
	Network model.Network `json:"network,omitempty"`
	Author  string        `json:"author,omitempty"`
	Handle  string        `json:"handle,omitempty"`
	Posted  string        `json:"posted,omitempty"`
}

// Link is the JSON form of a link.
type Link struct {
	Title string `json:"title"`
	URL   string `json:"url,omitempty"`
	At    int    `json:"at,omitempty"` // of a link that stood inside of a post: as in model.Link
}

// JSONEntry returns the JSON form of an entry: an article's without its sections.
func JSONEntry(e model.Entry) Article {
	out := Article{
		ID: e.ID, Ref: e.Ref, URL: e.URL, Title: e.Title, Site: e.Site, Byline: e.Byline, Dateline: e.Dateline,
		Summary: e.Summary, Language: e.Language, Words: e.Words, Minutes: e.Minutes(), Topics: JSONTopics(e.Topics),
	}
	if out.Byline == nil {
		out.Byline = []string{}
	}
	if !e.Published.IsZero() {
		out.Published = e.Published.UTC().Format(time.RFC3339)
	}
	return out
}

// JSONArticle returns the JSON form of an article.
func JSONArticle(a model.Article) Article {
	out := JSONEntry(a.Entry)
	out.Sections, out.Left = []Section{}, a.Left
	if !a.Updated.IsZero() {
		out.Updated = a.Updated.UTC().Format(time.RFC3339)
	}
	for _, s := range a.Sections {
		out.Sections = append(out.Sections, Section{Level: s.Level, Title: s.Title, Blocks: jsonBlocks(s.Blocks)})
	}
	return out
}

// JSONTopics returns the JSON form of topics, never nil.
func JSONTopics(topics []model.Topic) []Topic {
	out := []Topic{}
	for _, t := range topics {
		out = append(out, Topic{Key: t.Key, Name: t.Name, From: t.From})
	}
	return out
}

// jsonBlocks returns the JSON form of blocks, never nil.
func jsonBlocks(blocks []model.Block) []Block {
	out := []Block{}
	for _, b := range blocks {
		out = append(out, JSONBlock(b))
	}
	return out
}

// printed returns the words of a post with the short addresses that stood among them, as X prints these, so that the
// text of a post is all that a copy of it has.
func printed(p model.Post) string {
	text := ""
	rest, passed := p.Source, 0
	for _, l := range p.Links {
		short := shortAddress(l)
		if short == "" {
			continue
		}
		at := len(rest)
		if l.At > 0 {
			at = afterCharacters(rest, l.At-passed)
			passed = l.At
		}
		text += rest[:at]
		rest = rest[at:]
		if text != "" && !strings.HasSuffix(text, " ") {
			text += " "
		}
		text += short
		if rest != "" && !strings.HasPrefix(rest, " ") && !strings.HasPrefix(rest, "\n") {
			text += " "
		}
	}
	return text + rest
}

// afterCharacters returns where so many characters of a text end, spaces left out.
func afterCharacters(s string, n int) int {
	for i, r := range s {
		if unicode.IsSpace(r) {
			continue
		}
		if n--; n <= 0 {
			return i + utf8.RuneLen(r)
		}
	}
	return len(s)
}

// shortAddress returns the short address that X writes into a post for a link or a picture, "" for any other link.
func shortAddress(l model.Link) string {
	_, code, ok := strings.Cut(l.URL, "://t.co/")
	switch {
	case ok && l.Title == "media":
		return "pic.twitter.com/" + code
	case ok:
		return l.URL
	case strings.HasPrefix(l.URL, "https://pic."):
		return strings.TrimPrefix(l.URL, "https://")
	}
	return ""
}

// JSONLinks returns the JSON form of links.
func JSONLinks(links []model.Link) []Link {
	var out []Link
	for _, l := range links {
		out = append(out, Link{Title: l.Title, URL: l.URL, At: l.At})
	}
	return out
}

// JSON writes v, one of the forms above or a list of them, indented.
func JSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

func writeJSON(w io.Writer, a model.Article, _ Options) error { return JSON(w, JSONArticle(a)) }

// markup is the Markdown of a block when it says more than the text does.
func markup(source, text string) string {
	if source == text {
		return ""
	}
	return source
}
