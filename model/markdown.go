package model

import (
	"cmp"
	"strings"
)

// Markdown returns the text of the article, its sections with their headings, without what is known of it. It reads
// back to the same blocks.
func (a Article) Markdown() string {
	size := 0
	a.eachPart(func(text string) { size += len(text) })
	var b strings.Builder
	b.Grow(size) // a long text that grows takes three times its length
	a.eachPart(func(text string) { b.WriteString(text) })
	return b.String()
}

// eachPart calls f for the parts of an article as Markdown, and for what is between them.
func (a Article) eachPart(f func(text string)) {
	begun := false
	part := func(gap, text string) {
		if begun {
			f(gap)
		}
		f(text)
		f("\n")
		begun = true
	}
	for _, s := range a.Sections {
		if s.Title != "" {
			part("\n", strings.Repeat("#", max(1, s.Level))+" "+Escape(s.Title))
		}
		for i, block := range s.Blocks {
			if p, ok := block.(Prose); ok && p.Continued {
				part(strings.Repeat("\n", max(0, 1-i)), p.rest())
				continue
			}
			part("\n", block.Markdown())
		}
	}
}

// rest is prose that goes on the block before it: rows that go on a table leave out its header, which they repeat.
func (p Prose) rest() string {
	if lines := strings.SplitN(p.Source, "\n", 3); p.Kind == Table && len(lines) == 3 {
		return lines[2]
	}
	return p.Source
}

// Text returns the prose without markup, below the head of a call-out.
func (p Prose) Text() string {
	text := p.Bare()
	if head := p.Callout.Head(); head != "" {
		return strings.TrimSuffix(head+"\n"+text, "\n")
	}
	return text
}

// Markdown returns the prose as it is kept. A call-out begins with its kind in brackets, as GitHub and Obsidian write
// it.
func (p Prose) Markdown() string {
	if p.Callout == (Callout{}) {
		return p.Source
	}
	return strings.TrimSuffix(p.Callout.markdown()+"\n"+p.Source, "\n")
}

// Text returns the code as it is.
func (c Code) Text() string { return c.Source }

// Markdown returns the code between fences longer than any run of backticks in it.
func (c Code) Markdown() string {
	fence := "```"
	for strings.Contains(c.Source, fence) {
		fence += "`"
	}
	return fence + c.Language + "\n" + c.Source + "\n" + fence
}

// Text returns the words of the post, without its author and date.
func (p Post) Text() string {
	if len(p.Body) == 0 {
		return p.Source
	}
	return joinBlocks(p.Body, "\n", Block.Text)
}

// joinBlocks joins what is taken of each block, without what is empty.
func joinBlocks(blocks []Block, between string, take func(Block) string) string {
	var parts []string
	for _, b := range blocks {
		if s := take(b); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, between)
}

// Markdown returns the post as a quotation that ends with the line "— Author (@handle) date", the form in
// which X hands out its own posts. Another network is named in it, the date links to the post, and what a mirror says
// comes first, in brackets. A post of which only the address is known is its address.
func (p Post) Markdown() string {
	if p.Missing && p.URL != "" && p.Author == "" && p.Posted == "" {
		return "<" + p.URL + ">"
	}
	var parts []string
	if m := p.Mirror.markdown(); m != "" {
		parts = append(parts, m)
	}
	switch {
	case len(p.Body) > 0:
		parts = append(parts, joinBlocks(p.Body, "\n\n", Block.Markdown))
	case p.Source != "":
		parts = append(parts, Escape(p.Source))
	}
	if len(p.Links) > 0 {
		parts = append(parts, joinLinks(p.Links, " "))
	}
	parts = append(parts, p.attribution())
	return "> " + strings.ReplaceAll(strings.ReplaceAll(strings.Join(parts, "\n\n"), "\n", "\n> "), "\n> \n", "\n>\n")
}

func (p Post) attribution() string {
	s := "—"
	if p.Author != "" {
		s += " " + Escape(p.Author)
	}
	if p.Handle != "" {
		s += " (" + Escape(p.Handle) + ")"
	}
	switch {
	case p.Own:
		if p.Answers != "" {
			s += " to " + Escape(p.Answers)
		}
		if p.Posted != "" || p.URL != "" {
			s += ","
		}
	case p.Network != "" && p.Network != X || p.Handle == "" || p.Posted == "":
		s += " on " + string(cmp.Or(p.Network, X))
		if p.Posted != "" || p.URL != "" {
			s += ","
		}
	}
	switch when := cmp.Or(p.Posted, "post"); {
	case p.URL != "":
		s += " " + Link{Title: when, URL: p.URL}.Markdown()
	case p.Posted != "":
		s += " " + Escape(when)
	}
	return s
}

// markdown returns what a mirror says in the form in which such accounts write it: "( @handle – Truth Social Post –
// Name – date )".
func (m Mirror) markdown() string {
	network := string(m.Network)
	if network != "" {
		network += " Post"
	}
	var parts []string
	for _, s := range []string{m.Handle, network, m.Author, m.Posted} {
		if s != "" {
			parts = append(parts, Escape(s))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "( " + strings.Join(parts, " – ") + " )"
}

func joinLinks(links []Link, sep string) string {
	parts := make([]string, len(links))
	for i, l := range links {
		parts[i] = l.Markdown()
	}
	return strings.Join(parts, sep)
}

// Text returns the label and the titles, a line each.
func (r Related) Text() string {
	lines := make([]string, 0, len(r.Links)+1)
	if r.Label != "" {
		lines = append(lines, r.Label)
	}
	for _, l := range r.Links {
		lines = append(lines, l.Title)
	}
	return strings.Join(lines, "\n")
}

// Markdown returns the label, an arrow and the link; several links are a list below the arrow.
func (r Related) Markdown() string {
	label := strings.TrimSpace(Escape(r.Label) + " →")
	switch len(r.Links) {
	case 0:
		return Escape(r.Label)
	case 1:
		return label + " " + r.Links[0].Markdown()
	}
	return label + "\n\n- " + joinLinks(r.Links, "\n- ")
}

// Markdown returns an inline link, or the title alone when there is no address.
func (l Link) Markdown() string {
	if l.URL == "" {
		return Escape(l.Title)
	}
	return "[" + Escape(l.Title) + "](<" + l.URL + ">)"
}

// Text returns the notice without markup.
func (n Notice) Text() string { return plain(n.Source, n.Plain) }

// Markdown returns the notice as it is kept.
func (n Notice) Markdown() string { return n.Source }

// Text returns what can be read of the picture: caption, or else its description, and credit.
func (i Image) Text() string {
	s := i.Caption
	if s == "" {
		s = i.Alt
	}
	if i.Credit != "" {
		s = strings.TrimSpace(s + " (" + i.Credit + ")")
	}
	return s
}

// Markdown returns the picture, with its caption and credit as the title.
func (i Image) Markdown() string {
	caption := i.Caption
	if i.Credit != "" {
		caption = strings.TrimSpace(caption + " (" + i.Credit + ")")
	}
	title := ""
	if caption != "" {
		title = ` "` + strings.ReplaceAll(Escape(caption), `"`, `\"`) + `"`
	}
	return "![" + Escape(i.Alt) + "](<" + i.URL + ">" + title + ")"
}

func plain(source, plain string) string {
	if plain != "" {
		return plain
	}
	return source
}
