package export

import (
	"html"
	"slices"
	"strings"
	"time"

	"github.com/yuin/goldmark/ast"

	"lede/model"
	"lede/model/address"
	"lede/model/clean"
	"lede/model/guard"
)

// Record returns the article that a JSON form was made of. A form may come from anywhere: its texts are cleaned,
// addresses that may not be followed are left out, and Markdown that could do harm becomes plain text. The ID is ""
// when the form has none that could be one.
func (k Kept) Record() model.Record {
	a := model.Article{Entry: k.entry()}
	for _, s := range k.Sections {
		a.Sections = append(a.Sections,
			model.Section{Title: line(s.Title), Level: min(max(s.Level, 0), 6), Blocks: modelBlocks(s.Blocks)})
	}
	if a.Words == 0 {
		a.Words = a.CountWords()
	}
	return model.Record{Article: a, Status: k.Status.status()}
}

func (k Kept) entry() model.Entry {
	e := model.Entry{
		Ref: line(k.Ref), URL: checked(k.URL), Title: line(k.Title), Site: line(k.Site),
		Byline: cleanLines(k.Byline), Dateline: line(k.Dateline), Summary: line(k.Summary),
		Language: line(k.Language), Published: moment(k.Published), Words: max(k.Words, 0),
	}
	if model.IsID(string(k.ID)) {
		e.ID = k.ID
	}
	for _, t := range k.Topics {
		switch t.From {
		case model.Publisher, model.Inferred, model.Reader:
		default:
			t.From = model.Publisher
		}
		if name := clean.Line(t.Name); name != "" {
			e.Topics = append(e.Topics, model.NewTopic(name, e.Language, t.From))
		}
	}
	return e
}

func (s Status) status() model.Status {
	return model.Status{
		Read: s.Read, Starred: s.Starred, Saved: s.Saved, Percent: min(max(s.Percent, 0), 100),
		Place: model.Place{Block: max(s.Block, 0), Line: s.Line}, Arrived: moment(s.Arrived),
	}
}

// moment reads a time; what is none is the zero time.
func moment(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return time.Time{}
	}
	return t.UTC()
}

// modelBlocks returns the blocks that forms were made of, without those of no kind.
func modelBlocks(forms []Block) []model.Block {
	var blocks []model.Block
	for _, f := range forms {
		if b := f.block(); b != nil {
			blocks = append(blocks, b)
		}
	}
	return blocks
}

// withoutPosts returns blocks without the posts among them: one post holds no other.
func withoutPosts(blocks []model.Block) []model.Block {
	return slices.DeleteFunc(blocks, func(b model.Block) bool { return model.KindOf(b) == model.PostBlock })
}

// source is the Markdown of a block and the same without markup, "" when there is none in it.
func (b Block) source() (source, plain string) {
	plain = clean.Text(b.Text)
	source = clean.Text(b.Markdown)
	switch {
	case source == "" && harmless(plain):
		return plain, ""
	case source != "" && harmless(source):
		return source, plain
	}
	if source = model.Escape(plain); source == plain {
		plain = ""
	}
	return source, plain
}

// harmless reports whether Markdown may be shown: no character reference in it makes a control, all its links may be
// followed, and reading it takes no long time.
func harmless(source string) bool {
	if guard.Costly(source) {
		return false
	}
	if strings.Contains(source, "&") {
		if decoded := html.UnescapeString(source); clean.Text(decoded) != decoded {
			return false
		}
	}
	if !strings.Contains(source, "](") && !strings.Contains(source, "<") && !strings.Contains(source, "]:") {
		return true
	}
	ok := true
	_ = ast.Walk(tree([]byte(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Link:
			ok = ok && address.IsChecked(string(n.Destination))
		case *ast.Image:
			ok = ok && address.IsChecked(string(n.Destination))
		case *ast.RawHTML, *ast.HTMLBlock:
			ok = false
		}
		if !ok {
			return ast.WalkStop, nil
		}
		return ast.WalkContinue, nil
	})
	return ok
}

func modelLinks(links []Link) []model.Link {
	var out []model.Link
	for _, l := range links {
		out = append(out, model.Link{Title: line(l.Title), URL: checked(l.URL), At: max(l.At, 0)})
	}
	return out
}

func cleanLines(lines []string) []string {
	var out []string
	for _, l := range lines {
		if l = line(l); strings.TrimSpace(l) != "" {
			out = append(out, l)
		}
	}
	return out
}

// line is a text on one line. One that is clean stays as it is, with its own blanks, so that what was written out
// comes back the same.
func line(s string) string {
	if clean.Text(s) == s && !strings.ContainsAny(s, "\n\t") {
		return s
	}
	return clean.Line(s)
}

// checked is an address that may be followed, or "".
func checked(url string) string {
	if address.IsChecked(url) {
		return url
	}
	return ""
}
