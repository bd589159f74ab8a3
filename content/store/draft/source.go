package draft

import (
	"strings"

	"lede/content/store/codec"
	"lede/model"
)

// MaxSource is the longest source text that is kept, in bytes when it is deflated.
const MaxSource = 256 << 10

// Source is what an article was read from, as it is kept. There is none while the format is "".
type Source struct {
	Format model.Format
	Base   string
	Own    bool   // the text is the article's own Markdown
	Text   []byte // deflated; nil when it is the same or too long
}

func sourceOf(a model.Article) (Source, error) {
	s := Source{Format: a.Format, Base: a.Base}
	if a.Format == "" || a.Source == "" {
		return Source{}, nil
	}
	if a.Format != model.HTML && strings.Trim(a.Source, "\n") == strings.Trim(a.Markdown(), "\n") {
		s.Own = true
		return s, nil
	}
	text, err := codec.Deflate([]byte(a.Source))
	if len(text) <= MaxSource {
		s.Text = text
	}
	return s, err
}

// In is the source text of an article, or "" when it is not kept.
func (s Source) In(a model.Article) (string, error) {
	if s.Own {
		return a.Markdown(), nil
	}
	if len(s.Text) == 0 {
		return "", nil
	}
	text, err := codec.Inflate(s.Text)
	return string(text), err
}
