package export

import (
	"strings"

	"lede/model"
	"lede/model/clean"
)

// JSONBlock returns the JSON form of a block.
func JSONBlock(b model.Block) Block {
	out := Block{Text: b.Text()}
	switch b := b.(type) {
	case model.Prose:
		out.Kind, out.Prose, out.Markdown = "prose", b.Kind, markup(b.Markdown(), out.Text)
		out.Continued, out.Standfirst = b.Continued, b.Standfirst
		if b.Callout != (model.Callout{}) {
			out.Callout = &Callout{Kind: b.Callout.Kind, Title: b.Callout.Title, Text: b.Bare()}
		}
	case model.Code:
		out.Kind, out.Language = "code", b.Language
	case model.Post:
		out.Own, out.Answers, out.Depth = b.Own, b.Answers, b.Depth
		if len(b.Body) > 0 {
			out.Blocks = jsonBlocks(b.Body)
		} else if out.Text = printed(b); out.Text != b.Source {
			out.Source = &b.Source
		}
		out.Kind, out.Network, out.Author, out.Handle = "post", b.Network, b.Author, b.Handle
		out.Posted, out.URL, out.Missing, out.Links = b.Posted, b.URL, b.Missing, JSONLinks(b.Links)
		if b.Mirror != (model.Mirror{}) {
			out.Mirror = &Mirror{b.Mirror.Network, b.Mirror.Author, b.Mirror.Handle, b.Mirror.Posted}
		}
	case model.Related:
		out.Kind, out.Label, out.Links = "related", b.Label, JSONLinks(b.Links)
	case model.Notice:
		out.Kind, out.Notice, out.Markdown = "notice", b.Kind, markup(b.Source, out.Text)
	case model.Image:
		out.Kind, out.URL, out.Alt, out.Caption, out.Credit = "image", b.URL, b.Alt, b.Caption, b.Credit
	}
	return out
}

// block returns the block that a form was made of, nil for a kind that is none.
func (b Block) block() model.Block {
	switch model.BlockKind(b.Kind) {
	case model.ProseBlock:
		return b.prose()
	case model.NoticeBlock:
		source, plain := b.source()
		return model.Notice{Kind: model.NoticeKind(line(string(b.Notice))), Source: source, Plain: plain}
	case model.CodeBlock:
		return model.Code{Language: line(b.Language), Source: clean.Text(b.Text)}
	case model.PostBlock:
		p := model.Post{
			Network: model.Network(line(string(b.Network))), Author: line(b.Author), Handle: line(b.Handle),
			Posted: line(b.Posted), URL: checked(b.URL), Source: clean.Text(b.Text), Links: modelLinks(b.Links),
			Missing: b.Missing,
		}
		if b.Source != nil {
			p.Source = clean.Text(*b.Source)
		}
		if m := b.Mirror; m != nil {
			p.Mirror = model.Mirror{
				Network: model.Network(line(string(m.Network))), Author: line(m.Author), Handle: line(m.Handle),
				Posted: line(m.Posted),
			}
		}
		p.Own, p.Answers, p.Depth = b.Own, line(b.Answers), min(max(b.Depth, 0), model.MaxDepth)
		if len(b.Blocks) > 0 {
			p.Source, p.Links, p.Body = "", nil, withoutPosts(modelBlocks(b.Blocks))
		}
		return p
	case model.RelatedBlock:
		return model.Related{Label: line(b.Label), Links: modelLinks(b.Links)}
	case model.ImageBlock:
		return model.Image{
			URL: checked(b.URL), Alt: clean.Text(b.Alt), Caption: clean.Text(b.Caption),
			Credit: clean.Text(b.Credit),
		}
	}
	return nil
}

// prose returns the prose that a form was made of. The Markdown of a call-out begins with its head, on a line of its
// own.
func (b Block) prose() model.Prose {
	p := model.Prose{Kind: model.ProseKind(line(string(b.Prose))), Continued: b.Continued, Standfirst: b.Standfirst}
	if c := b.Callout; c != nil {
		p.Callout = model.Callout{Kind: model.CalloutKind(c.Kind), Title: line(c.Title)}
		b.Text = c.Text
		_, b.Markdown, _ = strings.Cut(b.Markdown, "\n")
	}
	p.Source, p.Plain = b.source()
	return p
}
