package export

import (
	"bufio"
	"encoding/json"
	"io"
	"strings"
	"time"

	"lede/model"
)

// markdown writes an article that reads back to the same article: what is known of it as YAML front
// matter, then its sections.
func markdown(w io.Writer, a model.Article, _ Options) error {
	out := bufio.NewWriter(w)
	frontMatter(out, a.Entry)
	for _, s := range a.Sections {
		if s.Title != "" {
			_, _ = out.WriteString("\n" + strings.Repeat("#", max(1, s.Level)) + " " + model.Escape(s.Title) + "\n")
		}
		for i, b := range s.Blocks {
			_, _ = out.WriteString(between(s.Blocks[:i], b) + source(b) + "\n")
		}
	}
	return out.Flush()
}

// between is what parts a block from the ones before it.
func between(before []model.Block, b model.Block) string {
	if p, ok := b.(model.Prose); ok && p.Continued && len(before) > 0 {
		return ""
	}
	return "\n"
}

// source is a block as Markdown. Rows that go on a table leave out its header, which they repeat.
func source(b model.Block) string {
	if p, ok := b.(model.Prose); ok && p.Continued && p.Kind == model.Table {
		if lines := strings.SplitN(p.Source, "\n", 3); len(lines) == 3 {
			return lines[2]
		}
	}
	return b.Markdown()
}

func frontMatter(out *bufio.Writer, e model.Entry) {
	_, _ = out.WriteString("---\n")
	field(out, "title", e.Title)
	field(out, "author", e.Byline)
	if !e.Published.IsZero() {
		field(out, "date", e.Published.UTC().Format(time.RFC3339))
	}
	field(out, "site", e.Site)
	field(out, "url", e.URL)
	field(out, "lang", e.Language)
	field(out, "description", e.Summary)
	var stated []string
	for _, t := range e.Topics {
		if t.From != model.Inferred {
			stated = append(stated, t.Name)
		}
	}
	field(out, "tags", stated)
	_, _ = out.WriteString("---\n")
}

// field writes a line of front matter unless the value is empty. JSON strings and lists are YAML too.
func field[T string | []string](out *bufio.Writer, key string, value T) {
	if len(value) == 0 {
		return
	}
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if e.Encode(value) == nil {
		_, _ = out.WriteString(key + ": " + b.String())
	}
}
