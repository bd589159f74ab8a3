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
	if text := a.Markdown(); text != "" {
		_, _ = out.WriteString("\n" + text)
	}
	return out.Flush()
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
