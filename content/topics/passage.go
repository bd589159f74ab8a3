package topics

import (
	"strings"

	"lede/model"
)

// Limits of the work, in bytes of text.
const (
	headBytes    = 64 << 10 // read in full
	sampledBytes = 32 << 10 // of the rest, taken evenly
	sampleBytes  = 512      // of one passage in the rest
	headingBytes = 16 << 10
	titleBytes   = 4 << 10
)

// place is where in an article a passage is.
type place int

const (
	body place = iota
	lead       // the first paragraphs
	heading
	title
	aside // a quoted post, a caption
)

// weight is how much one mention there counts.
func (p place) weight() float64 {
	switch p {
	case title:
		return 2.5
	case heading:
		return 1.5
	case lead:
		return 1.3
	case aside:
		return 0.5
	}
	return 1
}

// passage is a piece of text that is read as a whole.
type passage struct {
	text     string
	place    place
	section  int
	from, to int  // its tokens
	loud     bool // all words, or nearly all, begin with a capital, which then tells nothing
}

// line reports whether the passage is a title or stands like one: short, without a full stop at its end.
func (p passage) line() bool {
	return p.place == title || p.place == heading || len(p.text) < 160 && !strings.HasSuffix(p.text, ".")
}

// leadBlocks is how many blocks of prose count as the lead.
const leadBlocks = 2

// passages returns what is to be read of the article.
func passages(a model.Article) []passage {
	ps := []passage{{text: clip(a.Title, titleBytes), place: title}}
	r := reading{left: headBytes, step: stepOver(a)}
	headings := 0
	for i, s := range a.Sections {
		if s.Title != "" && headings < headingBytes && s.Title != a.Title {
			headings += len(s.Title)
			ps = append(ps, passage{text: clip(s.Title, sampleBytes), place: heading, section: i})
		}
		for _, b := range s.Blocks {
			text, where := textOf(b)
			if where == body && r.prose < leadBlocks {
				where = lead
			}
			if text = r.take(text, where); text != "" {
				ps = append(ps, passage{text: text, place: where, section: i})
			}
		}
	}
	return ps
}

// textOf returns what a block says of the article's subject: related links, notices and code say nothing.
func textOf(b model.Block) (string, place) {
	switch words, how := model.Said(b); how {
	case model.Sentences:
		return words, body
	case model.Quoted, model.Captioned:
		return words, aside
	case model.Lines, model.Noticed, model.Unsaid:
	}
	return "", body
}

// reading keeps account of what has been read.
type reading struct {
	left  int // bytes of the head still to be read
	step  int // after the head, one block in so many is sampled
	prose int // blocks of prose seen
	seen  int // blocks seen after the head
}

func (r *reading) take(text string, where place) string {
	if text == "" {
		return ""
	}
	if where != aside {
		r.prose++
	}
	if r.left > 0 {
		text = clip(text, r.left)
		r.left -= max(1, len(text)) // no part of a long letter fits into the last bytes
		return text
	}
	r.seen++
	if r.step == 0 || r.seen%r.step != 0 {
		return ""
	}
	return clip(text, sampleBytes)
}

// stepOver reports how many blocks to pass over so that the samples are spread over the article.
func stepOver(a model.Article) int {
	blocks := 0
	for _, s := range a.Sections {
		blocks += len(s.Blocks)
	}
	return blocks*sampleBytes/sampledBytes + 1
}

// clip returns the first n bytes of text, cut at the last space if there is one.
func clip(text string, n int) string {
	if len(text) <= n {
		return text
	}
	if i := strings.LastIndexByte(text[:n], ' '); i > 0 {
		return text[:i]
	}
	return strings.ToValidUTF8(text[:n], "")
}
