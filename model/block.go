package model

// Block is one unit of an article's text. The set is closed: Prose, Code, Post, Related, Notice and
// Image are all there are, and the linter names every switch that forgets one.
//
//sumtype:decl
type Block interface {
	// Text is the block as plain text, without markup and without styling.
	Text() string
	// Markdown is the block as Markdown that reads back to the same block.
	Markdown() string
	block()
}

// ProseKind is the kind of a piece of prose.
type ProseKind string

// The kinds of prose.
const (
	Paragraph ProseKind = "paragraph"
	List      ProseKind = "list"
	Quote     ProseKind = "quote"
	Table     ProseKind = "table"
	Rule      ProseKind = "rule" // a thematic break
)

// Prose is a paragraph, list, quotation, table or thematic break.
//
// Source is Markdown (CommonMark and GFM) that can be rendered alone: reference links are resolved,
// addresses are checked, and every & of text outside code is written &amp;. Plain is the same without markup, and
// "" when Source has none, so that a text without markup is kept once.
type Prose struct {
	Kind      ProseKind
	Source    string
	Plain     string
	Continued bool // a part of a long list or table that goes on from the block before it; a table's repeats the header
	// Standfirst marks the paragraph below the title that sums the article up. Markdown has no form for it: read back
	// from there, it is a paragraph like any other.
	Standfirst bool
	Callout    Callout
}

// Callout is the head of a call-out: a box in the text such as a note, a tip or a warning. Prose that has one is a
// quotation, and its Source is what is in the box below the head. The zero value is the head of no box.
type Callout struct {
	Kind  string // as the source names it: "note", "warning" (see CalloutKind); or ""
	Title string // as printed, on one line; "" when the source says no more than the kind
}

// Code is a block of program text or of anything else whose lines and spaces matter.
type Code struct {
	Language string // as the source names it, or ""
	Source   string // lines without a last newline; tabs are kept
}

// Network names a social network.
type Network string

// The networks that code names; content/parse/network knows how each is recognised. An unknown one is "".
const (
	X           Network = "X"
	TruthSocial Network = "Truth Social"
	Bluesky     Network = "Bluesky"
	Mastodon    Network = "Mastodon"
	Threads     Network = "Threads"
	Instagram   Network = "Instagram"
	Facebook    Network = "Facebook"
	TikTok      Network = "TikTok"
	Reddit      Network = "Reddit"
	Telegram    Network = "Telegram"
	YouTube     Network = "YouTube"
	LinkedIn    Network = "LinkedIn"
)

// Post is a message: one that is quoted from a social network, or one of those that an article is made of, as the
// posts of a forum, the updates of a live blog and the turns of a talk.
type Post struct {
	Network Network
	Author  string // the name shown, "" when the source gives none
	Handle  string // with its @: "@harbourwatch", "@ines@example.social"
	Posted  string // the date as printed
	URL     string // a checked address, or ""
	Source  string // the words of the post, plain text, lines kept
	Links   []Link // addresses that stood in it; pictures and video have the title "media"
	Mirror  Mirror // the post that this one copies, when it says so
	Missing bool   // the source names the post but does not quote it

	Own     bool   `json:",omitempty"` // it belongs to the article's own text
	Answers string `json:",omitempty"` // the author of the post that it answers, or ""
	Depth   int    `json:",omitempty"` // how many posts it stands below that it answers
	// of an own post the words, in place of Source; where there are none, they are what follows it
	Body []Block `json:",omitempty"`
}

// MaxDepth is how deep a post may stand below those that it answers.
const MaxDepth = 50

// Mirror is what a post says of the post that it copies from another network. The zero value says
// nothing.
type Mirror struct {
	Network Network
	Author  string
	Handle  string
	Posted  string
}

// Link is a text and where it leads.
type Link struct {
	Title string // on one line
	URL   string // a checked address; "" when the source gives only the title
	// of a link that stood inside of a post: how many characters of its words stand before, spaces left out; else 0
	At int
}

// Related is a line or list that leads to other articles: "ALSO READ".
type Related struct {
	Label string // as printed, without its colon; "" when the source has none
	Links []Link
}

// NoticeKind is the kind of a notice.
type NoticeKind string

// The kinds of notices.
const (
	Disclaimer    NoticeKind = "disclaimer"
	Advertisement NoticeKind = "advertisement"
	Credit        NoticeKind = "credit"     // of a picture or of the text
	Newsletter    NoticeKind = "newsletter" // asks to subscribe, follow, share, install
	Continues     NoticeKind = "continues"  // "story continues below"
)

// Notice is text that belongs to the page and not to the story. Source and Plain are as in Prose.
type Notice struct {
	Kind   NoticeKind
	Source string
	Plain  string
}

// Image is a picture or a player: what is known of it without fetching it.
type Image struct {
	URL     string // a checked address, or ""
	Alt     string
	Caption string
	Credit  string
}

func (Prose) block()   {}
func (Code) block()    {}
func (Post) block()    {}
func (Related) block() {}
func (Notice) block()  {}
func (Image) block()   {}

// BlockKind names a kind of block, as the JSON of an article and the query term has: do.
type BlockKind string

// The kinds of blocks.
const (
	ProseBlock   BlockKind = "prose"
	CodeBlock    BlockKind = "code"
	PostBlock    BlockKind = "post"
	RelatedBlock BlockKind = "related"
	NoticeBlock  BlockKind = "notice"
	ImageBlock   BlockKind = "image"
)

// KindOf names the kind of a block.
func KindOf(b Block) BlockKind {
	switch b.(type) {
	case Prose:
		return ProseBlock
	case Code:
		return CodeBlock
	case Post:
		return PostBlock
	case Related:
		return RelatedBlock
	case Notice:
		return NoticeBlock
	case Image:
		return ImageBlock
	}
	return ""
}

// Saying is how the words of a block belong to what an article says.
type Saying int

// The ways in which words belong to it.
const (
	Unsaid    Saying = iota // they do not: related links
	Sentences               // the article's own text
	Lines                   // lines that are no sentences: code
	Quoted                  // what somebody else has said: a post
	Captioned               // what a picture shows
	Noticed                 // what the page says beside the story
)

// Said returns the words of a block that say something, and how they belong to the article.
func Said(b Block) (words string, how Saying) {
	switch b := b.(type) {
	case Prose:
		if b.Kind == Rule {
			return "", Sentences
		}
		return b.Text(), Sentences
	case Code:
		return b.Source, Lines
	case Post:
		if b.Own {
			return b.Text(), Sentences
		}
		return b.Text(), Quoted
	case Notice:
		return b.Text(), Noticed
	case Image:
		return b.Caption, Captioned
	case Related:
	}
	return "", Unsaid
}

// Leads is what of a block leads elsewhere, in reading order.
type Leads struct {
	URL      string // of what the block shows, a post or a picture; or ""
	Links    []Link
	Markdown string  // the text that more links stand in
	Body     []Block // blocks inside of it, which have links of their own
}

// LeadsOf returns what of a block leads elsewhere.
func LeadsOf(b Block) Leads {
	switch b := b.(type) {
	case Prose:
		return Leads{Markdown: b.Source}
	case Notice:
		return Leads{Markdown: b.Source}
	case Related:
		return Leads{Links: b.Links}
	case Post:
		return Leads{URL: b.URL, Links: b.Links, Body: b.Body}
	case Image:
		return Leads{URL: b.URL}
	case Code:
	}
	return Leads{}
}
