package model

import "strings"

// Text returns the prose without markup.
func (p Prose) Text() string { return plain(p.Source, p.Plain) }

// Markdown returns the prose as it is kept.
func (p Prose) Markdown() string { return p.Source }

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
func (p Post) Text() string { return p.Source }

// Markdown returns the post as a quotation that ends with the line "— Author (@handle) date", the form in
// which X hands out its own posts.
func (p Post) Markdown() string {
	var b strings.Builder
	for line := range strings.Lines(p.Source) {
		b.WriteString("> " + Escape(strings.TrimRight(line, "\n")) + "\n")
	}
	b.WriteString(">\n> — " + Escape(p.Author))
	if p.Handle != "" {
		b.WriteString(" (" + Escape(p.Handle) + ")")
	}
	if p.Posted != "" {
		b.WriteString(" " + Escape(p.Posted))
	}
	return b.String()
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

// Markdown returns the label, a colon and the links.
func (r Related) Markdown() string {
	parts := make([]string, len(r.Links))
	for i, l := range r.Links {
		parts[i] = l.Markdown()
	}
	return Escape(r.Label) + ": " + strings.Join(parts, "; ")
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

// Markdown returns the picture, with its caption as the title.
func (i Image) Markdown() string {
	title := ""
	if i.Caption != "" {
		title = ` "` + strings.ReplaceAll(Escape(i.Caption), `"`, `\"`) + `"`
	}
	return "![" + Escape(i.Alt) + "](<" + i.URL + ">" + title + ")"
}

func plain(source, plain string) string {
	if plain != "" {
		return plain
	}
	return source
}
